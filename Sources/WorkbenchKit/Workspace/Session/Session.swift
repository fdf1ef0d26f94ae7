import KitLanguage
import KitModel
import KitQuery
import KitStore

/// Runs statements of the language, one after another, over a workspace: at the prompt, from a script, from the
/// command line.
///
///     let session = Session(workspace: workspace, registry: registry, options: options, delegate: screen)
///     let outcome = session.run("学校 | 筛选 学段 == \"小学\" | 计数")
///
/// Used from one thread; only `cancellation` may be touched from another.
public final class Session {
  /// Nil: no workspace is open, and only commands that need none can be run.
  public let workspace: SessionWorkspace?
  public let registry: CommandRegistry
  public var options: SessionOptions
  public let cancellation: Cancellation
  weak var delegate: (any SessionDelegate)?

  /// What `let` gave names to.
  public internal(set) var variables: [NameKey: QueryScope.Variable] = [:]
  /// What pipelines that have names were compiled to when they were checked; good while the relations are the same.
  var checkedLets = CheckedNames()
  /// The last table that was shown.
  public internal(set) var last: Table?
  var lastRelation: TableDeclaration?
  /// Worst outcome of the run so far.
  var outcome = SessionOutcome.done
  /// The command whose own text this session runs; nil: what was typed.
  var command: Label?
  /// Rows are looked up by their keys, as `QueryEnvironment.isKeyed` says.
  var isKeyed = false
  /// The text that runs: what spans point into and what the journal keeps of each statement.
  var text = ""
  /// The scripts that run, the outermost first; empty: what was typed runs.
  var frames: [ScriptFrame] = []
  /// Keeps what the run of a script shows; nil: no script runs.
  var recorder: RunRecorder?
  /// Scripts as they were when a run that is had again was recorded; nil: as they are.
  var recordedTexts: [RunRecord.Text]?
  /// When the script that runs began; nil: none runs.
  var moment: Timestamp?
  /// The statement that runs.
  var statementSpan = SourceSpan(0, 0)
  /// What the parameters of the script that runs were given.
  var parameters: [NameKey: QueryScope.Variable] = [:]

  public convenience init(
    workspace: SessionWorkspace?, registry: CommandRegistry, options: SessionOptions,
    delegate: any SessionDelegate
  ) {
    let cancellation = Cancellation()
    if let store = workspace?.store { cancellation.onCancel { store.interrupt() } }
    self.init(
      workspace: workspace, registry: registry, options: options, delegate: delegate,
      cancellation: cancellation)
  }

  init(
    workspace: SessionWorkspace?, registry: CommandRegistry, options: SessionOptions,
    delegate: any SessionDelegate, cancellation: Cancellation
  ) {
    self.workspace = workspace
    self.registry = registry
    self.options = options
    self.delegate = delegate
    self.cancellation = cancellation
  }

  /// A session for the text of a command: strict, without the variables of this one, stopped with it.
  func child(text: String, delegate: any SessionDelegate) -> Session {
    var options = options
    options.mode = .script
    let child = Session(
      workspace: workspace, registry: registry, options: options, delegate: delegate,
      cancellation: cancellation)
    child.text = text
    child.frames = frames
    return child
  }

  /// Runs a text and tells the delegate whatever comes of it.
  ///
  /// In a script names and types of all statements are checked first, as far as they do not depend on what the
  /// script does itself; with a fault nothing runs.
  public func run(_ text: String) -> SessionOutcome {
    self.text = text
    outcome = .done
    cancellation.reset()
    do {
      let script = try parse(text)
      if options.mode == .script { try checkAhead(script) }
      try wholeRun {
        var head = watchedHead()
        for statement in script.statements {
          defer { head = (try? tellWatchers(since: head)) ?? watchedHead() }
          try run(statement)
        }
      }
    } catch let fault as UsageFault {
      report(fault.diagnostics)
      outcome = .usage
    } catch is CancellationError {
      report([Diagnostic(SessionMessages.cancelled, severity: .note)])
      outcome = .interrupted
    } catch {
      report(SessionMessages.diagnostics(of: error))
      outcome = cancellation.isCancelled ? .interrupted : .failed
    }
    return outcome
  }

  /// The rows of a pipeline that nobody typed, for what the host shows of its own accord.
  public func query(_ text: String, variables: [String: Value] = [:]) throws -> Table {
    try SessionContext(session: self, text: text, command: Label(zh: "", en: "")).query(
      text, variables: variables)
  }

  /// The relations that can be named at this moment.
  public func catalog() throws -> Catalog {
    guard let workspace else { return Catalog(commands: registry.sources) }
    return Catalog(
      entities: workspace.entities, tables: try workspace.store.tables(), plugins: workspace.plugins,
      commands: registry.sources)
  }

  /// In a dry run everything happens inside one change that is taken back.
  private func wholeRun(_ body: () throws -> Void) throws {
    guard options.isDryRun, let store = workspace?.store, store.access == .readWrite else {
      return try body()
    }
    _ = try store.change(changeContext(command: text), isDryRun: true) { _ in try body() }
  }

  func run(_ script: Script) throws {
    for statement in script.statements { try run(statement) }
  }

  /// Runs the statements of a command's own text; faults are thrown.
  func runStatements(of text: String) throws { try run(try parse(text)) }

  func parse(_ text: String) throws -> Script {
    try UsageFault.of { try Parser.parse(text, mode: options.mode == .prompt ? .prompt : .script).get() }
  }

  func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { delegate?.report(placed(diagnostic)) }
  }

  func changeContext(command: String) -> ChangeContext {
    ChangeContext(
      person: options.person, login: options.login, time: SessionClock.now(asOf: options.asOf),
      command: command)
  }

  func openStore() throws -> any Store {
    guard let store = workspace?.store else {
      throw UsageFault(diagnostics: [Diagnostic(SessionMessages.noWorkspace)])
    }
    return store
  }
}
