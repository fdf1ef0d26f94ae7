import KitModel
import KitPapers
import KitStore
import KitWorkspace

/// `seal duty 2024` 封存: the result is kept as a version that nothing overwrites.
public struct SealCommand: WorkbenchCommand {
  let assessments: [Assessment]

  public init(assessments: [Assessment]) { self.assessments = assessments }

  public static let declaration = CommandDeclaration(
    name: LifeWords.sealName, meaning: LifeWords.seal,
    parameters: [AssessmentParameter.name, AssessmentParameter.year], effects: [.reads, .writes],
    examples: [.init("seal duty 2024", LifeWords.sealExample)])

  public func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let (assessment, year) = try AssessmentParameter.read(arguments, among: assessments)
    let life = LifeKeeper(assessment: assessment, year: year, context: context)
    let span = arguments.nameSpan
    let action = LifeWords.sealAction
    if let state = try AssessmentState(of: year, assessment, context), state.stage == .sealed {
      throw Diagnostic(
        LifeFaults.sealedBefore,
        life.words.merging(["version": "\(state.version)", "day": state.sealedOn?.iso ?? ""]) { $1 }, at: span
      )
    }
    let state = try life.state(in: [.announced], for: action, at: span)
    try context.need(.approve, for: action, at: span)
    if let until = state.noticeUntil, context.asOf <= until {
      throw Diagnostic(LifeFaults.noticeRuns, life.words.merging(["until": until.iso]) { $1 }, at: span)
    }
    try life.refuseWhileOpen(action, at: span)
    guard let workspace = context.workspace else { throw Diagnostic(AssessmentFaults.noWorkspace, at: span) }
    let head = try workspace.store.chainHead()
    try context.changing { change in
      try keep(state.version, of: assessment, year, context)
      try markSealed(state.version, of: assessment, year, head, change, context)
      let reason = LifeWords.sealReason.text(context.language)
        .replacing("{label}", with: assessment.label.text(context.language))
        .replacing("{year}", with: year.stored).replacing("{version}", with: "\(state.version)")
      for id in try changes(of: assessment, year, workspace, context) { try change.seal(id, reason: reason) }
      try change.seal(nil, reason: reason)
    }
    return .notice(
      Diagnostic(
        LifeFaults.sealed,
        life.words.merging(["version": "\(state.version)", "code": head?.code ?? "—"]) { $1 }, severity: .note
      ))
  }

  /// The state's row, which only commands of the assessment may change by the language, is changed directly.
  private func markSealed(
    _ version: Int64, of assessment: Assessment, _ year: Period, _ head: ChainHead?,
    _ change: any ChangeTransaction, _ context: any CommandContext
  ) throws {
    let entity = context.workspace?.entities.first { $0.fullName == assessment.relation("assessment") }
    guard let entity else { return }
    let values: [(field: String, value: Value)] = [
      ("year", .period(year)), ("version", .integer(version)),
      ("state", .text(AssessmentStage.sealed.rawValue)),
      ("sealed_on", .date(context.asOf)), ("sealed_by", .text(context.person)),
      ("chain", head.map { .text($0.code) } ?? .null),
    ]
    let writer = try change.rowWriter(into: entity, fields: values.map(\.field), mode: .update, source: nil)
    var rows = RowBuffer(width: values.count)
    for value in values {
      try rows.append(value.value, as: entity.fields.first { $0.id == value.field }?.type ?? .text)
    }
    rows.endRow(number: 1)
    try writer.append(rows)
    _ = try writer.finish()
  }

  /// Copies results and marks into the sealed version.
  private func keep(
    _ version: Int64, of assessment: Assessment, _ year: Period, _ context: any CommandContext
  ) throws {
    for (from, into, columns) in [
      ("result", "sealed_result", ResultWriter.resultFields),
      ("mark", "sealed_mark", ScoredMarks.fields),
    ] {
      let kept = columns.map { $0 == "version" ? "version = $the_version" : "`\($0)`" }.joined(
        separator: ", ")
      try context.change(
        """
        \(assessment.quoted(from)) | where year == $the_year | select \(kept) | into \(assessment.quoted(into))
        """, variables: ["the_year": .period(year), "the_version": .integer(version)])
    }
  }

  /// The changes that the result rests on: all that touched rows of the year in relations of the assessment, or
  /// objections to its marks. Those of other years can still be undone.
  private func changes(
    of assessment: Assessment, _ year: Period, _ workspace: SessionWorkspace, _ context: any CommandContext
  ) throws -> [Int64] {
    let own = workspace.entities.filter { $0.fullName.hasPrefix(assessment.plugin + ".") }
    let objections = workspace.entities.filter { $0.fullName == assessment.declaration.objections }
    let store = workspace.store
    let table = try context.query("log | where kind != \"undo\" and undone_by is null | select id, entity")
    return try table.rows.compactMap { row in
      guard case .integer(let id) = row.values[0], case .text(let names) = row.values[1] else { return nil }
      let touched = Set(names.split(separator: ",").map(String.init))
      func touches(_ entity: EntityDeclaration, _ field: String, _ value: String) throws -> Bool {
        try store.values(of: field, touchedBy: id, in: entity).contains(value)
      }
      let isOwn = try own.contains { entity in
        guard touched.contains(entity.fullName) else { return false }
        // What belongs to no year belongs to each.
        return try !entity.fields.contains { $0.id == "year" } || touches(entity, "year", year.stored)
      }
      let isObjection = try objections.contains { entity in
        try touched.contains(entity.fullName) && touches(entity, "period", year.stored)
          && touches(entity, "area", assessment.plugin)
      }
      return isOwn || isObjection ? id : nil
    }
  }
}

/// The two parameters of the host's commands that name an assessment.
enum AssessmentParameter {
  static let name = CommandParameter.positional(
    "assessment", LifeWords.assessment, help: LifeWords.assessmentHelp)
  static let year = CommandParameter.positional(
    "year", CommandWords.year, .value(.period(.year)), help: CommandWords.yearHelp)

  static func read(_ arguments: CommandArguments, among assessments: [Assessment]) throws -> (
    Assessment, Period
  ) {
    let wanted = arguments.text("assessment") ?? ""
    guard let found = assessments.first(where: { $0.names.contains { NameKey($0) == NameKey(wanted) } })
    else {
      let known = assessments.map { "\($0.plugin) \($0.label.zh)" }
      throw Diagnostic(
        known.isEmpty ? AssessmentFaults.noAssessments : AssessmentFaults.noSuchAssessment,
        [
          "name": wanted, "names": known.joined(separator: "、"),
          "namesEn": assessments.map(\.plugin).joined(separator: ", "),
        ],
        at: arguments.span("assessment"))
    }
    guard let year = arguments.period("year") else {
      throw Diagnostic(AssessmentFaults.noYear, at: arguments.nameSpan)
    }
    return (found, year)
  }
}
