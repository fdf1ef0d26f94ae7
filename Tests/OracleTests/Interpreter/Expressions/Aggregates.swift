import KitLanguage
import KitModel

extension Interpreter {
  /// An aggregate: over the group in braces and windows, else over the rows that refer to this row.
  func aggregate(_ name: String, _ call: Call, in scope: Scope) throws -> Typed {
    switch scope.place {
    case .row: return try backward(name, call, in: scope)
    case .group, .window:
      return try aggregate(
        name, call.arguments, where: call.condition, in: scope.ofRows,
        over: { context in context.group.map { Context(row: $0) } })
    }
  }

  /// An aggregate of arguments that are seen row by row in `scope`, over the rows that `over` finds.
  func aggregate(
    _ name: String, _ arguments: [Expression], where condition: Expression?, in scope: Scope,
    over rows: @escaping (Context) throws -> [Context]
  ) throws -> Typed {
    let arguments = try arguments.map { try typed($0, in: scope) }
    let condition = try condition.map { try typed($0, in: scope).expecting("a condition") { $0 == .boolean } }
    let (type, compute) = try aggregation(name, arguments)
    return Typed(type) { context in
      try compute(try rows(context).filter { try condition?.truth($0) ?? (condition == nil) })
    }
  }

  private typealias Aggregation = (type: DataType, compute: ([Context]) throws -> Value)

  private func aggregation(_ name: String, _ arguments: [Typed]) throws -> Aggregation {
    switch (name, arguments.count) {
    case ("count", 0): return (.integer, { .integer(Int64($0.count)) })
    case ("count", 1): return (.integer, { .integer(Int64(try Self.filled(arguments[0], $0).count)) })
    case ("count_distinct", 1):
      return (
        .integer, { .integer(Int64(Set(try Self.filled(arguments[0], $0).map(ValueOrder.identity)).count)) }
      )
    case ("countif", 1):
      let condition = try arguments[0].expecting("a condition") { $0 == .boolean }
      return (.integer, { .integer(Int64(try $0.filter { try condition.truth($0) == true }.count)) })
    case ("sum", 1): return try sum(try arguments[0].expecting("a number", \.isNumeric))
    case ("min", 1), ("max", 1):
      return (
        arguments[0].type,
        { rows in
          try Self.filled(arguments[0], rows).reduce(Value.null) { best, value in
            guard let order = try ValueOrder.compare(value, best) else { return value }
            return (name == "min" ? order < 0 : order > 0) ? value : best
          }
        }
      )
    case ("first", 1): return (arguments[0].type, { try Self.filled(arguments[0], $0).first ?? .null })
    case ("last", 1): return (arguments[0].type, { try Self.filled(arguments[0], $0).last ?? .null })
    case ("join_text", 1), ("join_text", 2):
      let text = try arguments[0].expecting("a text", \.isTextual)
      var separator = "、"
      if arguments.count == 2 {
        guard case .text(let written)? = arguments[1].literal else {
          throw Failure.refused("the separator is written out")
        }
        separator = written
      }
      return (
        .text,
        { [separator] rows in
          let texts = try Self.filled(text, rows).map(Self.shown)
          return texts.isEmpty ? .null : .text(texts.joined(separator: separator))
        }
      )
    default: return try statistic(name, arguments)
    }
  }

  static func filled(_ argument: Typed, _ rows: [Context]) throws -> [Value] {
    try rows.map { try argument.value($0) }.filter { !$0.isNull }
  }

  private func sum(_ argument: Typed) throws -> Aggregation {
    (
      argument.type,
      { rows in
        let values = try Self.filled(argument, rows)
        if values.isEmpty { return .null }
        if let exact = try Self.exactSum(values) { return try exact.value(as: argument.type) }
        return .real(values.compactMap(ValueOrder.real).reduce(0, +))
      }
    )
  }

  /// The sum of exact numbers; nil if one is a real.
  static func exactSum(_ values: [Value]) throws -> Exact? {
    var sum = Exact(0, scale: 0)
    for value in values {
      guard let exact = Exact(value) else { return nil }
      let (one, two) = try Exact.aligned(sum, exact)
      sum = Exact(one.units + two.units, scale: one.scale)
      if isEager, Int64(exactly: sum.units) == nil { throw Failure.running("overflow") }
    }
    return sum
  }

  private func statistic(_ name: String, _ arguments: [Typed]) throws -> Aggregation {
    let arguments = try arguments.map { try $0.expecting("a number", \.isNumeric) }
    guard let first = arguments.first else { throw Failure.refused("\(name) without argument") }
    let kept: DataType = Types.isPercent(first.type) ? .realPercent : .real
    func one(_ formula: @escaping ([Double]) -> Double?, as type: DataType? = nil) -> Aggregation {
      (
        type ?? kept,
        { rows in
          formula(try Self.filled(first, rows).compactMap(ValueOrder.real)).map { .real($0) } ?? .null
        }
      )
    }
    func two(_ formula: @escaping ([(Double, Double)]) -> Double?) -> Aggregation {
      (
        .real,
        { rows in
          let pairs = try rows.compactMap { row -> (Double, Double)? in
            guard let x = ValueOrder.real(try first.value(row)),
              let y = ValueOrder.real(try arguments[1].value(row))
            else { return nil }
            return (x, y)
          }
          return formula(pairs).map { .real($0) } ?? .null
        }
      )
    }
    switch (name, arguments.count) {
    case ("avg", 1): return one(Statistics.mean)
    case ("median", 1): return one { Statistics.percentile($0, 0.5) }
    case ("percentile", 2):
      guard let share = arguments[1].literal.flatMap(ValueOrder.real), (0...1).contains(share) else {
        throw Failure.refused("the second value of percentile lies in 0…1")
      }
      return one { Statistics.percentile($0, share) }
    case ("stddev", 1): return one(Statistics.sampleDeviation)
    case ("stddev_pop", 1): return one(Statistics.populationDeviation)
    case ("cv", 1): return one(Statistics.variation, as: .real)  // a pure number
    case ("cv", 2): return two(Statistics.weightedVariation)
    case ("corr", 2): return two(Statistics.correlation)
    default: throw Failure.refused("\(name) of \(arguments.count) arguments")
    }
  }
}
