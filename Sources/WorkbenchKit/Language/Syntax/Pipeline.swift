import KitModel

/// A source and the stages that its rows go through.
public struct Pipeline: Hashable, Sendable {
  public let source: Source
  public let stages: [Stage]
  public let span: SourceSpan

  public init(source: Source, stages: [Stage], span: SourceSpan) {
    self.source = source
    self.stages = stages
    self.span = span
  }
}

/// Where rows come from.
public indirect enum Source: Hashable, Sendable {
  case command(Command)
  case relation(Relation)
}

/// Rows that can be named or written in a pipeline.
public struct Relation: Hashable, Sendable {
  public let kind: Kind
  public let span: SourceSpan

  public init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  public indirect enum Kind: Hashable, Sendable {
    /// `school`, `district.school`, `$x`.
    case path(Path)
    case call(Call)
    case table(TableLiteral)
    case pipeline(Pipeline)
  }
}

/// `[code, n; "01", 3; "02", 4]`.
public struct TableLiteral: Hashable, Sendable {
  public let columns: [Name]
  public let rows: [[Expression]]
  public let span: SourceSpan

  public init(columns: [Name], rows: [[Expression]], span: SourceSpan) {
    self.columns = columns
    self.rows = rows
    self.span = span
  }
}

/// A command's name and its arguments, in the order typed. Whether an option takes a value is known to the
/// command's declaration alone, so `--fix x` is an option without value followed by a word.
public struct Command: Hashable, Sendable {
  public let name: Name
  public let arguments: [Argument]
  public let span: SourceSpan

  public init(name: Name, arguments: [Argument], span: SourceSpan) {
    self.name = name
    self.arguments = arguments
    self.span = span
  }
}

/// One argument: a word, `--option`, `--option=value` or `name=value` (the same as `--name value`).
public struct Argument: Hashable, Sendable {
  public let kind: Kind
  public let span: SourceSpan

  public init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  public enum Kind: Hashable, Sendable {
    case word(ArgumentValue)
    /// `--yes`, `--map="a=b"`; the name without dashes.
    case option(Name, ArgumentValue?)
    /// `a=b`.
    case named(Name, ArgumentValue)
  }
}

/// What an argument says.
public indirect enum ArgumentValue: Hashable, Sendable {
  /// A bare word; always text.
  case bare(String)
  case string(String)
  case quotedName(Name)
  case variable(Path)
  case value(ValueSyntax)
}
