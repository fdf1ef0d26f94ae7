import KitLanguage
import KitModel
import Testing

@testable import KitWorkspace

/// Commands for tests of the session: one for each thing that a command can do.
enum DeskCommands {
  private struct Closure: WorkbenchCommand {
    let body: @Sendable (CommandArguments, any CommandContext) throws -> CommandResult

    func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
      try body(arguments, context)
    }
  }

  /// An error of which nobody knows anything.
  struct Odd: Error {}

  static func registry() throws -> CommandRegistry {
    var registry = CommandRegistry()
    func add(
      _ en: String, _ zh: String, _ parameters: [CommandParameter] = [],
      _ effects: Set<CommandEffect> = [.reads],
      _ body: @escaping @Sendable (CommandArguments, any CommandContext) throws -> CommandResult
    ) throws {
      try registry.add(
        CommandDeclaration(
          name: Label(zh: zh, en: en), meaning: Label(zh: zh, en: en), parameters: parameters,
          effects: effects),
        Closure(body: body))
    }
    let help = Label(zh: "", en: "")
    // Numbers 1 to n, as a table.
    try add("numbers", "数列", [.option("to", Label(zh: "止", en: "N"), .value(.integer), help: help)]) {
      words, _ in
      let column = Column(id: "n", label: Label(zh: "数", en: "N"), type: .integer)
      let last = words.integer("to") ?? 3
      return .table(Table(columns: [column], rows: (1...last).map { Table.Row([.integer(Int64($0))]) }))
    }
    try add("low", "低分", [.positional("limit", Label(zh: "线", en: "LIMIT"), .value(.integer), help: help)]) {
      words, context in
      .table(
        try context.query(
          "unit | where score < $line | select name", variables: ["line": words.value("limit") ?? .null]))
    }
    try add("raise", "加分", [], [.writes]) { _, context in
      try context.change("unit | set score = score + 1")
      return .notice(Diagnostic(SessionMessages.changeKept, ["id": "0"], severity: .note))
    }
    try add("half", "半途", [], [.writes]) { _, context in
      try context.transaction {
        try context.change("unit | set score = 0")
        throw Diagnostic(SessionMessages.changeRefused)
      }
    }
    try add("wrong", "错") { _, context in .table(try context.query("unit | where nothing > 1")) }
    // The text given is a script of the name x.
    try registry.add(
      CommandDeclaration(
        name: Label(zh: "放", en: "play"), meaning: Label(zh: "放", en: "play"),
        parameters: [.positional("text", Label(zh: "文", en: "TEXT"), help: help)], takesFreeOptions: true,
        effects: [.writes]),
      Closure { words, context in
        try context.run(
          SourceText(name: "scripts/x.dd", words.text("text") ?? ""), asked: "x", given: words.free,
          at: words.nameSpan, isAside: false)
        return .none
      })
    registry.loneNameCommand = "card"
    registry.idle[NameKey("派单")] = "duty"
    try add("card", "档案", [.positional("unit", Label(zh: "单位", en: "UNIT"), help: help)]) { words, _ in
      // 7 is nobody's code, and the card of 8 cannot be made.
      if words.text("unit") == "7" { throw Diagnostic(SessionMessages.loneName) }
      if words.text("unit") == "8" { throw Diagnostic(SessionMessages.changeRefused) }
      return .document(Document([.heading(words.text("unit") ?? "", level: 1)]))
    }
    registry.loneNameUnknown = [SessionMessages.loneName]
    try add("rows of", "行数", [.positional("rows", Label(zh: "行", en: "ROWS"), .rows, help: help)]) {
      words, _ in
      let column = Column(id: "rows", label: Label(zh: "行", en: "Rows"), type: .integer)
      let count = Int64(words.rows("rows")?.rows.count ?? -1)
      return .table(Table(columns: [column], rows: [Table.Row([.integer(count)])]))
    }
    try add("two", "两句") { _, context in .table(try context.query("unit; unit")) }
    try add("sly", "偷改") { _, context in .table(try context.query("unit | set score = 0")) }
    try add("odd", "怪") { _, _ in throw Odd() }
    try add(
      "fetch list", "收 名单",
      [.positional("file", Label(zh: "名单", en: "LIST"), .file(["xlsx", "csv"]), help: help)]
    ) { _, _ in .none }
    try add("stop", "停") { _, _ in throw CancellationError() }
    try add("report", "报告", [], [.files]) { _, context in
      try context.writeFile("reports/one.txt", Array("whole\n".utf8))
      return .none
    }
    return registry
  }
}
