import KitLanguage
import KitModel

extension Interpreter {
  /// The type of an expression and how it is computed; refuses what names or types forbid.
  func typed(_ expression: Expression, in scope: Scope) throws -> Typed {
    switch expression.kind {
    case .literal(let literal): return Self.literal(literal)
    case .path(let path): return try typed(path, in: scope)
    case .call(let call): return try typed(call, in: scope)
    case .case(let arms): return try cases(arms, in: scope)
    case .table: throw Failure.refused("a table is no value")
    case .pipeline(let pipeline): return try scalar(pipeline)
    case .unary(let operation, let operand): return try unary(operation, try typed(operand, in: scope))
    case .binary(let operation, let left, let right):
      return try binary(operation, try typed(left, in: scope), try typed(right, in: scope))
    case .membership(let element, let members, let isNegated):
      return try membership(try typed(element, in: scope), members, isNegated, in: scope)
    case .between(let value, let low, let high, let isNegated):
      let value = try typed(value, in: scope)
      let (low, high) = (try typed(low, in: scope), try typed(high, in: scope))
      try Types.checkComparable(value, low, world: world)
      try Types.checkComparable(value, high, world: world)
      return Typed(.boolean) { context in
        let middle = try value.value(context)
        guard let above = try ValueOrder.compare(middle, low.value(context)),
          let below = try ValueOrder.compare(middle, high.value(context))
        else { return .null }
        return .boolean((above >= 0 && below <= 0) != isNegated)
      }
    case .isNull(let operand, let isNegated):
      let operand = try typed(operand, in: scope)
      return Typed(.boolean) { .boolean(try operand.value($0).isNull != isNegated) }
    }
  }

  static func literal(_ literal: Expression.Literal) -> Typed {
    switch literal {
    case .integer(let number, _): Typed(constant: .integer(number), .integer)
    case .decimal(let number):
      Typed(constant: .decimal(number), .decimal(precision: 18, scale: number.scale))
    case .percent(let number): Typed(constant: .decimal(number), .percent(scale: number.scale))
    case .duration(let duration): Typed(constant: .duration(duration), .duration(duration.unit))
    case .date(let date): Typed(constant: .date(date), .date)
    case .period(let period): Typed(constant: .period(period), .period(period.kind))
    case .string(let text): Typed(constant: .text(text), .text)
    case .boolean(let truth): Typed(constant: .boolean(truth), .boolean)
    case .null: Typed(constant: .null, .null)
    }
  }

  // MARK: Names

  private func typed(_ path: Path, in scope: Scope) throws -> Typed {
    if let (column, type) = try columnPath(path, in: scope) {
      if case .group(let keys) = scope.place {
        guard let index = keys.firstIndex(of: column) else {
          throw Failure.refused("\(path) is no key of the group")
        }
        return Typed(type) { try $0.keys[index].value() }
      }
      return Typed(type) { try self.follow(column, in: $0.row, scope) }
    }
    guard let name = path.single, !name.isQuoted,
      case .value(let value, let type)? = world.variables[name.key]
    else {
      throw Failure.refused("unknown name \(path.names.map(\.text))")
    }
    return Typed(type) { _ in value }
  }

  /// The column that a path begins with, the fields behind it, and the type at its end; nil if it is a variable.
  func columnPath(_ path: Path, in scope: Scope) throws -> (ColumnPath, DataType)? {
    guard !path.isVariable, var first = path.names.first else { return nil }
    var names = path.names.dropFirst()
    var found = try qualified(first, followedBy: names.first, in: scope)
    if found != nil { first = names.removeFirst() } else { found = try scope.column(first) }
    guard let column = found else { return nil }
    if names.isEmpty, !first.isQuoted, path.names.count == 1, world.variables[first.key] != nil {
      throw Failure.refused("\(first.text) is a column and a variable")
    }
    var type = scope.columns[column].type
    var fields: [String] = []
    for name in names {
      guard case .reference(let target) = type, let entity = world.entity(named: target),
        let field = world.allFields(of: entity).first(where: { $0.names.contains { NameKey($0) == name.key } }
        )
      else { throw Failure.refused("\(name.text) is no field there") }
      type = field.type
      fields.append(field.id)
    }
    return (ColumnPath(column: column, fields: fields), type)
  }

  private func qualified(_ first: Name, followedBy next: Name?, in scope: Scope) throws -> Int? {
    guard let range = scope.qualifiers[first.key], let next else { return nil }
    let found = range.filter { scope.columns[$0].names.contains(next.key) }
    guard found.count == 1 else { throw Failure.refused("\(first.text).\(next.text) is no column") }
    return found[0]
  }

  /// The value at the end of a path; a path through an empty reference is null.
  func follow(_ path: ColumnPath, in row: Row, _ scope: Scope) throws -> Value {
    var value = try row.cells[path.column].value()
    var type = scope.columns[path.column].type
    for id in path.fields {
      guard case .reference(let target) = type, let entity = world.entity(named: target),
        let index = world.allFields(of: entity).firstIndex(where: { $0.id == id })
      else { return .null }
      type = world.allFields(of: entity)[index].type
      guard case .reference(let reference) = value else { return .null }
      value = world.field(index, ofKey: reference.key, in: entity)
    }
    return value
  }

  // MARK: Forms

  private func cases(_ arms: [Expression.Arm], in scope: Scope) throws -> Typed {
    let arms = try arms.map { arm in
      (
        condition: try arm.condition.map {
          try typed($0, in: scope).expecting("a condition") { $0 == .boolean }
        },
        value: try typed(arm.value, in: scope)
      )
    }
    return try choose(arms)
  }

  /// The value of the first arm whose condition is true; none: null.
  func choose(_ arms: [(condition: Typed?, value: Typed)]) throws -> Typed {
    let type = try Types.merged(arms.map(\.value.type), world: world)
    return Typed(type) { context in
      for arm in arms {
        if let condition = arm.condition, try condition.truth(context) != true { continue }
        return try Types.convert(try arm.value.value(context), to: type)
      }
      return .null
    }
  }

  /// A sub-pipeline as a value: one column, at most one row.
  private func scalar(_ pipeline: Pipeline) throws -> Typed {
    let rows = try inner(pipeline)
    guard rows.columns.count == 1 else { throw Failure.refused("a value has one column") }
    return Typed(rows.columns[0].type) { _ in
      if rows.rows.count > 1 { throw Failure.running("a value has at most one row") }
      return try rows.rows.first?.cells[0].value() ?? .null
    }
  }

  private func membership(
    _ element: Typed, _ members: Expression.Members, _ isNegated: Bool, in scope: Scope
  ) throws -> Typed {
    switch members {
    case .list(let expressions):
      let members = try expressions.map { try typed($0, in: scope) }
      for member in members where !isPeriod(member.type, holding: element.type) {
        try Types.checkComparable(element, member, world: world)
      }
      return Typed(.boolean) { context in
        let value = try element.value(context)
        let found = try members.contains { try self.belongs(value, to: try $0.value(context)) }
        return .boolean(found != isNegated)
      }
    case .pipeline(let pipeline): return try membership(element, try inner(pipeline), isNegated)
    case .table(let table): return try membership(element, try rows(of: table), isNegated)
    case .path(let path):
      if let relation = try? self.rows(of: Relation(.path(path), span: path.span)),
        try columnPath(path, in: scope) == nil
      {
        return try membership(element, relation, isNegated)
      }
      let member = try typed(path, in: scope)
      if !isPeriod(member.type, holding: element.type) {
        try Types.checkComparable(element, member, world: world)
      }
      return Typed(.boolean) { context in
        .boolean(try self.belongs(try element.value(context), to: try member.value(context)) != isNegated)
      }
    }
  }

  private func membership(_ element: Typed, _ rows: Rows, _ isNegated: Bool) throws -> Typed {
    guard rows.columns.count == 1 else { throw Failure.refused("what stands behind in has one column") }
    let type = rows.columns[0].type
    try Types.checkComparable(element, Typed(type) { _ in .null }, world: world)
    return Typed(.boolean) { context in
      let value = try element.value(context)
      return .boolean(
        try rows.rows.contains { try ValueOrder.equal(value, try $0.cells[0].value()) } != isNegated)
    }
  }

  private func isPeriod(_ type: DataType, holding element: DataType) -> Bool {
    if case .period = type, element == .date { true } else { false }
  }

  /// Equal, or a day that lies in a period.
  private func belongs(_ value: Value, to member: Value) throws -> Bool {
    guard case .date(let day) = value, case .period(let period) = member else {
      return try ValueOrder.equal(value, member)
    }
    guard let days = world.calendar.days(of: period) else { return false }
    return days.first <= day && day <= days.last
  }
}
