import KitModel

/// Where in the language a cursor stands: what completion can offer there.
///
/// The text up to the cursor is parsed as far as it goes; a stage before the cursor that is wrong or unfinished
/// hides nothing behind it.
public struct CursorContext: Sendable {
  /// What may stand at the cursor.
  public let position: Position
  /// The word being typed, up to the cursor; empty behind a blank. What is chosen replaces it. Inside a string
  /// or a quoted name it begins behind the quote.
  public let word: SourceSpan
  /// The word as it is read: twins folded.
  public let partial: String
  /// The quote that has been opened and not closed.
  public let quote: Character?
  /// The pipelines around the cursor, the innermost last; each with the stages before the cursor, from which the
  /// columns alive follow.
  public let pipelines: [OpenPipeline]
  /// The function within whose parentheses the cursor stands directly.
  public let call: OpenCall?

  /// The pipeline in which the cursor stands.
  public var pipeline: OpenPipeline? { pipelines.last }
  /// The stage in which the cursor stands.
  public var stage: StageWord? { pipelines.last?.stage }

  /// A place of the grammar.
  public enum Position: Hashable, Sendable {
    /// Statement words, relations, commands, variables.
    case statementStart
    /// Behind a name that begins a value, on its line: if it is a command, its arguments; else operators and `|`.
    case afterName(Name)
    /// Right of `let x =` or behind `(`: relations, commands, variables; columns and functions within a stage.
    case value
    /// Stages.
    case stageName
    /// Relations behind join, union, into, in.
    case relation
    /// Columns, variables, functions; beside the left side of a comparison the values that it can take.
    case operand(comparedWith: Expression?)
    /// The first of what stands in the parentheses behind `in`: values of the left side, else a relation.
    case among(comparedWith: Expression?)
    /// Operators, the clauses of the stage, `|`.
    case afterOperand
    /// Columns only.
    case column
    /// Fields of what the path refers to.
    case member([Name])
    /// Variables.
    case variable
    /// A whole number.
    case count
    /// Types.
    case typeName
    /// A name that is made up; nothing to offer but, left of `=`, the columns that it may replace.
    case newName
    /// An argument of a command, or of an output stage when `command` is nil (of `help` outside a pipeline);
    /// with `option` its value.
    case argument(command: Name?, given: [Argument], option: String?)
    /// Inside a comment, or behind text that cannot be read.
    case nothing
  }

  /// A pipeline that is being written.
  public struct OpenPipeline: Hashable, Sendable {
    /// Nil for a line that begins with `|`, and while the source itself is being written.
    public internal(set) var source: Source?
    /// The stages that are complete.
    public internal(set) var stages: [Stage] = []
    /// The stage that is being written, once its word is complete.
    public internal(set) var stage: StageWord?
    var keyword: SourceSpan?
  }

  /// A call whose parenthesis is not closed.
  public struct OpenCall: Hashable, Sendable {
    public let name: Name
    /// The arguments that are complete.
    public internal(set) var arguments: [Expression] = []
    var condition: Expression?
    /// Behind `where`: names are columns of the relation that the aggregate counts.
    public internal(set) var isInCondition = false
    var pipelineCount = 0
  }

  /// What the parser notes when it gets to the cursor.
  struct Found {
    let position: Position
    let span: SourceSpan
    let pipelines: [OpenPipeline]
    let calls: [OpenCall]
  }

  /// Reads the text up to `offset`, in UTF-8 from its start.
  public init(_ text: String, _ offset: Int, mode: Parser.Mode = .prompt) {
    let lexer = Lexer(text, cursor: offset)
    let end = lexer.reader.end
    var parser = Parser(lexer, mode)
    _ = parser.statements(inBlock: false)
    guard let found = parser.found, !parser.lexer.isInComment else {
      position = .nothing
      word = SourceSpan(end, end)
      partial = ""
      quote = nil
      pipelines = []
      call = nil
      return
    }
    var start = found.span.start
    var quote: Character?
    if let (scalar, next) = lexer.reader.raw(start),
      Characters.quotes(of: scalar) != nil || Characters.isNameQuote(scalar)
    {
      quote = Character(scalar)
      start = next
    }
    position = found.position
    word = SourceSpan(start, end)
    partial = quote == nil ? lexer.reader.foldedText(start, end) : lexer.reader.slice(start, end)
    self.quote = quote
    pipelines = found.pipelines
    call = found.calls.last.flatMap { $0.pipelineCount == found.pipelines.count ? $0 : nil }
  }
}
