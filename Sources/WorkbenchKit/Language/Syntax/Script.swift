import KitModel

/// A whole text: statements one after another.
public struct Script: Hashable, Sendable {
  public let statements: [Statement]

  public init(_ statements: [Statement]) { self.statements = statements }
}

/// One statement.
public struct Statement: Hashable, Sendable {
  public let kind: Kind
  public let span: SourceSpan

  public init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  public indirect enum Kind: Hashable, Sendable {
    case `let`(Name, ValueSyntax)
    case param(Parameter)
    case `for`(Name, in: ValueSyntax, Script)
    case `if`(Expression, then: Script, else: Script?)
    case check(Test)
    case print([Expression])
    /// The rest of the line as bare words.
    case help([Argument])
    case value(ValueSyntax)
    /// Prompt only: stages that go on from the last result.
    case continuation([Stage])
  }

  /// `param 名称: type = default "help"`.
  public struct Parameter: Hashable, Sendable {
    public let name: Name
    public let type: TypeSyntax?
    public let defaultValue: Expression?
    public let help: String?

    public init(name: Name, type: TypeSyntax?, defaultValue: Expression?, help: String?) {
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
      self.help = help
    }
  }

  /// `choice("春","秋")`, `ref(school)`.
  public struct TypeSyntax: Hashable, Sendable {
    public let name: Name
    public let arguments: [Expression]
    public let span: SourceSpan

    public init(name: Name, arguments: [Expression], span: SourceSpan) {
      self.name = name
      self.arguments = arguments
      self.span = span
    }
  }
}

/// What `check` tests: an expression, what to say when it fails, and how bad that is.
public struct Test: Hashable, Sendable {
  public let condition: Expression
  public let message: Expression?
  public let severity: Diagnostic.Severity

  public init(condition: Expression, message: Expression?, severity: Diagnostic.Severity) {
    self.condition = condition
    self.message = message
    self.severity = severity
  }
}

/// A pipeline or an expression. A lone name is an expression: what it names is for the resolver.
public indirect enum ValueSyntax: Hashable, Sendable {
  case pipeline(Pipeline)
  case expression(Expression)

  public var span: SourceSpan {
    switch self {
    case .pipeline(let pipeline): pipeline.span
    case .expression(let expression): expression.span
    }
  }
}
