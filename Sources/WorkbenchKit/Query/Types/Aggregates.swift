import KitLanguage
import KitModel

extension ExpressionBuilder {
  func aggregate(_ call: Call, _ word: Word) -> Typed? {
    switch mode {
    case .braces(let keys):
      mode = .argument
      let made = over(call, word, window: nil)
      mode = .braces(keys: keys)
      return made
    case .window(let window):
      mode = .argument
      let made = over(call, word, window: window)
      mode = .window(window)
      return made
    case .argument:
      return backward(call, word)
        ?? failure(QueryMessages.aggregateNested, ["function": call.name.text], at: call.span)
    case .row:
      guard namesRelation(call) else {
        return failure(QueryMessages.aggregateOutside, ["function": call.name.text], at: call.span)
      }
      return backward(call, word)
    }
  }

  /// The aggregate over the rows in scope, or over the window.
  private func over(_ call: Call, _ word: Word, window: SQLWindow?) -> Typed? {
    var arguments: [Typed] = []
    for (place, argument) in call.arguments.enumerated() {
      let built = word.english == "countif" && place == 0 ? condition(argument) : build(argument)
      if let built { arguments.append(built) }
    }
    let test = call.condition.map { condition($0) }
    guard arguments.count == call.arguments.count else { return nil }
    var filter: Typed?
    if let test {
      guard let test else { return nil }
      filter = test
    }
    guard let made = Aggregation(word.english, arguments, call, builder: self) else { return nil }
    let whole = SQLExpression.all([self.filter, filter?.sql].compactMap { $0 })
    return made.typed(filter: whole, window: window)
  }

  // MARK: Functions of windows

  func windowFunction(_ call: Call, _ word: Word) -> Typed? {
    guard case .window(let window) = mode else {
      return failure(QueryMessages.windowOutside, ["function": call.name.text], at: call.span)
    }
    if let condition = call.condition {
      return failure(QueryMessages.conditionNotHere, ["function": call.name.text], at: condition.span)
    }
    mode = .argument
    defer { mode = .window(window) }
    var arguments: [Typed] = []
    for argument in call.arguments { if let typed = build(argument) { arguments.append(typed) } }
    guard arguments.count == call.arguments.count else { return nil }
    let made = place(word.english, arguments, window, call)
    return made?.marked(like: arguments)
  }

  private func place(_ name: String, _ arguments: [Typed], _ window: SQLWindow, _ call: Call) -> Typed? {
    switch name {
    case "rank", "dense_rank", "row_number":
      let function: SQLWindowFunction =
        name == "rank" ? .rank : name == "dense_rank" ? .denseRank : .rowNumber
      var window = window
      if name != "row_number" {
        guard !window.order.isEmpty else {
          return failure(QueryMessages.orderNeeded, ["function": call.name.text], at: call.span)
        }
      } else {
        window.order += rows?.order ?? []
      }
      return Typed(.window(function, [], window), .integer, isNullable: false, magnitude: 1 << 40)
    case "lag", "lead":
      let value = arguments[0]
      let counts = arguments.dropFirst().compactMap { whole($0, call) }
      guard counts.count == arguments.count - 1 else { return nil }
      var ordered = window
      ordered.order += rows?.order ?? []
      let sql = SQLExpression.window(name == "lag" ? .lag : .lead, [value.sql] + counts.map(\.sql), ordered)
      var result = value.with(sql, value.type)
      result.magnitude = value.magnitude
      result.isNullable = true
      return result
    case "running_sum", "running_avg", "running_count":
      var running = window
      running.order += rows?.order ?? []
      running.frame = .running
      let aggregates = ["running_sum": "sum", "running_avg": "avg", "running_count": "count"]
      return Aggregation(aggregates[name] ?? "count", arguments, call, builder: self)?
        .typed(filter: nil, window: running)
    default: return standing(name, arguments, window, call)
    }
  }

  /// How a value stands in its group: share, zscore, tscore.
  private func standing(_ name: String, _ arguments: [Typed], _ window: SQLWindow, _ call: Call) -> Typed? {
    guard let value = arguments.first.flatMap({ number($0, call) }) else { return nil }
    var whole = window
    whole.order = []
    if name == "share" {
      guard let sum = Aggregation("sum", [value], call, builder: self)?.typed(filter: nil, window: whole)
      else {
        return nil
      }
      return Typed(.binary(.divide, value.real, sum.real), .realPercent)
    }
    let mean = SQLExpression.window(.aggregate(.average), [value.real], whole)
    let deviation = SQLExpression.window(.aggregate(.stddevPopulation), [value.real], whole)
    let score = SQLExpression.binary(.divide, .binary(.subtract, value.real, mean), deviation)
    if name == "zscore" { return Typed(score, .real) }
    return Typed(
      .binary(.add, .realNumber(50), .binary(.multiply, .realNumber(10), score)), .real)
  }
}
