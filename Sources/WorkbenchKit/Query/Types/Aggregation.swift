import KitLanguage
import KitModel

/// An aggregate with its arguments checked: what it computes and what type comes out.
struct Aggregation {
  private let aggregate: SQLAggregate
  private var arguments: [SQLExpression]
  private let type: DataType
  private let magnitude: Int128?
  private let isNeverNull: Bool
  /// Divides by this afterwards: exact sums that become a mean.
  private var divisor: SQLExpression?
  /// `countif` and the like: a condition of its own.
  private var filter: SQLExpression?
  private var sources: [Typed]
  /// Whether a value of a row comes out as it is, so that what restricts the row restricts it too.
  private let showsValue: Bool

  init?(_ name: String, _ arguments: [Typed], _ call: Call, builder: ExpressionBuilder) {
    sources = arguments
    var sql = arguments.map(\.sql)
    var result: (SQLAggregate, DataType, Int128?) = (.count, .integer, 1 << 40)
    var neverNull = false
    var shows = false
    switch name {
    case "count":
      neverNull = true
    case "count_distinct":
      result.0 = .countDistinct
      neverNull = true
    case "countif":
      filter = sql.first
      sql = []
      neverNull = true
    case "min", "max", "first", "last":
      guard let first = arguments.first else { return nil }
      shows = true
      let aggregate: SQLAggregate =
        name == "min" ? .minimum : name == "max" ? .maximum : name == "first" ? .first : .last
      result = (aggregate, first.type, first.magnitude)
      if name == "min" || name == "max" { sql = [first.type.sortable(first.sql)] }
      if name == "first" || name == "last" { sql.append(builder.rowPlace()) }
    case "join_text":
      guard let first = arguments.first.flatMap({ builder.text($0, call) }) else { return nil }
      var separator = SQLExpression.text("、")
      if arguments.count > 1 {
        guard let given = builder.text(arguments[1], call) else { return nil }
        separator = given.sql
      }
      shows = true
      sql = [first.sql, separator, builder.rowPlace()]
      result = (.joinText, .text, nil)
    case "sum":
      guard let first = arguments.first.flatMap({ builder.number($0, call) }) else { return nil }
      result = (.sum, first.type, nil)
      if case .decimal(_, let scale) = first.type { result.1 = .decimal(precision: 18, scale: scale) }
    case "avg":
      guard let first = arguments.first.flatMap({ builder.number($0, call) }) else { return nil }
      result = (.average, first.isPercent ? .realPercent : .real, nil)
      if let scale = first.type.scale {
        divisor = scale == 0 ? nil : .number(Typed.power(scale))
        // A sum that may not fit must not make a mean fail: then the engine's own mean of doubles is taken.
        if first.magnitude != nil { result.0 = .sum }
      }
    default:
      var numbers: [Typed] = []
      for argument in arguments {
        guard let number = builder.number(argument, call) else { return nil }
        numbers.append(number)
      }
      guard let statistic = Self.statistic(name, numbers, call, builder) else { return nil }
      sql = numbers.map(\.real)
      result = (statistic.0, statistic.1, nil)
    }
    aggregate = result.0
    type = result.1
    magnitude = result.2
    isNeverNull = neverNull
    showsValue = shows
    self.arguments = sql
    isMeanOfExact = name == "avg" && result.0 == .sum
  }

  private let isMeanOfExact: Bool

  private static func statistic(
    _ name: String, _ numbers: [Typed], _ call: Call, _ builder: ExpressionBuilder
  )
    -> (SQLAggregate, DataType)?
  {
    let kept: DataType = numbers.first?.isPercent == true ? .realPercent : .real
    switch name {
    case "median": return (.median, kept)
    case "percentile":
      guard numbers.count == 2 else { return nil }
      if let place = numbers[1].constant?.double, !(0...1).contains(place) {
        _ = builder.failure(
          QueryMessages.percentileRange, ["value": numbers[1].constant?.literalText ?? ""],
          at: numbers[1].span)
        return nil
      }
      return (.percentile, kept)
    case "stddev": return (.stddevSample, kept)
    case "stddev_pop": return (.stddevPopulation, kept)
    case "cv":
      if numbers.count == 1 { builder.isUnweighted = true }
      return (numbers.count == 1 ? .cv : .cvWeighted, .real)
    case "corr": return (.correlation, .real)
    default: return nil
    }
  }

  /// The aggregate in a SELECT with GROUP BY, or over a window.
  func typed(filter given: SQLExpression?, window: SQLWindow?) -> Typed {
    let condition = [filter, given].compactMap { $0 }
    let whole = SQLExpression.all(condition)
    var sql = make(aggregate, whole, window)
    if isMeanOfExact {
      let count = make(.count, whole, window)
      let total = divisor.map { SQLExpression.binary(.multiply, count, $0) } ?? count
      sql = .binary(.divide, .cast(sql, .real), total)
    } else if let divisor {
      sql = .binary(.divide, sql, divisor)
    }
    var result = Typed(sql, type, isNullable: !isNeverNull, magnitude: magnitude)
    if showsValue { return result.marked(like: sources) }
    // Over a group of one row a sum or mean is the value itself; only counts tell none.
    result.isSensitive = aggregate.showsValues && sources.contains(where: \.isSensitive)
    return result
  }

  private func make(_ aggregate: SQLAggregate, _ filter: SQLExpression?, _ window: SQLWindow?)
    -> SQLExpression
  {
    guard let window else { return .aggregate(aggregate, arguments, filter: filter) }
    var whole = window
    // Without a running frame the aggregate is that of the whole group, whatever the order.
    if window.frame == .standard { whole.order = [] }
    guard let filter else { return .window(.aggregate(aggregate), arguments, whole) }
    // The value is left out where the condition fails: the same as FILTER, which not all window functions take.
    let first = arguments.first ?? .truth
    let kept = SQLExpression.cases([SQLCase(condition: filter, value: first)], otherwise: nil)
    return .window(.aggregate(aggregate), [kept] + arguments.dropFirst(), whole)
  }
}

extension SQLAggregate {
  /// What comes out follows from values, not only from how many there are.
  fileprivate var showsValues: Bool { self != .count && self != .countDistinct }
}

extension Value {
  var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number.real
    case .real(let number): number
    default: nil
    }
  }
}
