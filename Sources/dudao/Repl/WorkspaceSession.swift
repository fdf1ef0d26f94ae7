import KitLanguage
import KitModel
import PluginAPI

/// A session with its screen: runs what is typed or read from a script, and says how it went.
final class WorkspaceSession: PromptSession {
  let session: Session
  let presenter: Presenter
  private let state: HostState
  private let name: String
  private let palette: Palette
  private let clock = ContinuousClock()
  private let cache = CompletionCache()

  /// - Parameter name: What the prompt shows: the workspace's folder.
  init(session: Session, presenter: Presenter, state: HostState, name: String) {
    self.session = session
    self.presenter = presenter
    self.state = state
    self.name = name
    palette = Palette(isOn: presenter.settings.terminal.usesColor)
  }

  // MARK: The prompt

  var prompt: String {
    // Between two U+0001 stands what takes no room on the line.
    palette.isOn ? "\u{1}\u{1B}[1;36m\u{1}\(name)>\u{1}\u{1B}[0m\u{1} " : "\(name)> "
  }

  var continuationPrompt: String {
    String(repeating: " ", count: max(0, DisplayWidth.of(name) - 2)) + "... "
  }

  func isUnfinished(_ text: String) -> Bool { Parser.parse(text, mode: .prompt).isUnfinished }

  func run(_ text: String) -> PromptStep {
    state.proposal = nil
    _ = execute(text)
    return state.wantsExit ? .exit : .next(proposal: presenter.proposal ?? state.proposal)
  }

  func candidates(_ text: String, cursor: Int) -> [Candidate] {
    Completer(language: session.options.language, source: SessionSource(session, cache)).complete(
      text, cursor: cursor)
  }

  // MARK: Running

  /// Runs a text; the outcome becomes the exit code where there is no prompt.
  func execute(_ text: String) -> SessionOutcome {
    state.rejectedRows = false
    cache.clear()
    let start = clock.now
    presenter.begin(text)
    var outcome = session.run(text)
    presenter.end()
    if outcome == .done, state.rejectedRows { outcome = .checkFailed }
    if outcome == .done || outcome == .checkFailed, presenter.hasFailed { outcome = .failed }
    if state.showsTiming {
      presenter.say([
        Diagnostic(TimingMessages.took, ["seconds": Self.seconds(clock.now - start)], severity: .note)
      ])
    }
    return outcome
  }

  private static func seconds(_ duration: Swift.Duration) -> String {
    let (seconds, attoseconds) = duration.components
    return ExactDecimal(units: seconds * 1000 + attoseconds / 1_000_000_000_000_000, scale: 3).description
  }
}
