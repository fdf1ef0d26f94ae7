import Glibc
import KitModel
import KitStore

/// A second process for the tests of the store: holds it, imports into it, takes back or restores, and may be killed.
///
/// `StoreProbe FILE hold` · `… import ROWS` · `… undo` · `… restore FOLDER`. Says on standard output when
/// it has begun and when it has done.
@main enum StoreProbe {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { return }
    var options = StoreOptions()
    options.patience = 20
    let store = try SQLiteStore(file: arguments[1], options: options)
    let context = ChangeContext(
      person: "李四", login: "lisi", time: Timestamp(seconds: 1_732_000_000), command: "import 一所.csv")
    let item = ProbeEntity.declaration
    try store.declare([item], context: context)
    say("begun")
    switch arguments[2] {
    case "hold":
      _ = try store.change(context) { change in
        let writer = try change.rowWriter(into: item, fields: ["code"], mode: .insert, source: nil)
        var rows = RowBuffer(width: 1)
        rows.append(text: "held")
        rows.endRow(number: 1)
        try writer.append(rows)
        say("holding")
        // Until the test closes the pipe, or kills this process.
        _ = readLine()
        return try writer.finish()
      }
    case "import":
      let count = Int(arguments.last ?? "") ?? 0
      try ProbeEntity.fill(store, item, context, rows: count)
    case "restore": _ = try store.restore(from: arguments.last ?? "", context: context)
    case "undo": _ = try store.undo(nil, withLater: false, isDryRun: false, context: context)
    default: return
    }
    say("done")
    try store.close()
  }

  static func say(_ text: String) {
    print(text)
    fflush(nil)
  }
}

enum ProbeEntity {
  static let declaration = EntityDeclaration(
    plugin: "probe", id: "item", label: Label(zh: "物品", en: "Item"), key: ["code"],
    fields: [
      FieldDeclaration(id: "code", label: Label(zh: "编码", en: "Code"), type: .text, isRequired: true),
      FieldDeclaration(id: "name", label: Label(zh: "名称", en: "Name"), type: .text),
      FieldDeclaration(id: "pupils", label: Label(zh: "学生数", en: "Pupils"), type: .integer),
    ])

  static func fill(_ store: SQLiteStore, _ item: EntityDeclaration, _ context: ChangeContext, rows: Int)
    throws
  {
    _ = try store.change(context) { change in
      let writer = try change.rowWriter(
        into: item, fields: ["code", "name", "pupils"], mode: .upsert, source: nil)
      var buffer = RowBuffer(width: 3)
      for row in 0..<rows {
        buffer.append(text: "C\(1_000_000 + row)")
        buffer.append(text: "第\(row)所学校")
        buffer.append(Int64(row))
        buffer.endRow(number: row + 2)
        if buffer.rowCount == 4000 {
          try writer.append(buffer)
          buffer.removeAll()
        }
      }
      try writer.append(buffer)
      return try writer.finish()
    }
  }
}
