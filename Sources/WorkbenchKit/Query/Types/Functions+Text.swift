import KitLanguage
import KitModel

extension ExpressionBuilder {
  func textual(_ name: String, _ arguments: [Typed], _ call: Call) -> Typed? {
    switch name {
    case "length":
      return one(arguments, call).map {
        Typed(.function(.length, [$0.sql]), .integer, isNullable: $0.isNullable, magnitude: 1 << 32)
      }
    case "trim", "upper", "lower", "pinyin", "initials":
      let functions: [String: SQLFunction] = [
        "trim": .trim, "upper": .upper, "lower": .lower, "pinyin": .pinyin, "initials": .initials,
      ]
      guard let function = functions[name] else { return nil }
      return one(arguments, call).map {
        Typed(.function(function, [$0.sql]), .text, isNullable: $0.isNullable)
      }
    case "left", "right", "mid":
      let function: SQLFunction = name == "left" ? .left : name == "right" ? .right : .mid
      let first = one(arguments, call)
      let counts = arguments.dropFirst().compactMap { whole($0, call) }
      guard let first, counts.count == arguments.count - 1 else { return nil }
      return Typed(
        .function(function, [first.sql] + counts.map(\.sql)), .text,
        isNullable: arguments.contains(where: \.isNullable))
    case "replace":
      let texts = arguments.compactMap { text($0, call) }
      guard texts.count == arguments.count else { return nil }
      return Typed(
        .function(.replace, texts.map(\.sql)), .text, isNullable: texts.contains(where: \.isNullable))
    case "concat":
      let texts = arguments.compactMap { asText($0, call) }
      guard texts.count == arguments.count, let first = texts.first else { return nil }
      let sql = texts.dropFirst().reduce(first.sql) { .binary(.concatenate, $0, $1.sql) }
      return Typed(sql, .text, isNullable: texts.contains(where: \.isNullable))
    case "text": return arguments.first.flatMap { asText($0, call) }
    case "format": return formatted(arguments, call)
    default: return nil
    }
  }

  private func one(_ arguments: [Typed], _ call: Call) -> Typed? {
    arguments.first.flatMap { text($0, call) }
  }

  /// A value as people read it.
  func asText(_ value: Typed, _ call: Call) -> Typed? {
    let sql: SQLExpression
    switch value.type {
    case .text, .choice, .file, .date, .time, .null: sql = value.sql
    case .integer: sql = .cast(value.sql, .text)
    case .decimal(_, let scale): sql = .function(.textDecimal, [value.sql, .number(Int64(scale))])
    case .percent(let scale): sql = .function(.textPercent, [value.sql, .number(Int64(scale))])
    case .real: sql = .function(.textReal, [value.sql])
    case .realPercent: sql = .function(.textRealPercent, [value.sql])
    case .boolean:
      let words = language == .zh ? ("是", "否") : ("yes", "no")
      sql = .cases(
        [
          SQLCase(condition: value.sql, value: .text(words.0)),
          SQLCase(condition: .not(value.sql), value: .text(words.1)),
        ], otherwise: nil)
    case .period: sql = .function(.textPeriod, [value.sql])
    case .reference(let target): sql = referenceName(value, target)
    case .duration: return wrong(value, .text, call)
    }
    return Typed(sql, .text, isNullable: value.isNullable).marked(like: [value]).at(value.span)
  }

  /// The name of the row that a reference points to, else its key.
  private func referenceName(_ value: Typed, _ target: String) -> SQLExpression {
    guard let entity = compiler.entity(target), let name = entity.nameField, name != entity.singleKey else {
      return value.sql
    }
    let lookup = Lookup(target: compiler.target(entity.table(of: name)), key: [value.sql], column: name)
    guard let column = rows?.sql(.lookup(lookup), compiler) else { return value.sql }
    return .coalesce(column, value.sql)
  }

  private func formatted(_ arguments: [Typed], _ call: Call) -> Typed? {
    guard arguments.count == 2, let pattern = text(arguments[1], call) else { return nil }
    let value = arguments[0]
    switch value.type {
    case .date, .time:
      return date(value, call).map { Typed(.function(.formatDate, [$0.sql, pattern.sql]), .text) }
    case .null: return .null(at: call.span)
    default:
      guard value.type.isNumeric else { return wrong(value, .real, call) }
      let scale = value.type.scale.map { SQLExpression.number(Int64($0)) } ?? .null
      return Typed(
        .function(.formatNumber, [value.sql, scale, pattern.sql]), .text,
        isNullable: value.isNullable || pattern.isNullable)
    }
  }
}
