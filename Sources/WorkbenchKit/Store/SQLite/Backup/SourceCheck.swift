import KitModel
import KitQuery

/// Compares the kept copies of imported files with the digests that the journal has of them.
struct SourceCheck {
  let connection: SQLiteConnection
  /// The workspace's folder.
  let root: String

  private struct Source {
    var copy: String
    var sha256: String
    var change: Int64
  }

  /// Paths of the copies below the workspace.
  func copies() throws -> [String] {
    try connection.map(#"SELECT DISTINCT copy FROM "_source""#) { $0.text(at: 0) }
  }

  /// What is missing or has changed. An import that was undone needs its file no more; a file that was changed and
  /// then imported again is told by its last import.
  func faults() throws -> [Diagnostic] {
    let sources = try connection.map(
      """
      SELECT s.copy, s.sha256, max(s.change) FROM "_source" AS s JOIN "_change" AS c ON c.id = s.change
      WHERE c.undone_by IS NULL GROUP BY s.copy, s.sha256 ORDER BY max(s.change) DESC
      """
    ) { Source(copy: $0.text(at: 0), sha256: $0.text(at: 1), change: $0.integer(at: 2)) }
    var seen: Set<String> = []
    var faults: [Diagnostic] = []
    for source in sources where WorkspaceFiles.isInside(source.copy) && seen.insert(source.copy).inserted {
      try connection.operation.check()
      let arguments = ["file": source.copy, "id": String(source.change)]
      guard let digest = try? FileDigest(path: root + "/" + source.copy) else {
        faults.append(Diagnostic(StoreMessages.sourceMissing, arguments))
        continue
      }
      if digest.sha256 != source.sha256 { faults.append(Diagnostic(StoreMessages.sourceChanged, arguments)) }
    }
    return faults.reversed()
  }
}
