import CEditline
import KitModel
import PluginAPI
import Synchronization

/// Ctrl-C while something runs: it stops what runs, never the session.
///
/// The signal is watched once for the process; which run it stops changes with the runs.
struct Interrupts {
  private static let current = Mutex<Cancellation?>(nil)
  private static let isWatched: Bool = ce_watch_interrupts({ _ in Interrupts.caught() }, nil) != 0

  /// Has Ctrl-C stop what the cancellation stands for; nil when signals cannot be watched.
  static func watch(_ cancellation: Cancellation) -> Interrupts? {
    guard isWatched else { return nil }
    current.withLock { $0 = cancellation }
    return Interrupts()
  }

  func stop() { Self.current.withLock { $0 = nil } }

  private static func caught() { current.withLock { $0 }?.cancel() }
}
