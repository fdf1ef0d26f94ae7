import KitDocuments
import KitModel
import KitWorkspace

/// `paper print 云教督改〔2024〕1号 --to docx,pdf` 公文 打印: one paper on the screen, or papers as files.
struct PaperPrintCommand: PaperCommand {
  static let declaration = CommandDeclaration(
    name: PaperWords.printName, meaning: PaperWords.print,
    parameters: [
      papersParameter, .option("to", PaperWords.formats, help: PaperWords.formatsHelp),
      .option("folder", PaperWords.folder, help: PaperWords.folderHelp),
    ], effects: [.reads, .files],
    examples: [.init("paper print 拟2024-001 --to docx,pdf", PaperWords.printExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try PaperDesk(context)
    let papers = try papers(arguments, desk)
    let formats = try arguments.text("to").map { try DocumentFormat.list($0, at: arguments.span("to")) } ?? []
    if formats.isEmpty, papers.count == 1, let paper = papers.first {
      return .document(try desk.document(of: paper))
    }
    let files = DocumentFiles(
      folder: arguments.text("folder") ?? PaperWords.defaultFolder.text(context.language), context: context)
    for (place, paper) in papers.enumerated() {
      try context.checkCancellation()
      context.progress(place, of: papers.count, PaperWords.writing)
      do {
        try files.write(
          try desk.document(of: paper), named: paper.name, as: formats.isEmpty ? [.docx] : formats)
      } catch let fault as Diagnostic where papers.count > 1 {
        // One that cannot be printed keeps no other from it.
        files.miss(paper.name, fault)
      }
    }
    return try files.answer()
  }
}

extension DocumentFiles {
  /// The answer of a command that wrote papers.
  public func answer() throws -> CommandResult {
    try finish()
    return .notice(
      Diagnostic(
        isDryRun ? PaperFaults.wouldPrint : PaperFaults.printed,
        ["count": "\(paths.count)", "files": span], severity: .note),
      remarks: remarks)
  }
}
