import KitFormats
import KitModel
import KitWorkspace

/// `paper text 拟2024-001` 公文 文稿: the text of a draft goes out as a file, and back with `--from`.
struct PaperTextCommand: PaperCommand {
  static let declaration = CommandDeclaration(
    name: PaperWords.textName, meaning: PaperWords.text,
    parameters: [
      paperParameter, .option("from", PaperWords.from, .file(["md"]), help: PaperWords.fromHelp),
    ], effects: [.reads, .writes, .files],
    examples: [
      .init("paper text 拟2024-001", PaperWords.textExample)
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try PaperDesk(context)
    let paper = try paper(arguments, desk)
    guard let file = arguments.text("from") else {
      let path = try context.writeFile(try free(paper, context), Array(paper.text.utf8))
      return .notice(
        Diagnostic(
          PaperFaults.textOut, paper.words.merging(["file": path, "quoted": PastedPath.quoted(path)]) { $1 },
          severity: .note))
    }
    let path = try context.inputPath(file)
    guard let bytes = TextFiles.bytes(of: path), bytes.count < 5_000_000 else {
      throw Diagnostic(
        PaperFaults.noFile,
        paper.words.merging(["file": file]) { $1 }.merging(SystemReason.arguments(2)) { $1 },
        at: arguments.span("from"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(PaperFaults.notUTF8, ["file": file], at: arguments.span("from"))
    }
    try desk.revise(
      paper, text: text, file: file, at: arguments.nameSpan)
    return .notice(Diagnostic(PaperFaults.textBack, paper.words, severity: .note))
  }

  /// A name that no changed text has: one that was written before may be worked on.
  private func free(_ paper: PaperRecord, _ context: any CommandContext) throws -> String {
    let folder = PaperWords.defaultFolder.text(context.language)
    return try FilePath.free("\(folder)/\(paper.draft).md") { name in
      TextFiles.bytes(of: try context.outputPath(name)).map { $0 != Array(paper.text.utf8) } ?? false
    }
  }
}
