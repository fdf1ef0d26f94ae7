import KitFormats
import KitModel

/// A document as Markdown; nothing in its texts is read as markup.
struct DocumentMarkdown {
  var options: WritingOptions

  func text(_ document: Document) throws -> String {
    try document.simple(options.language).blocks.map(text).joined(separator: "\n")
  }

  private func text(_ block: Document.Block) throws -> String {
    switch block {
    case .heading(let title, let level):
      return String(repeating: "#", count: max(1, min(6, level))) + " " + TextParts.markdown(title) + "\n"
    case .paragraph(let text): return TextParts.markdown(text) + "\n"
    case .list(let items): return items.map { "- \(TextParts.markdown($0))\n" }.joined()
    case .facts(let facts):
      return facts.map { "- **\(TextParts.markdown($0.name))** \(TextParts.markdown($0.value))\n" }.joined()
    case .table(let table, let title):
      let caption = title.map { "**\(TextParts.markdown($0))**\n\n" } ?? ""
      return caption + (try TextParts.markdown(table, options: options))
    case .code(let text): return "```\n\(text)\n```\n"
    // What a simple document does not have.
    case .grid, .figure, .chart, .official, .section: return ""
    }
  }
}
