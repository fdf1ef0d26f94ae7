import KitLanguage
import KitModel

extension Interpreter {
  func select(_ rows: Rows, _ items: [Stage.Item]) throws -> Rows {
    let chosen = try items.map { try column(for: $0, in: rows) }
    var result = Rows(
      columns: chosen.map(\.column),
      rows: rows.rows.map { row in
        Row(
          cells: chosen.map { item in Cell { try item.typed.value(Context(row: row)) } }, mark: row.mark,
          key: row.key)
      })
    result.prefix = rows.prefix
    result.bearer = rows.bearer
    result.isKeyed = rows.isKeyed
    return result
  }

  /// The column that an item of select, group or pivot makes: `a.b` gets the id `a_b`.
  func column(for item: Stage.Item, in rows: Rows) throws -> (
    column: OracleColumn, typed: Typed, path: ColumnPath?
  ) {
    switch item {
    case .bind(let bind):
      let typed = try typed(bind.expression, in: Scope(rows))
      var column = OracleColumn(bind, typed.type)
      column.rate = rate(bind.expression, in: rows)
      return (column, typed, nil)
    case .path(let path):
      let scope = Scope(rows)
      guard let (found, type) = try columnPath(path, in: scope) else {
        throw Failure.refused("no column \(path.names.map(\.text))")
      }
      var column = rows.columns[found.column]
      for id in found.fields {
        guard case .reference(let target) = column.type, let entity = world.entity(named: target),
          let field = world.allFields(of: entity).first(where: { $0.id == id })
        else { continue }
        let label = Label(
          zh: column.label.zh + "_" + field.label.zh, en: column.label.en + "_" + field.label.en)
        column = OracleColumn(id: column.id + "_" + id, label: label, type: field.type)
      }
      return (column, Typed(type) { try follow(found, in: $0.row, scope) }, found)
    }
  }

  /// Columns that `total` computes anew: a quotient of two columns.
  private func rate(_ expression: Expression, in rows: Rows) -> (String, String)? {
    guard case .binary(.divide, let left, let right) = expression.kind, case .path(let one) = left.kind,
      case .path(let two) = right.kind, let first = try? columnPath(one, in: Scope(rows))?.0,
      let second = try? columnPath(two, in: Scope(rows))?.0, first.fields.isEmpty, second.fields.isEmpty
    else { return nil }
    return (rows.columns[first.column].id, rows.columns[second.column].id)
  }

  func derive(_ rows: Rows, _ binds: [Stage.Bind]) throws -> Rows {
    try refuseDoubles(binds)
    return try binds.reduce(rows) { rows, bind in
      let typed = try typed(bind.expression, in: Scope(rows))
      let rate = rate(bind.expression, in: rows)
      return try put(rows, bind.name, typed.type, rate) { row in Cell { try typed.value(Context(row: row)) } }
    }
  }

  private func refuseDoubles(_ binds: [Stage.Bind]) throws {
    if Set(binds.map(\.name.key)).count < binds.count { throw Failure.refused("two columns of one name") }
  }

  /// Changes only what is missing.
  func fill(_ rows: Rows, _ binds: [Stage.Bind]) throws -> Rows {
    try refuseDoubles(binds)
    return try binds.reduce(rows) { rows, bind in
      guard let index = try Scope(rows).column(bind.name) else {
        throw Failure.refused("no column \(bind.name.text)")
      }
      let typed = try typed(bind.expression, in: Scope(rows))
      let type = try Types.merged([rows.columns[index].type, typed.type], world: world)
      return try put(rows, bind.name, type, nil) { row in
        Cell {
          let old = try row.cells[index].value()
          return try Types.convert(old.isNull ? try typed.value(Context(row: row)) : old, to: type)
        }
      }
    }
  }

  /// A column replaced in its place, or added at the end.
  private func put(
    _ rows: Rows, _ name: Name, _ type: DataType, _ rate: (String, String)?, _ cell: (Row) -> Cell
  ) throws -> Rows {
    var result = rows
    if let index = try Scope(rows).column(name) {
      result.columns[index].type = type
      result.columns[index].rate = rate
      if result.columns[index].isKey { result.entity = nil }
      result.columns[index].isKey = false
      for (place, row) in rows.rows.enumerated() { result.rows[place].cells[index] = cell(row) }
    } else {
      var column = OracleColumn(name.text, type)
      column.rate = rate
      result.columns.append(column)
      for (place, row) in rows.rows.enumerated() { result.rows[place].cells.append(cell(row)) }
    }
    return result
  }

  func drop(_ rows: Rows, _ paths: [Path]) throws -> Rows {
    let dropped = try plainColumns(paths, rows)
    return keep(rows, rows.columns.indices.filter { !dropped.contains($0) })
  }

  func reorder(_ rows: Rows, _ paths: [Path]) throws -> Rows {
    let first = try plainColumns(paths, rows)
    return keep(rows, first + rows.columns.indices.filter { !first.contains($0) })
  }

  private func keep(_ rows: Rows, _ indices: [Int]) -> Rows {
    var result = rows
    result.columns = indices.map { rows.columns[$0] }
    result.rows = rows.rows.map { row in
      Row(cells: indices.map { row.cells[$0] }, mark: row.mark, key: row.key)
    }
    return result
  }

  private func plainColumns(_ paths: [Path], _ rows: Rows) throws -> [Int] {
    let found = try paths.map { try columnOrRefuse($0, rows).path }
    guard found.allSatisfy(\.fields.isEmpty), Set(found).count == found.count else {
      throw Failure.refused("columns, each once")
    }
    return found.map(\.column)
  }

  /// new = old: type and place stay. All old names are those of the input.
  func rename(_ rows: Rows, _ renamings: [Stage.Renaming]) throws -> Rows {
    var result = rows
    var renamed: Set<Int> = []
    for renaming in renamings {
      guard let index = try Scope(rows).column(renaming.old), renamed.insert(index).inserted else {
        throw Failure.refused("no column \(renaming.old.text), or twice")
      }
      let old = rows.columns[index]
      result.columns[index] = OracleColumn(renaming.new.text, old.type)
      result.columns[index].isKey = old.isKey
    }
    return result
  }

  /// The lower limit of the stretch in which a value lies.
  func bin(_ rows: Rows, _ expression: Expression, _ width: Expression, _ name: Name?) throws -> Rows {
    let value = try typed(expression, in: Scope(rows))
    let width = try typed(width, in: Scope())
    let size = try width.value(Context(row: Row(cells: [])))
    guard Self.canBin(value.type, width.type) else {
      throw Failure.refused("bin of \(value.type) by \(width.type)")
    }
    var column =
      name.map { OracleColumn($0.text, value.type) }
      ?? OracleColumn(id: "bin", label: Label(zh: "分段", en: "bin"), type: value.type)
    if value.type.isNumeric && width.type.isNumeric { column.type = Types.number(value.type, width.type) }
    if case .percent = value.type, let scale = column.type.scale { column.type = .percent(scale: scale) }
    let type = column.type
    var result = rows
    result.columns.append(column)
    for (place, row) in rows.rows.enumerated() {
      result.rows[place].cells.append(
        Cell { try Self.lowerLimit(try value.value(Context(row: row)), size, type) })
    }
    return result
  }

  private static func canBin(_ value: DataType, _ width: DataType) -> Bool {
    switch (value, width) {
    case (.null, _), (_, .null), (.date, .integer), (.date, .duration(.days)), (.date, .duration(.months)):
      true
    default: value.isNumeric && width.isNumeric
    }
  }

  private static func lowerLimit(_ value: Value, _ size: Value, _ type: DataType) throws -> Value {
    if case .date(let date) = value, case .duration(let duration) = size, duration.unit == .months {
      let month = date.year * 12 + date.month - 1
      let begin = month - month % duration.count
      return CalendarDate(year: begin / 12, month: begin % 12 + 1, day: 1).map { .date($0) } ?? .null
    }
    if value.isNull { return .null }
    if let one = Exact(value), let two = Exact(size) {
      let (a, b) = try Exact.aligned(one, two)
      guard b.units > 0 else { throw Failure.refused("a width above zero") }
      let rest = ((a.units % b.units) + b.units) % b.units
      return try Exact(a.units - rest, scale: a.scale).value(as: type)
    }
    guard let one = ValueOrder.real(value), let two = ValueOrder.real(size), two > 0 else {
      throw Failure.refused("a number or a duration is due")
    }
    return .real((one / two).rounded(.down) * two)
  }
}
