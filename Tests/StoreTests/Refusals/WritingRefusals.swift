import KitModel
import KitQuery

@testable import KitStore

extension Refusal {
  /// Rows that may not be written, changed or deleted.
  static let writing = [
    Refusal("into: a number that is a text") {
      try refused { _ in
        IntentTests.insert("VALUES (9, 12345)", [("number", .integer), ("note", .integer)])
      }
    },
    Refusal("into: no key") { try refused { _ in IntentTests.insert("VALUES ('001')", [("unit", .text)]) } },
    Refusal("into: an empty key") {
      try refused { _ in IntentTests.insert("VALUES (NULL, '001')", [("number", .integer), ("unit", .text)]) }
    },
    Refusal("into: a unit that is not there") {
      try refused { _ in IntentTests.insert("VALUES (9, 'X9')", [("number", .integer), ("unit", .text)]) }
    },
    Refusal("import: empty keys") {
      try written([[.integer(1)], [.null], [.null]], into: Sample.visit, ["number"])
    },
    Refusal("import: keys that clash") {
      try written(
        [[.integer(7)], [.integer(8)], [.integer(8)], [.integer(1)]], into: Sample.visit, ["number"],
        file: "走访.csv")
    },
    Refusal("into: keys that clash") {
      try written([[.integer(8)], [.integer(8)], [.integer(1)]], into: Sample.visit, ["number"])
    },
    Refusal("import: a unique value that another row has") {
      let workspace = try UniqueValueTests.workspace()
      return thrown {
        try workspace.write(
          [[.text("C9"), .integer(2)]], into: UniqueValueTests.spot, fields: ["code", "place"])
      }
    },
    Refusal("import with update: a unique value that another row has") {
      var unit = Sample.unit
      unit.fields[1].isUnique = true
      let workspace = try TestWorkspace([unit])
      let fields = ["code", "name"]
      try workspace.write(
        [[.text("1"), .text("一小")], [.text("2"), .text("二小")]], into: unit, fields: fields)
      return thrown {
        try workspace.write([[.text("2"), .text("一小")]], into: unit, fields: fields, mode: .merge)
      }
    },
    Refusal("update: keys that are not there") {
      try written([[.integer(1)], [.integer(9)]], into: Sample.visit, ["number"], .update)
    },
    Refusal("a township that is to become a school") {
      let workspace = try TestWorkspace()
      try workspace.write([[.text("T1"), .text("乡镇")]], into: Sample.unit, fields: ["code", "kind"])
      return thrown {
        try workspace.write([[.text("T1")]], into: Sample.school, fields: ["code"], mode: .merge)
      }
    },
    Refusal("the rules of a field") {
      var level = Sample.field("level", "等次", .choice(["优秀", "合格"]), required: true)
      level.label = Label(zh: "等次", en: "Level")
      var score = Sample.field("score", "得分", .integer)
      score.label = Label(zh: "得分", en: "Score")
      score.minimum = .integer(0)
      score.maximum = .integer(100)
      var number = Sample.field("number", "证号", .text)
      number.label = Label(zh: "证号", en: "Number")
      number.pattern = "[0-9]{3}"
      return thrown { try FieldRules(level).check(.text("良好")) }
        + thrown { try FieldRules(level).check(.null) } + thrown { try FieldRules(score).check(.integer(-1)) }
        + thrown { try FieldRules(score).check(.integer(101)) }
        + thrown { try FieldRules(number).check(.text("12")) }
    },
    Refusal("set: the key") {
      try refused { _ in
        .set(
          entity: "t.visit", tables: ["t.visit"], fields: [.init(table: "t.visit", id: "number")],
          rows: Sample.query(#"SELECT _rid, 9 FROM "t.visit""#, [("_rid", .integer), ("number", .integer)]))
      }
    },
    Refusal("delete: a school that visits refer to") {
      try refused { _ in
        .delete(
          entity: "t.school", tables: ["t.school", "t.unit"],
          rows: Sample.query(
            #"SELECT s._rid, u._rid FROM "t.school" s JOIN "t.unit" u USING (code) WHERE code = '001'"#,
            [("a", .integer), ("b", .integer)]))
      }
    },
    Refusal("save as: a name that is taken") {
      try refused { workspace in
        let save = WriteIntent.save(
          name: "重点", replace: false, rows: Sample.query("SELECT 1", [("number", .integer)]))
        _ = try workspace.change(save)
        return save
      }
    },
    // The two that only a mistake in the program can bring.
    Refusal("a program that mixes types") {
      let workspace = try TestWorkspace()
      return thrown {
        try workspace.store.change(Sample.context()) { change in
          let writer = try change.rowWriter(
            into: Sample.visit, fields: ["number"], mode: .insert, source: nil)
          var rows = RowBuffer(width: 1)
          rows.append(text: "一")
          rows.endRow(number: 2)
          try writer.append(rows)
          return try writer.finish()
        }
      }
    },
    Refusal("a program that forgets to finish") {
      let workspace = try TestWorkspace()
      return thrown {
        try workspace.store.change(Sample.context()) { change in
          _ = try change.rowWriter(into: Sample.visit, fields: ["number"], mode: .insert, source: nil)
        }
      }
    },
  ]

  private static func written(
    _ rows: [[Value]], into entity: EntityDeclaration, _ fields: [String], _ mode: WriteMode = .insert,
    file: String? = nil
  ) throws -> [Diagnostic] {
    let workspace = try IntentTests.workspace()
    return thrown { try workspace.write(rows, into: entity, fields: fields, mode: mode, file: file) }
  }
}
