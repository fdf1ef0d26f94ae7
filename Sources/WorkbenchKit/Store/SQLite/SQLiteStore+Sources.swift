import FoundationEssentials
import KitModel
import KitQuery

extension SQLiteStore {
  public func earlierMapping(header: [String], into entity: EntityDeclaration) throws -> [String: String]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let wanted = String(decoding: try encoder.encode(header), as: UTF8.self)
    let found = try withReader { connection in
      try connection.first(
        """
        SELECT s.mapping FROM "_source" AS s JOIN "_change" AS c ON c.id = s.change
        WHERE s.header = ?1 AND s.entity = ?2 AND c.undone_by IS NULL ORDER BY s.id DESC LIMIT 1
        """, [.text(wanted), .text(entity.fullName)]
      ) { $0.value(at: 0) }
    }
    guard case .text(let mapping) = found else { return nil }
    return try JSONDecoder().decode([String: String].self, from: Data(mapping.utf8))
  }

  // MARK: Notes

  public func note(_ name: String) throws -> String? {
    try withReader {
      try $0.text(#"SELECT value FROM "_meta" WHERE name = ?1"#, [.text(Self.noteName(name))])
    }
  }

  public func keepNote(_ text: String, as name: String) throws {
    try requireWritable()
    try withWriter {
      try $0.run(
        #"INSERT INTO "_meta" (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2"#,
        [.text(Self.noteName(name)), .text(text)])
    }
  }

  private static func noteName(_ name: String) -> String { "note." + name }
}
