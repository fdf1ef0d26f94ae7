import KitModel
import KitQuery
import KitStore
import KitWorkspace

/// The marks of an earlier scoring: those that stay as they are need not be written, nor compared by the store.
struct KeptMarks {
  let assessment: Assessment
  let context: any CommandContext

  /// The columns that tell a row, and all others but the year.
  private static let key = ["unit", "indicator"]
  private static let columns = ScoredMarks.fields.filter { $0 != "year" && !key.contains($0) }

  /// The numbers of rows that stand in the store already, cell by cell; nil: it has none of the year.
  func unchanged(_ marks: ScoredMarks) throws -> RowNumbers? {
    var unchanged = RowNumbers(count: marks.subjectCount * marks.rowsOfSubject)
    var hasRows = false
    let keys = marks.keys
    var subjects = TextPlaces.Cursor(TextPlaces(keys.subjects))
    var indicators = TextPlaces.Cursor(TextPlaces(keys.indicators))
    let cells = Self.columns.compactMap { ScoredMarks.fields.firstIndex(of: $0) }
    let columns = (Self.key + Self.columns).joined(separator: ", ")
    var own = ScoredMarks.Row(marks)
    try context.keyedRows(
      "\(assessment.quoted("mark")) | where year == $the_year | select \(columns)",
      variables: ["the_year": .period(marks.year)]
    ).forEach { row in
      hasRows = true
      guard let subject = try subjects.place(row, 0), let indicator = try indicators.place(row, 1) else {
        return
      }
      own.go(to: subject, indicator)
      for (place, cell) in cells.enumerated() {
        if try !own.holds(row, place + Self.key.count, at: cell) { return }
      }
      unchanged.insert(subject * marks.rowsOfSubject + indicator)
    }
    return hasRows ? unchanged : nil
  }
}

extension RowBuffer {
  /// Whether a cell of the first row holds the stored form of what is in a column of its own kind.
  func holds(_ row: any KeyedRow, _ column: Int, at cell: Int) throws -> Bool {
    let cell = cells[cell]
    if let decimal = try row.decimal(at: column) {
      return cell.kind == .integer && cell.bits == decimal.units
    }
    if let text = row.text(at: column) {
      return cell.kind == .text
        && text.elementsEqual(bytes[Int(cell.bits)..<Int(cell.bits) + Int(cell.length)])
    }
    return try row.value(at: column).isNull && cell.kind == .null
  }
}
