import KitDocuments
import KitModel
import KitRubrics
import KitWorkspace

/// `archive 2024 --area duty` 归档: one folder that can be read without Dudao, and what it lacks.
public struct ArchiveCommand: WorkbenchCommand {
  private let assessments: [Assessment]

  public init(assessments: [Assessment]) { self.assessments = assessments }

  public static let declaration = CommandDeclaration(
    name: ArchiveWords.name, meaning: ArchiveWords.meaning,
    parameters: [
      .positional("year", ArchiveWords.year, .value(.period(.year)), help: ArchiveWords.yearHelp),
      .option("area", ArchiveWords.area, help: ArchiveWords.areaHelp),
      .option("folder", ArchiveWords.folder, help: ArchiveWords.folderHelp),
    ], effects: [.reads, .files],
    examples: [
      .init("archive 2024", ArchiveWords.example),
      .init("archive 2024 --area district", ArchiveWords.areaExample),
    ])

  public func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let workspace = try context.neededWorkspace()
    guard let year = arguments.period("year") else { return .none }
    if year.year > context.asOf.year {
      throw Diagnostic(
        ArchiveMessages.yearAhead, ["year": year.label, "today": context.asOf.iso], at: arguments.span("year")
      )
    }
    let area = try arguments.text("area").map { try plugin($0, workspace, at: arguments.span("area")) }
    let usual = "\(ArchiveWords.name.text(context.language))/\(year.stored)" + (area.map { "-" + $0 } ?? "")
    let name = arguments.text("folder") ?? usual
    let folder = ArchiveFolder(name: name, context: context)
    let builder = ArchiveBuilder(
      folder: folder, year: year, context: context, workspace: workspace, area: area)
    let index = "\(name)/\(ArchiveWords.index.text(context.language))"
    // What is run again for comparison finds the folder that it wrote itself.
    if !context.isRerun, TextFiles.bytes(of: workspace.exports + "/\(index).xlsx") != nil {
      throw Diagnostic(
        ArchiveMessages.thereAlready, ["folder": "exports/" + name],
        at: arguments.span("folder") ?? arguments.nameSpan)
    }
    try builder.build(try ArchiveRules(of: workspace), assessments)
    let title = ArchiveWords.title(
      year.label, area: area.flatMap { workspace.plugins[$0] }, context.language)
    let list = ArchiveIndex(folder: folder, title: title, language: context.language)
    let (files, ending) = try builder.printed([list.document])
    let workbook = try DocumentWriter.write(list.workbook, format: .xlsx, options: builder.options).bytes
    var lists: [(file: String, bytes: [UInt8])] = files.map { ("\(index).\(ending)", $0) }
    lists.append(("\(index).xlsx", workbook))
    let sums = list.sums(with: lists.map { (String($0.file.dropFirst(name.count + 1)), $0.bytes) })
    try context.writeFile("\(name)/SHA256SUMS", Array(sums.utf8))
    // The lists come last: a folder without them was not finished.
    for one in lists { try context.writeFile(one.file, one.bytes) }
    context.remark(
      Diagnostic(
        context.isDryRun ? ArchiveMessages.wouldWrite : ArchiveMessages.written,
        [
          "folder": "exports/" + name, "count": "\(folder.items.count)", "gaps": "\(folder.gaps.count)",
        ], severity: .note))
    if !folder.gaps.isEmpty { context.markUnmet() }
    var answer = Document()
    answer.blocks = [.heading(title, level: 1)]
    if !folder.gaps.isEmpty {
      answer.blocks.append(.table(list.gaps, title: ArchiveWords.gaps.text(context.language)))
    }
    answer.blocks.append(.table(list.summary, title: ArchiveWords.parts.text(context.language)))
    return .document(answer)
  }

  /// The id of a plugin in use, by id or label.
  private func plugin(_ name: String, _ workspace: SessionWorkspace, at span: SourceSpan?) throws -> String {
    let known = workspace.pluginFolders.map(\.id)
    let found = known.first { id in
      NameKey(id) == NameKey(name) || workspace.plugins[id].map { NameKey($0.zh) == NameKey(name) } ?? false
    }
    if let found { return found }
    throw Diagnostic(
      ArchiveMessages.noSuchArea,
      [
        "area": name,
        "areas": known.map { "\($0) \(workspace.plugins[$0]?.zh ?? "")" }.joined(separator: "、"),
        "areasEn": known.joined(separator: ", "),
      ], at: span)
  }
}
