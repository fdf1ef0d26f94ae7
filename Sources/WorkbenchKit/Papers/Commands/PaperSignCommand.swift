import KitModel
import KitWorkspace

/// `paper sign 拟2024-001` 公文 签发: all of them or none, each with the next number of its series.
struct PaperSignCommand: PaperCommand {
  static let declaration = CommandDeclaration(
    name: PaperWords.signName, meaning: PaperWords.sign, parameters: [papersParameter],
    effects: [.reads, .writes, .destructive],
    examples: [.init("paper sign 拟2024-001", PaperWords.signExample)]
  )

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try PaperDesk(context)
    let papers = try papers(arguments, desk)
    for paper in papers {
      try refuse(paper, desk, \.signedBy, PaperFaults.signedByOther, at: arguments.nameSpan)
    }
    return try context.transaction {
      PaperNotice.of(
        try papers.map { paper in
          try desk.sign(paper, at: arguments.nameSpan)
        }, PaperFaults.signed)
    }
  }
}
