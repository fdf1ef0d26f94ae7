import KitDocuments
import KitModel
import KitWorkspace

/// `paper draft 督导通知 --inspection … --unit …` 公文 拟稿.
struct PaperDraftCommand: PaperCommand {
  static let declaration = CommandDeclaration(
    name: PaperWords.draftName, meaning: PaperWords.draft,
    parameters: [
      .positional("kind", PaperWords.kind, help: PaperWords.kindHelp),
      .option("unit", PaperWords.unit, repeated: true, help: PaperWords.unitHelp),
      .option("inspection", PaperWords.inspection, help: PaperWords.inspectionHelp),
      .option("recipient", PaperWords.recipient, help: PaperWords.recipientHelp),
    ], takesFreeOptions: true, keepsSharedOptions: true, effects: [.reads, .writes],
    examples: [.init("paper draft 督导通知 --inspection DD2024-03 开始日期=2024年12月5日", PaperWords.draftExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try PaperDesk(context)
    let kind = try desk.rules.kind(arguments.text("kind") ?? "", at: arguments.span("kind"))
    if let command = kind.draftedBy {
      throw Diagnostic(
        PaperFaults.draftedBy,
        ["kind": kind.label.zh, "kindEn": kind.label.en, "command": command.zh, "commandEn": command.en],
        at: arguments.span("kind"))
    }
    let inspection = try arguments.text("inspection").map {
      try key($0, "inspection", PaperWords.inspection, desk, context, at: arguments.span("inspection"))
    }
    if inspection == nil, kind.isOfInspection {
      throw Diagnostic(
        PaperFaults.inspectionWanted, ["kind": kind.label.zh, "kindEn": kind.label.en],
        at: arguments.span("kind"))
    }
    try desk.refuseUnknown(arguments.free, of: kind)
    let units = try arguments.texts("unit").map {
      try key($0, "unit", PaperWords.unit, desk, context, at: arguments.span("unit"))
    }
    if units.isEmpty, kind.isOfUnit {
      throw Diagnostic(
        PaperFaults.unitWanted, ["kind": kind.label.zh, "kindEn": kind.label.en], at: arguments.span("kind"))
    }
    let free = Dictionary(
      arguments.free.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let papers = try context.transaction {
      try (units.isEmpty ? [nil] : units.map(Optional.some)).map { unit in
        try desk.draft(
          PaperDraft(
            kind, unit: unit, inspection: inspection, recipient: arguments.text("recipient"),
            values: free.mapValues { .text(PaperItems.plain($0, context.language)) }, variables: free))
      }
    }
    return PaperNotice.of(papers, kind.needsReview ? PaperFaults.draftedForReview : PaperFaults.drafted)
  }

  /// The key that a field of the register is to hold.
  private func key(
    _ text: String, _ field: String, _ parameter: Label, _ desk: PaperDesk, _ context: any CommandContext,
    at span: SourceSpan?
  ) throws -> String {
    guard case .reference(let entity)? = desk.register.entity.fields.first(where: { $0.id == field })?.type
    else { return text }
    return try context.key(of: text, in: entity, parameter: parameter, at: span)
  }
}
