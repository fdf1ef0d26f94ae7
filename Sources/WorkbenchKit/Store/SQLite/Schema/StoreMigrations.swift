import KitModel

/// How the store's own tables came about, step by step.
///
/// Append only: a step that was ever released is never edited. Steps are strings, never written in terms of
/// types of the program, so that they mean tomorrow what they mean today.
enum StoreMigrations {
  /// "Duda" as the file's application id: tells a store from any other database.
  static let applicationID: Int64 = 0x4475_6461
  /// The version that this program reads and writes.
  static var version: Int64 { Int64(steps.count) }

  /// Throws for a version that this program cannot bring up to its own.
  static func check(_ version: Int64, of file: String) throws {
    if version > Self.version { throw Diagnostic(StoreMessages.newerVersion, ["file": file]) }
    if version < 1 {
      throw Diagnostic(StoreMessages.unknownVersion, ["file": file, "version": String(version)])
    }
  }

  /// Brings the store's own tables up to date, inside a transaction.
  static func run(on connection: SQLiteConnection) throws {
    let version = Int(try connection.integer("PRAGMA user_version") ?? 0)
    guard steps.indices.contains(version) else { return }
    for step in steps[version...] {
      for statement in step { try connection.run(statement) }
    }
    try connection.run("PRAGMA application_id = \(applicationID)")
    try connection.run("PRAGMA user_version = \(Self.version)")
  }

  /// Statements that lead from version n to n + 1.
  static let steps: [[String]] = [journal, sourceEntity, runs]

  private static let journal = [
    // Single values: the fingerprint of the declarations, the next row id, the last backup.
    #"CREATE TABLE "_meta" (name TEXT PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID"#,
    // Tables and columns that were made for declarations. A column's id outlives its name: entries of the
    // journal speak of columns by id, so that a column renamed or retired can still be checked.
    #"CREATE TABLE "_entity" (name TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT, WITHOUT ROWID"#,
    """
    CREATE TABLE "_column" (
      id INTEGER PRIMARY KEY, entity TEXT NOT NULL, field TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
      retired INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE "_change" (
      id INTEGER PRIMARY KEY, time TEXT NOT NULL, offset INTEGER NOT NULL, person TEXT NOT NULL,
      login TEXT NOT NULL, command TEXT NOT NULL, kind TEXT NOT NULL, undoes INTEGER, undone_by INTEGER,
      head BLOB NOT NULL
    ) STRICT
    """,
    // What a change did to one table. insert: the row ids first…last. update, delete, revive: the images
    // first…last in the table of images. mark: the last image of that table when it was done.
    """
    CREATE TABLE "_part" (
      id INTEGER PRIMARY KEY, change INTEGER NOT NULL, entity TEXT NOT NULL, action TEXT NOT NULL,
      first INTEGER NOT NULL, last INTEGER NOT NULL, rows INTEGER NOT NULL, columns TEXT NOT NULL,
      mark INTEGER NOT NULL, digest BLOB NOT NULL
    ) STRICT
    """,
    #"CREATE INDEX "_part~change" ON "_part" (change)"#,
    #"CREATE INDEX "_part~entity" ON "_part" (entity, action, first)"#,
    """
    CREATE TABLE "_seal" (
      id INTEGER PRIMARY KEY, change INTEGER NOT NULL, sealed_by INTEGER NOT NULL, reason TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "_source" (
      id INTEGER PRIMARY KEY, change INTEGER NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
      copy TEXT NOT NULL, sheet TEXT, header TEXT NOT NULL, mapping TEXT NOT NULL
    ) STRICT
    """,
    #"CREATE INDEX "_source~change" ON "_source" (change)"#,
    // Tables kept by `save as`: each has a number and is kept for ever; a name points to the present one.
    """
    CREATE TABLE "_saved" (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, columns TEXT NOT NULL, change INTEGER NOT NULL
    ) STRICT
    """,
    #"CREATE TABLE "_saved_name" (name TEXT PRIMARY KEY, saved INTEGER NOT NULL) STRICT, WITHOUT ROWID"#,
    """
    CREATE VIEW "source" AS
    SELECT s.id AS "_rid", s.id AS "id", s.file AS "file", s.sheet AS "sheet", s.copy AS "copy",
      (SELECT group_concat(h.value, '、') FROM json_each(s.header) AS h WHERE h.value <> '') AS "header",
      (SELECT group_concat(m.key || '→' || m.value, '、') FROM json_each(s.mapping) AS m) AS "mapping",
      (SELECT group_concat(DISTINCT p.entity) FROM "_part" AS p WHERE p.change = s.change) AS "entity",
      c.time AS "time", c.person AS "person", c.login AS "login", s.change AS "change", s.sha256 AS "sha256"
    FROM "_source" AS s JOIN "_change" AS c ON c.id = s.change
    """,
    """
    CREATE VIEW "log" AS
    SELECT c.id AS "_rid", c.id AS "id", c.time AS "time", c.person AS "person", c.login AS "login",
      c.command AS "command", c.kind AS "kind",
      (SELECT group_concat(DISTINCT p.entity) FROM "_part" AS p WHERE p.change = c.id) AS "entity",
      (SELECT coalesce(sum(p.rows), 0) FROM "_part" AS p
        WHERE p.change = c.id AND p.action IN ('insert', 'revive')) AS "inserted",
      (SELECT coalesce(sum(p.rows), 0) FROM "_part" AS p
        WHERE p.change = c.id AND p.action = 'update') AS "updated",
      (SELECT coalesce(sum(p.rows), 0) FROM "_part" AS p
        WHERE p.change = c.id AND p.action = 'delete') AS "deleted",
      substr(hex(c.head), 1, 4) || '-' || substr(hex(c.head), 5, 4) || '-' || substr(hex(c.head), 9, 4)
        AS "code",
      c.undoes AS "undoes", c.undone_by AS "undone_by"
    FROM "_change" AS c
    """,
  ]

  private static let sourceEntity = [
    // The entity that an import was into: rows of a school are kept in the table of units too.
    #"ALTER TABLE "_source" ADD COLUMN entity TEXT"#,
    // An import is told apart from what was typed.
    #"DROP VIEW "log""#,
    """
    CREATE VIEW "log" AS
    SELECT c.id AS "_rid", c.id AS "id", c.time AS "time", c.person AS "person", c.login AS "login",
      c.command AS "command",
      CASE WHEN c.kind = 'change' AND EXISTS (SELECT 1 FROM "_source" AS s WHERE s.change = c.id) THEN 'import'
        ELSE c.kind END AS "kind",
      (SELECT group_concat(DISTINCT p.entity) FROM "_part" AS p WHERE p.change = c.id) AS "entity",
      (SELECT coalesce(sum(p.rows), 0) FROM "_part" AS p
        WHERE p.change = c.id AND p.action IN ('insert', 'revive')) AS "inserted",
      (SELECT coalesce(sum(p.rows), 0) FROM "_part" AS p
        WHERE p.change = c.id AND p.action = 'update') AS "updated",
      (SELECT coalesce(sum(p.rows), 0) FROM "_part" AS p
        WHERE p.change = c.id AND p.action = 'delete') AS "deleted",
      substr(hex(c.head), 1, 4) || '-' || substr(hex(c.head), 5, 4) || '-' || substr(hex(c.head), 9, 4)
        AS "code",
      c.undoes AS "undoes", c.undone_by AS "undone_by"
    FROM "_change" AS c
    """,
  ]

  private static let runs = [
    // Runs of saved scripts, each with the entry of the journal that records it.
    """
    CREATE TABLE "_run" (
      change INTEGER PRIMARY KEY, script TEXT NOT NULL, sha256 TEXT NOT NULL, day TEXT NOT NULL,
      outcome TEXT NOT NULL, before INTEGER NOT NULL, after INTEGER NOT NULL, content TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIEW "run_record" AS
    SELECT r.change AS "_rid", r.change AS "id", r.script AS "script", c.time AS "time", c.person AS "person",
      c.login AS "login", r.day AS "day",
      (SELECT group_concat(json_extract(p.value, '$.name') || '=' || json_extract(p.value, '$.value'), ' ')
        FROM json_each(r.content, '$.parameters') AS p) AS "parameters",
      r.outcome AS "result", CASE WHEN r.after > r.before THEN r.before + 1 END AS "first_change",
      CASE WHEN r.after > r.before THEN r.after END AS "last_change",
      (SELECT group_concat(json_extract(f.value, '$.path'), '、')
        FROM json_each(r.content, '$.files') AS f) AS "files",
      r.sha256 AS "sha256"
    FROM "_run" AS r JOIN "_change" AS c ON c.id = r.change
    """,
  ]
}
