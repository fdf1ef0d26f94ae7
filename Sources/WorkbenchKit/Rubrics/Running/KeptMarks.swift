import KitModel
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
    let (subjects, indicators) = marks.numbers
    let cells = Self.columns.compactMap { ScoredMarks.fields.firstIndex(of: $0) }
    let columns = (Self.key + Self.columns).joined(separator: ", ")
    try context.keyedRows(
      "\(assessment.quoted("mark")) | where year == $the_year | select \(columns)",
      variables: ["the_year": .period(marks.year)]
    ).forEach { row in
      hasRows = true
      guard let subject = InputGatherer.key(row.values[0]).flatMap({ subjects[$0] }),
        let indicator = indicators[InputGatherer.text(row.values[1])]
      else { return }
      let buffer = marks.row(subject + indicator)
      let isSame = cells.enumerated().allSatisfy { place, cell in
        buffer.holds(row.values[place + Self.key.count], at: cell)
      }
      if isSame { unchanged.insert(subject + indicator) }
    }
    return hasRows ? unchanged : nil
  }
}

extension RowBuffer {
  /// Whether a cell of the first row holds the stored form of a value of its own column.
  fileprivate func holds(_ value: Value, at cell: Int) -> Bool {
    let cell = cells[cell]
    func isText(_ text: String) -> Bool {
      cell.kind == .text && text.utf8.elementsEqual(bytes[Int(cell.bits)..<Int(cell.bits) + Int(cell.length)])
    }
    return switch value {
    case .null: cell.kind == .null
    case .integer(let number): cell.kind == .integer && cell.bits == number
    case .decimal(let number): cell.kind == .integer && cell.bits == number.units
    case .text(let text): isText(text)
    default: false
    }
  }
}
