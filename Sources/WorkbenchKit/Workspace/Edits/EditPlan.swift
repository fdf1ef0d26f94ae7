import KitFormats
import KitModel

/// What a workbook that came back would change.
struct EditPlan {
  /// A cell that reads otherwise than what is stored.
  struct Change {
    /// The row's key as it is shown, and its name.
    var key: String
    var name: Value
    var column: EditColumn
    var before: Value
    var after: Value
    /// Row from 1, column from 0.
    var place: (row: Int, column: Int)
  }

  /// A row to be written: its line in the workbook, and the values of the key and the open columns in their order.
  struct Row {
    var line: Int
    var key: [Value]
    var values: [Value]
  }

  /// A row to be taken away.
  struct Removal {
    var key: [Value]
    var shown: String
    var name: Value
    /// Where it is marked; nil: its line is gone.
    var line: Int?
  }

  var changes: [Change] = []
  var rows: [Row] = []
  var additions: [Row] = []
  var addedCells: [Change] = []
  var removals: [Removal] = []
  /// Cells and rows that are as the workbook has them already.
  var already = 0
  var faults: [Diagnostic] = []
  var remarks: [Diagnostic] = []

  var isEmpty: Bool { rows.isEmpty && additions.isEmpty && removals.isEmpty }

  /// Two plans that would do the same have the same signature.
  var signature: [String] {
    func text(_ mark: String, _ row: Row) -> String {
      ([mark] + (row.key + row.values).map(FormSheet.written)).joined(separator: "\u{1F}")
    }
    return rows.map { text("=", $0) } + additions.map { text("+", $0) }
      + removals.map { (["-"] + EditDesk.key($0.key)).joined(separator: "\u{1F}") }
      + changes.map { FormSheet.written($0.before) }
  }

  /// The changes cell by cell.
  func table(_ language: UILanguage, _ cells: EditCells, hasNames: Bool) -> Table {
    func column(_ id: String, _ word: Message) -> Column {
      Column(id: id, label: Label(zh: word.zh, en: word.en), type: .text)
    }
    var table = Table(columns: [
      column("change", EditWords.change), column("row", EditWords.row), column("name", EditWords.name),
      column("column", EditWords.column), column("before", EditWords.before),
      column("after", EditWords.after), column("cell", EditWords.cell),
    ])
    func add(_ word: Message, _ change: Change) {
      func shown(_ value: Value) -> Value {
        if value.isNull { return .null }
        if change.column.field?.isSensitive == true { return .text(Column.mask) }
        let type = change.column.field?.type ?? .text
        if case .reference = type { return .text(cells.text(value, in: change.column)) }
        return .text(ValueFormatter(language: language).text(value, type: type))
      }
      table.rows.append(
        Table.Row([
          .text(word.text(language)), .text(change.key), change.name, .text(change.column.heading),
          shown(change.before), shown(change.after),
          .text(Location.columnLetters(change.place.column + 1) + String(change.place.row)),
        ]))
    }
    for change in changes { add(EditWords.changed, change) }
    for change in addedCells { add(EditWords.added, change) }
    for removal in removals {
      table.rows.append(
        Table.Row([
          .text(EditWords.removed.text(language)), .text(removal.shown), removal.name, .null, .null, .null,
          removal.line.map { .text("A" + String($0)) } ?? .null,
        ]))
    }
    table.remarks = remarks
    if !hasNames {
      table.columns.remove(at: 2)
      for index in table.rows.indices { table.rows[index].values.remove(at: 2) }
    }
    return table
  }
}
