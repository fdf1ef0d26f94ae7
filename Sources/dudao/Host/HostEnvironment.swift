import FoundationEssentials
import Glibc
import KitModel

/// What the process stands in: everything that a test may want otherwise.
struct HostEnvironment: Sendable {
  var variables: [String: String]
  /// The folder in which the process stands.
  var folder: String
  /// The real path of the workbench.
  var executable: String
  var terminal: Terminal
  var console: Console
  /// Reads the whole standard input.
  var readInput: @Sendable () -> [UInt8]

  /// Of this process.
  static func current(isPlain: Bool) -> HostEnvironment {
    let variables = ProcessInfo.processInfo.environment
    return HostEnvironment(
      variables: variables, folder: FileManager.default.currentDirectoryPath,
      executable: realPath("/proc/self/exe") ?? CommandLine.arguments.first ?? "dudao",
      terminal: Terminal(environment: variables, isPlain: isPlain), console: .standard(), readInput: readAll)
  }

  /// The language that the login asks for.
  var language: UILanguage {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return UILanguage(locale: names.lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? "")
  }

  /// Login under which the process runs.
  var login: String {
    if let name = variables["LOGNAME"] ?? variables["USER"], !name.isEmpty { return name }
    return getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? String(getuid())
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  @Sendable private static func readAll() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }
}
