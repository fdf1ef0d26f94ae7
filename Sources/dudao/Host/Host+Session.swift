import KitDocuments
import KitFormats
import KitModel
import KitStore
import PluginAPI

/// What stands around every session: the workspace opened, the person known, a sample's store filled.
extension Host {
  /// Opens the workspace, runs `body` with a session on it, and closes it again.
  ///
  /// - Parameter isTyped: What runs was typed by a person, who may write anywhere; what comes from a file may not.
  func withSession(
    in folder: String?, mode: SessionOptions.Mode, editor: LineEditor? = nil, isTyped: Bool = false,
    _ body: (WorkspaceSession) throws -> SessionOutcome
  ) throws -> ExitStatus {
    let opened = try OpenedWorkspace(folder: folder, environment: environment, options: options)
    defer { try? opened.workspace?.store.close() }
    let presenter = presenter(opened.language)
    if let editor = editor ?? questionEditor {
      presenter.ask = { [weak presenter] prompt in
        switch editor.read(prompt: prompt) {
        case .line(let line): return line
        case .end: return nil
        case .cancelled:
          presenter?.stop()
          return nil
        }
      }
    }
    presenter.say(opened.remarks)
    let person = person(in: opened, presenter)
    var settings = SessionOptions(
      language: opened.language, mode: mode, person: person, login: environment.login, asOf: options.asOf,
      isDryRun: options.isDryRun, assumesYes: options.answersYes, writableFolders: options.writableFolders,
      typedWritesAnywhere: isTyped, papers: .documents)
    settings.isForPrograms = options.format != .table
    let session = Session(
      workspace: opened.workspace, registry: opened.registry, options: settings, delegate: presenter)
    presenter.stop = { session.cancellation.cancel() }
    let interrupts = Interrupts.watch(session.cancellation)
    defer { interrupts?.stop() }
    if let given = options.person, let doubt = opened.configuration?.doubt(about: given) {
      presenter.say([doubt])
    }
    try rebuild(opened, presenter, person, session.cancellation)
    if mode == .prompt { greet(opened, presenter, person, folder ?? "", session) }
    let name = folder?.split(separator: "/").last.map(String.init) ?? "dudao"
    let outcome = try body(
      WorkspaceSession(session: session, presenter: presenter, state: opened.state, name: name))
    if options.isDryRun { presenter.say([Diagnostic(HostMessages.dryRun, severity: .note)]) }
    return ExitStatus(rawValue: outcome.rawValue) ?? .refused
  }

  /// Reads answers of somebody who runs a script at a terminal and has left parameters out.
  private var questionEditor: LineEditor? {
    guard case .script = invocation.action, environment.terminal.inputIsTerminal, !options.answersYes else {
      return nil
    }
    return LineEditor()
  }

  func presenter(_ language: UILanguage) -> Presenter {
    Presenter(
      settings: .init(
        language: language, format: options.format, usesLabels: options.usesLabels,
        terminal: environment.terminal,
        pager: Pager(environment: environment.variables, language: language)),
      console: environment.console)
  }

  /// Who sits here; asked once at the prompt when the workspace lists its staff and the login is none of them.
  private func person(in opened: OpenedWorkspace, _ presenter: Presenter) -> String {
    guard let configuration = opened.configuration else { return options.person ?? environment.login }
    if let known = OpenedWorkspace.person(configuration, environment, options) { return known }
    let memory = PersonMemory(environment: environment.variables)
    let folder = opened.workspace?.folder ?? ""
    let names = configuration.staff.map(\.name)
    if let answered = memory?.person(in: folder), names.contains(answered) { return answered }
    guard case .prompt = invocation.action, environment.terminal.inputIsTerminal, !names.isEmpty else {
      return environment.login
    }
    let question = Diagnostic(HostMessages.whoSitsHere, severity: .note)
    guard let place = presenter.choose(question, among: names), names.indices.contains(place) else {
      return environment.login
    }
    memory?.keep(names[place], in: folder)
    return names[place]
  }

  /// Fills the store of a sample from its files when it is opened for the first time, or goes on where that was
  /// broken off.
  private func rebuild(
    _ opened: OpenedWorkspace, _ presenter: Presenter, _ person: String, _ cancellation: Cancellation
  ) throws {
    guard let workspace = opened.workspace?.opened, workspace.store.access == .readWrite,
      options.without?.isEmpty == true
    else { return }
    if options.isDryRun {
      if case .open(let missing) = try workspace.firstBuild {
        let count = ["count": String(missing.count)]
        presenter.say([Diagnostic(HostMessages.notBuiltYet, count, severity: .warning)])
      }
      return
    }
    let total = workspace.configuration.imports.count
    switch try workspace.firstBuild {
    case .done: return
    case .leftOpen(let missing):
      let notes = missing.map { Diagnostic.Note(HostMessages.missingImport, ["command": $0.command]) }
      let count = ["count": String(missing.count)]
      presenter.say([Diagnostic(HostMessages.buildLeftOpen, count, severity: .warning, notes: notes)])
    case .open(let missing):
      let message = missing.count == total ? HostMessages.rebuilding : HostMessages.resuming
      let counts = ["count": String(missing.count), "total": String(total)]
      presenter.say([Diagnostic(message, counts, severity: .note)])
      let context = ChangeContext(
        person: person, login: environment.login, time: SessionClock.now(asOf: options.asOf), command: "open")
      var taken = 0
      do {
        let hooks = ImportHooks(checkCancellation: { try cancellation.check() })
        try workspace.rebuild(missing, context: context, hooks: hooks) { _ in
          taken += 1
          presenter.progress(
            total - missing.count + taken, of: total, ProgressWords.filesImported)
        }
      } catch {
        presenter.end()
        let file = missing.indices.contains(taken) ? missing[taken].file : ""
        let done = String(total - missing.count + taken)
        let isStopped = error is CancellationError
        presenter.say([
          Diagnostic(
            isStopped ? HostMessages.buildInterrupted : HostMessages.buildStopped,
            ["file": file, "done": done, "total": String(total)], severity: isStopped ? .note : .warning)
        ])
        throw error
      }
      presenter.end()
    }
  }

  private func greet(
    _ opened: OpenedWorkspace, _ presenter: Presenter, _ person: String, _ folder: String, _ session: Session
  ) {
    guard let workspace = opened.workspace else { return }
    let banner = Banner(
      title: opened.configuration?.title ?? "", folder: folder, person: person,
      lastBackup: try? workspace.store.lastBackup(),
      due: try? DueList(
        of: workspace, sources: opened.plugins.dueSources, on: options.asOf ?? SessionClock.today
      ) {
        try session.query($0, variables: $1)
      }, access: workspace.store.access,
      today: options.asOf ?? SessionClock.today, language: opened.language)
    environment.console.err(banner.lines().joined(separator: "\n") + "\n")
  }
}
