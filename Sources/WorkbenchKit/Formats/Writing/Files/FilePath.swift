/// Parts of paths.
package enum FilePath {
  static let temporary = "/tmp"

  /// The folder in which the file lies; `.` for a bare name.
  package static func folder(_ path: String) -> String {
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

  /// `收件/名单.xlsx` → `名单`.
  package static func stem(_ path: String) -> String { withoutExtension(leaf(path)) }

  /// The name, its stem cut where it is too long for a file of Linux (255 bytes) and some 15 more in front or behind.
  package static func fitted(_ leaf: String) -> String {
    let limit = 240
    guard leaf.utf8.count > limit else { return leaf }
    let dot = leaf.lastIndex(of: ".").flatMap { leaf[$0...].utf8.count <= 16 ? $0 : nil } ?? leaf.endIndex
    var stem = leaf[..<dot]
    while stem.utf8.count + leaf[dot...].utf8.count > limit { stem.removeLast() }
    return String(stem + leaf[dot...])
  }

  /// Without the marks that some file system does not take.
  package static func plain(_ leaf: String, instead mark: Character = "-") -> String {
    String(leaf.map { "/\\:*?\"<>|\n\r\t".contains($0) ? mark : $0 })
  }

  /// The name, or the first with a number before its ending that is not taken.
  package static func free(_ leaf: String, isTaken: (String) throws -> Bool) rethrows -> String {
    var (candidate, count) = (leaf, 1)
    while try isTaken(candidate) {
      count += 1
      candidate = numbered(leaf, count)
    }
    return candidate
  }

  /// `收件/名单.xlsx`, 2 → `收件/名单-2.xlsx`.
  static func numbered(_ path: String, _ number: Int) -> String {
    let stem = withoutExtension(path)
    return "\(stem)-\(number)\(path.dropFirst(stem.count))"
  }
}
