import KitDocuments
import KitFormats
import KitModel

/// A document as lines of a terminal.
struct DocumentText {
  var formatter: ValueFormatter
  /// Columns of the terminal; nil breaks no line.
  var width: Int?
  var palette: Palette

  /// Longer lines of running text are hard to read.
  private static let widestText = 100

  /// The whole, each line ended; blocks are parted by an empty line.
  func text(_ document: Document) -> String {
    // A text that is all there is is there to be copied: nothing stands in front of its lines.
    if document.blocks.count == 1, case .code(let text)? = document.blocks.first { return text + "\n" }
    return document.simple(formatter.language).blocks.map(text).joined(separator: "\n")
  }

  private func text(_ block: Document.Block) -> String {
    switch block {
    case .heading(let title, let level): heading(title, level)
    case .paragraph(let text): wrapped(text, indent: 0)
    case .list(let items): items.map { "· " + wrapped($0, indent: 2) }.joined()
    case .facts(let facts): self.facts(facts)
    case .table(let table, let title):
      (title.map { palette.paint($0, .bold) + "\n" } ?? "") + grid(table)
    case .code(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "  " + palette.paint(String($0), .cyan) + "\n" }.joined()
    // What a simple document does not have.
    case .grid, .figure, .chart, .official, .section: ""
    }
  }

  private func heading(_ title: String, _ level: Int) -> String {
    let rule = level == 1 ? String(repeating: "═", count: DisplayWidth.of(title)) + "\n" : ""
    return palette.paint(title, .bold) + "\n" + rule
  }

  private func facts(_ facts: [Document.Fact]) -> String {
    let label = facts.map { DisplayWidth.of($0.name) }.max() ?? 0
    return facts.map { fact in
      palette.paint(DisplayWidth.padded(fact.name, to: label), .faint) + "  "
        + wrapped(fact.value, indent: label + 2)
    }.joined()
  }

  private func grid(_ table: Table) -> String {
    var layout = TableText(formatter: formatter, width: width)
    // A document is read to its end: nothing of it is cut.
    layout.recordLimit = .max
    layout.paint = { [palette] part, text in palette.paint(part, text) }
    return layout.text(table)
  }

  /// `text` broken at the width, further lines indented, every line ended.
  private func wrapped(_ text: String, indent: Int) -> String {
    guard let width, width > indent + 10 else { return text + "\n" }
    let lines = LineBreaks.lines(text, width: min(width, Self.widestText) - indent)
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
  }
}
