import KitFormats
import KitModel
import KitStore

/// What a sheet carries in its hidden part: which it is, and what stands in its locked cells.
struct FormIdentity {
  var form: String
  var period: String
  /// Empty on the sheet of an anonymous form: its token alone leads to the delivery.
  var unit: String
  var token: String
  /// Of declaration and basis.
  var digest: String
  var sheet: String
  /// Guide lines, columns, rows, vertical or not.
  var grid: FormGrid
  var locks: [Lock]

  /// A locked cell.
  struct Lock {
    var cell: String
    /// As it is read back.
    var text: String
    /// For cells of rows: the field, the row from 0, the value in the form of declarations.
    var field = ""
    var row = ""
    var value = ""
  }

  private static let version = "dudao-form 1"

  var rows: [[String]] {
    let isVertical = grid.isVertical ? "1" : "0"
    return [
      [Self.version], ["form", form], ["period", period], ["unit", unit], ["token", token],
      ["digest", digest],
      ["sheet", sheet],
      ["grid", String(grid.guideLines), String(grid.columns), String(grid.rows), isVertical],
    ] + locks.map { ["lock", $0.cell, $0.text, $0.field, $0.row, $0.value] }
  }

  var isAnonymous: Bool { unit.isEmpty }

  /// Over all of it; kept in the store, so that a changed identity is found.
  var seal: String { Self.seal(rows) }

  static func seal(_ rows: [[String]]) -> String {
    let lines = rows.map { row in
      var row = row
      while row.last == "" { row.removeLast() }
      return row.joined(separator: "\u{1F}")
    }
    return TextDigest.sha256(lines.joined(separator: "\n"))
  }

  init?(rows: [[String]]) {
    guard rows.first?.first == Self.version else { return nil }
    var facts: [String: [String]] = [:]
    var locks: [Lock] = []
    for row in rows.dropFirst() {
      let row = row + [String](repeating: "", count: max(0, 6 - row.count))
      if row[0] == "lock" {
        locks.append(Lock(cell: row[1], text: row[2], field: row[3], row: row[4], value: row[5]))
      } else {
        facts[row[0]] = Array(row.dropFirst())
      }
    }
    func fact(_ name: String) -> String { facts[name]?.first ?? "" }
    let numbers = (facts["grid"] ?? []).compactMap { Int($0) }
    guard numbers.count >= 4 else { return nil }
    (form, period, unit, token) = (fact("form"), fact("period"), fact("unit"), fact("token"))
    (digest, sheet) = (fact("digest"), fact("sheet"))
    grid = FormGrid(
      guideLines: numbers[0], columns: numbers[1], rows: numbers[2], isVertical: numbers[3] == 1)
    self.locks = locks
  }

  init(
    form: String, period: String, unit: String, token: String, digest: String, sheet: String, grid: FormGrid,
    locks: [Lock]
  ) {
    (self.form, self.period, self.unit, self.token) = (form, period, unit, token)
    (self.digest, self.sheet, self.grid, self.locks) = (digest, sheet, grid, locks)
  }
}
