import KitLanguage
import KitModel

extension ExpressionBuilder {
  /// A comparison. `==` and `!=` are never null; the others are null when a side is.
  func compare(_ name: BinaryOperator, _ left: Typed, _ right: Typed, at span: SourceSpan) -> Typed? {
    if left.type == .null || right.type == .null { return compareNull(name, left, right) }
    guard let (one, two) = comparable(name, left, right, at: span) else { return nil }
    return Self.comparison(name, one, two).marked(like: [left, right])
  }

  private func compareNull(_ name: BinaryOperator, _ left: Typed, _ right: Typed) -> Typed {
    let other = left.type == .null ? right : left
    switch name {
    // In a join null matches nothing.
    case .equal where self.right != nil: return Typed(.falsehood, .boolean, isNullable: false)
    case .equal: return Typed(.isNull(other.sql, isNegated: false), .boolean, isNullable: false)
    case .notEqual: return Typed(.isNull(other.sql, isNegated: true), .boolean, isNullable: false)
    default: return Typed(.null, .boolean)
    }
  }

  /// The SQL for two values of one type.
  static func comparison(_ name: BinaryOperator, _ left: Typed, _ right: Typed) -> Typed {
    let mayBeNull = left.isNullable || right.isNullable
    switch name {
    case .equal:
      return Typed(.binary(mayBeNull ? .same : .equal, left.sql, right.sql), .boolean, isNullable: false)
    case .notEqual:
      return Typed(
        .binary(mayBeNull ? .different : .notEqual, left.sql, right.sql), .boolean, isNullable: false)
    default:
      let sql: SQLOperator =
        switch name {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        default: .greaterOrEqual
        }
      let one = left.type.sortable(left.sql)
      return Typed(.binary(sql, one, right.sql), .boolean, isNullable: mayBeNull)
    }
  }

  /// Both sides in one form, or a report of why they cannot be compared.
  func comparable(_ name: BinaryOperator, _ left: Typed, _ right: Typed, at span: SourceSpan)
    -> (Typed, Typed)?
  {
    if left.type.isNumeric && right.type.isNumeric {
      guard percentFits(left, right), percentFits(right, left) else { return nil }
      return Typed.unified(left, right).map { one, two, _ in (one.sealed(), two.sealed()) }
    }
    switch (left.type, right.type) {
    case (.period, .period), (.period, .integer), (.integer, .period):
      return periods(left, right, at: span)
    case (.reference, _), (_, .reference): return references(left, right, at: span)
    case (.integer, .duration(.days)), (.duration(.days), .integer): return (left, right)
    case (.duration(let one), .duration(let two)) where one == two: return (left, right)
    case (.boolean, .boolean), (.date, .date), (.time, .time): return (left, right)
    case (.time, .date): return (day(of: left), right)
    case (.date, .time): return (left, day(of: right))
    case (.date, .period), (.time, .period):
      return refuse(
        QueryMessages.dateInPeriod, left, right, at: span,
        fixes: name == .equal ? [lyingIn(left, right)].compactMap { $0 } : [])
    case (.date, _) where right.type.isTextual: return dateText(right, left, right, at: span)
    case (_, .date) where left.type.isTextual: return dateText(left, left, right, at: span)
    case (.period, _) where right.type.isTextual: return periodText(left, right, right, at: span)
    case (_, .period) where left.type.isTextual: return periodText(left, right, left, at: span)
    default: break
    }
    if left.type.isTextual && right.type.isTextual {
      let (left, right) = (idMeant(by: left, in: right), idMeant(by: right, in: left))
      guard possible(left, right) && possible(right, left) else { return nil }
      return (left, right)
    }
    if left.type.isTextual && right.type.isNumeric { return numberText(left, right, right, at: span) }
    if left.type.isNumeric && right.type.isTextual { return numberText(left, right, left, at: span) }
    return refuse(QueryMessages.cannotCompare, left, right, at: span)
  }

  private func refuse(
    _ message: Message, _ left: Typed, _ right: Typed, at span: SourceSpan, fixes: [Diagnostic.Fix] = []
  ) -> (Typed, Typed)? {
    let arguments = ["left": compiler.name(left.type), "right": compiler.name(right.type)]
    compiler.report(message, arguments, at: span, fixes: fixes)
    return nil
  }

  /// `日期 属于 (2024秋)` for `日期 == 2024秋`.
  private func lyingIn(_ date: Typed, _ period: Typed) -> Diagnostic.Fix? {
    guard case .period(let written)? = period.constant else { return nil }
    let word = language == .zh ? "属于" : "in"
    return Diagnostic.Fix(SourceSpan(date.span.end, period.span.end), " \(word) (\(written.label))")
  }

  private func day(of time: Typed) -> Typed {
    Typed(.function(.left, [time.sql, .number(10)]), .date, isNullable: time.isNullable)
  }

  /// `code == 0012`: text is compared with text, `"0012"`, as it was typed.
  private func numberText(_ left: Typed, _ right: Typed, _ number: Typed, at span: SourceSpan) -> (
    Typed, Typed
  )? {
    var fixes: [Diagnostic.Fix] = []
    if let text = number.written ?? number.constant?.literalText {
      fixes = [Diagnostic.Fix(number.span, "\"\(text)\"")]
    }
    let other = number.span == left.span ? right : left
    if case .text(let text)? = other.constant, ExactDecimal(text) != nil {
      fixes = [Diagnostic.Fix(other.span, text)]
    }
    return refuse(QueryMessages.textAndNumber, left, right, at: span, fixes: fixes)
  }

  private func dateText(_ text: Typed, _ left: Typed, _ right: Typed, at span: SourceSpan) -> (Typed, Typed)?
  {
    if case .text(let written)? = text.constant {
      if let date = CalendarDate(iso: written) {
        compiler.report(
          QueryMessages.textAndDate, ["date": date.iso], at: text.span,
          fixes: [Diagnostic.Fix(text.span, date.iso)])
        return nil
      }
    }
    return refuse(QueryMessages.cannotCompare, left, right, at: span)
  }

  private func periodText(_ left: Typed, _ right: Typed, _ text: Typed, at span: SourceSpan) -> (
    Typed, Typed
  )? {
    if case .text(let written)? = text.constant, let period = Period(stored: written) {
      compiler.report(
        QueryMessages.textAndPeriod, ["period": period.label], at: text.span,
        fixes: [Diagnostic.Fix(text.span, period.label)])
      return nil
    }
    return refuse(QueryMessages.cannotCompare, left, right, at: span)
  }

  /// A percent against a plain number above 1 is meant as percent: `得分率 < 80` as `80%`.
  private func percentFits(_ percent: Typed, _ number: Typed) -> Bool {
    guard percent.isPercent, !number.isPercent else { return true }
    let isAbove: Bool =
      switch number.constant {
      case .integer(let value): value > 1
      case .decimal(let value): ExactDecimal(units: 1, scale: 0) < value
      case .real(let value): value > 1
      default: false
      }
    guard isAbove, let text = number.constant?.literalText else { return true }
    compiler.report(
      QueryMessages.percentMeant, ["number": text], at: number.span,
      fixes: [Diagnostic.Fix(number.span, text + "%")])
    return false
  }

  /// Beside a column whose ids are shown as words such a word means its id: 种类 == "撤销".
  private func idMeant(by text: Typed, in column: Typed) -> Typed {
    guard case .text(let written)? = text.constant, column.words[written] == nil,
      let id = column.words.first(where: {
        [$0.value.zh, $0.value.en].contains { NameKey($0) == NameKey(written) }
      })?.key
    else { return text }
    return Typed(.text(id), .text, span: text.span)
  }

  /// A text that a choice can never be is a slip.
  func possible(_ choice: Typed, _ text: Typed) -> Bool {
    guard case .choice(let values) = choice.type, case .text(let written)? = text.constant,
      !values.contains(written)
    else { return true }
    let words = values.map { choice.words[$0]?.text(compiler.environment.language) ?? $0 }
    let near = Nearness.suggestions(for: written, among: words)
    compiler.report(
      near.isEmpty ? QueryMessages.notAChoice : QueryMessages.notAChoiceNear,
      ["text": written, "list": words.joined(separator: ", "), "near": near.joined(separator: ", ")],
      at: text.span, fixes: near.map { Diagnostic.Fix(text.span, "\"\($0)\"") })
    return false
  }

  // MARK: Periods

  private func periods(_ left: Typed, _ right: Typed, at span: SourceSpan) -> (Typed, Typed)? {
    // Whole numbers that are no year are compared as numbers; `'33'` sorts behind `'2022'`.
    for (integer, period) in [(left, right), (right, left)] where integer.type == .integer {
      guard !isYear(integer.constant), case .period(let kind) = period.type else { continue }
      if let kind, kind != .year { return refuse(QueryMessages.periodKinds, left, right, at: span) }
      let number = Typed(
        .cast(period.sql, .integer), .integer, isNullable: period.isNullable, magnitude: 9999,
        span: period.span)
      return integer.span == left.span ? (integer, number) : (number, integer)
    }
    func isYear(_ constant: Value?) -> Bool {
      if case .integer(let number)? = constant { Period.year(Int(clamping: number)) != nil } else { false }
    }
    func asYear(_ typed: Typed) -> Typed? {
      guard case .integer(let number)? = typed.constant else { return typed }
      return Period.year(Int(clamping: number)).map { Typed(.period($0), .period(.year), span: typed.span) }
    }
    guard let one = asYear(left), let two = asYear(right), case .period(let first) = one.type,
      case .period(let second) = two.type
    else { return refuse(QueryMessages.cannotCompare, left, right, at: span) }
    if let first, let second, first != second {
      let fixes = schoolYearFix(left, right, first, second)
      return refuse(QueryMessages.periodKinds, left, right, at: span, fixes: fixes)
    }
    return (one, two)
  }

  /// `学年 == 2024`: the school year that begins then.
  private func schoolYearFix(_ left: Typed, _ right: Typed, _ first: Period.Kind, _ second: Period.Kind)
    -> [Diagnostic.Fix]
  {
    guard first == .schoolYear, second == .year else { return [] }
    let year: Int? =
      switch right.constant {
      case .integer(let number): Int(clamping: number)
      case .period(let period): period.year
      default: nil
      }
    return year.flatMap(Period.schoolYear(from:)).map { [Diagnostic.Fix(right.span, $0.label)] } ?? []
  }

  // MARK: Texts

  /// contains, starts with, ends with, matches.
  func textTest(_ name: BinaryOperator, _ left: Typed, _ right: Typed, at span: SourceSpan) -> Typed? {
    if left.type == .null || right.type == .null { return Typed(.null, .boolean) }
    for side in [left, right] where !side.type.isTextual {
      if case .reference(let target) = side.type, let field = compiler.entity(target)?.nameField {
        let label = compiler.entity(target)?.field(id: field)?.declaration.label.text(language) ?? field
        return failure(
          QueryMessages.referenceAsText, ["field": label], at: side.span,
          fixes: [Diagnostic.Fix(SourceSpan(side.span.end, side.span.end), "." + label)])
      }
      return failure(
        QueryMessages.argumentType,
        ["function": name.symbol, "wanted": compiler.name(.text), "type": compiler.name(side.type)],
        at: side.span)
    }
    if [.matches, .notMatches].contains(name), case .text(let pattern)? = right.constant,
      (try? Regex(pattern)) == nil
    {
      return failure(QueryMessages.badPattern, ["pattern": pattern], at: right.span)
    }
    let function: SQLFunction =
      switch name {
      case .contains, .notContains: .contains
      case .startsWith, .notStartsWith: .startsWith
      case .endsWith, .notEndsWith: .endsWith
      default: .matches
      }
    let test = SQLExpression.function(function, [left.sql, right.sql])
    let isNegated = [.notContains, .notStartsWith, .notEndsWith, .notMatches].contains(name)
    return Typed(
      isNegated ? .not(test) : test, .boolean, isNullable: left.isNullable || right.isNullable
    ).marked(like: [left, right])
  }

  // MARK: between

  func between(
    _ value: Expression, _ low: Expression, _ high: Expression, isNegated: Bool, at span: SourceSpan
  ) -> Typed? {
    let parts = [build(value), build(low), build(high)]
    guard let one = parts[0], let two = parts[1], let three = parts[2],
      let lower = compare(.greaterOrEqual, one, two, at: span),
      let upper = compare(.lessOrEqual, one, three, at: span)
    else { return nil }
    let both = SQLExpression.binary(.and, lower.sql, upper.sql)
    return Typed(
      isNegated ? .not(both) : both, .boolean, isNullable: lower.isNullable || upper.isNullable
    ).marked(like: [one, two, three])
  }
}

extension Value {
  /// A number as it is typed.
  var literalText: String? {
    switch self {
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .real(let number): String(number)
    default: nil
    }
  }
}
