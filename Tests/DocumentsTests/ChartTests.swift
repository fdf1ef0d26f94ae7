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
  ]

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
    #expect(names == (1...Self.charts.count).map { "word/media/picture\($0).png" })
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
}
