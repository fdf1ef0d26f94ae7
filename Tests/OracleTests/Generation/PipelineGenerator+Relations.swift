import KitLanguage
import KitModel

extension PipelineGenerator {
  mutating func join(over rows: Rows) -> Stage.Kind? {
    let kind = random.pick([Stage.JoinKind.join, .join, .lookup, .semi, .anti])
    let relation =
      random.oneIn(3)
      ? Syntax.relation(.pipeline(pipeline(stages: random.number(1...2), isInner: true)))
      : Syntax.relation(
        .path(Syntax.path(random.pick(interpreter.world.entities.map(\.id) + [DataGenerator.queryName]))))
    guard let right = try? interpreter.rows(of: relation) else { return nil }
    let alias = random.oneIn(3) ? Syntax.name(newName()) : nil
    let side: Stage.JoinSide = kind == .join ? random.pick([.inner, .left, .full]) : .inner
    return .join(
      Stage.Join(
        kind: kind, relation: relation, alias: alias,
        condition: random.oneIn(3) ? nil : condition(rows, right, alias), side: side))
  }

  private mutating func condition(_ left: Rows, _ right: Rows, _ alias: Name?) -> Stage.JoinCondition? {
    let common = left.columns.filter { column in
      Self.isExact(column) && right.columns.contains { $0.id == column.id && $0.type == column.type }
    }.map(\.id)
    if random.oneIn(2), !common.isEmpty {
      return .columns(random.some(common, atMost: 2).map { Syntax.name($0) })
    }
    let qualifier = alias?.text ?? random.pick(["right", "右"])
    func joinable(_ rows: Rows) -> [OracleColumn] { rows.columns.filter(Self.isExact) }
    let pairs = joinable(left).flatMap { one in
      joinable(right).filter { two in Self.areJoinable(one.type, two.type) }.map { (one.id, $0.id) }
    }
    guard !pairs.isEmpty else { return nil }
    let pair = random.pick(pairs)
    let own = random.pick(["left", "左"])
    var expression = Syntax.binary(.equal, Syntax.column(own, pair.0), Syntax.column(qualifier, pair.1))
    if random.oneIn(3) {
      let other = random.pick(pairs)
      let operation = random.pick([BinaryOperator.lessOrEqual, .notEqual, .equal])
      expression = Syntax.binary(
        .and, expression,
        Syntax.binary(operation, Syntax.column(own, other.0), Syntax.column(qualifier, other.1)))
    }
    return .expression(expression)
  }

  private static func areJoinable(_ one: DataType, _ two: DataType) -> Bool {
    if one.isTextual && two.isTextual { return true }
    return one == two && one != .real
  }

  mutating func prior(over rows: Rows) -> Stage.Kind? {
    guard
      let period = rows.columns.first(where: { column in
        if case .period = column.type { column.isKey } else { false }
      })
    else { return nil }
    let kind = random.pick([Kind.integer, .decimal, .percent])
    let bind = Syntax.bind(
      newName(), make(over: rows) { $0.expression(kind, depth: $0.random.oneIn(3) ? 1 : 0) })
    return .prior(Syntax.path(period.id), [bind])
  }

  /// The other side has the same columns: the same rows filtered or shifted, or those of the entity.
  mutating func combine(over rows: Rows, _ exact: [Path]) -> Stage.Kind? {
    guard rows.columns.allSatisfy(Self.isExact) else { return nil }
    let operation = random.pick([Stage.SetOperation.union, .except, .intersect])
    let other: Relation
    if let name = rows.entity, let entity = interpreter.world.entity(named: name),
      rows.columns.map(\.id) == interpreter.world.allFields(of: entity).map(\.id)
    {
      let source = Syntax.relation(.path(Syntax.path(entity.id)))
      let condition = make(over: rows, inexact: false) { $0.boolean(1) }
      other = Syntax.relation(.pipeline(Syntax.pipeline(source, [Syntax.stage(.where(condition))])))
    } else {
      other = Syntax.relation(.pipeline(pipeline(stages: 1, isInner: true)))
    }
    return .combine(operation, other)
  }

  mutating func pivot(over rows: Rows, _ exact: [Path]) -> Stage.Kind? {
    let keys = plainPaths(rows) { column in
      switch column.type {
      case .text, .choice, .period(.term): true
      default: false
      }
    }
    guard !keys.isEmpty else { return nil }
    let key = random.pick(keys)
    let binds = aggregateBinds(over: rows)
    let others = exact.filter { $0 != key }
    let isListed = random.oneIn(2) || others.isEmpty
    let values: [Expression]? =
      random.oneIn(2)
      ? nil
      : make(over: rows) { generator in
        let type = try? generator.interpreter.columnOrRefuse(key, rows).type
        switch type {
        case .choice(let choices)?: return choices.map { Syntax.literal(.string($0)) }
        case .period?:
          return [2023, 2024].map { Syntax.literal(Period.autumn($0).map { .period($0) } ?? .null) }
        default: return ["青石", "abc"].map { Syntax.literal(.string($0)) }
        }
      }
    return .pivot(.path(key), binds, per: isListed ? [] : random.some(others, atMost: 2), values: values)
  }

  mutating func unpivot(over rows: Rows) -> Stage.Kind? {
    let kind = random.pick([Kind.integer, .text, .date])
    let paths = plainPaths(rows) { kind.holds($0.type) }
    guard !paths.isEmpty else { return nil }
    let isNamed = random.oneIn(2)
    return .unpivot(
      random.some(paths, atMost: 3), name: isNamed ? Syntax.name(newName()) : nil,
      value: isNamed ? Syntax.name(newName()) : nil)
  }

  mutating func bin(over rows: Rows) -> Stage.Kind {
    let name = random.oneIn(2) ? nil : Syntax.name(newName())
    if random.oneIn(4) {
      let months = Duration(random.pick([1, 3, 12]), .months)
      return .bin(make(over: rows) { $0.leaf(.date) }, by: Syntax.literal(.duration(months)), name: name)
    }
    let kind = random.pick([Kind.integer, .decimal])
    let width: Expression.Literal =
      random.oneIn(3) ? .decimal(ExactDecimal(units: 25, scale: 1)) : .integer(random.pick([1, 5, 10, 100]))
    return .bin(make(over: rows) { $0.expression(kind, depth: 1) }, by: Syntax.literal(width), name: name)
  }
}
