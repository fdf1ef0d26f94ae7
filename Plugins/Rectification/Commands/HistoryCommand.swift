import PluginAPI

/// `rectify history WT2024-001` 整改 过程: all that happened to a finding, on the screen or as a paper.
struct HistoryCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let finding = try desk.finding(arguments)
    let document = try document(of: finding, desk)
    guard
      let formats = try arguments.text("to").map({ try DocumentFormat.list($0, at: arguments.span("to")) })
    else { return .document(document) }
    let files = DocumentFiles(folder: RectifyWords.folder.text(context.language), context: context)
    try files.write(document, named: finding.number, as: formats)
    return try files.answer()
  }

  private func document(of finding: Finding, _ desk: FindingDesk) throws -> Document {
    let language = desk.context.language
    func fact(_ label: Label, _ text: String?) -> Document.Fact? {
      text.map { Document.Fact(label.text(language), $0) }
    }
    let responsible = try desk.responsible(for: finding).map { one in
      one.unit.name + (one.passedOn.map { "（\(RectifyWords.passedOn($0.iso, language))）" } ?? "")
    }
    let facts = [
      fact(RectifyWords.unit, finding.unit.name), fact(RectifyWords.text, finding.text),
      fact(RectifyWords.severity, finding.severity), fact(RectifyWords.disposition, finding.disposition),
      fact(RectifyWords.responsible, responsible.joined(separator: "、")),
      fact(RectifyWords.deadline, finding.deadline?.iso), fact(RectifyWords.status, finding.status),
      fact(RectifyWords.closedDay, finding.closedOn?.iso),
    ].compactMap { $0 }
    var document = Document()
    document.blocks = [
      .heading(RectifyWords.historyTitle(finding.number, language), level: 1), .facts(facts),
      .table(try History(of: finding, desk).table, title: nil),
    ]
    return document
  }
}
