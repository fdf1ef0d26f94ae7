import KitLanguage
import KitModel

extension Interpreter {
  func typed(_ call: Call, in scope: Scope) throws -> Typed {
    guard let name = FunctionNames.canonical(call.name.key) else {
      throw Failure.refused("unknown function \(call.name.text)")
    }
    if FunctionNames.aggregates[name] != nil { return try aggregate(name, call, in: scope) }
    guard call.condition == nil else { throw Failure.refused("where stands in aggregates only") }
    if FunctionNames.window[name] != nil { return try windowFunction(name, call, in: scope) }
    let arguments = try call.arguments.map { try typed($0, in: scope) }
    return try numberFunction(name, arguments) ?? textFunction(name, arguments) ?? dateFunction(
      name, arguments)
      ?? { throw Failure.refused("\(name) with \(arguments.map(\.type))") }()
  }

  /// A function of values that is null when one of them is.
  static func strict(
    _ type: DataType, _ arguments: [Typed], _ compute: @escaping ([Value]) throws -> Value
  ) -> Typed {
    Typed(type) { context in
      let values = try arguments.map { try $0.value(context) }
      return values.contains(where: \.isNull) ? .null : try compute(values)
    }
  }

  private func numberFunction(_ name: String, _ arguments: [Typed]) throws -> Typed? {
    if ["round", "floor", "ceil", "abs", "sqrt", "power"].contains(name), arguments.first?.type == .null {
      return Typed(constant: .null, .null)
    }
    switch (name, arguments.count) {
    case ("if", 2...3):
      let condition = try arguments[0].expecting("a condition") { $0 == .boolean }
      let other = arguments.count == 3 ? arguments[2] : Typed(constant: .null, .null)
      return try choose([(condition, arguments[1]), (nil, other)])
    case ("coalesce", 1...):
      let type = try Types.merged(arguments.map(\.type), world: world)
      return Typed(type) { context in
        for argument in arguments {
          let value = try argument.value(context)
          if !value.isNull { return try Types.convert(value, to: type) }
        }
        return .null
      }
    case ("least", 1...), ("greatest", 1...):
      let type = try Types.merged(arguments.map(\.type), world: world)
      return Self.strict(type, arguments) { values in
        let chosen = try values.dropFirst().reduce(values[0]) { best, value in
          let order = try ValueOrder.compare(value, best) ?? 0
          return (name == "least" ? order < 0 : order > 0) ? value : best
        }
        return try Types.convert(chosen, to: type)
      }
    case ("round", 1...2):
      let number = try arguments[0].expecting("a number", \.isNumeric)
      let places = try arguments.dropFirst().first?.expecting("a whole number") { $0 == .integer }
      return try rounding(number, places)
    case ("floor", 1), ("ceil", 1):
      let number = try arguments[0].expecting("a number", \.isNumeric)
      return Self.strict(.integer, [number]) { values in
        if case .real(let real) = values[0] {
          guard let whole = Int64(exactly: real.rounded(name == "floor" ? .down : .up)) else {
            throw Failure.running("overflow")
          }
          return .integer(whole)
        }
        guard let exact = Exact(values[0]) else { return .null }
        let whole = name == "floor" ? exact.floor : -Exact(-exact.units, scale: exact.scale).floor
        return try Exact(whole, scale: 0).value(as: .integer)
      }
    case ("abs", 1):
      let number = try arguments[0].expecting("a number", \.isNumeric)
      return Self.strict(number.type, [number]) { values in
        if case .real(let real) = values[0] { return .real(abs(real)) }
        guard let exact = Exact(values[0]) else { return .null }
        return try Exact(abs(exact.units), scale: exact.scale).value(as: number.type)
      }
    case ("sqrt", 1):
      return Self.strict(.real, [try arguments[0].expecting("a number", \.isNumeric)]) { values in
        ValueOrder.real(values[0]).map { $0 < 0 ? .null : .real($0.squareRoot()) } ?? .null
      }
    case ("power", 2):
      return Self.strict(.real, try arguments.map { try $0.expecting("a number", \.isNumeric) }) { values in
        guard let base = ValueOrder.real(values[0]), let exponent = ValueOrder.real(values[1]) else {
          return .null
        }
        return .real(Self.power(base, exponent))
      }
    case ("number", 1):
      return Self.strict(.real, [try arguments[0].expecting("a text", \.isTextual)]) { values in
        guard case .text(let text) = values[0], let exact = ExactDecimal(Self.narrow(text)) else {
          return .null
        }
        return .real(exact.real)
      }
    default: return nil
    }
  }

  /// Digits, points and signs of full width as those of ASCII.
  private static func narrow(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      result.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(result)
  }

  /// Whole powers, by multiplying.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    let product = (0..<Int(abs(exponent))).reduce(1.0) { product, _ in product * base }
    return exponent < 0 ? 1 / product : product
  }

  /// Half away from zero on the shortest decimal text. A decimal keeps as many places as are asked for.
  private func rounding(_ number: Typed, _ places: Typed?) throws -> Typed {
    let fixed: Int? =
      switch places?.literal {
      case .integer(let count)?: Int(clamping: count)
      case nil where places == nil: 0
      default: nil
      }
    let type: DataType =
      switch (number.type, fixed) {
      case (.integer, _): .integer
      case (.decimal(_, 1...), let places?) where places <= 0: .integer
      case (.decimal(let precision, let scale), let places?):
        .decimal(precision: precision, scale: min(scale, max(0, places)))
      case (.percent(let scale), let places?): .percent(scale: min(scale, max(0, places)))
      case (let other, _): other
      }
    let arguments = [number] + (places.map { [$0] } ?? [])
    return Self.strict(type, arguments) { values in
      guard case .integer(let places) = values.count > 1 ? values[1] : .integer(0) else { return .null }
      let count = Int(clamping: max(-30, min(30, places)))
      if case .real(let real) = values[0] {
        guard let exact = Exact(shortest: real) else { return values[0] }
        return .real(exact.rounded(to: count).real)
      }
      return try Exact(values[0])?.rounded(to: count).value(as: type) ?? .null
    }
  }
}
