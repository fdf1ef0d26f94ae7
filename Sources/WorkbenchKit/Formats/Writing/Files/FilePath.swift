/// Parts of paths.
enum FilePath {
  static let temporary = "/tmp"

  /// The folder in which the file lies; `.` for a bare name.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func leaf(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// `名单.xlsx`, 2 → `名单-2.xlsx`.
  static func numbered(_ leaf: String, _ number: Int) -> String {
    guard let dot = leaf.lastIndex(of: "."), dot != leaf.startIndex else { return "\(leaf)-\(number)" }
    return "\(leaf[..<dot])-\(number)\(leaf[dot...])"
  }
}
