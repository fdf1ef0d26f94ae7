import KitLanguage
import KitModel

extension PipelineGenerator {
  /// A stage over these rows; nil if the one that was thrown does not fit.
  mutating func stage(over rows: Rows, isLast: Bool, isInner: Bool) -> Stage.Kind? {
    let exact = plainPaths(rows, where: Self.isExact)
    let allExact = rows.columns.allSatisfy(Self.isExact)
    if exact.isEmpty { return nil }
    switch random.number(0...(isLast ? 41 : 38)) {
    case 0...4: return .where(make(over: rows, inexact: false) { $0.boolean(2) })
    case 5, 6: return select(over: rows)
    case 7...9: return .derive(binds(over: rows, replacing: true))
    case 10: return fill(over: rows)
    case 11: return rows.columns.count > 2 ? .drop(random.some(exact, atMost: 2)) : nil
    case 12: return .reorder(random.some(exact, atMost: 3))
    case 13:
      return .rename(
        random.some(exact, atMost: 2).compactMap { path in
          path.single.map { Stage.Renaming(new: Syntax.name(newName()), old: $0) }
        })
    case 14, 15: return .sort(keys(over: rows))
    case 16: return .take(from: random.oneIn(3) ? count(1...3) : nil, to: count(1...6))
    case 17: return .skip(count(0...3))
    case 18, 19:
      let key = make(over: rows, inexact: false) { generator in
        generator.expression(generator.random.pick([.integer, .decimal, .date, .text]), depth: 1)
      }
      return .top(
        count(1...4), by: key, ascending: random.oneIn(3),
        per: random.oneIn(2) ? [] : random.some(exact, atMost: 2))
    case 20: return random.oneIn(2) && allExact ? .distinct([]) : .distinct(random.some(exact, atMost: 2))
    case 21: return random.oneIn(3) ? .count : nil
    case 22...24: return group(over: rows)
    case 25, 26: return join(over: rows)
    case 27: return prior(over: rows)
    case 28: return combine(over: rows, exact)
    case 29...31: return window(over: rows, exact)
    case 32:
      let key = make(over: rows, inexact: false) { generator in
        generator.expression(generator.random.pick([.integer, .decimal, .percent, .date]), depth: 1)
      }
      return .rank(
        key, ascending: random.oneIn(3), per: random.oneIn(2) ? [] : random.some(exact, atMost: 2),
        name: random.oneIn(2) ? nil : Syntax.name(newName()))
    case 33, 34: return pivot(over: rows, exact)
    case 35: return unpivot(over: rows)
    case 36: return bin(over: rows)
    case 37:
      return .sample(
        count(1...4), per: random.oneIn(2) ? [] : random.some(exact, atMost: 1),
        seed: Syntax.literal(.string(random.pick(["2024秋", "s", "种子7"]))))
    case 38:
      let condition = make(over: rows, inexact: false) { $0.boolean(1) }
      return .check(Test(condition: condition, message: nil, severity: .warning))
    case 39, 40: return .total(columns: [], per: [])
    default: return .output(.describe, [])
    }
  }

  private mutating func count(_ range: ClosedRange<Int>) -> Stage.Count {
    let number = Int64(random.number(range))
    return random.oneIn(8)
      ? .expression(Syntax.binary(.add, Syntax.literal(.integer(number)), Syntax.literal(.integer(0))))
      : .literal(number, Syntax.nowhere)
  }

  private mutating func select(over rows: Rows) -> Stage.Kind {
    let all = make(over: rows) { $0.paths }
    var items = random.some(all, atMost: 5).map { Stage.Item.path(Syntax.path($0.names)) }
    if random.oneIn(2) { items += binds(over: rows, replacing: false).map { .bind($0) } }
    return .select(items)
  }

  private mutating func binds(over rows: Rows, replacing: Bool) -> [Stage.Bind] {
    (0...random.number(0...1)).map { _ in
      let kind = kind()
      let expression = make(over: rows) { $0.expression(kind, depth: 2) }
      let old = plainPaths(rows).compactMap { $0.single?.text }
      let name = replacing && random.oneIn(4) && !old.isEmpty ? random.pick(old) : newName()
      return Syntax.bind(name, expression)
    }
  }

  private mutating func fill(over rows: Rows) -> Stage.Kind? {
    let kind = kind()
    guard let path = make(over: rows, { $0.column(kind) }), let name = path.single else { return nil }
    return .fill([Syntax.bind(name.text, make(over: rows) { $0.leaf(kind) })])
  }

  private mutating func keys(over rows: Rows) -> [Stage.SortKey] {
    (0...random.number(0...1)).map { _ in
      let kind = random.pick([Kind.integer, .decimal, .percent, .text, .boolean, .date, .term])
      let key = make(over: rows, inexact: false) { $0.expression(kind, depth: $0.random.oneIn(3) ? 1 : 0) }
      return Stage.SortKey(expression: key, isDescending: random.oneIn(2))
    }
  }

  private mutating func group(over rows: Rows) -> Stage.Kind {
    var items: [Stage.Item] = []
    for _ in 0..<random.number(0...2) {
      if random.oneIn(4) {
        let kind = random.pick([Kind.integer, .text, .boolean, .date])
        items.append(
          .bind(Syntax.bind(newName(), make(over: rows, inexact: false) { $0.expression(kind, depth: 1) })))
      } else {
        let paths = make(over: rows) { $0.paths }.filter { !ExpressionGenerator.isInexact($0) }
        if !paths.isEmpty { items.append(.path(Syntax.path(random.pick(paths).names))) }
      }
    }
    return .group(
      all: items.count == 1 && random.oneIn(4), keys: items, aggregates: aggregateBinds(over: rows))
  }

  mutating func aggregateBinds(over rows: Rows) -> [Stage.Bind] {
    (0...random.number(0...2)).map { _ in Syntax.bind(newName(), aggregate(over: rows)) }
  }

  /// An aggregate, or a calculation with two of them.
  private mutating func aggregate(over rows: Rows) -> Expression {
    if random.oneIn(6) {
      let first = Syntax.call("sum", [make(over: rows) { $0.leaf(.integer) }])
      return Syntax.binary(random.pick([.add, .divide]), first, Syntax.call("count", []))
    }
    return plainAggregate(over: rows)
  }

  mutating func plainAggregate(over rows: Rows) -> Expression {
    let hasExtremes = hasExtremes
    return make(over: rows) { generator in
      // An inner aggregate has no place in an aggregate.
      generator.scope.entity = nil
      let condition = generator.random.oneIn(4) ? generator.boolean(1) : nil
      func call(_ name: String, _ arguments: [Expression]) -> Expression {
        Syntax.call(name, arguments, where: condition)
      }
      generator.mayBeInexact = false
      switch generator.random.number(0...9) {
      case 0: return call("count", [])
      case 1:
        let kind = generator.random.pick(Kind.allCases)
        return call(
          generator.random.pick(["count", "count_distinct"]), [generator.expression(kind, depth: 1)])
      case 2: return call("countif", [generator.boolean(1)])
      case 3, 4:
        return call("sum", [generator.expression(generator.random.pick(Kind.exactNumbers), depth: 1)])
      case 5, 6:
        let kind = generator.random.pick(Kind.allCases)
        let names = ExpressionGenerator.aggregates(of: kind).filter { $0 != "sum" }
        return call(generator.random.pick(names), [generator.expression(kind, depth: 1)])
      case 7: return call("join_text", [generator.expression(.text, depth: 1), Syntax.literal(.string("-"))])
      default:
        guard !hasExtremes else { return call("count", []) }
        let number = generator.expression(generator.random.pick(Kind.exactNumbers + [.real]), depth: 1)
        switch generator.random.pick(["one", "percentile", "two"]) {
        case "one":
          return call(generator.random.pick(["avg", "median", "stddev", "stddev_pop", "cv"]), [number])
        case "percentile":
          let share = Syntax.literal(
            .percent(ExactDecimal(units: Int64(generator.random.number(0...20) * 5), scale: 2)))
          return call("percentile", [number, share])
        default: return call(generator.random.pick(["cv", "corr"]), [number, generator.leaf(.integer)])
        }
      }
    }
  }

  private mutating func window(over rows: Rows, _ exact: [Path]) -> Stage.Kind {
    let order = random.oneIn(3) ? [] : keys(over: rows)
    let binds = (0...random.number(0...1)).map { _ in
      Syntax.bind(newName(), windowFunction(over: rows, isOrdered: !order.isEmpty))
    }
    return .window(binds, per: random.oneIn(2) ? [] : random.some(exact, atMost: 2), order: order)
  }

  private mutating func windowFunction(over rows: Rows, isOrdered: Bool) -> Expression {
    if random.oneIn(3) { return plainAggregate(over: rows) }
    let hasExtremes = hasExtremes
    return make(over: rows, inexact: false) { generator in
      generator.scope.entity = nil
      let kind = generator.random.pick(Kind.exactNumbers)
      switch generator.random.number(0...6) {
      case 0: return Syntax.call("row_number", [])
      case 1:
        return Syntax.call(isOrdered ? generator.random.pick(["rank", "dense_rank"]) : "row_number", [])
      case 2, 3:
        let distance =
          generator.random.oneIn(2) ? [] : [Syntax.literal(.integer(Int64(generator.random.number(0...3))))]
        let value = generator.expression(generator.random.pick(Kind.allCases), depth: 1)
        return Syntax.call(generator.random.pick(["lag", "lead"]), [value] + distance)
      case 4: return Syntax.call("running_count", generator.random.oneIn(2) ? [] : [generator.leaf(.text)])
      case 5: return Syntax.call("running_sum", [generator.expression(kind, depth: 1)])
      default:
        if hasExtremes { return Syntax.call("row_number", []) }
        return Syntax.call(
          generator.random.pick(["running_avg", "share", "zscore", "tscore"]),
          [generator.expression(kind, depth: 1)])
      }
    }
  }
}
