import KitModel
import Synchronization

/// The wish to stop, set from another thread (Ctrl-C) and looked at by whatever takes long.
public final class Cancellation: Sendable {
  private let state = Mutex(State())

  private struct State {
    var isCancelled = false
    var onCancel: (@Sendable () -> Void)?
  }

  public init() {}

  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Asks to stop. Interrupts the query that runs.
  public func cancel() {
    let action = state.withLock { state in
      state.isCancelled = true
      return state.onCancel
    }
    action?()
  }

  /// Forgets the wish: before each run.
  public func reset() { state.withLock { $0.isCancelled = false } }

  /// Throws when stopping was asked for.
  public func check() throws {
    if isCancelled { throw CancellationError() }
  }

  /// What `cancel` does besides setting the wish, such as interrupting the engine.
  public func onCancel(_ action: (@Sendable () -> Void)?) { state.withLock { $0.onCancel = action } }
}
