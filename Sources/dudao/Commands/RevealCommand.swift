import KitModel
import KitStore
import KitWorkspace
import PluginAPI

/// `reveal REASON (PIPELINE)` 明文: shows the sensitive values of some rows, once their journal says who saw them and
/// what for.
struct RevealCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: RevealWords.name, meaning: RevealWords.meaning,
    parameters: [
      .positional("reason", RevealWords.reasonParameter, help: RevealWords.reasonHelp),
      .positional(
        "rows", RevealWords.rowsParameter, .rows,
        help: RevealWords.rowsHelp),
    ],
    examples: [
      .init(
        "reveal \"通知开会\" (person | where role == \"专职督学\" | select name, mobile)",
        RevealWords.firstExample),
      .init(
        "明文 核对联系方式 学校 | 选列 名称, 负责人手机 | 导出 \"联系方式.xlsx\"",
        RevealWords.secondExample),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    guard let table = arguments.rows("rows") else { return .none }
    return .table(try Self.reveal(table, reason: arguments.text("reason"), arguments, context))
  }

  /// The rows in plain, once it is journaled who sees them and what for.
  ///
  /// - Parameter arguments: Those of the command that shows them; its `reason` or `reveal` is the reason.
  static func reveal(
    _ table: Table, reason: String?, _ arguments: CommandArguments, _ context: any CommandContext
  ) throws -> Table {
    var table = table
    let columns = table.columns.filter(\.isSensitive)
    guard !columns.isEmpty, !table.rows.isEmpty else {
      table.remarks.append(Diagnostic(RevealMessages.nothingMasked, severity: .note))
      return table
    }
    // Values that were seen in a trial would leave no trace.
    if context.isDryRun { throw Diagnostic(RevealMessages.notInDryRun, at: arguments.nameSpan) }
    // The journal keeps the command as typed, reason and all.
    if reason?.contains(where: { !$0.isWhitespace }) != true {
      throw Diagnostic(
        RevealMessages.noReason, at: arguments.span("reason") ?? arguments.span("reveal"))
    }
    let workspace = try context.openWorkspace()
    try checkDuty(of: context.person, staff: workspace.opened?.configuration.staff ?? [], arguments)
    let labels = columns.map { $0.label.text(context.language) }
    let entry = try workspace.store.recordReveal(
      of: labels, rows: table.rows.count, context: context.changeContext)
    for index in table.columns.indices { table.columns[index].isSensitive = false }
    table.isRevealed = true
    table.remarks.append(
      Diagnostic(
        RevealMessages.journaled,
        [
          "columns": labels.joined(separator: context.language == .zh ? "、" : ", "),
          "rows": String(table.rows.count), "person": context.person,
          "id": (entry?.id).map(String.init) ?? "—",
        ], severity: .note))
    return table
  }

  /// Revealing needs 审核 or 审定; where nobody has either, as in an office of one, whoever sits here may.
  private static func checkDuty(of person: String, staff: [StaffMember], _ arguments: CommandArguments) throws
  {
    let allowed = staff.filter { !$0.duties.isDisjoint(with: [.review, .approve]) }.map(\.name)
    if allowed.isEmpty || allowed.contains(person) { return }
    throw Diagnostic(
      RevealMessages.noDuty, ["person": person, "allowed": allowed.joined(separator: "、")],
      at: arguments.nameSpan)
  }
}

enum RevealMessages {
  static let all = [nothingMasked, notInDryRun, noReason, noDuty, journaled]

  static let nothingMasked = Message(
    "host.reveal-nothing-masked", zh: "这些行里没有隐去的内容，不用明文", en: "nothing is masked in these rows")
  static let notInDryRun = Message(
    "host.reveal-dry-run", zh: "试运行不能看明文：看过的内容必须记入日志，试运行什么都不留下",
    en: "a dry run cannot reveal: what was seen must be journaled, and a dry run leaves nothing",
    helpZh: "去掉 --dry-run 再运行", helpEn: "run it without --dry-run")
  static let noReason = Message(
    "host.reveal-no-reason", zh: "看明文要写理由", en: "revealing needs a reason",
    helpZh: "例如：明文 \"核对联系方式\" (人员 | 选列 姓名, 手机)",
    helpEn: "such as: reveal \"checking contacts\" (person | select name, mobile)")
  static let noDuty = Message(
    "host.reveal-no-duty", zh: "{person}没有审核或审定职责，不能看明文",
    en: "{person} has no duty to review or approve and cannot reveal",
    helpZh: "可以看的人：{allowed}；职责写在 workspace.yaml 的 staff 里",
    helpEn: "those who can: {allowed}; duties stand in workspace.yaml under staff")
  static let journaled = Message(
    "host.reveal-journaled", zh: "已显示明文：{columns}，{rows} 行；{person}看过，记入日志第 {id} 次",
    en: "revealed: {columns} in {rows} {rows:row|rows}; seen by {person}, change {id} in the log")
}
