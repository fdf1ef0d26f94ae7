import KitDocuments
import KitFormats
import KitModel

/// A document as one table, for programs: a row for each fact and each cell, with the part it stands in.
enum DocumentTable {
  static func table(_ document: Document, language: UILanguage) -> Table {
    let formatter = ValueFormatter(language: language)
    var table = Table(columns: [
      Column("part", ValueWords.partColumn), Column("row", ValueWords.rowColumn, .integer),
      Column("name", ValueWords.nameColumn),
      Column("value", ValueWords.valueColumn),
    ])
    var part = ""
    func add(_ row: Int?, _ name: String?, _ value: String) {
      table.rows.append(
        Table.Row([
          .text(part), row.map { .integer(Int64($0)) } ?? .null, name.map { .text($0) } ?? .null,
          .text(value),
        ]))
    }
    for block in document.simple(language).blocks {
      switch block {
      case .heading(let text, _): part = text
      case .paragraph(let text), .code(let text): add(nil, nil, text)
      case .list(let items): for item in items { add(nil, nil, item) }
      case .facts(let facts): for fact in facts { add(nil, fact.name, fact.value) }
      case .table(let inner, let title):
        part = title ?? part
        for (index, row) in inner.rows.enumerated() {
          for (column, value) in zip(inner.columns, row.values) where !value.isNull {
            add(index + 1, column.label.text(language), formatter.text(value, of: column))
          }
        }
        part = ""
      // What a simple document does not have.
      case .grid, .figure, .chart, .official, .section: break
      }
    }
    return table
  }
}
