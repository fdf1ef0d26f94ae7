import Synchronization

/// Pieces of work for two threads: one takes them from the front, the other from the back, until they meet.
package final class SharedPieces<Result: Sendable>: Sendable {
  package typealias Piece = @Sendable () throws -> Result

  private let pieces: [Piece]
  private let left: Mutex<Range<Int>>

  package init(_ pieces: [Piece]) {
    self.pieces = pieces
    left = Mutex(pieces.indices)
  }

  package enum End: Sendable { case front, back }

  /// Does pieces until none is left, or one fails, after which the other thread begins no more either.
  /// - Returns: What they gave, in the order in which they were done.
  package func work(from end: End) throws -> [Result] {
    var results: [Result] = []
    while let place = next(end) {
      do {
        results.append(try pieces[place]())
      } catch {
        left.withLock { $0 = 0..<0 }
        throw error
      }
    }
    return results
  }

  private func next(_ end: End) -> Int? {
    left.withLock { left in
      guard !left.isEmpty else { return nil }
      let place = end == .front ? left.lowerBound : left.upperBound - 1
      left = end == .front ? left.lowerBound + 1..<left.upperBound : left.lowerBound..<left.upperBound - 1
      return place
    }
  }
}
