import KitLanguage
import KitModel

extension Interpreter {
  func filter(_ rows: Rows, by condition: Expression) throws -> Rows {
    let condition = try typed(condition, in: Scope(rows)).expecting("a condition") { $0 == .boolean }
    return rows.with(rows: try rows.rows.filter { try condition.truth(Context(row: $0)) == true })
  }

  func sort(_ rows: Rows, _ keys: [Stage.SortKey]) throws -> Rows {
    let typedKeys = try keys.map { try typed($0.expression, in: Scope(rows)) }
    return rows.with(
      rows: try ValueOrder.sorted(
        rows.rows, by: { row in try typedKeys.map { try $0.value(Context(row: row)) } },
        descending: keys.map(\.isDescending)))
  }

  /// Counted from 1, both ends included; fewer rows are no error.
  func take(_ rows: Rows, _ from: Stage.Count?, _ to: Stage.Count) throws -> Rows {
    let last = rows.rows.prefix(try count(to))
    return rows.with(rows: Array(last.dropFirst(max(0, try from.map { try count($0) - 1 } ?? 0))))
  }

  /// The n highest, sorted by keys, then by the expression; equal ones in the order before.
  func top(_ rows: Rows, _ count: Int, _ key: Expression, _ ascending: Bool, _ per: [Path]) throws -> Rows {
    let value = try typed(key, in: Scope(rows))
    let keys = try per.map { try columnOrRefuse($0, rows) }
    let sorted = try ValueOrder.sorted(
      rows.rows,
      by: { row in
        try keys.map { try follow($0.path, in: row, Scope(rows)) } + [try value.value(Context(row: row))]
      }, descending: keys.map { _ in false } + [!ascending])
    var met: [String: Int] = [:]
    return rows.with(
      rows: try sorted.filter { row in
        let group = try identity(of: keys.map(\.path), in: row, rows)
        met[group, default: 0] += 1
        return met[group, default: 0] <= count
      })
  }

  func distinct(_ rows: Rows, _ paths: [Path]) throws -> Rows {
    let keys = try paths.map { try columnOrRefuse($0, rows).path }
    let all = keys.isEmpty ? rows.columns.indices.map { ColumnPath(column: $0) } : keys
    var met: Set<String> = []
    return rows.with(rows: try rows.rows.filter { met.insert(try identity(of: all, in: $0, rows)).inserted })
  }

  /// Rows with the smallest SHA-256 of seed and key, in the order in which they stood.
  func sample(_ rows: Rows, _ count: Int, _ per: [Path], _ seed: Expression?) throws -> Rows {
    guard let seed, case .text(let text) = try typed(seed, in: Scope()).value(Context(row: Row(cells: [])))
    else {
      throw Failure.refused("a seed is due")
    }
    let keys = try per.map { try columnOrRefuse($0, rows).path }
    let digests = rows.rows.enumerated().map { place, row in
      let key = (rows.isKeyed ? row.key : nil) ?? String(place + 1)
      return Digest.sha256(Array((text + key).utf8))
    }
    var groups: [String: [Int]] = [:]
    for (place, row) in rows.rows.enumerated() {
      groups[try identity(of: keys, in: row, rows), default: []].append(place)
    }
    let chosen = Set(
      groups.values.flatMap { places in
        places.sorted { digests[$0].lexicographicallyPrecedes(digests[$1]) }.prefix(count)
      })
    return rows.with(rows: rows.rows.indices.filter(chosen.contains).map { rows.rows[$0] })
  }

  /// Places by an expression: 1, 2, 2, 4; none for a missing value.
  func rank(_ rows: Rows, _ key: Expression, _ ascending: Bool, _ per: [Path], _ name: Name?) throws -> Rows {
    let value = try typed(key, in: Scope(rows))
    let keys = try per.map { try columnOrRefuse($0, rows).path }
    let values = try rows.rows.map {
      (try identity(of: keys, in: $0, rows), try value.value(Context(row: $0)))
    }
    let column =
      name.map { OracleColumn($0.text, .integer) }
      ?? OracleColumn(id: "rank", label: Label(zh: "排名", en: "rank"), type: .integer)
    var result = rows
    result.columns.append(column)
    for (place, (group, own)) in values.enumerated() {
      let better = try values.filter { other in
        guard other.0 == group, let order = try ValueOrder.compare(other.1, own) else { return false }
        return ascending ? order < 0 : order > 0
      }
      result.rows[place].cells.append(Cell(own.isNull ? .null : .integer(Int64(better.count + 1))))
    }
    return result
  }

  // MARK: Helpers

  /// A part of a key as the workspace keeps it.
  static func stored(_ value: Value) throws -> String {
    if case .period(let period) = value { period.stored } else { try shown(value) }
  }

  /// The column that a path in a clause means.
  func columnOrRefuse(_ path: Path, _ rows: Rows) throws -> (path: ColumnPath, type: DataType) {
    guard let (found, type) = try columnPath(path, in: Scope(rows)) else {
      throw Failure.refused("no column \(path.names.map(\.text))")
    }
    return (found, type)
  }

  /// A text that is the same for rows that agree in these columns.
  func identity(of paths: [ColumnPath], in row: Row, _ rows: Rows) throws -> String {
    try paths.map { ValueOrder.identity(try follow($0, in: row, Scope(rows))) }.joined(separator: "\u{1F}")
  }
}
