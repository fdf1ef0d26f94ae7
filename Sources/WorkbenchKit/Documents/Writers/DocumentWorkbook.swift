import KitFormats
import KitModel

/// A document as a workbook: a first sheet with all that is no table, then a sheet for each table.
struct DocumentWorkbook {
  var options: WritingOptions

  func write(_ document: Document) throws -> (bytes: [UInt8], remarks: [Diagnostic]) {
    var options = options
    options.layout.title = document.title
    var sheets: [TableWriter.Sheet] = []
    let front = front(of: document)
    if !front.rows.isEmpty {
      var layout = SheetLayout()
      layout.title = document.title
      layout.sheetName = DocumentWords.front.text(options.language)
      layout.isForPrint = true
      sheets.append(TableWriter.Sheet(front, layout: layout))
    }
    var heading: String?
    for block in document.blocks {
      switch block {
      case .heading(let text, let level): heading = level > 1 ? text : nil
      case .table(let table, let title):
        var layout = SheetLayout()
        layout.title = title ?? heading ?? document.title
        layout.isForPrint = true
        sheets.append(TableWriter.Sheet(table, layout: layout))
      case .paragraph, .list, .facts, .code: break
      }
    }
    let written = try TableWriter.writeWorkbook(sheets, options: options, to: .memory)
    return (written.bytes, written.remarks)
  }

  /// Facts and texts, in their order, with the heading below which they stand.
  private func front(of document: Document) -> Table {
    var table = Table(columns: [
      Column(id: "part", label: DocumentWords.part, type: .text),
      Column(id: "text", label: DocumentWords.text, type: .text),
    ])
    var part = ""
    func add(_ name: String, _ text: String) {
      table.rows.append(Table.Row([name.isEmpty ? .null : .text(name), .text(text)]))
    }
    for block in document.blocks {
      switch block {
      case .heading(let text, let level): part = level > 1 ? text : ""
      case .paragraph, .code, .list:
        for text in block.texts { add(part, text) }
        // What comes further below need not belong to the heading any more.
        part = ""
      case .facts(let facts): for fact in facts { add(fact.name, fact.value) }
      case .table: break
      }
    }
    return table
  }
}
