import KitModel

/// Puts a first column 序号 before the rows of another writer; added total rows have no number.
struct NumberedWriter: RowWriter {
  private var inner: any RowWriter
  private var count: Int64 = 0

  /// `make` gets the columns with the one that counts before them.
  init(_ columns: [Column], make: ([Column]) -> any RowWriter) {
    let word = WritingWords.number
    var id = "number"
    while columns.contains(where: { $0.id == id }) { id = "_" + id }
    inner = make([Column(id: id, label: Label(zh: word.zh, en: word.en), type: .integer)] + columns)
  }

  var remarks: [Diagnostic] { inner.remarks }

  mutating func begin(_ output: Output) { inner.begin(output) }

  mutating func row(_ row: Table.Row, _ output: Output) {
    var row = row
    if row.mark == .plain { count += 1 }
    row.values.insert(row.mark == .plain ? .integer(count) : .null, at: 0)
    inner.row(row, output)
  }

  mutating func end(_ output: Output) { inner.end(output) }
}
