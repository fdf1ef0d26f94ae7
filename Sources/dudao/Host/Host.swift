import FoundationEssentials
import Glibc
import KitLanguage
import KitModel
import KitQuery
import KitStore
import PluginAPI

/// One run of the workbench, from the command line to the exit code.
struct Host {
  static let version = "1.0.0"

  let environment: HostEnvironment
  let invocation: Invocation
  var options: Invocation.Options { invocation.options }

  /// Runs what the arguments (behind the program's name) ask for.
  static func run(_ arguments: [String], in environment: HostEnvironment) -> ExitStatus {
    do {
      let invocation = try Invocation(arguments, inputIsTerminal: environment.terminal.inputIsTerminal)
      let status = try Host(environment: environment, invocation: invocation).run()
      guard let code = environment.console.failure() else { return status }
      throw Diagnostic(HostMessages.outputCut, SystemReason.arguments(code))
    } catch is CancellationError {
      // What was stopped has said so.
      return .interrupted
    } catch {
      let faults = Diagnostic.all(in: error)
      let language = Self.language(in: arguments, environment)
      Presenter(
        settings: .init(
          language: language, format: .table, usesLabels: false, terminal: environment.terminal, pager: nil),
        console: environment.console
      ).say(faults)
      return ExitStatus(stoppedBy: faults)
    }
  }

  /// The language asked for, also on a command line that cannot be read as a whole; else that of the workspace
  /// around here, else that of the login.
  private static func language(in arguments: [String], _ environment: HostEnvironment) -> UILanguage {
    let behind = arguments.firstIndex(of: "--lang").flatMap { arguments.dropFirst($0 + 1).first }
    let joined = arguments.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst("--lang=".count)) }
    if let asked = (behind ?? joined).flatMap(UILanguage.init(rawValue:)) { return asked }
    let given = arguments.firstIndex { $0 == "-w" || $0 == "--workspace" }.flatMap {
      arguments.dropFirst($0 + 1).first
    }
    let finder = WorkspaceFinder(currentFolder: environment.folder)
    let folder = (try? finder.folder(given: given)) ?? nil
    return folder.flatMap { try? WorkspaceFolder($0).configuration().language } ?? environment.language
  }

  private func run() throws -> ExitStatus {
    switch invocation.action {
    case .version:
      environment.console.out("dudao \(Self.version)\n")
      return .done
    case .help(let topics): return try help(topics)
    case .create(let folder): return try create(folder)
    case .prompt(let folder): return try prompt(folder ?? options.workspace)
    case .text(let text): return try run(text, isTyped: true)
    case .command(let words): return try run(command: words)
    case .script(let name, let arguments): return try run(script: name, arguments)
    case .standardInput:
      let bytes = environment.readInput()
      if bytes.isEmpty { return try help([]) }
      return try run(try ScriptFinder.text(bytes, shown: "-"), isTyped: false)
    }
  }

  // MARK: Finding things

  private var paths: PastedPath { .ofThisMachine(home: environment.variables["HOME"]) }
  private var finder: WorkspaceFinder { WorkspaceFinder(currentFolder: environment.folder) }

  /// The folder of the workspace: given, else the nearest from here, else the nearest from the script.
  private func workspaceFolder(given: String?, near script: String? = nil) throws -> String? {
    if let found = try finder.folder(given: try given.map { try paths.path($0) }) { return found }
    guard let folder = script?.split(separator: "/", omittingEmptySubsequences: false).dropLast() else {
      return nil
    }
    return try WorkspaceFinder(currentFolder: folder.joined(separator: "/")).folder(given: nil)
  }

  // MARK: Ways to run

  /// Statements from the command line or the standard input. What a person types there may write anywhere; what
  /// comes from a file may not.
  private func run(_ text: String, isTyped: Bool) throws -> ExitStatus {
    let folder = try workspaceFolder(given: options.workspace)
    return try withSession(in: folder, mode: .script, isTyped: isTyped) { $0.execute(text) }
  }

  /// A command written as words of the shell. A single word that is no command may name a unit: its card.
  private func run(command words: [String]) throws -> ExitStatus {
    let text = try ShellWords.statement(words)
    let folder = try workspaceFolder(given: options.workspace)
    return try withSession(in: folder, mode: .script, isTyped: true) { session in
      guard let verb = words.first, !session.session.registry.begins(with: verb) else {
        return session.execute(text)
      }
      let unknown = session.session.registry.unknown(Name(verb, span: SourceSpan(0, verb.utf8.count)))
      guard words.count == 1, unknown.fixes.isEmpty else {
        session.presenter.begin(text)
        session.presenter.report(unknown)
        return .usage
      }
      let catalog = try session.session.workspace?.opened?.catalog() ?? Catalog()
      let isRelation =
        EntityBook(catalog).named(verb) != nil
        || catalog.tables.contains { $0.name.map { NameKey($0) } == NameKey(verb) }
      return session.execute(isRelation ? text : "card " + text)
    }
  }

  /// `dudao run SCRIPT …`, which also finds the workspace that the script lies in.
  private func run(script name: String, _ arguments: [String]) throws -> ExitStatus {
    let near = try workspaceFolder(given: options.workspace)
    let path = try ScriptFinder(
      currentFolder: environment.folder, scripts: near.map { WorkspaceFolder($0).scripts }
    ).file(try paths.path(name))
    let folder = try near ?? workspaceFolder(given: nil, near: path)
    // A script of the workspace keeps its name, as it is typed at the prompt.
    let isOfWorkspace = folder.map { path.hasPrefix(WorkspaceFolder($0).scripts + "/") } ?? false
    let text = try ShellWords.statement(["run", isOfWorkspace ? name : path] + arguments)
    return try withSession(in: folder, mode: .script, isTyped: true) { $0.execute(text) }
  }

  private func prompt(_ given: String?) throws -> ExitStatus {
    guard let folder = try workspaceFolder(given: given) else { throw Diagnostic(HostMessages.noWorkspace) }
    guard environment.terminal.inputIsTerminal, let editor = LineEditor() else {
      return try withSession(in: folder, mode: .script) { session in
        session.execute(try ScriptFinder.text(environment.readInput(), shown: "-"))
      }
    }
    return try withSession(in: folder, mode: .prompt, editor: editor) { session in
      let history = History.path(environment: environment.variables).map { History(path: $0) }
      Repl(
        session: session, editor: editor, history: history, language: session.session.options.language,
        report: { session.presenter.say([$0]) }
      ).run()
      return .done
    }
  }

  // MARK: Without a workspace

  private func help(_ topics: [String]) throws -> ExitStatus {
    let folder = try? workspaceFolder(given: options.workspace)
    let opened = try OpenedWorkspace(folder: folder, environment: environment, options: options)
    defer { try? opened.workspace?.store.close() }
    let commands = opened.registry.entries.map(\.declaration)
    let catalog = (try? opened.workspace?.opened?.catalog()) ?? nil
    let page =
      topics.isEmpty
      ? CommandLineHelp(language: opened.language, commands: commands).page()
      : try HelpPages(
        language: opened.language, commands: commands, catalog: catalog ?? .init(),
        scripts: ScriptFinder(
          currentFolder: environment.folder, scripts: folder.map { WorkspaceFolder($0).scripts })
      ).page(topics.joined(separator: " "))
    presenter(opened.language).show(SessionOutput(.document(page)))
    return .done
  }

  private func create(_ folder: String) throws -> ExitStatus {
    let language = options.language ?? environment.language
    // Within a workspace `new school` is meant for the prompt: it makes a row there.
    if folder.first != ".", !folder.contains("/"), let outer = try finder.folder(given: nil) {
      throw Diagnostic(HostMessages.workspaceWithin, ["folder": folder, "outer": outer])
    }
    let year = SchoolCalendar().schoolYear(of: options.asOf ?? SessionClock.today)
    let made = try WorkspaceFolder.create(
      at: finder.absolute(try paths.path(folder)), language: language, plugins: ["district"], schoolYear: year
    )
    presenter(language).say([
      Diagnostic(
        HostMessages.created, ["folder": made.path, "quoted": PastedPath.quoted(made.path)], severity: .note)
    ])
    return .done
  }
}
