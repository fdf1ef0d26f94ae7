import KitFormats
import Testing

@testable import KitDocuments
@testable import KitModel

/// Titles broken by sense: 词意完整, 排列对称, 长短适宜.
@Suite struct TitleLinesTests {
  private static let titles = [
    "关于2025秋食堂专项督导整改情况的复查意见",
    "云岭区人民政府教育督导室关于印发《2025年教育督导工作要点》的通知",
    "关于开展2025年春季学期幼儿园办园行为督导评估工作的通知",
    "云岭区教育委员会关于2024-2025学年教学常规管理专项检查情况的通报",
    "关于对青石镇等8个乡镇街道履行教育职责情况开展考核评估的实施方案",
    "关于青石镇中心小学食堂食品安全问题整改情况的复查意见书",
    "关于做好2025年秋季开学工作和校园安全管理专项督导的紧急通知",
    "云岭区人民政府教育督导室关于第3次责任督学挂牌督导情况的反馈报告",
    "关于公布2025年学校精细化管理简报优秀稿件评选结果的通知",
    "关于白鹤镇第二幼儿园与云顶乡中心幼儿园参与普惠性认定复核情况的报告",
    "云岭区人民政府教育督导室关于在全区中小学开展“双减”工作及课后服务质量监测的通知",
    "关于转发《云岭区义务教育优质均衡发展督导评估实施办法（试行）》和《云岭区学前教育普及普惠督导评估实施细则》的通知",
    "关于调整云岭区人民政府教育督导委员会成员单位与工作职责的决定",
  ]

  @Test(arguments: titles) func noWordIsBroken(title: String) {
    let lines = TitleLines.of(title, width: PaperMeasures.titleColumns)
    #expect(lines.joined() == title && lines.count > 1)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= PaperMeasures.titleColumns }, "\(lines)")
    for (line, next) in zip(lines, lines.dropFirst()) {
      for word in TitleTerms.all {
        for length in 1..<word.count
        where line.hasSuffix(word.prefix(length)) && next.hasPrefix(word.dropFirst(length)) {
          Issue.record("\(word) is broken: \(lines)")
        }
      }
      // Numbers stay whole and with what they count; nothing that closes begins a line.
      #expect(line.last?.isNumber == false && !line.hasSuffix("第"), "\(lines)")
      #expect(!"，、）》”的了".contains(next.first ?? "的"), "\(lines)")
      #expect(!"《（“".contains(line.last ?? "《"), "\(lines)")
    }
  }

  /// Of about one length, or a trapezoid, or a diamond: once lines have become shorter they do not become longer again.
  @Test(arguments: titles) func linesMakeAShape(title: String) {
    let widths = TitleLines.of(title, width: PaperMeasures.titleColumns).map { DisplayWidth.of($0) }
    let top = widths.indices.max { widths[$0] < widths[$1] } ?? 0
    #expect(zip(widths[...top], widths[...top].dropFirst()).allSatisfy { $0 <= $1 + 1 }, "\(widths)")
    #expect(zip(widths[top...], widths[top...].dropFirst()).allSatisfy { $0 + 1 >= $1 }, "\(widths)")
    #expect((widths.min() ?? 0) * 3 >= (widths.max() ?? 0), "\(widths)")
  }

  @Test func titlesAreBrokenAtTheirJoints() {
    let told = Self.titles.map { TitleLines.of($0, width: PaperMeasures.titleColumns).joined(separator: "／") }
    #expect(
      told == [
        "关于2025秋食堂专项督导／整改情况的复查意见",
        "云岭区人民政府教育督导室关于印发／《2025年教育督导工作要点》的通知",
        "关于开展2025年春季学期幼儿园／办园行为督导评估工作的通知",
        "云岭区教育委员会关于2024-2025学年／教学常规管理专项检查情况的通报",
        "关于对青石镇等8个乡镇街道履行教育职责／情况开展考核评估的实施方案",
        "关于青石镇中心小学食堂食品安全／问题整改情况的复查意见书",
        "关于做好2025年秋季开学工作和／校园安全管理专项督导的紧急通知",
        "云岭区人民政府教育督导室关于第3次／责任督学挂牌督导情况的反馈报告",
        "关于公布2025年学校精细化管理简报／优秀稿件评选结果的通知",
        "关于白鹤镇第二幼儿园与云顶乡中心幼儿园／参与普惠性认定复核情况的报告",
        "云岭区人民政府教育督导室／关于在全区中小学开展“双减”／工作及课后服务质量监测的通知",
        "关于转发《云岭区义务教育优质均衡发展／督导评估实施办法（试行）》和／《云岭区学前教育普及普惠／督导评估实施细则》的通知",
        "关于调整云岭区人民政府教育督导委员会／成员单位与工作职责的决定",
      ])
  }

  /// 和 in 和谐 and 与 in 参与 are no joints; a title of words that nobody listed is broken all the same.
  @Test func wordsThatHoldAJointStayWhole() {
    for word in ["和谐", "参与", "及时", "现在", "对象"] {
      for before in 12...18 {
        let title = String(repeating: "丙", count: before) + word + String(repeating: "丁", count: 30 - before)
        let lines = TitleLines.of(title, width: PaperMeasures.titleColumns)
        #expect(lines.count == 2 && lines.contains { $0.contains(word) }, "\(lines)")
      }
    }
  }

  /// The same lines in every format.
  @Test func docxAndHTMLBreakTitlesAlike() throws {
    let folder = try PaperFolder("titles")
    for title in Self.titles {
      let lines = TitleLines.of(title, width: PaperMeasures.titleColumns)
      var document = Papers.short
      document.blocks[0] = .heading(title, level: 1)
      document.blocks.append(.official(.attachment(title, number: nil)))
      let html = try DocumentWriter.write(document, format: .html, options: Papers.options)
      #expect(
        String(decoding: html.bytes, as: UTF8.self).ranges(of: ">\(lines.joined(separator: "<br>"))</h1>")
          .count == 2)
      let docx = try DocumentWriter.write(document, format: .docx, options: Papers.options)
      let text = try DocxFile(docx.bytes, in: folder).text("word/document.xml")
      let broken = lines.map { #"<w:t xml:space="preserve">\#($0)</w:t>"# }.joined(separator: "<w:br/>")
      #expect(text.ranges(of: broken).count == 2, "\(lines)")
    }
  }
}
