import KitModel
import KitStore
import PluginAPI

/// `undo [ID] [with later]` 撤销: takes a change back. Undoing the undo does it again.
struct UndoCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: UndoWords.name, meaning: UndoWords.meaning,
    parameters: [
      .positional(
        "change", UndoWords.changeParameter, .value(.integer), required: false,
        help: UndoWords.changeHelp),
      .positional(
        "with", UndoWords.withParameter, .value(.choice(["with", "连同"])), required: false,
        help: UndoWords.withHelp
      ),
      .positional(
        "later", UndoWords.laterParameter, .value(.choice(["later", "以后"])), required: false,
        help: UndoWords.laterHelp),
    ], effects: [.writes],
    examples: [
      .init("undo", UndoWords.firstExample),
      .init(
        "undo 12 with later", UndoWords.secondExample),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let withLater = arguments.text("with") != nil
    if withLater, arguments.text("later") == nil {
      throw UsageFault(Diagnostic(UndoMessages.withWhat, at: arguments.span("with")))
    }
    let store = try context.openWorkspace().store
    var asked = arguments.integer("change").map { Int64($0) }
    func undo(isDryRun: Bool) throws -> UndoOutcome {
      try store.undo(asked, withLater: withLater, isDryRun: isDryRun, context: context.changeContext)
    }
    try context.confirmChange {
      let trial = try undo(isDryRun: true)
      // What was asked about is what is then done, whatever others change meanwhile.
      asked = trial.undone.last
      return Self.counts(trial)
    }
    return .notice(Self.notice(try undo(isDryRun: context.isDryRun), context))
  }

  private static func counts(_ outcome: UndoOutcome) -> WriteCounts {
    outcome.entries.map(\.counts).reduce(WriteCounts(), +)
  }

  private static func notice(_ outcome: UndoOutcome, _ context: any CommandContext) -> Diagnostic {
    let counts = counts(outcome)
    let arguments = [
      "changes": outcome.undone.map { String($0) }.joined(separator: context.language == .zh ? "、" : ", "),
      "inserted": String(counts.inserted), "updated": String(counts.updated),
      "deleted": String(counts.deleted), "first": outcome.entries.first.map { String($0.id) } ?? "",
      "last": outcome.entries.last.map { String($0.id) } ?? "",
    ]
    let message =
      context.isDryRun
      ? UndoMessages.dryRun : outcome.entries.count > 1 ? UndoMessages.severalDone : UndoMessages.done
    return Diagnostic(message, arguments, severity: .note)
  }
}

enum UndoMessages {
  static let all = [withWhat, done, severalDone, dryRun]

  static let withWhat = Message(
    "host.usage-undo-with", zh: "“连同”后面要写“以后”", en: "“with” goes with “later”", helpZh: "例如 撤销 12 连同 以后",
    helpEn: "such as: undo 12 with later")
  // A bare undo after an undo takes back the change before, so the number is needed to have it again.
  static let done = Message(
    "host.undo-done", zh: "已撤销改动 {changes}：恢复 {inserted} 行，改回 {updated} 行，去掉 {deleted} 行",
    en:
      "change {changes} is undone: {inserted} {inserted:row|rows} back, {updated} changed back, {deleted} taken away",
    helpZh: "要重做它，撤销这次撤销：undo {first}", helpEn: "to have it again, undo this undo: undo {first}")
  static let severalDone = Message(
    "host.undo-several-done",
    zh: "已撤销改动 {changes}：恢复 {inserted} 行，改回 {updated} 行，去掉 {deleted} 行",
    en:
      "changes {changes} are undone: {inserted} {inserted:row|rows} back, {updated} changed back, {deleted} taken away",
    helpZh: "要重做它们，从后往前逐个撤销这些撤销：undo {last} …… undo {first}",
    helpEn: "to have them again, undo these undos from the last to the first: undo {last} … undo {first}")
  static let dryRun = Message(
    "host.undo-dry-run",
    zh: "试运行：会撤销改动 {changes}：恢复 {inserted} 行，改回 {updated} 行，去掉 {deleted} 行",
    en:
      "dry run: {changes} would be undone: {inserted} {inserted:row|rows} back, {updated} changed back, {deleted} taken away"
  )
}
