import KitLanguage
import KitModel

/// The names that a statement sees beside relations and columns.
public struct QueryScope: Sendable {
  /// Variables by name.
  public var variables: [NameKey: Variable]
  /// `_`, the last table of the prompt.
  public var last: TableDeclaration?
  /// Tables that commands and files used as sources were read into, by the span of the command.
  public var commands: [SourceSpan: TableDeclaration]

  public init(
    variables: [NameKey: Variable] = [:], last: TableDeclaration? = nil,
    commands: [SourceSpan: TableDeclaration] = [:]
  ) {
    self.variables = variables
    self.last = last
    self.commands = commands
  }

  /// What `let`, `param` and `for` give a name to.
  public indirect enum Variable: Sendable {
    /// A value and its type; what follows from a sensitive column stays sensitive.
    case value(Value, DataType, isSensitive: Bool = false)
    /// A pipeline, put into each statement that uses it, with the tables its commands were read into.
    case query(Pipeline, commands: [SourceSpan: TableDeclaration])
    /// A relation by another name.
    case table(TableDeclaration)
    /// One row, whose columns are reached with a dot.
    case row([Column], [Value])
  }
}
