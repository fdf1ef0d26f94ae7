import KitModel

/// How the process ends: an interface that scripts rely on.
enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Refused, or failed while running.
  case refused = 1
  /// The command line or the text cannot be understood; nothing was run.
  case usage = 2
  /// A check failed or rows were rejected; the rest was done.
  case checkFailed = 3
  case interrupted = 130

  /// The status of a run that was stopped by these errors: text that could not be understood is told apart
  /// from what was understood and refused.
  init(stoppedBy errors: [Diagnostic]) {
    let worst = errors.filter { $0.severity == .error }
    let understood = worst.contains { !Self.concernsText($0.message.id) }
    self = worst.isEmpty ? .done : understood ? .refused : .usage
  }

  private static func concernsText(_ id: String) -> Bool {
    id.hasPrefix("language.") || id.hasPrefix("query.") || id.hasPrefix("host.usage")
      || id.hasPrefix("workspace.command-unknown")
  }
}
