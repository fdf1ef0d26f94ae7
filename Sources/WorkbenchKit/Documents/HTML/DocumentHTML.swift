import FoundationEssentials
import KitFormats
import KitModel

/// A document as one accessible page that needs no other file, in the layout of its paper when it is printed.
struct DocumentHTML {
  var options: WritingOptions

  /// - Parameter document: With its charts drawn.
  func text(_ document: Document) throws -> String {
    let isOfficial = document.layout == .official
    let title = (document.title ?? options.name ?? "").split(whereSeparator: \.isNewline).joined()
    var page = HTMLPage.head(
      title: title, language: isOfficial ? .zh : options.language,
      style: isOfficial ? PaperStyle.official : PaperStyle.report, more: properties)
    page += isOfficial ? "<main class=\"paper\">\n" : "<main>\n"
    if let masthead = document.masthead { page += OfficialHTML.masthead(masthead) }
    var isInSection = false
    let margins = isOfficial ? PaperMeasures.officialMargins : PaperMeasures.pageMargins
    var area = margins.area(isLandscape: false)
    let parts = try document.withNumbers.blocks.map { block in
      guard case .section(let section) = block else {
        return try text(block, isOfficial: isOfficial, area: area)
      }
      defer { isInSection = true }
      area = (section.isLandscape ? margins.turned : margins).area(isLandscape: section.isLandscape)
      return (isInSection ? "</section>\n" : "")
        + "<section class=\"\(section.isLandscape ? "wide" : "tall")\">\n"
    }
    page += parts.joined(separator: "\n") + (isInSection ? "</section>\n" : "")
    if let colophon = document.colophon { page += OfficialHTML.colophon(colophon) }
    return page + "</main>\n" + HTMLPage.tail
  }

  /// What becomes the properties of a pdf.
  private var properties: String {
    let time = Timestamp(seconds: options.time.seconds).text.replacing(" ", with: "T") + "Z"
    let author =
      options.author.isEmpty ? "" : "<meta name=\"author\" content=\"\(HTMLPage.escaped(options.author))\">\n"
    return author + "<meta name=\"dcterms.created\" content=\"\(time)\">\n"
      + "<meta name=\"dcterms.modified\" content=\"\(time)\">\n"
  }

  private func text(_ block: Document.Block, isOfficial: Bool, area: PaperMeasures.Area) throws -> String {
    switch block {
    case .heading(let title, let level):
      let tag = "h\(max(1, min(6, level)))"
      let lines =
        isOfficial && level == 1
        ? TitleLines.of(title, width: PaperMeasures.titleColumns).joined(separator: "\n") : title
      return "<\(tag)>\(HTMLPage.escaped(lines))</\(tag)>\n"
    case .paragraph(let text): return "<p>\(HTMLPage.escaped(text))</p>\n"
    case .list(let items):
      return "<ul>\n" + items.map { "<li>\(HTMLPage.escaped($0))</li>\n" }.joined() + "</ul>\n"
    case .facts(let facts):
      let lines = facts.map {
        "<dt>\(HTMLPage.escaped($0.name))</dt><dd>\(HTMLPage.escaped($0.value))</dd>\n"
      }
      return "<dl>\n" + lines.joined() + "</dl>\n"
    case .table(let table, let title):
      return try self.table(table, title: title, isOfficial: isOfficial, area: area)
    case .grid(let grid): return self.grid(grid, isOfficial: isOfficial, area: area)
    case .code(let text): return "<pre>\(HTMLPage.escaped(text))</pre>\n"
    case .figure(let figure): return Self.text(figure)
    case .chart(let chart):
      let bars = ChartBars(chart, language: options.language).text
      return "<pre>\(HTMLPage.escaped(bars))</pre>\n"
    case .official(let part): return OfficialHTML.text(part)
    case .section: return ""
    }
  }

  /// The picture stands in the page itself.
  private static func text(_ figure: Document.Figure) -> String {
    let kind = figure.picture.kind == .svg ? "svg+xml" : figure.picture.kind.rawValue
    let bytes = Data(figure.picture.bytes).base64EncodedString()
    let width = figure.millimetres.map { " style=\"width:\(RealText.display($0))mm\"" } ?? ""
    let caption = figure.caption.map { "<figcaption>\(HTMLPage.escaped($0))</figcaption>\n" } ?? ""
    let words = figure.alternative.split(whereSeparator: \.isNewline).joined(separator: " ")
    return
      "<figure>\n<img alt=\"\(HTMLPage.escaped(words))\"\(width) src=\"data:image/\(kind);base64,\(bytes)\">\n"
      + caption + "</figure>\n"
  }
}
