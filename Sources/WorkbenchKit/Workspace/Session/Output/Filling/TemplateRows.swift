import KitFormats
import KitModel

/// The rows of a result as they come into a template: where it has their names already, beside these, else into its
/// blank rows.
struct TemplateRows {
  /// What comes into the blank rows.
  private(set) var filled: [[Int: FilledValue]] = []
  /// What comes beside names that stand there.
  private(set) var placed: [FilledCell] = []
  /// Rows of data.
  let count: Int
  /// Rows that `total` added and the template adds up by itself.
  let leftOut: Int
  /// The heading below which the names stand, where rows were placed by them.
  private(set) var key: HeadedColumn?
  /// Names of the template that the result does not have, and the other way round.
  private(set) var namesLeft: [String] = []
  private(set) var namesAdded: [String] = []
  /// Cells beside these names in which something else stands already, with what the result has.
  private(set) var differing: [(row: Int, column: Int, there: String, new: String)] = []
  /// Texts that were cut, and the cell of the first one.
  private(set) var cut: (count: Int, row: Int, column: Int)?

  private let plan: TemplatePlan
  private let columns: [Column]
  private let formatter: ValueFormatter

  /// - Parameter sheet: The rows of the plan's sheet in which something stands.
  /// - Throws: a `Diagnostic` where two rows of the result belong beside one name, or one beside two.
  init(plan: TemplatePlan, table: Table, sheet: [HeadRow], language: UILanguage) throws {
    self.plan = plan
    columns = table.columns
    formatter = ValueFormatter(language: language)
    var rows = table.rows.filter { $0.mark == .plain }
    count = rows.count
    leftOut = table.rows.count - rows.count
    guard plan.hasTable else { return }
    let listed = sheet.filter { plan.waiting[$0.number] != nil || plan.full.contains($0.number) }
    try place(&rows, listed)
    // Behind names that stand there the numbers go on.
    let before = key == nil ? 0 : listed.count
    for (offset, row) in rows.enumerated() {
      var cells: [Int: FilledValue] = [:]
      for match in plan.matches {
        guard let value = value(row, match) else { continue }
        cells[match.heading.index] = value
        note(value, row: plan.block.first + offset, match.heading.index)
      }
      if let numbers = plan.numbers { cells[numbers] = .count(before + offset + 1) }
      filled.append(cells)
    }
  }

  private func value(_ row: Table.Row, _ match: TemplatePlan.Match) -> FilledValue? {
    guard match.column < row.values.count else { return nil }
    return FilledValue.value(
      row.values[match.column], of: columns[match.column], power: match.power, formatter)
  }

  private mutating func note(_ value: FilledValue, row: Int, _ column: Int) {
    guard value.isCut else { return }
    cut = cut.map { ($0.count + 1, $0.row, $0.column) } ?? (1, row, column)
  }

  /// Takes out the rows whose name stands in the template and puts their values beside it.
  private mutating func place(_ rows: inout [Table.Row], _ listed: [HeadRow]) throws {
    guard let (match, names) = key(of: listed, rows) else { return }
    let column = columns[match.column]
    var byName: [MatchKey: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      byName[MatchKey(formatter.text(row.values[match.column], of: column)), default: []].append(index)
    }
    key = match.heading
    // Where in the template each row of the result belongs.
    var taken: [Int: Int] = [:]
    for (row, name) in zip(listed, names) {
      guard let name else { continue }
      guard let found = byName[MatchKey(name)], let index = found.first else {
        // What is filled in by hand waits for nothing.
        if plan.waiting[row.number] != nil { namesLeft.append(name) }
        continue
      }
      let words = ["name": name, "heading": match.heading.shown]
      guard found.count == 1 else { throw Diagnostic(TemplateMessages.nameTwice, words) }
      if let first = taken.updateValue(row.number, forKey: index) {
        let cells = [first, row.number].map { Self.cell($0, match.heading.index) }
        throw Diagnostic(
          TemplateMessages.listedTwice, words.merging(["first": cells[0], "second": cells[1]]) { $1 })
      }
      place(rows[index], beside: row, match)
    }
    namesAdded = rows.indices.filter { taken[$0] == nil }.map {
      formatter.text(rows[$0].values[match.column], of: column)
    }
    rows = rows.indices.filter { taken[$0] == nil }.map { rows[$0] }
  }

  /// Fills the cells that are blank; what stands in others stays.
  private mutating func place(_ row: Table.Row, beside listed: HeadRow, _ key: TemplatePlan.Match) {
    let formulas = plan.waiting[listed.number] ?? []
    for other in plan.matches where other.column != key.column && !formulas.contains(other.heading.index) {
      guard let value = value(row, other) else { continue }
      guard let there = listed.cells[other.heading.index] else {
        placed.append(FilledCell(row: listed.number, column: other.heading.index, value: value))
        note(value, row: listed.number, other.heading.index)
        continue
      }
      let new = formatter.text(row.values[other.column], of: columns[other.column])
      if !value.isShown(as: there.text), MatchKey(there.text) != MatchKey(new) {
        differing.append((listed.number, other.heading.index, there.text, new))
      }
    }
  }

  private static func cell(_ row: Int, _ column: Int) -> String {
    Location(file: "", row: row, column: column + 1).cell ?? ""
  }

  /// The column by whose words most rows of the template find theirs.
  private func key(of listed: [HeadRow], _ rows: [Table.Row]) -> (TemplatePlan.Match, [String?])? {
    var best: (match: TemplatePlan.Match, names: [String?], hits: Int)?
    for match in plan.matches where !columns[match.column].isSensitive {
      let names = listed.map { $0.cells[match.heading.index]?.text }
      let known = Set(
        rows.map { MatchKey(formatter.text($0.values[match.column], of: columns[match.column])) })
      let hits = names.count { $0.map { known.contains(MatchKey($0)) } == true }
      if hits > best?.hits ?? 0 { best = (match, names, hits) }
    }
    return best.map { ($0.match, $0.names) }
  }
}
