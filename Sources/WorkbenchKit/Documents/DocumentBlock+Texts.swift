import KitModel

extension Document.Block {
  /// Running text, where a table is made of a document: of a list one for each item; none of headings, facts, tables.
  public var texts: [String] {
    switch self {
    case .paragraph(let text), .code(let text): [text]
    case .list(let items): items
    case .heading, .facts, .table: []
    }
  }
}
