import KitModel

/// An expression with its type and what is known about its values.
struct Typed {
  var sql: SQLExpression
  var type: DataType
  var isNullable = true
  /// The value itself, where it is written in the text or held by a variable.
  var constant: Value?
  /// A whole number as it was typed, with the zeros in front.
  var written: String?
  /// The largest absolute value in units of an exact number, where one is known.
  var magnitude: Int128?
  var isSensitive = false
  var restriction: Label?
  /// What people read in place of its values, which are ids: only of a column as it is.
  var words: [String: Label] = [:]
  /// Whole numbers calculated with the engine's operators, which turn to reals where they overflow: to be
  /// sealed before anything but a further sum or product uses them.
  var needsCheck = false
  var span = SourceSpan(0, 0)

  init(
    _ sql: SQLExpression, _ type: DataType, isNullable: Bool = true, constant: Value? = nil,
    magnitude: Int128? = nil, span: SourceSpan = SourceSpan(0, 0)
  ) {
    self.sql = sql
    self.type = type
    self.isNullable = isNullable
    self.constant = constant
    self.magnitude = magnitude
    self.span = span
  }

  /// A column as it is read.
  init(_ column: LiveColumn, sql: SQLExpression, span: SourceSpan = SourceSpan(0, 0)) {
    self.init(
      sql, column.type, isNullable: column.isNullable, magnitude: column.magnitude, span: span)
    isSensitive = column.isSensitive
    restriction = column.restriction
    words = column.words
  }

  /// Takes over what must follow a value from the values it was made of.
  func marked(like others: [Typed]) -> Typed {
    var result = self
    result.isSensitive = isSensitive || others.contains(where: \.isSensitive)
    result.restriction = restriction ?? others.lazy.compactMap(\.restriction).first
    return result
  }

  func at(_ span: SourceSpan) -> Typed {
    var result = self
    result.span = span
    return result
  }

  /// The value, or an error where it left 64 bits.
  func sealed() -> Typed {
    guard needsCheck else { return self }
    var result = self
    result.sql = .function(.exact, [sql])
    result.needsCheck = false
    return result
  }

  static func null(at span: SourceSpan) -> Typed { Typed(.null, .null, constant: .null, span: span) }
}

extension Typed {
  /// A value of a variable or a literal, bound.
  init(_ value: Value, _ type: DataType, span: SourceSpan) {
    self.init(.null, type, isNullable: value.isNull, constant: value, span: span)
    switch value {
    case .null: break
    case .text(let text): sql = .text(text)
    case .integer(let number):
      sql = .bound(.integer(number))
      magnitude = Int128(number.magnitude)
    case .decimal(let decimal):
      sql = .bound(.integer(decimal.units))
      magnitude = Int128(decimal.units.magnitude)
      if type.scale != decimal.scale { self.type = .decimal(precision: 18, scale: decimal.scale) }
    case .real(let number): sql = .bound(.real(number))
    case .boolean(let flag): sql = .bound(.integer(flag ? 1 : 0))
    case .date(let date): sql = .text(date.iso)
    case .period(let period): sql = .text(period.stored)
    case .time(let time): sql = .text(time.text)
    case .duration(let duration): sql = .bound(.integer(Int64(duration.count)))
    case .reference(let reference): sql = .text(reference.key)
    }
  }
}
