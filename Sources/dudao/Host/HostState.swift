import Synchronization

/// What commands of the host change about the prompt itself.
final class HostState: Sendable {
  private let state = Mutex(State())

  private struct State {
    var showsTiming = false
    var wantsExit = false
    var tourStep = 0
    var proposal: String?
    var rejectedRows = false
  }

  /// Set by `timing`.
  var showsTiming: Bool {
    get { state.withLock { $0.showsTiming } }
    set { state.withLock { $0.showsTiming = newValue } }
  }

  /// Set by `exit`; the prompt then ends.
  var wantsExit: Bool {
    get { state.withLock { $0.wantsExit } }
    set { state.withLock { $0.wantsExit = newValue } }
  }

  /// The stop of the tour that was shown last.
  var tourStep: Int {
    get { state.withLock { $0.tourStep } }
    set { state.withLock { $0.tourStep = newValue } }
  }

  /// A line that a command proposes to type next.
  var proposal: String? {
    get { state.withLock { $0.proposal } }
    set { state.withLock { $0.proposal = newValue } }
  }

  /// An import took the rows without faults and left others: the exit code says so.
  var rejectedRows: Bool {
    get { state.withLock { $0.rejectedRows } }
    set { state.withLock { $0.rejectedRows = newValue } }
  }
}
