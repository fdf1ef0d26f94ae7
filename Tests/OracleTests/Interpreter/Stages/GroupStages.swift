import KitLanguage
import KitModel

extension Interpreter {
  /// The rows of a group and the values of its keys.
  struct Group {
    var keys: [Cell]
    var rows: [Row]

    var context: Context { Context(row: Row(cells: []), group: rows, keys: keys) }
  }

  /// Groups by keys in the order of the keys; without keys exactly one group, even of no rows.
  func groups(_ rows: Rows, by keys: [Typed]) throws -> [Group] {
    if keys.isEmpty { return [Group(keys: [], rows: rows.rows)] }
    var places: [String: Int] = [:]
    var groups: [Group] = []
    for row in rows.rows {
      let values = try keys.map { try $0.value(Context(row: row)) }
      let identity = values.map(ValueOrder.identity).joined(separator: "\u{1F}")
      if let place = places[identity] {
        groups[place].rows.append(row)
      } else {
        places[identity] = groups.count
        groups.append(Group(keys: values.map { Cell($0) }, rows: [row]))
      }
    }
    return groups
  }

  func sortedByKeys(_ groups: [Group]) throws -> [Group] {
    try ValueOrder.sorted(
      groups, by: { try $0.keys.map { try $0.value() } },
      descending: groups.first?.keys.map { _ in false } ?? [])
  }

  func group(_ rows: Rows, _ all: Bool, _ items: [Stage.Item], _ aggregates: [Stage.Bind]) throws -> Rows {
    let keys = try items.map { try column(for: $0, in: rows) }
    // A key that is no path has no path that could be met in the braces.
    let paths = keys.map { $0.path ?? ColumnPath(column: -1) }
    let binds = try aggregates.map { bind in
      (bind, try typed(bind.expression, in: Scope(rows, place: .group(keys: paths))))
    }
    var found = try groups(rows, by: keys.map(\.typed))
    if all { found = try withEmpty(found, keys.map(\.column.type)) }
    let columns = keys.map { key in
      var column = key.column
      column.isKey = true
      return column
    }
    return Rows(
      columns: columns + binds.map { OracleColumn($0.0, $0.1.type) },
      rows: try sortedByKeys(found).map { group in
        let context = group.context
        return Row(cells: group.keys + binds.map { bind in Cell { try bind.1.value(context) } })
      })
  }

  /// `group all`: a group for every combination of the values that references and choices can have and the other
  /// keys do have.
  private func withEmpty(_ groups: [Group], _ types: [DataType]) throws -> [Group] {
    var values: [[Value]] = []
    for (index, type) in types.enumerated() {
      var met: Set<String> = []
      var own = try groups.map { try $0.keys[index].value() }
      switch type {
      case .choice(let choices): own += choices.map { .text($0) }
      case .reference(let target):
        guard let entity = world.entity(named: target), let key = entity.key.first,
          let place = world.allFields(of: entity).firstIndex(where: { $0.id == key })
        else { throw Failure.refused("no entity \(target)") }
        own += world.rows(of: entity).map { row in
          if case .text(let key) = row[place] { .reference(Reference(key: key)) } else { .null }
        }
      default: break
      }
      values.append(own.filter { met.insert(ValueOrder.identity($0)).inserted })
    }
    let combinations = values.reduce([[]]) { combinations, own in
      combinations.flatMap { front in own.map { front + [$0] } }
    }
    func identity(_ values: [Value]) -> String { values.map(ValueOrder.identity).joined(separator: "\u{1F}") }
    let known = Set(try groups.map { identity(try $0.keys.map { try $0.value() }) })
    return groups
      + combinations.filter { !known.contains(identity($0)) }.map {
        Group(keys: $0.map { Cell($0) }, rows: [])
      }
  }

  func window(_ rows: Rows, _ binds: [Stage.Bind], _ per: [Path], _ order: [Stage.SortKey]) throws -> Rows {
    let scope = Scope(rows, place: .window(isOrdered: !order.isEmpty))
    let typedBinds = try binds.map { try typed($0.expression, in: scope) }
    let keys = try per.map { try columnOrRefuse($0, rows).path }
    let orders = try order.map { try typed($0.expression, in: scope.ofRows) }
    var partitions: [String: [Int]] = [:]
    for (place, row) in rows.rows.enumerated() {
      partitions[try identity(of: keys, in: row, rows), default: []].append(place)
    }
    var result = rows
    result.columns += zip(binds, typedBinds).map { OracleColumn($0, $1.type) }
    for places in partitions.values {
      let sorted = try ValueOrder.sorted(
        places, by: { place in try orders.map { try $0.value(Context(row: rows.rows[place])) } },
        descending: order.map(\.isDescending))
      let group = sorted.map { rows.rows[$0] }
      let identities = try group.map { row in
        try orders.map { ValueOrder.identity(try $0.value(Context(row: row))) }.joined(separator: "\u{1F}")
      }
      let ties = identities.map { identities.firstIndex(of: $0) ?? 0 }
      for (position, place) in sorted.enumerated() {
        let context = Context(row: rows.rows[place], group: group, position: position, ties: ties)
        result.rows[place].cells += typedBinds.map { bind in Cell { try bind.value(context) } }
      }
    }
    return result
  }

  func pivot(
    _ rows: Rows, _ item: Stage.Item, _ binds: [Stage.Bind], _ per: [Path], _ values: [Expression]?
  ) throws -> Rows {
    let key = try column(for: item, in: rows)
    let scope = Scope(rows, place: .group(keys: []))
    let typedBinds = try binds.map { try typed($0.expression, in: scope) }
    var used = Set(try binds.flatMap { try columnsUsed(in: $0.expression, rows) })
    if case .bind(let bind) = item { used.formUnion(try columnsUsed(in: bind.expression, rows)) }
    if let path = key.path { used.insert(path.column) }
    let rowKeys =
      try per.isEmpty
      ? rows.columns.indices.filter { !used.contains($0) }.map { index in
        (
          column: rows.columns[index],
          typed: Typed(rows.columns[index].type) { try $0.row.cells[index].value() }
        )
      }
      : per.map { path in
        let found = try column(for: .path(path), in: rows)
        return (column: found.column, typed: found.typed)
      }
    let heads = try pivotValues(rows, key.typed, values)
    var columns = rowKeys.map { key in
      var column = key.column
      column.isKey = true
      return column
    }
    for head in heads {
      let name = head.isNull ? "空" : try Self.shown(head)
      columns += zip(binds, typedBinds).map { bind, typed in
        OracleColumn(binds.count == 1 ? name : name + "_" + bind.name.text, typed.type)
      }
    }
    let found = try sortedByKeys(try groups(rows, by: rowKeys.map(\.typed)))
    if columns.isEmpty { throw Failure.refused("no columns") }
    return Rows(
      columns: columns,
      rows: try found.map { group in
        var cells = group.keys
        for head in heads {
          let own = try group.rows.filter { row in
            try ValueOrder.equal(head, try key.typed.value(Context(row: row)))
          }
          cells += typedBinds.map { bind in Cell { try bind.value(Context(row: Row(cells: []), group: own)) }
          }
        }
        return Row(cells: cells)
      })
  }

  private func pivotValues(_ rows: Rows, _ key: Typed, _ values: [Expression]?) throws -> [Value] {
    if let values {
      return try values.map { value in
        let value = try typed(value, in: Scope())
        try Types.checkComparable(key, value, world: world)
        return try value.value(Context(row: Row(cells: [])))
      }
    }
    let found = try groups(rows, by: [key]).map { try $0.keys[0].value() }
    return try ValueOrder.sorted(found, by: { [$0] }, descending: [false])
  }

  /// The columns that an expression reads.
  private func columnsUsed(in expression: Expression, _ rows: Rows) throws -> [Int] {
    var paths: [Path] = []
    SyntaxWalk.expressions(in: expression) { if case .path(let path) = $0.kind { paths.append(path) } }
    return try paths.compactMap { try columnPath($0, in: Scope(rows))?.0.column }
  }
}
