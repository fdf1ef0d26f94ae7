import Foundation
import GoldenFile
import KitFormats
import KitModel
import Testing

@testable import KitDocuments

/// Charts: drawn by gnuplot, else shown as bars of text.
@Suite struct ChartTests {
  private static let scores: [Double?] = (0..<60).map { 60 + Double($0 * 37 % 40) }
  private static let charts: [Chart] = [
    Papers.chart,
    Chart(.line, title: "走势", categories: ["1月", "2月", "3月"], series: [.init("次数", [3, nil, -2.5])]),
    Chart(.dot, categories: (1...40).map { "第\($0)小学" }, series: [.init("得分", (1...40).map { Double($0) })]),
    Chart(.histogram, title: "得分分布", categories: [], series: [.init("得分", scores)]),
    Chart(.bar, title: "空图", categories: [], series: []),
    Chart(.bar, categories: ["甲"], series: [.init("零", [0])]),
    Chart(
      .dot, title: "学生和教师", unit: "专任教师数", categories: ["云台小学", "云岭区第一小学", "东山小学"],
      series: [.init("专任教师数", [69, 57, 110])], positions: [1140, 981, 2000], axis: "学生数"),
    Chart(
      .dot, categories: [], series: [.init("甲", [1, 1, nil, 7]), .init("乙", [nil, 2, 3, 4])],
      positions: [5, 5, 6, nil], axis: "数"),
    Chart(.dot, categories: [], series: [.init("无", [nil])], positions: [nil], axis: "数"),
  ]
  private static let many = Chart(
    .bar, categories: (1...163).map { "云岭区第\($0)小学" },
    series: [.init("学生数", (1...163).map { Double($0) })])

  private static func table(_ columns: [(String, DataType)], _ rows: [[Value]]) -> Table {
    Table(
      columns: columns.map { Column(id: $0.0, label: Label(zh: $0.0, en: $0.0), type: $0.1) },
      rows: rows.map { Table.Row($0) })
  }

  /// The first column names the places, also where it is a number such as the month that rows are grouped by.
  @Test func theFirstColumnNamesThePlaces() throws {
    let months = Self.table(
      [("月", .integer), ("次数", .integer)], [[.integer(3), .integer(43)], [.integer(9), .integer(162)]])
    for kind in [Chart.Kind.bar, .line] {
      let chart = try Chart(kind, title: nil, table: months, language: .zh)
      #expect(chart.categories == ["3", "9"] && chart.series == [.init("次数", [43, 162])])
    }
    let line = try Chart(.line, title: nil, table: months, language: .zh)
    #expect(ChartBars(line, language: .zh).text.hasPrefix("3   43  ███"))
    #expect(ChartScript(line, language: .zh).text(file: "/x").contains("set xtics ('3' 0, '9' 1)"))
    // A second key stands beside it; a day is a name as it is; the only numbers are drawn.
    let keys = Self.table(
      [("年", .integer), ("学段", .text), ("校数", .integer)], [[.integer(2024), .text("小学"), .integer(5)]])
    #expect(try Chart(.bar, title: nil, table: keys, language: .zh).categories == ["2024 小学"])
    let days = Self.table([("日期", .date), ("次数", .integer)], [[.date(Papers.day(2024, 9, 5)), .integer(5)]])
    #expect(try Chart(.line, title: nil, table: days, language: .zh).categories == ["2024-09-05"])
    let names = Self.table([("学生数", .integer), ("学校", .text)], [[.integer(5), .text("甲小学")]])
    let chart = try Chart(.bar, title: nil, table: names, language: .zh)
    #expect(chart.categories == ["甲小学"] && chart.series.map(\.values) == [[5]])
    let alone = Self.table([("学生数", .integer)], [[.integer(5)], [.integer(7)]])
    #expect(try Chart(.bar, title: nil, table: alone, language: .zh).categories == ["1", "2"])
  }

  /// A place without a number would look like zero: below the axis it is said how many there are.
  @Test func missingNumbersAreSaid() {
    for kind in Chart.Kind.allCases {
      let chart = Chart(kind, categories: ["甲", "乙", "丙"], series: [.init("分", [5, nil, 0])])
      let script = ChartScript(chart, language: .zh).text(file: "/x")
      #expect(script.contains("set xlabel '1 个没有数，没有画出'"))
      let whole = Chart(kind, categories: ["甲", "丙"], series: [.init("分", [5, 0])])
      #expect(!ChartScript(whole, language: .zh).text(file: "/x").contains("set xlabel"))
    }
  }

  /// Dots of two columns of numbers lie between two axes, both of which are named.
  @Test func dotsLieBetweenTwoAxes() throws {
    let table = Self.table(
      [("学校", .text), ("学生数", .integer), ("教师数", .integer)],
      [[.text("甲小学"), .integer(500), .integer(40)], [.text("乙小学"), .null, .integer(50)]])
    let chart = try Chart(.dot, title: nil, table: table, language: .zh)
    #expect(chart.positions == [500, nil] && chart.axis == "学生数" && chart.unit == "教师数")
    let script = ChartScript(chart, language: .zh).text(file: "/x")
    #expect(script.contains("set xlabel '学生数；1 个没有数，没有画出'") && script.contains("set ylabel '教师数'"))
    #expect(script.contains("500.0 40.0") && script.contains("'甲小学' at first 500.0,40.0"))
    #expect(!script.contains("乙小学"))
    #expect(chart.alternative.contains("甲小学 (500, 40)"))
    // Names of more than a few points would hide each other.
    let crowd = Chart(
      .dot, categories: (1...40).map { "第\($0)校" }, series: [.init("数", (1...40).map { Double($0) })],
      positions: (1...40).map { Double($0) })
    #expect(!ChartScript(crowd, language: .zh).text(file: "/x").contains("set label"))
  }

  /// Names below the axis never hide each other; where some are left out that is said in the picture.
  @Test func namesAreLeftOutWhereTheyAreMany() {
    let script = ChartScript(Self.many, language: .zh).text(file: "/x")
    #expect(script.contains("set xlabel '共 163 项，每 5 项标一个名称'"))
    #expect(script.ranges(of: "小学' ").count == 33)
    let few = ChartScript(Papers.chart, language: .zh).text(file: "/x")
    #expect(!few.contains("标一个名称") && !few.contains("rotate"))
  }

  @Test func withoutRowsNothingIsDrawnAndThatIsSaid() throws {
    let none = Self.table([("学校", .text), ("学生数", .integer)], [])
    #expect {
      _ = try Chart(.bar, title: nil, table: none, language: .zh)
    } throws: {
      ($0 as? Diagnostic)?.message.id == "documents.chart-without-rows"
        && ($0 as? Diagnostic)?.severity == .note
    }
  }

  @Test func barsOfTextShowEveryNumber() throws {
    let told = Self.charts.map { ChartBars($0, language: .zh).text }.joined(separator: "\n\n") + "\n"
    #expect(told == (try GoldenFile("charts.txt", besides: #filePath).text(recording: told)))
  }

  /// Every number falls into one interval, and borders are round.
  @Test func intervalsOfAHistogramHoldAll() {
    let bins = ChartBins(Self.charts[3])
    #expect(bins.borders == [60, 65, 70, 75, 80, 85, 90, 95, 100])
    #expect(bins.counts.first?.counts.reduce(0, +) == 60)
    for values: [Double?] in [
      [], [5], [5, 5, 5], [0, 1e300], [-3, nil, .infinity, 2], [0.1, 0.2, 0.30000000000000004],
    ] {
      let bins = ChartBins(Chart(.histogram, categories: [], series: [.init("x", values)]))
      #expect(bins.counts.first?.counts.reduce(0, +) == values.count { $0?.isFinite == true }, "\(values)")
    }
  }

  @Test(.enabled(if: Program.isThere("gnuplot"))) func chartsAreDrawnAndEqualOnesAreEqual() throws {
    let drawings = try ChartPlotter().draw(Self.charts, language: .zh)
    let again = try ChartPlotter().draw(Self.charts, language: .zh)
    #expect(drawings.count == Self.charts.count)
    for (drawing, other) in zip(drawings, again) {
      #expect(drawing.svg == other.svg && drawing.png == other.png)
      let svg = try PictureFile.picture(drawing.svg.bytes, name: "svg")
      #expect(svg.kind == .svg && svg.width == Double(ChartPlotter.width))
      #expect(try PictureFile.picture(drawing.png.bytes, name: "png").kind == .png)
    }
    #expect(
      String(decoding: drawings[0].svg.bytes, as: UTF8.self).contains("白鹤&#39;镇")
        || String(decoding: drawings[0].svg.bytes, as: UTF8.self).contains("白鹤'镇"))
  }

  @Test(.enabled(if: Program.isThere("gnuplot", "weasyprint", "pdfimages")))
  func docxHasPointsAndPdfHasLines() throws {
    let folder = try PaperFolder("charts")
    let document = Document(Self.charts.map { .chart($0) })
    let docx = try DocumentWriter.write(document, format: .docx, options: Papers.options)
    let names = try DocxFile(docx.bytes, in: folder).names.filter { $0.contains("media/") }
    #expect(names == (1...Self.charts.count).map { "word/media/picture\($0).png" }.sorted())
    let pdf = try DocumentWriter.write(document, format: .pdf, options: Papers.options)
    #expect(pdf.remarks.isEmpty)
    let images = try Program.run("pdfimages", ["-list", try folder.file("charts.pdf", pdf.bytes)])
    #expect(images.split(separator: "\n").count == 2, "\(images)")
  }

  /// Texts of a chart are no commands.
  @Test func textsOfAChartAreNoCommands() {
    let chart = Chart(
      .bar, title: "a'; system 'rm x' #\n`id`", categories: ["\\\"'"], series: [.init("'", [1])])
    let script = ChartScript(chart, language: .zh).text(file: "/x")
    #expect(script.contains("set title 'a''; system ''rm x'' # `id`' font"))
    #expect(script.contains("set xtics ('\\\"''' 0)"))
  }

  @Test func withoutTheProgramBarsStandInPlaceOfCharts() throws {
    let folder = try PaperFolder("no-plotter")
    var plotter = ChartPlotter()
    plotter.searchPath = [folder.url.path]
    let (document, remarks) = try Document([.chart(Papers.chart)]).drawn(language: .zh, plotter: plotter)
    #expect(remarks.map(\.message.id) == ["documents.plot-missing"] && remarks.first?.severity == .warning)
    #expect(remarks.first?.message.helpZh?.contains("gnuplot-nox") == true)
    let (bytes, _) = try DocxWriter(options: Papers.options).write(document)
    #expect(try DocxFile(bytes, in: folder).text("word/document.xml").contains("████"))
    let broken = try folder.file("gnuplot", Array("#!/bin/sh\necho 'no terminal'\nexit 1\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: broken)
    let failed = try Document([.chart(Papers.chart)]).drawn(language: .zh, plotter: plotter).remarks
    #expect(failed.first?.arguments["reason"] == "no terminal")
  }

  /// A chart stands in a document above the table that it is of.
  @Test(arguments: ["docx", "html"]) func aChartStandsInADocument(ending: String) throws {
    let table = Table(
      columns: [
        Column(id: "name", label: Label(zh: "学校", en: "School"), type: .text),
        Column(id: "pupils", label: Label(zh: "学生数", en: "Pupils"), type: .integer),
      ], rows: [Table.Row([.text("甲校"), .integer(12)]), Table.Row([.text("乙校"), .integer(30)])])
    let chart = try Chart(.bar, title: "学生数", table: table, language: .zh)
    var options = Papers.options
    options.layout.title = "学生数"
    let made = try PaperWriter.documents.page(chart, table, ending, options)
    let text: String
    if ending == "docx" {
      text = try DocxFile(made.bytes, in: try PaperFolder("chart-page")).text("word/document.xml")
    } else {
      text = String(decoding: made.bytes, as: UTF8.self)
    }
    #expect(text.contains("甲校") && text.contains("30"))
    if Program.isThere("gnuplot") { #expect(text.contains(ending == "docx" ? "<w:drawing>" : "<figure")) }
  }

  /// What shows a document in a list of files has the chart's title, or the name of the file where it has none.
  @Test(arguments: ["学生数", nil]) func theChartsTitleIsThatOfItsDocument(title: String?) throws {
    let table = Table(
      columns: [
        Column(id: "name", label: Label(zh: "学校", en: "School"), type: .text),
        Column(id: "pupils", label: Label(zh: "学生数", en: "Pupils"), type: .integer),
      ], rows: [Table.Row([.text("甲校"), .integer(12)])])
    var options = Papers.options
    (options.layout.title, options.name) = (title, "各校")
    for kind in Chart.Kind.allCases where kind != .dot {
      let chart = try Chart(kind, title: title, table: table, language: .zh)
      let docx = try PaperWriter.documents.page(chart, table, "docx", options)
      let core = try DocxFile(docx.bytes, in: try PaperFolder("chart-title")).text("docProps/core.xml")
      #expect(core.contains("<dc:title>\(title ?? "各校")</dc:title>"), "\(kind)")
      let page = String(
        decoding: try PaperWriter.documents.page(chart, table, "html", options).bytes, as: UTF8.self)
      #expect(page.contains("<title>\(title ?? "各校")</title>"), "\(kind)")
      // The document itself says it once, in the chart.
      #expect(!page.contains("<h1>"))
    }
  }

  /// A column without numbers is neither drawn nor an axis.
  @Test func emptyColumnsAreNotDrawn() throws {
    let columns = ["a", "b", "c"].map { Column(id: $0, label: Label(zh: $0, en: $0), type: .integer) }
    let rows = [Table.Row([.null, .integer(1), .integer(2)]), Table.Row([.null, .integer(3), .integer(4)])]
    let chart = try Chart(.dot, title: nil, table: Table(columns: columns, rows: rows), language: .zh)
    #expect(chart.axis == "b" && chart.series.map(\.name) == ["c"] && chart.positions == [1, 3])
    #expect(throws: Diagnostic.self) {
      try Chart(
        .dot, title: nil, table: Table(columns: [columns[0]], rows: [Table.Row([.null])]), language: .zh)
    }
  }
}
