import Foundation
import KitModel
import KitQuery

@testable import KitStore

extension Refusal {
  /// Backups that are not made, and restores that are not done.
  static let backup = [
    Refusal("backup: into a file") {
      let workspace = try TestWorkspace()
      return thrown { try workspace.store.backup(to: workspace.file + "/b", context: Sample.context()) }
    },
    Refusal("backup: of a store that does not verify") {
      let workspace = try VerificationTests.history()
      try workspace.tamper(#"DELETE FROM "t.visit" WHERE number = 3"#)
      return thrown {
        try workspace.store.backup(to: workspace.folder.path + "/b", context: Sample.context())
      }
    },
    Refusal("backup: a file called like its manifest") {
      let workspace = try TestWorkspace()
      try workspace.put("{}", at: "manifest.json")
      return try workspace.store.backup(to: workspace.folder.path + "/b", context: Sample.context()).faults
    },
    Refusal("backup: a file that nobody can read") {
      let workspace = try TestWorkspace()
      try FileManager.default.createSymbolicLink(
        atPath: workspace.folder.path + "/在别处.csv", withDestinationPath: "/proc/self/mem")
      return thrown {
        try workspace.store.backup(to: workspace.folder.path + "/b", context: Sample.context())
      }
    },
    Refusal("restore: no backup") {
      let workspace = try TestWorkspace()
      return thrown { try workspace.store.restore(from: workspace.folder.path, context: Sample.context()) }
    },
    Refusal("restore: a backup that was altered") {
      try restored { try "别的".write(toFile: $1 + "/data/一.csv", atomically: true, encoding: .utf8) }
    },
    Refusal("restore: a backup that was altered together with its manifest") {
      try restored { _, backup in
        let store = backup + "/" + BackupManifest.storeName
        let before = try FileDigest(path: store).sha256
        try DatabaseCopy.opened(store, readOnly: false) {
          _ = try $0.run(#"UPDATE "t.visit" SET note = '改' WHERE number = 3"#)
        }
        let after = try FileDigest(path: store).sha256
        try manifest(of: backup) { $0.replacing(before, with: after) }
      }
    },
    Refusal("restore: the present data does not verify") {
      let (workspace, backup) = try RestoreTests.workspace()
      try workspace.tamper(#"DELETE FROM "t.visit" WHERE number = 3"#)
      return try workspace.store.restore(from: backup, context: Sample.context()).aside.faults
    },
    Refusal("restore: of a later version") {
      try restored { try manifest(of: $1) { $0.replacing("\"format\" : 1", with: "\"format\" : 2") } }
    },
    Refusal("restore: into a workspace whose store is called otherwise") {
      try restored {
        try manifest(of: $1) {
          $0.replacing("\"store\" : \"workspace.sqlite\"", with: "\"store\" : \"db/a.sqlite\"")
        }
      }
    },
    Refusal("restore: a file in the place of a folder") {
      try restored { workspace, _ in
        try FileManager.default.removeItem(at: workspace.folder.appending(path: "evidence"))
        try workspace.put("一份文件", at: "evidence")
      }
    },
    Refusal("restore: a folder in the place of its note") {
      try restored { workspace, _ in try workspace.put("x", at: ".restore.json.part/x") }
    },
    Refusal("restore: the disk is full before it is decided") {
      try restored(step: .staged) { throw CocoaError(.fileWriteOutOfSpace) }
    },
    Refusal("restore: broken off after it was decided, then a change") {
      let (workspace, backup) = try RestoreTests.workspace()
      let store = try RestoreTests.open(workspace) { step in
        if step == .moved { throw CocoaError(.fileWriteOutOfSpace) }
      }
      defer { try? store.close() }
      return thrown { try store.restore(from: backup, context: Sample.context()) }
        + thrown { try workspace.change("set", JournalTests.setNotes("别的")) }
    },
    Refusal("restore: overtaken by a change") {
      let (workspace, backup) = try RestoreTests.workspace()
      let other = workspace.store
      let store = try RestoreTests.open(workspace) { step in
        guard step == .staged else { return }
        _ = try other.change(Sample.context("other")) { try $0.write(JournalTests.setNotes("别的")) }
      }
      defer { try? store.close() }
      return thrown { try store.restore(from: backup, context: Sample.context()) }
    },
    Refusal("open: a note of a restore that cannot be read") {
      let workspace = try TestWorkspace()
      try workspace.store.close()
      try workspace.put("{", at: ".restore.json")
      return thrown { try SQLiteStore(file: workspace.file) }
    },
  ]

  private static func restored(_ prepare: (TestWorkspace, _ backup: String) throws -> Void) throws
    -> [Diagnostic]
  {
    let (workspace, backup) = try RestoreTests.workspace()
    try prepare(workspace, backup)
    return thrown { try workspace.store.restore(from: backup, context: Sample.context()) }
  }

  private static func restored(step: RestoreStep, _ fault: @escaping @Sendable () throws -> Void) throws
    -> [Diagnostic]
  {
    let (workspace, backup) = try RestoreTests.workspace()
    let store = try RestoreTests.open(workspace) { if $0 == step { try fault() } }
    defer { try? store.close() }
    return thrown { try store.restore(from: backup, context: Sample.context()) }
  }

  private static func manifest(of backup: String, _ change: (String) -> String) throws {
    let file = backup + "/manifest.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try change(text).write(toFile: file, atomically: true, encoding: .utf8)
  }
}
