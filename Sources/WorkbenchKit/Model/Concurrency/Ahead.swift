import Dispatch
import Synchronization

/// Something that is made on another thread while this one goes on.
package final class Ahead<Piece: Sendable>: Sendable {
  private let made = Mutex<Piece?>(nil)
  private let ready = DispatchSemaphore(value: 0)

  /// Begins at once.
  package init(_ make: @escaping @Sendable () -> Piece) {
    DispatchQueue.global().async {
      let piece = make()
      self.made.withLock { $0 = piece }
      self.ready.signal()
    }
  }

  /// Waits for it. Nil when it was taken already.
  package func taken() -> Piece? {
    ready.wait()
    defer { ready.signal() }
    return made.withLock { $0.take() }
  }

  /// Hands the pieces 0 to `count` - 1 to `body` in their order, each made while the one before is used.
  package static func forEach(
    _ count: Int, make: @escaping @Sendable (Int) -> Piece, _ body: (Piece) throws -> Void
  ) rethrows {
    guard count > 0 else { return }
    var next = Ahead { make(0) }
    for number in 0..<count {
      guard let piece = next.taken() else { return }
      if number + 1 < count { next = Ahead { make(number + 1) } }
      try body(piece)
    }
  }
}
