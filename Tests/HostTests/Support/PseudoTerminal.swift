import CPseudoTerminal
import FoundationEssentials
import Glibc

/// The workbench on a terminal of its own, with a person at its keyboard.
final class PseudoTerminal {
  private let process: pid_t
  private var master: Int32 = -1
  private(set) var screen: TerminalScreen
  private var isOver = false

  /// Starts a program; nil when that cannot be done.
  init?(
    _ path: String, _ arguments: [String], environment: [String: String], folder: String, columns: Int = 80
  ) {
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    screen = TerminalScreen(columns: columns)
    process = pt_spawn(path, &words, &variables, folder, 24, Int32(columns), &master)
    if process < 0 { return nil }
  }

  deinit {
    if master >= 0 { close(master) }
    if !isOver {
      kill(process, SIGKILL)
      _ = pt_wait(process)
    }
  }

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Reads what the terminal shows until `condition` holds; false when `seconds` pass without.
  func wait(seconds: Int = 20, until condition: (TerminalScreen) -> Bool) -> Bool {
    var buffer = [CChar](repeating: 0, count: 4096)
    var quiet = 0
    while !condition(screen) {
      let count = pt_read(master, &buffer, buffer.count, 50)
      if count < 0 { return condition(screen) }
      quiet = count == 0 ? quiet + 1 : 0
      if quiet > seconds * 20 { return false }
      screen.feed(buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) })
    }
    return true
  }

  /// The exit code, once the program has ended.
  func end() -> Int32 {
    _ = wait(seconds: 5) { _ in false }
    isOver = true
    return pt_wait(process)
  }
}
