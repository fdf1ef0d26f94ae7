import KitLanguage
import KitModel

extension Interpreter {
  /// The values of the row of the same key one period earlier, which is sought among `old`.
  func prior(_ rows: Rows, _ path: Path, _ binds: [Stage.Bind], among old: Rows) throws -> Rows {
    let (period, type) = try columnOrRefuse(path, rows)
    guard case .period = type, rows.columns[period.column].isKey else {
      throw Failure.refused("no period of the key")
    }
    let keys = rows.columns.indices.filter { rows.columns[$0].isKey && $0 != period.column }
    let values = try binds.map { try typed($0.expression, in: Scope(old)) }
    guard old.columns.map(\.id) == rows.columns.map(\.id) else { throw Failure.refused("no same rows") }
    func identity(_ row: Row, _ period: Period) throws -> String {
      try keys.map { ValueOrder.identity(try row.cells[$0].value()) }.joined(separator: "\u{1F}") + "@"
        + period.stored
    }
    var byKey: [String: [Row]] = [:]
    for row in old.rows {
      if case .period(let own) = try row.cells[period.column].value() {
        byKey[try identity(row, own), default: []].append(row)
      }
    }
    var result = rows
    result.columns += zip(binds, values).map { OracleColumn($0.name.text, $1.type) }
    for (place, row) in rows.rows.enumerated() {
      var found: [Row] = []
      if case .period(let own) = try row.cells[period.column].value(), let before = own.prior {
        found = byKey[try identity(row, before)] ?? []
      }
      if found.count > 1 { throw Failure.running("two rows one period earlier") }
      result.rows[place].cells += values.map { value in
        Cell { [found] in try found.first.map { try value.value(Context(row: $0)) } ?? .null }
      }
    }
    return result
  }

  /// The stages before `prior` without the filters that hide earlier rows: all behind the last group, and what asks
  /// for a period in front of it.
  func lookingBack(_ stages: [Stage], from rows: Rows, _ path: Path) throws -> [Stage] {
    let period = rows.columns[try columnOrRefuse(path, rows).path.column]
    let lastGroup = stages.lastIndex { if case .group = $0.kind { true } else { false } } ?? -1
    return stages.enumerated().compactMap { place, stage in
      switch stage.kind {
      case .where(let condition) where place < lastGroup:
        let parts = Self.conjuncts(condition).filter { part in
          var mentions = false
          SyntaxWalk.expressions(in: part) {
            if case .path(let path) = $0.kind, let name = path.names.first {
              mentions = mentions || period.has(name.text)
            }
          }
          return !mentions
        }
        guard let first = parts.first else { return nil }
        return Syntax.stage(.where(parts.dropFirst().reduce(first) { Syntax.binary(.and, $0, $1) }))
      case .where, .take, .skip, .top, .sample, .sort: return place < lastGroup ? stage : nil
      case .join(let join) where join.kind == .semi || join.kind == .anti:
        return place < lastGroup ? stage : nil
      case .check: return nil
      default: return stage
      }
    }
  }

  private static func conjuncts(_ expression: Expression) -> [Expression] {
    guard case .binary(.and, let left, let right) = expression.kind else { return [expression] }
    return conjuncts(left) + conjuncts(right)
  }

  /// A row that sums up, and one for each group, marked.
  func total(_ rows: Rows, _ listed: [Path], _ per: [Path]) throws -> Rows {
    let groupKeys = try per.map { try columnOrRefuse($0, rows).path }
    let summed =
      try listed.isEmpty
      ? rows.columns.indices.filter { Self.isSummed(rows.columns[$0].type) }
      : listed.map { path in
        let (found, type) = try columnOrRefuse(path, rows)
        guard type.isNumeric else { throw Failure.refused("no number to sum") }
        return found.column
      }
    func sumRow(_ members: [Row], mark: Table.Mark, keys: [Int]) throws -> Row {
      var cells = rows.columns.map { _ in Cell(.null) }
      for index in summed {
        let type = rows.columns[index].type
        cells[index] = Cell {
          let values = try members.map { try $0.cells[index].value() }.filter { !$0.isNull }
          if values.isEmpty { return .null }
          return try Self.exactSum(values)?.value(as: type)
            ?? .real(values.compactMap(ValueOrder.real).reduce(0, +))
        }
      }
      let sums = cells
      for (index, column) in rows.columns.enumerated() {
        guard let rate = column.rate,
          let one = rows.columns.firstIndex(where: { $0.id == rate.numerator }), summed.contains(one),
          let two = rows.columns.firstIndex(where: { $0.id == rate.denominator }), summed.contains(two)
        else { continue }
        cells[index] = Cell {
          guard let top = ValueOrder.real(try sums[one].value()),
            let bottom = ValueOrder.real(try sums[two].value()),
            bottom != 0
          else { return .null }
          return .real(top / bottom)
        }
      }
      for key in keys { cells[key] = members.first?.cells[key] ?? Cell(.null) }
      return Row(cells: cells, mark: mark)
    }
    var result = rows
    if !groupKeys.isEmpty {
      result.rows = []
      let typedKeys = groupKeys.map { key in
        Typed(.text) { try follow(key, in: $0.row, Scope(rows)) }
      }
      for group in try groups(rows, by: typedKeys) {
        result.rows += group.rows
        result.rows.append(try sumRow(group.rows, mark: .subtotal, keys: groupKeys.map(\.column)))
      }
    }
    result.rows.append(try sumRow(rows.rows, mark: .total, keys: []))
    return result
  }

  private static func isSummed(_ type: DataType) -> Bool {
    switch type {
    case .integer, .decimal: true
    default: false
    }
  }

  /// For each row one for each of the columns: its name and its value.
  func unpivot(_ rows: Rows, _ paths: [Path], _ name: Name?, _ value: Name?) throws -> Rows {
    let places = try paths.map { path in
      let (found, _) = try columnOrRefuse(path, rows)
      guard found.fields.isEmpty else { throw Failure.refused("columns") }
      return found.column
    }
    let type = try Types.merged(places.map { rows.columns[$0].type }, world: world)
    let kept = rows.columns.indices.filter { !places.contains($0) }
    let nameColumn =
      name.map { OracleColumn($0.text, .text) }
      ?? OracleColumn(id: "name", label: Label(zh: "项目", en: "name"), type: .text)
    let valueColumn =
      value.map { OracleColumn($0.text, type) }
      ?? OracleColumn(id: "value", label: Label(zh: "值", en: "value"), type: type)
    return Rows(
      columns: kept.map { withoutKey(rows.columns[$0]) } + [nameColumn, valueColumn],
      rows: rows.rows.flatMap { row in
        places.map { place in
          let label = rows.columns[place].label.text(world.language)
          let value = Cell { try Types.convert(try row.cells[place].value(), to: type) }
          return Row(cells: kept.map { row.cells[$0] } + [Cell(.text(label)), value])
        }
      })
  }

  /// One row for each column. How values are written there is the product's own.
  func describe(_ rows: Rows) throws -> Rows {
    let names = [
      ("column", "列"), ("type", "类型"), ("filled", "非空"), ("missing", "缺失"), ("distinct", "不同值"),
      ("min", "最小"), ("max", "最大"), ("avg", "平均"), ("example", "示例"),
    ]
    let counted = ["filled", "missing", "distinct"]
    let columns = names.map { name in
      var column = OracleColumn(
        id: name.0, label: Label(zh: name.1, en: name.0), type: counted.contains(name.0) ? .integer : .text)
      column.isFree = !counted.contains(name.0)
      return column
    }
    let described = try rows.columns.indices.map { index in
      let values = try rows.rows.map { try $0.cells[index].value() }
      let filled = values.filter { !$0.isNull }
      let counts = [filled.count, values.count - filled.count, Set(filled.map(ValueOrder.identity)).count]
      let free = Cell(.null)
      return Row(
        cells: [free, free] + counts.map { Cell(.integer(Int64($0))) } + names.dropFirst(5).map { _ in free })
    }
    return Rows(columns: columns, rows: described)
  }
}
