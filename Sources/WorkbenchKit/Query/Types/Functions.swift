import KitLanguage
import KitModel

extension ExpressionBuilder {
  func build(_ call: Call) -> Typed? {
    if NameKey("if") == call.name.key || NameKey("如果") == call.name.key { return conditional(call) }
    guard let word = Words.function(call.name.text) else { return unknownFunction(call) }
    guard hasRightCount(call, word) else { return nil }
    switch word.kind {
    case .aggregate: return aggregate(call, word)
    case .windowFunction: return windowFunction(call, word)
    default:
      if let condition = call.condition {
        return failure(QueryMessages.conditionNotHere, ["function": call.name.text], at: condition.span)
      }
      var arguments: [Typed] = []
      for argument in call.arguments { if let typed = build(argument) { arguments.append(typed) } }
      guard arguments.count == call.arguments.count else { return nil }
      return scalar(word.english, arguments, call)
    }
  }

  private func unknownFunction(_ call: Call) -> Typed? {
    let names = Words.functions.flatMap(\.spellings)
    let synonyms = Synonyms.function(meantBy: call.name.text).map { [$0.spelling(language)] } ?? []
    let near = synonyms.isEmpty ? Nearness.suggestions(for: call.name.text, among: names) : synonyms
    return failure(
      near.isEmpty ? QueryMessages.unknownFunction : QueryMessages.unknownFunctionNear,
      ["name": call.name.text, "near": near.joined(separator: ", ")], at: call.name.span,
      fixes: near.map { Diagnostic.Fix(call.name.span, $0) })
  }

  private func hasRightCount(_ call: Call, _ word: Word) -> Bool {
    let least = word.parameters.filter { !$0.isOptional }.count
    let most = word.parameters.contains(where: \.isRepeated) ? 100 : word.parameters.count
    if (least...max(least, most)).contains(call.arguments.count) { return true }
    compiler.report(
      QueryMessages.argumentCount,
      ["usage": word.signature(language) ?? word.english, "count": String(call.arguments.count)],
      at: call.span)
    return false
  }

  private func conditional(_ call: Call) -> Typed? {
    guard call.arguments.count == 2 || call.arguments.count == 3, call.condition == nil else {
      return failure(
        QueryMessages.argumentCount,
        [
          "usage": language == .zh ? "如果(条件, 值, [否则])" : "if(condition, value, [else])",
          "count": String(call.arguments.count),
        ], at: call.span)
    }
    let test = condition(call.arguments[0])
    let values = call.arguments.dropFirst().compactMap { build($0) }
    guard let test, values.count == call.arguments.count - 1 else { return nil }
    return choose([test] + (values.count == 2 ? [nil] : []), values, at: call.span)
  }

  // MARK: Checking arguments

  func number(_ typed: Typed, _ call: Call) -> Typed? {
    if typed.type.isNumeric || typed.type == .null { return typed }
    return wrong(typed, .real, call)
  }

  func whole(_ typed: Typed, _ call: Call) -> Typed? {
    if typed.type == .integer || typed.type == .null { return typed }
    return wrong(typed, .integer, call)
  }

  func text(_ typed: Typed, _ call: Call) -> Typed? {
    if typed.type.isTextual || typed.type == .null { return typed }
    if case .reference = typed.type {
      return textTest(.contains, typed, Typed(.text(""), .text, span: typed.span), at: typed.span)
    }
    return wrong(typed, .text, call)
  }

  func date(_ typed: Typed, _ call: Call) -> Typed? {
    switch typed.type {
    case .date, .null: return typed
    case .time: return Typed(.function(.left, [typed.sql, .number(10)]), .date, isNullable: typed.isNullable)
    default: return wrong(typed, .date, call)
    }
  }

  func wrong(_ typed: Typed, _ wanted: DataType, _ call: Call) -> Typed? {
    failure(
      QueryMessages.argumentType,
      ["function": call.name.text, "wanted": compiler.name(wanted), "type": compiler.name(typed.type)],
      at: typed.span)
  }

  // MARK: Functions of one row

  private func scalar(_ name: String, _ arguments: [Typed], _ call: Call) -> Typed? {
    let made =
      numeric(name, arguments, call) ?? textual(name, arguments, call) ?? temporal(name, arguments, call)
    return made?.marked(like: arguments)
  }

  private func numeric(_ name: String, _ arguments: [Typed], _ call: Call) -> Typed? {
    switch name {
    case "coalesce": return coalesce(arguments, call)
    case "least", "greatest": return extreme(arguments, call, least: name == "least")
    case "round", "floor", "ceil", "abs", "sqrt", "power":
      guard let first = arguments.first.flatMap({ number($0, call) }) else { return nil }
      if first.type == .null { return .null(at: call.span) }
      return rounded(name, first, arguments.dropFirst().first, call)
    case "number":
      guard let first = arguments.first else { return nil }
      if first.type.isNumeric { return first }
      return text(first, call).map { Typed(.function(.number, [$0.sql]), .real) }
    default: return nil
    }
  }

  private func coalesce(_ arguments: [Typed], _ call: Call) -> Typed? {
    guard let (values, type) = compiler.unified(arguments) else {
      return failure(
        QueryMessages.differentTypes,
        ["list": arguments.map { compiler.name($0.type) }.joined(separator: ", ")], at: call.span)
    }
    if values.count == 1 { return values.first }
    return Typed(
      .function(.coalesce, values.map(\.sql)), type, isNullable: values.allSatisfy(\.isNullable),
      magnitude: Self.largest(values))
  }

  /// The least or greatest in the row; null if one is null.
  private func extreme(_ arguments: [Typed], _ call: Call, least: Bool) -> Typed? {
    guard let (values, type) = compiler.unified(arguments), var result = values.first else {
      return failure(
        QueryMessages.differentTypes,
        ["list": arguments.map { compiler.name($0.type) }.joined(separator: ", ")], at: call.span)
    }
    for value in values.dropFirst() {
      let isFirst = SQLExpression.binary(
        least ? .lessOrEqual : .greaterOrEqual, type.sortable(result.sql), value.sql)
      let isSecond = SQLExpression.binary(
        least ? .greater : .less, type.sortable(result.sql), value.sql)
      result.sql = .cases(
        [SQLCase(condition: isFirst, value: result.sql), SQLCase(condition: isSecond, value: value.sql)],
        otherwise: nil)
    }
    result.magnitude = Self.largest(values)
    result.constant = nil
    result.isNullable = values.contains(where: \.isNullable)
    return result
  }

  private func rounded(_ name: String, _ value: Typed, _ second: Typed?, _ call: Call) -> Typed? {
    switch name {
    case "abs":
      var result = value.with(.function(.absolute, [value.sql]), value.type)
      result.magnitude = value.magnitude
      return result
    case "sqrt": return Typed(.function(.squareRoot, [value.real]), .real)
    case "power":
      guard let exponent = second.flatMap({ number($0, call) }) else { return nil }
      return Typed(.function(.power, [value.real, exponent.real]), .real)
    case "floor", "ceil":
      if let scale = value.type.scale {
        if scale == 0 { return value.with(value.sql, .integer) }
        let function: SQLFunction = name == "floor" ? .floorUnits : .ceilUnits
        return Typed(
          .function(function, [value.sql, .number(Int64(scale))]), .integer, isNullable: value.isNullable,
          magnitude: value.magnitude)
      }
      return Typed(.function(name == "floor" ? .floorReal : .ceilReal, [value.sql]), .integer)
    default: return round(value, places: second, call)
    }
  }

  /// Half away from zero. Exact numbers stay exact and keep the places asked for.
  private func round(_ value: Typed, places: Typed?, _ call: Call) -> Typed? {
    let none = Typed(.integer(0), .integer, span: call.span)
    guard let places = places == nil ? none : places.flatMap({ whole($0, call) }) else { return nil }
    guard let scale = value.type.scale else {
      return Typed(.function(.roundReal, [value.sql, places.sql]), value.type, isNullable: true)
    }
    guard case .integer(let count)? = places.constant else {
      return Typed(.function(.roundReal, [value.real, places.sql]), value.isPercent ? .realPercent : .real)
    }
    let kept = Int(max(-18, min(18, count)))
    if kept >= scale { return value }
    let target = max(0, kept)
    let type: DataType =
      value.isPercent
      ? .percent(scale: target) : target == 0 ? .integer : .decimal(precision: 18, scale: target)
    let units = SQLExpression.function(.roundUnits, [value.sql, .number(Int64(scale - kept))])
    var result = Typed(units, type, isNullable: value.isNullable, magnitude: value.magnitude.map { $0 + 1 })
    if kept < 0 {
      let factor = Typed.power(-kept)
      result = Typed.product(result, Typed(.number(factor), .integer, magnitude: Int128(factor))).of(type)
      result.isNullable = value.isNullable
    }
    return result
  }
}
