import FoundationEssentials
import Glibc
import KitModel

/// What was typed before, kept in a file of the user: one entry a line, line ends within an entry as `\n`.
///
/// Each entry is appended as it is typed, in one write, so that nothing is lost when the process ends and two
/// sessions can keep one file. A file that is not text is moved aside, never read in part or written over.
struct History {
  let path: String
  /// As many entries are read back; the file keeps all.
  static let limit = 10_000

  /// The file for a user with this environment: `DUDAO_HISTORY`, else below the user's state folder.
  static func path(environment: [String: String]) -> String? {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let path = value("DUDAO_HISTORY") { return path }
    if let state = value("XDG_STATE_HOME") { return state + "/dudao/history" }
    return value("HOME").map { $0 + "/.local/state/dudao/history" }
  }

  /// The entries, oldest first; and what has to be said when the file had to be moved aside.
  func load() -> (entries: [String], remark: Diagnostic?) {
    guard let data = FileManager.default.contents(atPath: path) else { return ([], nil) }
    let bytes = [UInt8](data)
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      return ([], moveAside())
    }
    let lines = text.split(separator: "\n").suffix(Self.limit)
    return (lines.map { Self.decoded($0) }, nil)
  }

  /// Keeps an entry. What goes wrong (a full disk, a folder that may not be written) is returned: it must not
  /// stop the work.
  func append(_ entry: String) -> Diagnostic? {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return notKept() }
    defer { close(file) }
    let line = Array((Self.encoded(entry) + "\n").utf8)
    return write(file, line, line.count) == line.count ? nil : notKept()
  }

  private func notKept() -> Diagnostic {
    Diagnostic(
      HostMessages.historyNotKept, ["file": path].merging(SystemReason.arguments(errno)) { $1 },
      severity: .warning)
  }

  private func moveAside() -> Diagnostic {
    let names = [path + ".damaged"] + (2...99).map { "\(path).damaged-\($0)" }
    let free = names.first { !FileManager.default.fileExists(atPath: $0) } ?? path + ".damaged"
    let moved = rename(path, free) == 0
    return Diagnostic(
      moved ? HostMessages.historyMovedAside : HostMessages.historyUnreadable, ["file": path, "aside": free],
      severity: .warning)
  }

  static func encoded(_ entry: String) -> String {
    entry.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
  }

  static func decoded(_ line: Substring) -> String {
    guard line.utf8.contains(UInt8(ascii: "\\")) else { return String(line) }
    var result = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
