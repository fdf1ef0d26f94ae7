import KitFormats
import KitModel

/// A document as one accessible page that needs no other file.
struct DocumentHTML {
  var options: WritingOptions

  func text(_ document: Document) throws -> String {
    let parts = try document.blocks.map(text).joined(separator: "\n")
    return HTMLPage.head(title: document.title ?? "", language: options.language) + "<main>\n" + parts
      + "</main>\n"
      + HTMLPage.tail
  }

  private func text(_ block: Document.Block) throws -> String {
    switch block {
    case .heading(let title, let level):
      let tag = "h\(max(1, min(6, level)))"
      return "<\(tag)>\(HTMLPage.escaped(title))</\(tag)>\n"
    case .paragraph(let text): return "<p>\(HTMLPage.escaped(text))</p>\n"
    case .list(let items):
      return "<ul>\n" + items.map { "<li>\(HTMLPage.escaped($0))</li>\n" }.joined() + "</ul>\n"
    case .facts(let facts):
      let lines = facts.map {
        "<dt>\(HTMLPage.escaped($0.name))</dt><dd>\(HTMLPage.escaped($0.value))</dd>\n"
      }
      return "<dl>\n" + lines.joined() + "</dl>\n"
    case .table(let table, let title):
      var options = options
      options.layout.title = title
      return try TextParts.html(table, options: options)
    case .code(let text): return "<pre>\(HTMLPage.escaped(text))</pre>\n"
    }
  }
}
