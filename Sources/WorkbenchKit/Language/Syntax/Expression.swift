import KitModel

/// An expression with its place in the text.
public struct Expression: Hashable, Sendable {
  public let kind: Kind
  public let span: SourceSpan

  public init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  public indirect enum Kind: Hashable, Sendable {
    case literal(Literal)
    case path(Path)
    case call(Call)
    case `case`([Arm])
    case table(TableLiteral)
    /// A sub-pipeline in parentheses.
    case pipeline(Pipeline)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `x in …`, negated with `not in`.
    case membership(Expression, Members, isNegated: Bool)
    /// `x between a and b`, both ends included.
    case between(Expression, Expression, Expression, isNegated: Bool)
    case isNull(Expression, isNegated: Bool)
  }

  public enum Literal: Hashable, Sendable {
    /// `zeros` are typed in front, as in the code 0012.
    case integer(Int64, zeros: Int = 0)
    case decimal(ExactDecimal)
    /// `80%` is 0.8.
    case percent(ExactDecimal)
    case duration(Duration)
    case date(CalendarDate)
    case period(Period)
    case string(String)
    case boolean(Bool)
    case null
  }

  /// One arm of `case { … }`; a nil condition is `else`.
  public struct Arm: Hashable, Sendable {
    public let condition: Expression?
    public let value: Expression

    public init(condition: Expression?, value: Expression) {
      self.condition = condition
      self.value = value
    }
  }

  /// The right side of `in`.
  public indirect enum Members: Hashable, Sendable {
    case pipeline(Pipeline)
    case list([Expression])
    /// A relation with one column, or a column or variable: a period, a let name.
    case path(Path)
    case table(TableLiteral)
  }
}

/// A function with its arguments; aggregates may end in `where`.
public struct Call: Hashable, Sendable {
  public let name: Name
  public let arguments: [Expression]
  public let condition: Expression?
  public let span: SourceSpan

  public init(name: Name, arguments: [Expression], condition: Expression?, span: SourceSpan) {
    self.name = name
    self.arguments = arguments
    self.condition = condition
    self.span = span
  }
}

public enum UnaryOperator: String, Hashable, Sendable, CaseIterable {
  case not, minus, plus
}

public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case or, and
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case contains, notContains, startsWith, notStartsWith, endsWith, notEndsWith, matches, notMatches
  case add, subtract, multiply, divide, divideWhole, remainder
}
