import KitModel
import KitStore
import KitWorkspace

/// Says so when what was entered for a year is changed after its result was decided: the result stays as it is.
public struct ClosedYears: ChangeWatcher {
  let assessments: [Assessment]

  public init(assessments: [Assessment]) { self.assessments = assessments }

  /// The relations that scoring reads of an assessment.
  private static let read = ["entry", "exemption", "veto"]

  /// Whether any year of an assessment is decided: where none is, nothing has to be looked up in the change.
  private func hasDecided(_ assessment: Assessment, _ context: any CommandContext) throws -> Bool {
    try context.query(
      "\(assessment.quoted("assessment")) | where decided_on is not null | select year | take 1"
    ).rows.isEmpty == false
  }

  /// The station of a year that is decided and not reopened; nil: it is open.
  static func stage(of year: Period, _ assessment: Assessment, _ context: any CommandContext) throws
    -> AssessmentStage?
  {
    let stage = try AssessmentState(of: year, assessment, context)?.stage
    return stage.flatMap { $0.isDecided ? $0 : nil }
  }

  public func remarks(on change: ChangeRecord, in context: any CommandContext) throws -> [Diagnostic] {
    guard let workspace = context.workspace else { return [] }
    var remarks: [Diagnostic] = []
    for assessment in assessments {
      let tables = Set(change.parts.map(\.table))
      let touched = Self.read.map(assessment.relation).filter(tables.contains)
      guard !touched.isEmpty, try hasDecided(assessment, context) else { continue }
      for relation in touched {
        guard let entity = workspace.entities.first(where: { $0.fullName == relation }) else { continue }
        let years = try workspace.store.values(of: "year", touchedBy: change.id, in: entity)
        for year in years.sorted().compactMap({ Period(stored: $0) }) {
          // What came before the decision has gone into it, though it is told of behind it: one script does both.
          guard let state = try AssessmentState(of: year, assessment, context), state.stage.isDecided,
            let decided = try LateChanges.decision(state, assessment, year, context), decided < change.id
          else { continue }
          let stage = state.stage
          remarks.append(
            Diagnostic(
              SheetFaults.dataDecided,
              assessment.words(year).merging([
                "relation": entity.label.zh, "relationEn": entity.label.en, "state": stage.rawValue,
                "stateEn": stage.label.en,
              ]) { $1 }, severity: .warning))
        }
      }
    }
    return remarks
  }
}

/// What was entered for a unit and changed after the result was decided.
struct LateChanges {
  private let entity: EntityDeclaration
  private let store: any Store
  /// The change that decided or sealed.
  private let decided: Int64

  /// Nil: nothing was entered since, or the year is open.
  init?(_ state: AssessmentState, _ assessment: Assessment, _ year: Period, _ context: any CommandContext)
    throws
  {
    guard state.stage.isDecided, let store = context.workspace?.store,
      let entry = Self.entity("entry", assessment, context),
      let decided = try Self.decision(state, assessment, year, context)
    else { return nil }
    let later = try context.query(
      "log | where id > $the_id and entity contains $the_entry | select id",
      variables: ["the_id": .integer(decided), "the_entry": .text(entry.fullName)])
    // Entries of other years are no concern of this one.
    let touches = try later.rows.contains { row in
      guard case .integer(let id)? = row.values.first else { return false }
      return try store.values(of: "year", touchedBy: id, in: entry).contains(year.stored)
    }
    if !touches { return nil }
    (self.entity, self.store, self.decided) = (entry, store, decided)
  }

  private static func entity(_ id: String, _ assessment: Assessment, _ context: any CommandContext)
    -> EntityDeclaration?
  {
    context.workspace?.entities.first { $0.fullName == assessment.relation(id) }
  }

  /// The change that decided the marks of a year.
  static func decision(
    _ state: AssessmentState, _ assessment: Assessment, _ year: Period, _ context: any CommandContext
  ) throws -> Int64? {
    try context.origin(
      of: assessment.relation("assessment"), key: [.period(year), .integer(state.version)],
      field: "decided_on")?.change.id
  }

  /// The change that gave an entry its present figures, where it came behind the decision.
  func change(of key: [Value]) throws -> ChangeRecord? {
    let changes = try ["value", "base"].compactMap {
      try store.origin(entity: entity, key: key, field: $0)?.change
    }
    return changes.filter { $0.id > decided }.max { $0.id < $1.id }
  }
}
