import KitModel
import KitWorkspace

/// `paper deliver 云教督改〔2024〕1号 --to 收发室` 公文 送达.
struct PaperDeliverCommand: PaperCommand {
  static let declaration = CommandDeclaration(
    name: PaperWords.deliverName, meaning: PaperWords.deliver,
    parameters: [
      paperParameter, .option("on", PaperWords.day, .value(.date), help: PaperWords.dayHelp),
      .option("to", PaperWords.receiver, help: PaperWords.receiverHelp),
      .option("how", PaperWords.how, help: PaperWords.howHelp),
    ], effects: [.reads, .writes],
    examples: [
      .init("paper deliver 拟2024-001 --on 2024-11-10 --to 李园丁", PaperWords.deliverExample)
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try PaperDesk(context)
    let paper = try paper(arguments, desk)
    try refuse(paper, desk, \.deliveredBy, PaperFaults.deliveredBy, at: arguments.nameSpan)
    let day = arguments.date("on") ?? context.asOf
    try desk.deliver(
      paper, on: day, to: arguments.text("to"), how: arguments.text("how"),
      at: arguments.span("on") ?? arguments.nameSpan)
    return .notice(
      Diagnostic(PaperFaults.delivered, paper.words.merging(["day": day.iso]) { $1 }, severity: .note))
  }
}
