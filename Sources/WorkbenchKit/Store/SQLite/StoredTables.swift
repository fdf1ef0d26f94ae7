import FoundationEssentials
import KitModel
import KitQuery

/// The relations that the store itself has.
enum StoredTables {
  /// `source`, `log` and `run_record`, as views over the journal.
  static let system = [source, log, run]

  private static let source = TableDeclaration(
    name: "source", label: Label(zh: "来源", en: "Source"), storedName: "source",
    columns: [
      column("id", "编号", "Number", .integer), column("file", "文件", "File", .text),
      column("sheet", "工作表", "Sheet", .text), column("copy", "副本", "Copy", .file),
      column("header", "表头", "Header", .text), column("mapping", "列对应", "Mapping", .text),
      column("entity", "写入", "Into", .text), column("time", "时刻", "Time", .time),
      column("person", "人员", "Person", .text), column("login", "登录名", "Login", .text),
      column("change", "改动", "Change", .integer), column("sha256", "校验值", "SHA-256", .text),
    ])

  private static let log = TableDeclaration(
    name: "log", label: Label(zh: "日志", en: "Log"), storedName: "log",
    columns: [
      column("id", "编号", "Number", .integer), column("time", "时刻", "Time", .time),
      column("person", "人员", "Person", .text), column("login", "登录名", "Login", .text),
      column("command", "命令", "Command", .text), kind,
      column("entity", "对象", "Entity", .text), column("inserted", "新增", "Inserted", .integer),
      column("updated", "修改", "Updated", .integer), column("deleted", "删除", "Deleted", .integer),
      column("code", "校验码", "Code", .text), column("undoes", "撤销了", "Undoes", .integer),
      column("undone_by", "被撤销于", "Undone by", .integer),
    ])

  private static let kind = Column(
    id: "kind", label: Label(zh: "种类", en: "Kind"), type: .choice(kinds.map(\.id)),
    words: Dictionary(kinds.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first }))

  private static let kinds: [(id: String, label: Label)] = [
    ("change", Label(zh: "改动", en: "change")), ("import", Label(zh: "导入", en: "import")),
    ("undo", Label(zh: "撤销", en: "undo")), ("schema", Label(zh: "结构调整", en: "tables altered")),
    ("restore", Label(zh: "恢复", en: "restore")), ("reveal", Label(zh: "明文", en: "reveal")),
    ("run", Label(zh: "运行", en: "run")),
  ]

  private static let run = TableDeclaration(
    name: "run_record", label: Label(zh: "运行记录", en: "Run record"), storedName: "run_record",
    columns: [
      column("id", "编号", "Number", .integer), column("script", "脚本", "Script", .text),
      column("time", "时刻", "Time", .time), column("person", "人员", "Person", .text),
      column("login", "登录名", "Login", .text), column("day", "按日期", "As of", .date),
      column("parameters", "参数值", "Parameters", .text), result,
      column("first_change", "首次改动", "First change", .integer),
      column("last_change", "末次改动", "Last change", .integer), column("files", "写出文件", "Files", .text),
      column("sha256", "校验值", "SHA-256", .text),
    ])

  private static let result = Column(
    id: "result", label: Label(zh: "结果", en: "Result"),
    type: .choice(["done", "check", "failed", "interrupted"]),
    words: [
      "done": Label(zh: "完成", en: "done"), "check": Label(zh: "校验未通过", en: "check failed"),
      "failed": Label(zh: "失败", en: "failed"), "interrupted": Label(zh: "中断", en: "interrupted"),
    ])

  private static func column(_ id: String, _ zh: String, _ en: String, _ type: DataType) -> Column {
    Column(id: id, label: Label(zh: zh, en: en), type: type)
  }

  // MARK: Tables kept by `save as`

  /// The present tables of the workspace, by name.
  static func saved(on connection: SQLiteConnection) throws -> [TableDeclaration] {
    try connection.map(
      """
      SELECT n.name, s.id, s.columns FROM "_saved_name" AS n JOIN "_saved" AS s ON s.id = n.saved ORDER BY n.name
      """
    ) { row in
      let name = row.text(at: 0)
      return TableDeclaration(
        name: name, label: Label(zh: name, en: name), storedName: storedName(row.integer(at: 1)),
        columns: try SavedColumn.decoded(row.text(at: 2)))
    }
  }

  /// The table that keeps the rows of a saved table.
  static func storedName(_ number: Int64) -> String { "saved.\(number)" }
}

extension StoredTables {
  /// The statement that makes a table for columns of a result.
  static func creation(of table: String, columns: [Column]) -> String {
    let list = columns.map { ", \(quoted($0.id)) \(StoredForm($0.type).sqlType)" }.joined()
    return "CREATE TABLE \(table) (_rid INTEGER PRIMARY KEY\(list)) STRICT"
  }
}
