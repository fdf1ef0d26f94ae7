import Foundation
import Testing

/// A page of a pdf as poppler finds it, in points from the top left.
struct PrintedPage {
  struct Line {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
  }

  let size: [Int]
  /// Lines of the type area from the top down, without the page number.
  let lines: [Line]
  /// `—1—` at its place.
  let number: Line?

  init(_ pdf: String, _ page: Int) throws {
    let told = try Program.run("pdftotext", ["-bbox-layout", "-f", "\(page)", "-l", "\(page)", pdf, "-"])
    func numbers(_ text: Substring) -> [Double] {
      text.matches(of: /[0-9]+\.[0-9]+/).compactMap { Double($0.output) }
    }
    let head = try #require(told.firstMatch(of: /<page width="([0-9.]+)" height="([0-9.]+)"/))
    size = [head.output.1, head.output.2].compactMap { Double($0).map { Int($0.rounded()) } }
    var words: [Line] = []
    for match in told.matches(of: /<word ([^>]*)>([^<]*)<\/word>/) {
      let place = numbers(match.output.1)
      guard place.count == 4 else { continue }
      words.append(
        Line(text: String(match.output.2), left: place[0], right: place[2], top: place[1], bottom: place[3]))
    }
    // Words whose middles are on one height are a line, wherever poppler saw blocks.
    var lines: [Line] = []
    for word in words.sorted(by: { ($0.top + $0.bottom, $0.left) < ($1.top + $1.bottom, $1.left) }) {
      if let last = lines.last, abs(last.top + last.bottom - word.top - word.bottom) < 8 {
        lines[lines.count - 1] = Line(
          text: last.text + word.text, left: min(last.left, word.left), right: max(last.right, word.right),
          top: last.top,
          bottom: last.bottom)
      } else {
        lines.append(word)
      }
    }
    number = lines.last { $0.text.wholeMatch(of: /—[0-9]+—/) != nil }
    self.lines = lines.filter { $0.text.wholeMatch(of: /—[0-9]+—/) == nil }
  }

  var left: Double { lines.map(\.left).min() ?? 0 }
  var right: Double { lines.map(\.right).max() ?? 0 }
  var top: Double { lines.map(\.top).min() ?? 0 }
  var bottom: Double { lines.map(\.bottom).max() ?? 0 }

  func line(_ part: String) throws -> Line {
    try #require(lines.first { $0.text.contains(part) }, "no line with \(part): \(lines.map(\.text))")
  }
}

/// Where the parts of `Papers.notice` stand, whoever printed it.
struct NoticeLayout {
  private let pdf: String

  init(_ pdf: String) { self.pdf = pdf }

  private func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }

  func check() throws {
    let first = try PrintedPage(pdf, 1)
    #expect(first.size == [595, 842])
    // 发文机关标志: 35 mm below the top of the type area, to 2 mm, since typefaces fill their squares differently.
    let organ = try first.line("教育督导室文件")
    #expect(abs((organ.top + organ.bottom) / 2 - points(37 + 35) - 15.75) < points(2), "\(organ)")
    #expect(abs((organ.left + organ.right) / 2 - (points(28) + points(78))) < 4, "\(organ)")
    let number = try first.line("云教督〔2024〕5号")
    #expect(number.top > organ.bottom + 29)
    #expect(number.text.hasSuffix("签发人：罗启超"))
    let title = try first.line("2024年秋季学期开学工作专项督导的通知")
    #expect(title.top > number.bottom + 58)
    #expect(abs((title.left + title.right) / 2 - (points(28) + points(78))) < 6, "\(title)")
    #expect(abs(try first.line("各镇人民政府").left - points(28)) < 2)

    let count = try #require(
      Int(try Program.run("pdfinfo", [pdf]).firstMatch(of: /Pages: +([0-9]+)/)?.output.1 ?? ""))
    let pages = try (1...count).map { try PrintedPage(pdf, $0) }
    #expect(count >= 2)
    for (index, page) in pages.enumerated() {
      let number = try #require(page.number, "page \(index + 1) has no number")
      #expect(number.text == "—\(index + 1)—")
      // Odd pages right, even pages left, a character from the edge; 7 mm below the type area, to a millimetre.
      if index.isMultiple(of: 2) {
        #expect(abs(number.right - (points(184) - 14)) < 5, "\(number)")
      } else {
        #expect(abs(number.left - (points(28) + 14)) < 5, "\(number)")
      }
      #expect(abs((number.top + number.bottom) / 2 - points(262 + 7)) < points(1.5), "\(number)")
    }
    let last = try #require(pages.last)
    let printed = try last.line("2024年9月6日印发")
    // 版记 on the bottom edge of the type area of the last page.
    #expect(printed.bottom < points(262) + 1 && printed.bottom > points(262) - 12, "\(printed)")
    #expect(printed.text.hasPrefix("云岭区人民政府教育督导室办公室"))
    #expect(
      abs(printed.left - (points(28) + 14)) < 3 && abs(printed.right - (points(184) - 14)) < 3, "\(printed)")
    for page in pages.dropLast() {
      #expect(!page.lines.contains { $0.text.contains("印发") && $0.text.contains("9月6日") })
    }
    let all = pages.flatMap { $0.lines.map(\.text) }.joined()
    for part in ["一、督导内容", "（一）办学条件", "1.校舍", "（1）食堂", "二、时间安排", "附件：1.2024年秋季", "2.责任督学名单"] {
      #expect(all.contains(part), "\(part)")
    }
  }
}
