import KitModel

/// A result in a form that both engines can give.
struct Answer {
  var columns: [Heading]
  var rows: [[Value]]
  var marks: [Table.Mark]

  struct Heading: Hashable {
    var id: String
    var label: String
    var type: DataType
    /// The language does not fix what stands in it.
    var isFree = false
  }

  init(_ rows: Rows) throws {
    columns = rows.columns.map { Heading(id: $0.id, label: $0.label.zh, type: $0.type, isFree: $0.isFree) }
    self.rows = try rows.rows.map { try $0.values() }
    marks = rows.rows.map(\.mark)
  }

  init(_ table: Table) {
    columns = table.columns.map { Heading(id: $0.id, label: $0.label.zh, type: $0.type) }
    rows = table.rows.map(\.values)
    marks = table.rows.map(\.mark)
  }
}

/// An answer, or the reason why there is none.
enum Outcome {
  case answer(Answer)
  case refusal(String)
}
