import PluginAPI

/// `draw record` 抽取 记录: the record of a draw with both lists, to be signed.
struct DrawRecordCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let formats = try DocumentFormat.list(arguments.text("to") ?? "", at: arguments.span("to"))
    let book = try DrawBook(context)
    let entry = try book.entry(arguments)
    let draw = try book.draw(entry)
    let document = try DrawRecordPaper(entry: entry, draw: draw, context: context).document()
    let folder = DistrictWords.recordFolder.text(context.language)
    let files = DocumentFiles(folder: folder, context: context)
    var paths: [String] = []
    if arguments.flag("lists") {
      let name = "\(folder)/\(draw.number)-\(DistrictWords.lists.text(context.language)).txt"
      paths.append(try context.writeFile(name, Array(draw.text.utf8)))
    }
    if !formats.isEmpty { try files.write(document, named: draw.number, as: formats) }
    try files.finish()
    for remark in files.remarks { context.remark(remark) }
    paths += files.paths
    let written =
      paths.isEmpty
      ? nil
      : Diagnostic(
        DrawFaults.written, paths.arguments("files", limit: 10), severity: .note)
    guard formats.isEmpty else { return written.map { .notice($0) } ?? .none }
    if let written { context.remark(written) }
    return .document(document)
  }
}
