import KitModel

/// A document as Markdown.
struct DocumentMarkdown {
  var values: ValueText

  func text(_ document: Document) throws -> String {
    try document.blocks.map(text).joined(separator: "\n")
  }

  private func text(_ block: Document.Block) throws -> String {
    switch block {
    case .heading(let title, let level):
      return String(repeating: "#", count: max(1, min(6, level))) + " " + title + "\n"
    case .paragraph(let text): return text + "\n"
    case .list(let items): return items.map { "- \($0)\n" }.joined()
    case .facts(let facts): return facts.map { "- **\($0.name)** \($0.value)\n" }.joined()
    case .table(let table, let title):
      return (title.map { "**\($0)**\n\n" } ?? "") + (try values.text(table).text)
    case .code(let text): return "```\n\(text)\n```\n"
    }
  }
}
