import Glibc

/// A program whose output and error output are read by us, together.
package struct ChildProcess {
  private let identifier: pid_t
  private let output: Int32

  package enum Ending {
    case exited(Int32, output: String)
    case killed(signal: Int32, output: String)
  }

  package static func start(_ program: String, _ arguments: [String]) -> ChildProcess? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(writing) }
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addclose(&actions, reading)
    posix_spawn_file_actions_adddup2(&actions, writing, 1)
    posix_spawn_file_actions_adddup2(&actions, writing, 2)
    posix_spawn_file_actions_addclose(&actions, writing)
    var words = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var identifier: pid_t = 0
    guard posix_spawn(&identifier, program, &actions, nil, words, environ) == 0 else {
      close(reading)
      return nil
    }
    return ChildProcess(identifier: identifier, output: reading)
  }

  /// Waits for the end; a child that takes longer than `seconds` is killed, and the ending is nil.
  package func wait(seconds: Int) -> Ending? {
    defer { close(output) }
    let deadline = Self.now + Double(seconds)
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = deadline - Self.now
      var poll = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard left > 0, Glibc.poll(&poll, 1, Int32(min(left, 3600) * 1000) &+ 1) > 0 else {
        kill(identifier, SIGKILL)
        _ = reap()
        return nil
      }
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { break }
      text += chunk.prefix(count)
      if text.count > 1 << 20 { break }
    }
    let status = reap()
    // The layout of a wait status on Linux: the signal in the low seven bits, else the exit code above them.
    let signal = status & 0x7F
    let said = String(decoding: text, as: UTF8.self)
    return signal == 0
      ? .exited((status >> 8) & 0xFF, output: said) : .killed(signal: signal, output: said)
  }

  private func reap() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return status
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
