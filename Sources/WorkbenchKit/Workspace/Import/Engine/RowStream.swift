import Dispatch
import KitStore
import Synchronization

/// The rows of a converter, chunk by chunk; for large files made on a thread of their own, a few chunks ahead,
/// while the store takes the last ones in.
final class RowStream {
  private let converter: RowConverter
  private let isParallel: Bool
  private let channel = Channel()

  /// Chunks that may lie ready: each is about a quarter of a megabyte of text.
  private static let depth = 3

  /// Files above this size are read on a thread of their own.
  private static let parallelBytes: Int64 = 2 << 20

  /// - Parameter file: Path of the file that is read: its size decides about the thread.
  init(_ converter: RowConverter, file: String) {
    self.converter = converter
    isParallel = FileSize.bytes(file) > Self.parallelBytes
    if isParallel { start() }
  }

  /// The next rows; nil at the end. Give them back with `recycle`.
  func next() throws -> RowConverter.Rows? {
    if isParallel { return try channel.take() }
    var rows = channel.free() ?? converter.emptyRows()
    return try converter.fill(&rows) ? rows : nil
  }

  func recycle(_ rows: RowConverter.Rows) { channel.recycle(rows) }

  /// Ends the thread, if there is one; it has ended when this returns.
  func stop() { if isParallel { channel.stop() } }

  private func start() {
    // The thread alone uses the converter until the channel says that it has ended.
    nonisolated(unsafe) let converter = converter
    let channel = channel
    DispatchQueue.global().async {
      channel.produce {
        var rows = channel.free() ?? converter.emptyRows()
        return try converter.fill(&rows) ? rows : nil
      }
    }
  }

  /// What passes between the two threads.
  private final class Channel: Sendable {
    private struct State {
      var ready: [Result<RowConverter.Rows?, any Error>] = []
      var free: [RowConverter.Rows] = []
      var isStopped = false
      var hasEnded = false
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: RowStream.depth)
    private let ended = DispatchSemaphore(value: 0)

    func produce(_ make: () throws -> RowConverter.Rows?) {
      var goesOn = true
      while goesOn {
        room.wait()
        if state.withLock({ $0.isStopped }) { break }
        let result = Result(catching: make)
        if case .success(.some) = result {} else { goesOn = false }
        state.withLock { $0.ready.append(result) }
        filled.signal()
      }
      ended.signal()
    }

    func take() throws -> RowConverter.Rows? {
      if state.withLock({ $0.hasEnded && $0.ready.isEmpty }) { return nil }
      filled.wait()
      let result = state.withLock { state in
        let first = state.ready.removeFirst()
        if case .success(.some) = first {} else { state.hasEnded = true }
        return first
      }
      room.signal()
      return try result.get()
    }

    func free() -> RowConverter.Rows? { state.withLock { $0.free.popLast() } }

    func recycle(_ rows: RowConverter.Rows) { state.withLock { $0.free.append(rows) } }

    func stop() {
      state.withLock { $0.isStopped = true }
      room.signal()
      ended.wait()
      // The producer waits on `room` before each chunk; it must find the semaphore as it was made.
      ended.signal()
    }
  }
}
