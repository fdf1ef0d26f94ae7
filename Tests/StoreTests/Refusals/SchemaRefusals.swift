import KitModel
import KitQuery

@testable import KitStore

extension Refusal {
  /// Declarations that changed.
  static let schema = [
    Refusal("a field more") {
      try redeclared(.text, [.text("甲")]) {
        SchemaTests.item([Sample.field("x", "值", .text), Sample.field("y", "新", .integer)])
      }
    },
    Refusal("a field less") { try redeclared(.text, [.text("甲"), .null]) { SchemaTests.item([]) } },
    Refusal("text to integer, all values convert") {
      try redeclared(.text, [.text("12")]) { SchemaTests.item([Sample.field("x", "值", .integer)]) }
    },
    Refusal("text to integer, a value does not") {
      try redeclared(.text, [.text("12"), .text("十二")]) {
        SchemaTests.item([Sample.field("x", "值", .integer)])
      }
    },
    Refusal("text to integer, a former value does not") {
      let workspace = try SchemaTests.workspace(.text, [.text("十二"), .text("7")])
      _ = try workspace.change("set", SchemaTests.setting("12"))
      let remarks = try workspace.reopen([SchemaTests.item([Sample.field("x", "值", .integer)])])
      return remarks + thrown { try workspace.undo(2) }
    },
    Refusal("another key") {
      try redeclared(.text, [.text("甲"), .text("甲")]) {
        SchemaTests.item([Sample.field("x", "值", .text)], key: ["x"])
      }
    },
    Refusal("an entity that is not declared") {
      try refused { _ in
        .delete(entity: "t.none", tables: ["t.none"], rows: Sample.query("SELECT 1", [("_rid", .integer)]))
      }
    },
    Refusal("a field that is not declared") {
      let workspace = try TestWorkspace()
      return thrown { try workspace.write([[.text("x")]], into: Sample.unit, fields: ["nope"]) }
    },
  ]

  private static func redeclared(
    _ type: DataType, _ values: [Value], _ next: () -> EntityDeclaration
  ) throws -> [Diagnostic] {
    let workspace = try SchemaTests.workspace(type, values)
    var remarks: [Diagnostic] = []
    let refused = thrown { remarks = try workspace.reopen([next()]) }
    return refused + remarks
  }

  static func refused(_ intent: (TestWorkspace) throws -> WriteIntent) throws -> [Diagnostic] {
    let workspace = try IntentTests.workspace()
    let intent = try intent(workspace)
    return thrown { try workspace.change(intent) }
  }
}
