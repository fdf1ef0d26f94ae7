import KitModel
import KitWorkspace

/// `paper review 拟2024-001` 公文 审核.
struct PaperReviewCommand: PaperCommand {
  static let declaration = CommandDeclaration(
    name: PaperWords.reviewName, meaning: PaperWords.review, parameters: [papersParameter],
    effects: [.reads, .writes], examples: [.init("paper review 拟2024-001", PaperWords.reviewExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try PaperDesk(context)
    let papers = try papers(arguments, desk)
    return try context.transaction {
      for paper in papers { try desk.review(paper, at: arguments.nameSpan) }
      return PaperNotice.of(try papers.map { try desk.register.paper($0.draft) }, PaperFaults.reviewed)
    }
  }
}
