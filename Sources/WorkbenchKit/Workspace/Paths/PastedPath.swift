import FoundationEssentials
import KitLanguage
import KitModel

/// A path as people paste it: with quotes around it, with blanks a shell has escaped, as a `file://` address,
/// with `~`, or copied from a Windows machine that sees the same shared folder.
public struct PastedPath: Sendable {
  private let home: String?
  /// The system's table of mounts, asked for only when a path of Windows is met.
  private let mountTable: @Sendable () -> String

  public init(home: String?, mountTable: @autoclosure @escaping @Sendable () -> String) {
    self.home = home
    self.mountTable = mountTable
  }

  /// With the mounts of this machine.
  /// - Parameter home: What `~` stands for; unless it is given, the home of the person who runs the process.
  public static func ofThisMachine(
    home: String? = ProcessInfo.processInfo.environment["HOME"]
  ) -> PastedPath {
    PastedPath(
      home: home,
      mountTable: FileManager.default.contents(atPath: "/proc/mounts").map {
        String(decoding: $0, as: UTF8.self)
      } ?? "")
  }

  /// A path as it can be put into a shell or a statement: in quotes where it holds more than plain marks.
  public static func quoted(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "/._-~".unicodeScalars.contains(scalar)
    }
    return isPlain ? path : "\"\(path)\""
  }

  /// Folders of servers that are mounted here, by `//server/share` as the mount table names them.
  private var shares: [(source: String, folder: String)] {
    mountTable().split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ").map { Self.unescapedMount(String($0)) }
      guard fields.count > 2, fields[0].hasPrefix("//") else { return nil }
      return (fields[0], fields[1])
    }
  }

  /// The path that is meant. Nothing is looked up: whether a file is there is not asked.
  ///
  /// Throws a `Diagnostic` for a Windows path whose share is not mounted here, with the shares that are.
  public func path(_ pasted: String) throws -> String {
    let text = Self.withoutQuotes(pasted)
    if let decoded = Self.fileAddress(text) {
      // file:///C:/… and file://server/share/…, as Windows gives them.
      let local = decoded.hasPrefix("//") ? decoded : String(decoded.dropFirst())
      return Self.isWindows(local) || decoded.hasPrefix("//") ? try mounted(local) : decoded
    }
    if Self.isWindows(text) { return try mounted(text) }
    if text == "~" || text.hasPrefix("~/"), let home { return home + text.dropFirst() }
    return Self.unescaped(text)
  }

  /// Without the `\` that terminals put before blanks, brackets and the like.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        if !PathEscapes.marks.contains(character) { result.append("\\") }
        result.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return isEscaped ? result + "\\" : result
  }

  private static func withoutQuotes(_ text: String) -> String {
    var plain = text
    // Quotes from a chat and from the shell may stand one in the other.
    for _ in 0..<4 { plain = withoutOuterQuotes(plain) }
    return plain
  }

  /// One pair of quotes less, and without the blanks around.
  private static func withoutOuterQuotes(_ text: String) -> String {
    let rest = text.trimmed
    let pairs: [(Character, Character)] = [("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"), ("「", "」")]
    guard let first = rest.first, let last = rest.dropFirst().last,
      pairs.contains(where: { $0 == (first, last) })
    else { return rest }
    return String(rest.dropFirst().dropLast())
  }

  /// `file:///home/li/%E5%AD%A6.xlsx`, also with `localhost`; `//server/…` for another host; nil for anything else.
  private static func fileAddress(_ text: String) -> String? {
    guard text.lowercased().hasPrefix("file://") else { return nil }
    let rest = text.dropFirst("file://".count)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let host = rest[..<slash].lowercased()
    let path = host.isEmpty || host == "localhost" ? String(rest[slash...]) : "//" + rest
    return path.removingPercentEncoding ?? path
  }

  /// `C:\…`, `C:/…` or `\\server\…`.
  private static func isWindows(_ text: String) -> Bool {
    let start = Array(text.unicodeScalars.prefix(3))
    guard start.count == 3 else { return false }
    if start[0] == "\\", start[1] == "\\" { return true }
    return start[0].isASCII && start[0].properties.isAlphabetic && start[1] == ":"
      && (start[2] == "\\" || start[2] == "/")
  }

  /// A path on a share, where that share is mounted here.
  private func mounted(_ text: String) throws -> String {
    let shares = shares
    let slashed = text.replacing("\\", with: "/")
    for (source, folder) in shares {
      let share = NameKey(source).description
      let wanted = NameKey(slashed).description
      if wanted == share { return folder }
      if wanted.hasPrefix(share + "/") { return folder + slashed.dropFirst(source.count) }
    }
    let known = shares.map { "\($0.source) → \($0.folder)" }.joined(separator: "，")
    throw Diagnostic(
      known.isEmpty ? PathMessages.windowsPath : PathMessages.windowsPathWithShares,
      ["path": text, "shares": known])
  }

  /// The mount table writes blanks and the like as `\040`.
  private static func unescapedMount(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ (48...55).contains($0) }) {
        bytes.append(digits.reduce(0) { $0 &* 8 &+ ($1 &- 48) })
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
