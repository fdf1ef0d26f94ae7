import Foundation
import KitModel
import KitQuery

@testable import KitStore

extension Refusal {
  /// Stores that cannot be opened, read or written.
  static let opening = [
    Refusal("no such folder") { thrown { try SQLiteStore(file: "/nowhere/at/all/workspace.sqlite") } },
    Refusal("a spreadsheet of that name") {
      try opened { try "学校,编码\n".write(to: $0, atomically: false, encoding: .utf8) }
    },
    Refusal("a folder in the place of the journal") {
      let workspace = try TestWorkspace()
      try workspace.store.close()
      try workspace.put("x", at: "workspace.sqlite-wal/x")
      return thrown { try SQLiteStore(file: workspace.file) }
    },
    Refusal("version 99") { try tampered("PRAGMA user_version = 99") },
    Refusal("version -1") { try tampered("PRAGMA user_version = -1") },
    Refusal("on a network file system") {
      let workspace = try TestWorkspace()
      var options = StoreOptions()
      options.fileSystem = { _ in .network("cifs") }
      return try reasons(workspace.reopen(options: options), workspace.store)
    },
    Refusal("on a network file system, with a new field") {
      let workspace = try TestWorkspace()
      var options = StoreOptions()
      options.fileSystem = { _ in .network("nfs") }
      var unit = Sample.unit
      unit.fields.append(Sample.field("phone", "电话", .text))
      return try workspace.reopen([unit], options: options)
    },
    Refusal("damaged pages") {
      let workspace = try damaged()
      let all = Sample.query(#"SELECT sum(length(note) + score) FROM "t.visit""#, [("n", .real)])
      return thrown { try workspace.store.table(of: all) }
    },
    Refusal("verify of damaged pages") {
      let workspace = try damaged()
      return try Array(workspace.store.verify().faults.prefix(1))
    },
    Refusal("a full disk") {
      let workspace = try TestWorkspace()
      try workspace.store.withWriter { connection in
        let pages = try connection.integer("PRAGMA page_count") ?? 0
        _ = try connection.integer("PRAGMA max_page_count = \(pages + 5)")
      }
      return thrown {
        try workspace.write(Sample.visits(1...9000), into: Sample.visit, fields: Sample.visitFields)
      }
    },
    // A test has no disk that fails: this is what the engine reports of one.
    Refusal("a disk that fails") {
      let failure = SQLiteFailure(code: 266, text: "disk I/O error")
      let note = HolderNote(path: "/nowhere")
      let said = FailureTranslator(file: "/mnt/u/workspace.sqlite").translated(failure, holder: note)
      return thrown { throw said }
    },
    Refusal("the engine does not know a function") {
      let workspace = try TestWorkspace()
      return thrown {
        try workspace.store.table(of: Sample.query("SELECT nonsense(1)", [("n", .integer)]))
      }
    },
    Refusal("another process imports") {
      let workspace = try TestWorkspace([ProcessTests.item], options: ProcessTests.options)
      let probe = try ProcessTests.Probe(workspace.file, "hold")
      defer { probe.end() }
      probe.wait(for: "holding")
      return thrown { try workspace.write([[.text("x")]], into: ProcessTests.item, fields: ["code"]) }
    },
    Refusal("another program writes") {
      let workspace = try TestWorkspace(options: ProcessTests.options)
      return try DatabaseCopy.opened(workspace.file, readOnly: false) { other in
        try other.run("BEGIN IMMEDIATE")
        defer { _ = try? other.run("ROLLBACK") }
        return thrown { try workspace.write([[.text("x")]], into: Sample.unit, fields: ["code"]) }
      }
    },
  ]

  private static func opened(_ prepare: (URL) throws -> Void) throws -> [Diagnostic] {
    let folder = try OpeningTests.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "workspace.sqlite")
    try prepare(file)
    return thrown { try SQLiteStore(file: file.path) }
  }

  private static func tampered(_ sql: String) throws -> [Diagnostic] {
    let workspace = try TestWorkspace()
    try workspace.store.close()
    try workspace.tamper(sql)
    return thrown { try SQLiteStore(file: workspace.file) }
  }

  private static func reasons(_ remarks: [Diagnostic], _ store: SQLiteStore) -> [Diagnostic] {
    guard case .readOnly(let reason) = store.access else { return remarks }
    return remarks + [reason]
  }

  /// A store whose last pages hold nothing that makes sense.
  private static func damaged() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...3000), into: Sample.visit, fields: Sample.visitFields)
    try workspace.store.close()
    let handle = try FileHandle(forUpdating: URL(filePath: workspace.file))
    let size = try handle.seekToEnd()
    for page in stride(from: size / 16384 * 3 * 4096, to: size, by: 4096) {
      try handle.seek(toOffset: page)
      try handle.write(contentsOf: Data(repeating: 0x5A, count: 4096))
    }
    try handle.close()
    _ = try workspace.reopen()
    return workspace
  }
}
