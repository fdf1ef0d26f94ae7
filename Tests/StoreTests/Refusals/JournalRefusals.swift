import Foundation
import KitModel
import KitQuery

@testable import KitStore

extension Refusal {
  /// What cannot be taken back, and what `verify` finds.
  static let journal = [
    Refusal("undo: nothing yet") { thrown { try TestWorkspace().undo() } },
    Refusal("undo 9") { thrown { try TestWorkspace().undo(9) } },
    Refusal("undo: what was undone") {
      let workspace = try UndoReferenceTests.workspace()
      _ = try workspace.undo()
      return thrown { try workspace.undo(2) }
    },
    Refusal("undo: what was printed") {
      let workspace = try UndoReferenceTests.workspace()
      _ = try workspace.store.change(Sample.context("seal")) { try $0.seal(1, reason: "已印发第7期简报") }
      return thrown { try workspace.undo(1) }
    },
    Refusal("undo: a restore") {
      let (workspace, backup) = try RestoreTests.workspace()
      let restored = try workspace.store.restore(from: backup, context: Sample.context("restore"))
      return thrown { try workspace.undo(restored.change.id) }
    },
    Refusal("undo: what later changes rest on") {
      let workspace = try UndoReferenceTests.workspace()
      return thrown { try workspace.undo(1) }
    },
    Refusal("undo: a reference that would point nowhere") {
      let workspace = try UndoReferenceTests.workspace()
      _ = try workspace.change("删走访", JournalTests.deleteVisits())
      try workspace.tamper(#"DELETE FROM "t.unit""#)
      return thrown { try workspace.undo(3) }
    },
    Refusal("undo: rows that someone deleted past the store") {
      let workspace = try UndoReferenceTests.workspace()
      try workspace.tamper(#"DELETE FROM "t.visit""#)
      return thrown { try workspace.undo(2) }
    },
    Refusal("undo: within a change") {
      let workspace = try UndoReferenceTests.workspace()
      return thrown { try workspace.store.change(Sample.context()) { _ in try workspace.undo() } }
    },
    Refusal("verify: a journal that someone wrote into") {
      try verified(#"UPDATE "_change" SET person = '王五' WHERE id = 2"#)
    },
    Refusal("verify: a value that someone altered") {
      try verified(#"UPDATE "t.visit" SET note = '改' WHERE number = 20"#)
    },
    Refusal("verify: a row that someone added") {
      try verified(#"INSERT INTO "t.visit" (_rid, number) VALUES (5000, 5000)"#)
    },
    Refusal("verify: a column that someone removed") {
      try verified(
        #"ALTER TABLE "t.visit" DROP COLUMN note"#, #"ALTER TABLE "t.visit~before" DROP COLUMN note"#,
        #"DELETE FROM "_column" WHERE field = 'note'"#)
    },
    Refusal("verify: rows that others refer to, deleted") {
      let workspace = try UndoReferenceTests.workspace()
      try workspace.write([[.text("U2"), .text("小学")]], into: Sample.school, fields: ["code", "stage"])
      try workspace.tamper(#"DELETE FROM "t.unit""#)
      return try workspace.store.verify().faults
    },
    Refusal("verify --against 0000-0000-0000") {
      let workspace = try VerificationTests.history()
      return try workspace.store.verify(against: "0000-0000-0000").faults
    },
    Refusal("verify: a received file altered, another gone") {
      let workspace = try TestWorkspace()
      try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"], file: "一.csv")
      try workspace.write([[.integer(2)]], into: Sample.visit, fields: ["number"], file: "二.csv")
      try workspace.put("被改过", at: "data/一.csv")
      try FileManager.default.removeItem(at: workspace.folder.appending(path: "data/二.csv"))
      return try workspace.store.verify().faults
    },
  ]

  private static func verified(_ sql: String...) throws -> [Diagnostic] {
    let workspace = try VerificationTests.history()
    for statement in sql { try workspace.tamper(statement) }
    return try workspace.store.verify().faults
  }
}
