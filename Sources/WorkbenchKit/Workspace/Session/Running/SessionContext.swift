import KitLanguage
import KitModel
import KitQuery
import KitStore

/// What a command sees of the session that runs it.
final class SessionContext: CommandContext {
  private let session: Session
  /// The command as typed.
  private let text: String
  private(set) var remarks: [Diagnostic] = []
  private var lastProgress: Double?

  /// What the command is called.
  private let command: Label

  init(session: Session, text: String, command: Label) {
    self.command = command
    self.session = session
    self.text = text
  }

  var language: UILanguage { session.options.language }
  var person: String { session.options.person }
  var asOf: CalendarDate { session.today }
  var time: Timestamp { session.now }
  var isDryRun: Bool { session.options.isDryRun }
  var isForPrograms: Bool { session.options.isForPrograms }
  var isScript: Bool { !session.frames.isEmpty }
  var commands: CommandRegistry { session.registry }
  var workspace: SessionWorkspace? { session.workspace }
  var changeContext: ChangeContext { session.changeContext(command: text) }

  func catalog() throws -> Catalog { try session.catalog() }

  // MARK: queries and changes

  func query(_ text: String, variables: [String: Value]) throws -> Table {
    try inner(text, variables) { child in try child.rows(of: Self.value(of: child.parse(text))) }
  }

  func key(of text: String, in entity: String, parameter: Label, at span: SourceSpan?) throws -> String {
    try session.key(of: text, in: entity, parameter: parameter.text(language), at: span)
  }

  func keyedRows(_ text: String, variables: [String: Value]) throws -> KeyedRows {
    let (query, store) = try inner(text, variables) { child in
      child.isKeyed = true
      return (try child.query(of: Self.value(of: child.parse(text))), try child.openStore())
    }
    guard let query else { return KeyedRows(Table(columns: [])) }
    let command = self.text
    return KeyedRows(columns: query.columns.map(\.column)) { body in
      do {
        try store.forEachKeyedRow(of: query, body)
      } catch {
        throw Self.told(error, of: command)
      }
    }
  }

  private static func value(of script: Script) throws -> ValueSyntax {
    guard script.statements.count == 1, case .value(let value)? = script.statements.first?.kind else {
      throw Diagnostic(SessionMessages.oneQueryWanted)
    }
    return value
  }

  func query(_ pipeline: Pipeline) throws -> Table { try session.rows(of: .pipeline(pipeline)) }

  func change(_ text: String, variables: [String: Value]) throws -> Table {
    try inner(text, variables) { child in
      try transaction {
        try child.runStatements(of: text)
        return child.last ?? Table(columns: [])
      }
    }
  }

  func documents(_ text: String, variables: [String: Value]) throws -> [Document] {
    let listener = InnerListener(context: self)
    try inner(text, variables, listener) { child in try child.runStatements(of: text) }
    return listener.documents
  }

  func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try changing { _ in try body() }.result
  }

  var isRerun: Bool { session.recordedTexts != nil }

  func recordedScript(named name: String) -> SourceText? {
    session.recordedTexts?.first { $0.asked == name }.map { SourceText(name: $0.name, $0.text) }
  }

  func run(
    _ script: SourceText, asked: String, given: [CommandArguments.Free], at place: SourceSpan, isAside: Bool
  ) throws -> SessionOutcome {
    let listener = session.delegate
    // The session holds its delegate weakly.
    let quiet = isAside && session.options.isForPrograms ? listener.map { QuietDelegate($0) } : nil
    if let quiet { session.delegate = quiet }
    defer { withExtendedLifetime(quiet) { session.delegate = listener } }
    let around = session.outcome
    if isAside { session.outcome = .done }
    defer { if isAside { session.outcome = around } }
    try session.recordingRun(of: script, asked: asked, command: text) {
      try session.runScript(script, given: given, call: place)
    }
    return session.outcome
  }

  func rerun(_ run: RunRecord, id: Int64) throws -> RunComparison {
    try Rerun(session, self).compare(run, id: id)
  }

  /// Runs `body` in a session of its own, with only these variables. Its faults point into a text that the
  /// person has not typed, so they are told of the command and without their places.
  private func inner<Result>(
    _ text: String, _ variables: [String: Value], _ listener: InnerListener? = nil,
    _ body: (Session) throws -> Result
  ) throws -> Result {
    let listener = listener ?? InnerListener(context: self)
    let child = session.child(text: text, delegate: listener)
    child.command = command
    for (name, value) in variables { child.variables[NameKey(name)] = .value(value, Self.type(of: value)) }
    do {
      return try body(child)
    } catch {
      throw Self.told(error, of: self.text)
    }
  }

  /// A fault in a text of a command's own.
  private static func told(_ error: any Error, of command: String) -> any Error {
    if error is CancellationError { return error }
    let note = Diagnostic.Note(SessionMessages.inQuery, ["command": command])
    return Diagnostics(
      SessionMessages.diagnostics(of: error).map { diagnostic in
        var moved = diagnostic
        (moved.span, moved.fixes) = (nil, [])
        for index in moved.notes.indices { moved.notes[index].span = nil }
        moved.notes.append(note)
        return moved
      })
  }

  private static func type(of value: Value) -> DataType {
    switch value {
    case .null: .null
    case .text: .text
    case .integer: .integer
    case .decimal(let number): .decimal(precision: 18, scale: number.scale)
    case .real: .real
    case .boolean: .boolean
    case .date: .date
    case .period(let period): .period(period.kind)
    case .time: .time
    case .duration(let duration): .duration(duration.unit)
    case .reference: .text
    }
  }

  // MARK: the person

  func progress(_ done: Int, of total: Int?, _ what: Label) {
    let now = SessionClock.steady
    if let lastProgress, now - lastProgress < 0.1, done != total { return }
    lastProgress = now
    session.delegate?.progress(done, of: total, what)
  }

  func show(_ table: Table) {
    session.delegate?.show(SessionOutput(.table(table, layout: .grid), remarks: table.remarks))
  }

  func confirm(_ question: Diagnostic) -> Bool {
    if session.options.assumesYes { return true }
    return session.options.mode == .prompt && session.delegate?.confirm(question) == true
  }

  func confirmChange(_ counts: () throws -> WriteCounts) throws { try session.confirm(counts) }

  func choose(_ question: Diagnostic, among options: [String]) -> Int? {
    session.options.mode == .prompt ? session.delegate?.choose(question, among: options) : nil
  }

  func checkCancellation() throws { try session.cancellation.check() }

  func remark(_ diagnostic: Diagnostic) { remarks.append(diagnostic) }

  func markFailed() { session.outcome = .failed }
  func markUnmet() { session.outcome = session.outcome.worse(.checkFailed) }

  // MARK: files

  func writeFile(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = try outputPath(name)
    session.recorder?.wrote(path, bytes)
    if !isDryRun { try OutputFile.write(bytes, to: path) }
    return path
  }

  func outputPath(_ name: String) throws -> String {
    let path = try session.outputPath(name, at: nil)
    session.recorder?.wrote(path)
    return path
  }
}

/// Passes on what a query within a command has to say; its tables go to the command, not to the screen.
private final class InnerListener: SessionDelegate {
  private let context: SessionContext
  private(set) var documents: [Document] = []

  init(context: SessionContext) { self.context = context }

  func show(_ output: SessionOutput) {
    if case .document(let document) = output.content { documents.append(document) }
    for remark in output.remarks { report(remark) }
  }

  /// Without its places, which lie in a text that the person has not typed.
  func report(_ diagnostic: Diagnostic) {
    var placeless = diagnostic
    (placeless.span, placeless.fixes) = (nil, [])
    context.remark(placeless)
  }

  func confirm(_ question: Diagnostic) -> Bool { false }
  func choose(_ question: Diagnostic, among options: [String]) -> Int? { nil }
  func progress(_ done: Int, of total: Int?, _ what: Label) { context.progress(done, of: total, what) }
}
