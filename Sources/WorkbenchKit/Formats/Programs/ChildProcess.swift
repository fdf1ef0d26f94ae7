import Glibc

/// A program whose output and error output are read by us, together.
package struct ChildProcess {
  private let identifier: pid_t
  private let output: Int32

  package enum Ending: Equatable {
    case exited(Int32, output: String)
    case killed(signal: Int32, output: String)
  }

  /// - Parameter settings: Variables of its environment besides our own, or instead of ours.
  package static func start(_ program: String, _ arguments: [String], settings: [String: String] = [:])
    -> ChildProcess?
  {
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
    var environment = Self.environment(with: settings)
    environment.append(nil)
    defer { for entry in environment { free(entry) } }
    var identifier: pid_t = 0
    guard posix_spawn(&identifier, program, &actions, nil, words, environment) == 0 else {
      close(reading)
      return nil
    }
    return ChildProcess(identifier: identifier, output: reading)
  }

  private static func environment(with settings: [String: String]) -> [UnsafeMutablePointer<CChar>?] {
    var entries: [UnsafeMutablePointer<CChar>?] = []
    var place = environ
    while let entry = place.pointee {
      let name = String(cString: entry).prefix { $0 != "=" }
      if settings[String(name)] == nil { entries.append(strdup(entry)) }
      place += 1
    }
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
      entries.append(strdup("\(name)=\(value)"))
    }
    return entries
  }

  /// Output that is kept; more is read, so that the child never waits for us, and dropped.
  private static let kept = 1 << 20

  /// Waits for the end; a child that takes longer than `seconds` is killed, and the ending is nil.
  ///
  /// The end is that of the child itself: it may close its output and go on, or leave children of its own behind
  /// that hold the output open.
  package func wait(seconds: Int) -> Ending? {
    defer { close(output) }
    let deadline = Self.now + Double(seconds)
    var text: [UInt8] = []
    var isOpen = true
    while Self.now < deadline {
      let status = ended()
      // What a child that has ended wrote lies in the pipe: it is taken without waiting.
      isOpen = isOpen && drain(into: &text, patience: status == nil ? 20 : 0)
      if let status { return Self.ending(status, text) }
      if !isOpen { usleep(10_000) }
    }
    kill(identifier, SIGKILL)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return nil
  }

  /// Reads what is there, waiting at most `patience` milliseconds for it; false when nobody writes any more.
  private func drain(into text: inout [UInt8], patience: Int32) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    var patience = patience
    // A child that writes without end must not keep us from looking at the clock.
    for _ in 0..<64 {
      var poll = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, patience) > 0 else { return true }
      let count = read(output, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      text += chunk.prefix(min(count, Self.kept - text.count))
      patience = 0
    }
    return true
  }

  /// The wait status of a child that has ended.
  private func ended() -> Int32? {
    var status: Int32 = 0
    return waitpid(identifier, &status, WNOHANG) == identifier ? status : nil
  }

  /// The layout of a wait status on Linux: the signal in the low seven bits, else the exit code above them.
  private static func ending(_ status: Int32, _ text: [UInt8]) -> Ending {
    let signal = status & 0x7F
    let said = String(decoding: text, as: UTF8.self)
    return signal == 0
      ? .exited((status >> 8) & 0xFF, output: said) : .killed(signal: signal, output: said)
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
