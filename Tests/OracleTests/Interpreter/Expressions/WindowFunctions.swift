import KitLanguage
import KitModel

extension Interpreter {
  func windowFunction(_ name: String, _ call: Call, in scope: Scope) throws -> Typed {
    guard case .window(let isOrdered) = scope.place else {
      throw Failure.refused("\(name) stands in window only")
    }
    let arguments = try call.arguments.map { try typed($0, in: scope.ofRows) }
    func number() throws -> Typed { try arguments[0].expecting("a number", \.isNumeric) }
    func overGroup(_ type: DataType, _ compute: @escaping ([Double], Double) -> Double?) throws -> Typed {
      let argument = try number()
      return Typed(type) { context in
        guard let own = ValueOrder.real(try argument.value(context)) else { return .null }
        let all = try Self.filled(argument, context.group.map { Context(row: $0) }).compactMap(
          ValueOrder.real)
        return compute(all, own).map { .real($0) } ?? .null
      }
    }
    switch (name, arguments.count) {
    case ("row_number", 0): return Typed(.integer) { .integer(Int64($0.position + 1)) }
    case ("rank", 0), ("dense_rank", 0):
      guard isOrdered else { throw Failure.refused("\(name) wants an order") }
      return Typed(.integer) { context in
        let first = context.ties[context.position]
        let place = name == "rank" ? first + 1 : Set(context.ties[...context.position]).count
        return .integer(Int64(place))
      }
    case ("lag", 1...2), ("lead", 1...2):
      var distance = 1
      if arguments.count == 2 {
        guard case .integer(let written)? = arguments[1].literal else {
          throw Failure.refused("a written number")
        }
        distance = Int(clamping: written)
      }
      let step = name == "lag" ? -distance : distance
      return Typed(arguments[0].type) { context in
        let place = context.position + step
        guard context.group.indices.contains(place) else { return .null }
        return try arguments[0].value(Context(row: context.group[place]))
      }
    case ("running_count", 0), ("running_count", 1):
      return Typed(.integer) { context in
        let rows = context.group[...context.position].map { Context(row: $0) }
        return .integer(Int64(try arguments.first.map { try Self.filled($0, rows).count } ?? rows.count))
      }
    case ("running_sum", 1), ("running_avg", 1):
      let argument = try number()
      let isSum = name == "running_sum"
      let mean: DataType = Types.isPercent(argument.type) ? .realPercent : .real
      return Typed(isSum ? argument.type : mean) { context in
        let values = try Self.filled(argument, context.group[...context.position].map { Context(row: $0) })
        if values.isEmpty { return .null }
        if isSum, let exact = try Self.exactSum(values) { return try exact.value(as: argument.type) }
        let reals = values.compactMap(ValueOrder.real)
        return (isSum ? reals.reduce(0, +) : Statistics.mean(reals)).map { .real($0) } ?? .null
      }
    case ("share", 1):
      return try overGroup(.realPercent) { all, own in
        let sum = all.reduce(0, +)
        return sum == 0 ? nil : own / sum
      }
    case ("zscore", 1), ("tscore", 1):
      return try overGroup(.real) { all, own in
        guard let mean = Statistics.mean(all), let deviation = Statistics.populationDeviation(all),
          deviation > 0
        else { return nil }
        let score = (own - mean) / deviation
        return name == "zscore" ? score : 50 + 10 * score
      }
    default: throw Failure.refused("\(name) of \(arguments.count) arguments")
    }
  }
}
