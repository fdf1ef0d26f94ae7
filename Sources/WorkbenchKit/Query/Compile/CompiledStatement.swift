import KitLanguage
import KitModel

/// What a value as a statement does: effects in the order written, then the value that it shows, if any.
public struct CompiledStatement: Sendable {
  public var steps: [Step]
  public var result: Result
  /// Said whatever happens: what the compiler took for granted.
  public var remarks: [Diagnostic]
  /// Full name of the entity of which each row is one row, whatever columns it has; nil: the rows are something else.
  public var entity: String?

  public init(steps: [Step], result: Result, remarks: [Diagnostic] = [], entity: String? = nil) {
    self.steps = steps
    self.result = result
    self.remarks = remarks
    self.entity = entity
  }

  public enum Result: Sendable {
    /// The rows at the end of the pipeline.
    case rows(CompiledQuery)
    /// One value: a query of one row and one column.
    case value(CompiledQuery)
    /// The pipeline ended in an effect.
    case none
  }
}

/// One effect of a pipeline, with the rows that reach it.
public enum Step: Sendable {
  case check(CheckStep)
  /// show, list, chart, export, to.
  case output(Stage.OutputStage, CompiledQuery, [Argument], SourceSpan)
  /// The SQL to be shown, with the engine's plan for it.
  case plan(CompiledQuery)
  case write(WriteIntent, SourceSpan)
}

/// Rows for which a condition is not true (false or empty): all columns of the rows that reach the check.
public struct CheckStep: Sendable {
  public var severity: Diagnostic.Severity
  /// Its last visible column is what to say, if the check says something.
  public var failing: CompiledQuery
  /// Index in `failing.columns` of the message, which is no column of the rows.
  public var messageColumn: Int?
  public var span: SourceSpan

  public init(
    severity: Diagnostic.Severity, failing: CompiledQuery, messageColumn: Int?, span: SourceSpan
  ) {
    self.severity = severity
    self.failing = failing
    self.messageColumn = messageColumn
    self.span = span
  }
}
