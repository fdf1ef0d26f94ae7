import FoundationEssentials
import KitModel

/// Files named by a pattern: `收件/*.xlsx`, `data/2024?/学校*.csv`. Only the last part and folders may hold `*` and
/// `?`; hidden files and the locks of office programs (`~$…`) are passed over.
public enum FilePattern {
  public static func isPattern(_ path: String) -> Bool { path.contains("*") || path.contains("?") }

  /// The files that match, in the order of their names; the path itself when it is no pattern.
  public static func files(_ path: String) throws -> [String] {
    if !isPattern(path) || FileManager.default.fileExists(atPath: path) { return [path] }
    var found = [path.hasPrefix("/") ? "/" : ""]
    let parts = path.split(separator: "/").map(String.init)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      found = found.flatMap { base in members(of: base, matching: part, isLast: isLast) }
    }
    if found.isEmpty { throw Diagnostic(ImportMessages.noMatchingFiles, ["pattern": path]) }
    return found
  }

  private static func members(of base: String, matching part: String, isLast: Bool) -> [String] {
    func joined(_ name: String) -> String { base.isEmpty || base == "/" ? base + name : base + "/" + name }
    guard isPattern(part) else { return [joined(part)] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: base.isEmpty ? "." : base)) ?? []
    return names.filter { name in
      !name.hasPrefix(".") && !name.hasPrefix("~$") && matches(Array(name), Array(part))
    }.sorted().map(joined).filter { path in
      var isFolder: Bool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder != isLast
    }
  }

  /// `*` any characters, `?` one.
  static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
    var place = 0
    var wanted = 0
    var star: (pattern: Int, name: Int)?
    while place < name.count {
      if wanted < pattern.count, pattern[wanted] == "?" || pattern[wanted] == name[place] {
        place += 1
        wanted += 1
      } else if wanted < pattern.count, pattern[wanted] == "*" {
        star = (wanted, place)
        wanted += 1
      } else if let last = star {
        wanted = last.pattern + 1
        place = last.name + 1
        star = (last.pattern, place)
      } else {
        return false
      }
    }
    return pattern[wanted...].allSatisfy { $0 == "*" }
  }
}
