import Glibc
import KitFormats
import KitModel
import KitStore
import KitWorkspace

/// The first load of a library, in a child process: one that crashes there never crashes the workbench.
public struct PluginTrial: Sendable {
  /// The program that is started as the child: the workbench itself.
  public var program: String
  /// How long the child may take.
  public var seconds: Int
  /// Where results are kept, by hash of the file; nil: nowhere.
  public var cache: PluginCache?

  public init(program: String = "/proc/self/exe", seconds: Int = 20, cache: PluginCache? = nil) {
    self.program = program
    self.seconds = seconds
    self.cache = cache
  }

  /// The first argument of the child.
  static let argument = "--try-plugin"
  /// The child's exit status after a refusal whose reason it wrote.
  private static let refused: Int32 = 3
  /// The line behind which the child's answer begins: a library may print while it is loaded.
  private static let answer = "--dudao-answer--"

  /// Does the child's work when this process was started as one, and gives its exit status; nil otherwise.
  /// A host calls it before everything else.
  public static func runIfAsked(_ arguments: [String]) -> Int32? {
    guard arguments.count == 4, arguments[1] == argument else { return nil }
    do {
      let names = try PluginLibrary(path: arguments[2], name: arguments[3]).commandNames()
      print(([answer] + names).joined(separator: "\n"))
      return 0
    } catch {
      print(answer)
      print(error.arguments["reason"] ?? error.message.text(.en, error.arguments))
      return refused
    }
  }

  /// What the child found: the names of the commands, or why the library cannot be used.
  func commandNames(of library: PluginLibrary) throws(Diagnostic) -> [String] {
    let hash = cache == nil ? nil : try? FileDigest(path: library.path).sha256
    if let hash, let kept = cache?.trial(of: hash) { return try names(kept, library) }
    let outcome = run(library)
    if let hash, outcome.isFinal { cache?.keep(outcome, of: hash) }
    return try names(outcome, library)
  }

  private func names(_ outcome: TrialOutcome, _ library: PluginLibrary) throws(Diagnostic) -> [String] {
    switch outcome {
    case .loaded(let names): return names
    case .refused(let reason):
      throw Diagnostic(PluginMessages.trialRefused, ["file": library.file, "reason": reason])
    case .died(let reason):
      throw Diagnostic(PluginMessages.trialDied, ["file": library.file, "reason": reason])
    case .broken(let reason):
      throw Diagnostic(PluginMessages.trialRefused, ["file": library.file, "reason": reason])
    case .hung:
      throw Diagnostic(PluginMessages.trialHung, ["file": library.file, "seconds": String(seconds)])
    }
  }

  private func run(_ library: PluginLibrary) -> TrialOutcome {
    let arguments = [program, Self.argument, library.path, library.name]
    guard let child = ChildProcess.start(program, arguments) else {
      return .broken("cannot start \(program)")
    }
    guard let ending = child.wait(seconds: seconds) else { return .hung }
    switch ending {
    case .exited(0, let output): return .loaded(Self.answer(in: output))
    case .exited(Self.refused, let output): return .refused(Self.answer(in: output).first ?? "")
    case .exited(let status, _): return .died("exit \(status)")
    case .killed(let signal, _) where Self.fromOutside.contains(signal):
      return .broken(Self.name(of: signal))
    case .killed(let signal, let output):
      let said = output.split(separator: "\n").first { $0.contains("Fatal error") }
      return .died(said.map { String($0.prefix(200)) } ?? Self.name(of: signal))
    }
  }

  /// Signals that say nothing of the library: Ctrl-C and the end of a login reach the child too, and the system
  /// kills when memory runs out.
  private static let fromOutside: Set<Int32> = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGKILL]

  private static func answer(in output: String) -> [String] {
    let lines = output.split(separator: "\n").map(String.init)
    return lines.firstIndex(of: answer).map { Array(lines[($0 + 1)...]) } ?? []
  }

  private static func name(of signal: Int32) -> String {
    switch signal {
    case SIGILL, SIGTRAP: "trap"
    case SIGSEGV: "segmentation fault"
    case SIGABRT: "abort"
    default: "signal \(signal)"
    }
  }
}

/// How a trial ended.
enum TrialOutcome: Hashable, Sendable {
  case loaded([String])
  case refused(String)
  case died(String)
  case hung
  /// The trial itself did not come to its end.
  case broken(String)

  /// Whether the same file would end the same way again; a slow machine may be quicker next time.
  var isFinal: Bool {
    switch self {
    case .loaded, .refused, .died: true
    case .hung, .broken: false
    }
  }
}
