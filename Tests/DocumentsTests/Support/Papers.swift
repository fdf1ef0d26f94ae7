import KitFormats
import KitModel

/// Papers of an office that was invented, with units that were.
enum Papers {
  static let time = Timestamp(seconds: 1_733_097_600)

  static var options: WritingOptions {
    var options = WritingOptions(language: .zh, time: time)
    options.author = "罗启超"
    return options
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .epoch
  }

  /// All that an official paper can have but pictures.
  static var notice: Document {
    var document = Document(layout: .official)
    document.masthead = Masthead(
      organ: ["云岭区人民政府教育督导室文件"], number: "云教督〔2024〕5号", signers: ["罗启超"], copy: "000012",
      secrecy: "机密★1年", urgency: "特急")
    document.numbersHeadings = true
    let check =
      "各镇街教育督导责任区要对照“双减”工作要求，逐校核对作业总量、课后服务和校外培训三方面情况，发现问题当场反馈，并在3个工作日内书面告知学校。"
    document.blocks = [
      .heading("云岭区人民政府教育督导室关于开展2024年秋季学期开学工作专项督导的通知", level: 1),
      .official(.addressee("各镇人民政府、街道办事处，各学区，各直属学校")),
      .paragraph("为做好2024年秋季学期开学工作，根据《教育督导条例》和区委、区政府工作安排，决定在全区开展专项督导。现将有关事项通知如下。"),
      .heading("督导内容", level: 2), .heading("办学条件", level: 3), .paragraph(check), .heading("校舍", level: 4),
      .paragraph(check), .heading("食堂", level: 5), .paragraph(check), .heading("经费", level: 3),
      .paragraph(check),
      .heading("时间安排", level: 2), .grid(grid), .paragraph(check),
      .official(.attachments(["2024年秋季学期开学工作专项督导评分表", "责任督学名单"])),
      .official(.signature(Signature(organs: ["云岭区人民政府教育督导室"], date: day(2024, 9, 5)))),
      .official(.annotation("联系人：王小明，电话：72600001")),
    ]
    document.colophon = Colophon(
      copyTo: "区委办公室、区人大常委会办公室、区政协办公室，区纪委监委机关，区教委各科室，各民办学校，各幼儿园",
      printedBy: "云岭区人民政府教育督导室办公室", printedOn: day(2024, 9, 6), code: "日志核验码 E9DF-26E0-5018")
    return document
  }

  static var grid: Grid {
    Grid(
      title: "督导日程",
      rows: [
        [.init("责任区", rows: 2), .init("时间", columns: 2), .init("学校", rows: 2)], [.init("上午"), .init("下午")],
        [.init("第一责任区", rows: 2, isHeading: true), .init("9月2日"), .init("9月2日"), .init("青石镇中心小学")],
        [.init("9月3日", columns: 2, side: .middle), .init("白鹤中学")],
      ], headingRows: 2)
  }

  /// Nothing but text: fills its pages with lines of Chinese characters alone.
  static func full(characters: Int) -> Document {
    let sample = "教育督导工作坚持问题导向目标导向结果导向相统一全面落实立德树人根本任务促进教育公平提高教育质量"
    let text = String(String(repeating: sample, count: characters / sample.count + 1).prefix(characters))
    return Document([.paragraph(text)], layout: .official)
  }

  /// The least that an official paper has.
  static var short: Document {
    var document = Document(
      [
        .heading("关于印发《2024年工作要点》的通知", level: 1), .official(.addressee("各学区")),
        .paragraph("“双减”工作要点现印发给你们，请认真贯彻执行。"),
        .official(.signature(Signature(organs: ["云岭区教育督导室"], date: day(2024, 12, 1), hasSeal: false))),
      ], layout: .official)
    document.masthead = Masthead(organ: ["云岭区教育督导室文件"], number: "云教督〔2024〕11号")
    document.colophon = Colophon(printedBy: "云岭区教育督导室", printedOn: day(2024, 12, 2))
    return document
  }

  /// A report with all that reports have.
  static var report: Document {
    Document([
      .heading("青石镇2024年履职反馈报告", level: 1), .facts([.init("得分", "83.50"), .init("名次", "第 3 名")]),
      .heading("失分情况", level: 2), .list(["班额超标", "食堂台账不全"]), .table(table(rows: 3), title: "各校得分"),
      .grid(grid), .code("dudao run 开学"), .chart(chart),
      .section(.init(isLandscape: true)), .heading("附表", level: 2), .table(table(rows: 2), title: nil),
    ])
  }

  static func table(rows: Int) -> Table {
    var table = Table(columns: [
      Column(id: "school", label: Label(zh: "学校", en: "School"), type: .text),
      Column(id: "score", label: Label(zh: "得分", en: "Score"), type: .decimal(precision: 18, scale: 2)),
    ])
    for row in 0..<rows {
      let score = ExactDecimal(units: Int64(7000 + row % 3000), scale: 2)
      table.rows.append(Table.Row([.text("第\(row + 1)小学<&>"), .decimal(score)]))
    }
    table.rows.append(Table.Row([.null, .decimal(ExactDecimal(units: 100, scale: 2))], mark: .total))
    return table
  }

  static var chart: Chart {
    Chart(
      .bar, title: "各镇得分", unit: "分", categories: ["青石镇", "白鹤'镇", "云岭街道"],
      series: [.init("2023年", [83.5, 79, nil]), .init("2024年", [85, 70.25, 66])])
  }
}
