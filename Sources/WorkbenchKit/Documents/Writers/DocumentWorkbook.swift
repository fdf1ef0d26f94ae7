import KitFormats
import KitModel

/// A document as a workbook: a first sheet with all that is no table, then a sheet for each table.
struct DocumentWorkbook {
  var options: WritingOptions

  func write(_ document: Document) throws -> (bytes: [UInt8], remarks: [Diagnostic]) {
    let title = document.title
    let document = document.simple(options.language)
    var options = options
    options.layout.title = title
    var sheets: [TableWriter.Sheet] = []
    let front = front(of: document, title: title)
    if !front.rows.isEmpty {
      var layout = SheetLayout()
      layout.title = title
      layout.sheetName = DocumentWords.front.text(options.language)
      layout.isForPrint = true
      sheets.append(TableWriter.Sheet(front, layout: layout))
    }
    var heading: String?
    for block in document.blocks {
      switch block {
      case .heading(let text, let level): heading = level > 1 ? text : nil
      case .table(let table, let caption):
        var layout = SheetLayout()
        layout.title = caption ?? heading ?? title
        layout.isForPrint = true
        sheets.append(TableWriter.Sheet(table, layout: layout))
      case .paragraph, .list, .facts, .code, .grid, .figure, .chart, .official, .section: break
      }
    }
    let written = try TableWriter.writeWorkbook(sheets, options: options, to: .memory)
    return (written.bytes, written.remarks)
  }

  /// Facts and texts, in their order, with the heading below which they stand.
  private func front(of document: Document, title: String?) -> Table {
    var table = Table(columns: [
      Column(id: "part", label: DocumentWords.part, type: .text),
      Column(id: "text", label: DocumentWords.text, type: .text),
    ])
    var part = ""
    var isBehindTable = false
    func add(_ name: String, _ text: String) {
      table.rows.append(Table.Row([name.isEmpty ? .null : .text(name), .text(text)]))
    }
    for block in document.blocks {
      switch block {
      case .heading(let text, let level):
        part = level > 1 ? text : ""
        isBehindTable = false
        // The title of the sheet says the paper's; above it stands who issues it.
        if level == 1, text != title { add("", text) }
      case .paragraph(let text), .code(let text):
        // What comes further below need not belong to the heading any more.
        // The heading announced the table; a text behind that is no part of it.
        add(isBehindTable ? "" : part, text)
        part = ""
      case .list(let items):
        for item in items { add(part, item) }
        part = ""
      case .facts(let facts): for fact in facts { add(fact.name, fact.value) }
      case .table: isBehindTable = true
      case .grid, .figure, .chart, .official, .section: break
      }
    }
    return table
  }
}
