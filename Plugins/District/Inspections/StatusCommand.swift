import PluginAPI

/// `inspection status` 督导 进度: each needed step of each inspection, and what else is left out.
struct StatusCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let all = try Inspection.all(context)
    let facts = try InspectionFacts(context, all)
    let procedures = try Procedures(context)
    let wanted =
      arguments.text("inspection") == nil
      ? all.filter { facts.steps[$0.code]?[.archive] == nil }
      : [try Inspection.named(by: arguments, among: all)]
    let rows = try wanted.flatMap { inspection in
      Progress(inspection, try procedures.procedure(of: inspection), facts, context).items.map { item in
        row(item, of: inspection, context.language)
      }
    }
    return .table(Table(columns: Self.columns, rows: rows))
  }

  private static let columns = [
    Column(
      id: "inspection", label: DistrictWords.heading(DistrictWords.inspection),
      type: .reference("district.inspection")),
    Column(
      id: "item", label: DistrictWords.heading(DistrictWords.item), type: .text,
      words: words(InspectionStep.allCases.map(\.label) + checks)),
    Column(
      id: "state", label: DistrictWords.heading(DistrictWords.state), type: .text,
      words: words(ProgressItem.State.allCases.map(\.label))),
    Column(id: "day", label: DistrictWords.heading(DistrictWords.day), type: .date),
    Column(id: "due", label: DistrictWords.heading(DistrictWords.due), type: .date),
    Column(id: "person", label: DistrictWords.heading(DistrictWords.person), type: .text),
    Column(id: "paper", label: DistrictWords.heading(DistrictWords.paper), type: .text),
    Column(id: "rest", label: DistrictWords.heading(DistrictWords.rest), type: .text),
  ]

  private static let checks = [
    DistrictWords.team, DistrictWords.visits, DistrictWords.findings, DistrictWords.recusal,
    DistrictWords.draw,
  ]

  /// In the store's language for programs and conditions, in the reader's for people.
  private static func words(_ labels: [Label]) -> [String: Label] {
    Dictionary(labels.map { ($0.zh, $0) }) { first, _ in first }
  }

  private func row(_ item: ProgressItem, of inspection: Inspection, _ language: UILanguage) -> Table.Row {
    Table.Row([
      .reference(Reference(key: inspection.code, name: inspection.title)), .text(item.name.zh),
      .text(item.state.rawValue), item.day.map(Value.date) ?? .null, item.due.map(Value.date) ?? .null,
      item.person.map(Value.text) ?? .null, item.paper.map(Value.text) ?? .null,
      item.rest.map { .text($0.text(language)) } ?? .null,
    ])
  }
}
