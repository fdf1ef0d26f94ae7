import KitModel
import KitWorkspace

/// `paper void 云教督改〔2024〕1号 --reason …` 公文 作废.
struct PaperVoidCommand: PaperCommand {
  static let declaration = CommandDeclaration(
    name: PaperWords.voidName, meaning: PaperWords.void,
    parameters: [
      paperParameter, .option("reason", PaperWords.reason, required: true, help: PaperWords.reasonHelp),
    ], effects: [.reads, .writes, .destructive],
    examples: [.init("paper void 拟2024-001 --reason 主送单位写错", PaperWords.voidExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try PaperDesk(context)
    let paper = try paper(arguments, desk)
    try refuse(paper, desk, \.voidedBy, PaperFaults.voidedByOther, at: arguments.nameSpan)
    try desk.void(paper, reason: arguments.text("reason") ?? "", at: arguments.nameSpan)
    return .notice(Diagnostic(PaperFaults.voided, paper.words, severity: .note))
  }
}
