import KitModel

/// What a session asks of whoever sits in front of it: the prompt, a script's run, a test.
///
/// All calls come on the session's thread, in the order in which things happen.
public protocol SessionDelegate: AnyObject {
  /// A result of a statement.
  func show(_ output: SessionOutput)
  /// A fault, a warning or a note, with spans into the text that was run. Faults end the run.
  func report(_ diagnostic: Diagnostic)
  /// Whether to go on with a change of many rows. Only asked at the prompt.
  func confirm(_ question: Diagnostic) -> Bool
  /// Which of several, from 0; nil: none. Only asked at the prompt.
  func choose(_ question: Diagnostic, among options: [String]) -> Int?
  /// A line of text, such as the value of a script's parameter; nil: nobody to ask, or nothing answered.
  func answer(_ question: Diagnostic) -> String?
  /// From now on that text runs: a script, or again the text that asked for it.
  func runs(_ text: SourceText)
  /// How far a long work is; called at most ten times a second.
  func progress(_ done: Int, of total: Int?, _ what: Label)
}

extension SessionDelegate {
  public func answer(_ question: Diagnostic) -> String? { nil }
  public func runs(_ text: SourceText) {}
}

/// Something to be shown.
public struct SessionOutput: Sendable {
  public var content: Content
  /// What has to be said about it: rows passed over, cuts through ties, defaults taken.
  public var remarks: [Diagnostic]

  public init(_ content: Content, remarks: [Diagnostic] = []) {
    self.content = content
    self.remarks = remarks
  }

  public enum Content: Sendable {
    case table(Table, layout: Layout)
    case document(Document)
    /// A single value: an expression as a statement.
    case value(Value, DataType)
    /// What was done.
    case notice(Diagnostic)
    /// Text in a format that was asked for (`to csv`), the plan of a query.
    case text(String)
    /// What `print` says: a value to a reader, no part of the data to a program.
    case said(String)
  }

  /// How a table is laid out at the terminal: as a grid, or one block for each row (`list`).
  public enum Layout: Sendable { case grid, blocks }
}

/// How a run ended; the raw values are the exit codes of the command line.
public enum SessionOutcome: Int32, Sendable {
  case done = 0
  /// Refused or failed while running.
  case failed = 1
  /// The text is wrong: syntax, names, types, arguments.
  case usage = 2
  /// Ran to its end, but a check failed or rows were rejected.
  case checkFailed = 3
  case interrupted = 130

  /// The worse of two: what failed outweighs a check that did not pass.
  public func worse(_ other: SessionOutcome) -> SessionOutcome {
    let order: [SessionOutcome] = [.done, .checkFailed, .failed, .usage, .interrupted]
    let places = [self, other].compactMap { order.firstIndex(of: $0) }
    return places.max().map { order[$0] } ?? self
  }
}
