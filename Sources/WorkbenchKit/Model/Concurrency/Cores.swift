import Dispatch
import Synchronization

/// Work in equal parts on all cores.
package enum Cores {
  /// What `make` gives for 0 to `count` - 1, in this order.
  ///
  /// - Parameter alone: The parts are too small to be worth a thread.
  package static func map<Part: Sendable>(
    _ count: Int, alone: Bool, _ make: @Sendable (Int) -> Part
  ) -> [Part] {
    if alone || count < 2 { return (0..<count).map(make) }
    let made = Mutex<[Int: Part]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let part = make(place)
      made.withLock { $0[place] = part }
    }
    let parts = made.withLock { $0 }
    return (0..<count).compactMap { parts[$0] }
  }
}
