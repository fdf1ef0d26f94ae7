/// Parts of paths.
package enum FilePath {
  static let temporary = "/tmp"

  /// The folder in which the file lies; `.` for a bare name.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func leaf(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// `收件/名单.xlsx` → `收件/名单`.
  package static func withoutExtension(_ path: String) -> String {
    let leaf = leaf(path)
    guard let dot = leaf.lastIndex(of: "."), dot != leaf.startIndex else { return path }
    return String(path.dropLast(leaf[dot...].count))
  }

  /// The name, its stem cut where it is too long for a file of Linux (255 bytes) and some 15 more in front or behind.
  package static func fitted(_ leaf: String) -> String {
    let limit = 240
    guard leaf.utf8.count > limit else { return leaf }
    let dot = leaf.lastIndex(of: ".").flatMap { leaf[$0...].utf8.count <= 16 ? $0 : nil } ?? leaf.endIndex
    var stem = leaf[..<dot]
    while stem.utf8.count + leaf[dot...].utf8.count > limit { stem.removeLast() }
    return String(stem + leaf[dot...])
  }

  /// `名单.xlsx`, 2 → `名单-2.xlsx`.
  static func numbered(_ leaf: String, _ number: Int) -> String {
    guard let dot = leaf.lastIndex(of: "."), dot != leaf.startIndex else { return "\(leaf)-\(number)" }
    return "\(leaf[..<dot])-\(number)\(leaf[dot...])"
  }
}
