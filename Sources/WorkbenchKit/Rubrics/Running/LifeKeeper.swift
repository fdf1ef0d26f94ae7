import KitModel
import KitPapers
import KitStore
import KitWorkspace

/// What the commands that lead a result from station to station share.
struct LifeKeeper {
  let assessment: Assessment
  let year: Period
  let context: any CommandContext

  var words: [String: String] { assessment.words(year) }

  /// The state, which must be one of `stages`.
  func state(in stages: [AssessmentStage], for action: Label, at span: SourceSpan?) throws -> AssessmentState
  {
    guard let state = try AssessmentState(of: year, assessment, context) else {
      throw Diagnostic(AssessmentFaults.noResults, words, at: span)
    }
    guard stages.contains(state.stage) else {
      throw Diagnostic(
        LifeFaults.wrongStage,
        words.merging([
          "state": state.stage.rawValue, "action": action.zh, "actionEn": action.en,
          "allowed": stages.map(\.rawValue).joined(separator: "、"),
        ]) { $1 }, at: span)
    }
    return state
  }

  /// Refuses a day that lies before that of an earlier station.
  func refuse(
    _ day: CalendarDate, of action: Label, before other: CalendarDate?, _ station: Label, at span: SourceSpan?
  )
    throws
  {
    guard let other, day < other else { return }
    throw Diagnostic(
      LifeFaults.tooEarly,
      [
        "action": action.zh, "actionEn": action.en, "day": day.iso, "station": station.zh,
        "stationEn": station.en, "other": other.iso,
      ], at: span)
  }

  /// Refuses a day after today.
  func refuseToCome(_ day: CalendarDate?, at span: SourceSpan?) throws {
    guard let day, day > context.asOf else { return }
    throw Diagnostic(LifeFaults.inFuture, ["day": day.iso, "today": context.asOf.iso], at: span)
  }

  /// Changes columns of the state's row.
  func set(_ state: AssessmentState, _ values: [(column: String, value: Value)]) throws {
    var variables: [String: Value] = ["the_year": .period(year), "the_version": .integer(state.version)]
    for (place, value) in values.enumerated() { variables["new_\(place)"] = value.value }
    let binds = values.enumerated().map { "`\($1.column)` = $new_\($0)" }.joined(separator: ", ")
    try context.change(
      "\(assessment.quoted("assessment")) | where year == $the_year and version == $the_version | set \(binds)",
      variables: variables)
  }

  /// The last of so many days, or working days where the rubric counts those.
  func day(_ days: Int, after start: CalendarDate, workdays: Bool) throws -> CalendarDate {
    try DayCount(days, areWorkdays: workdays)
      .end(from: start, in: context.workspace?.calendar ?? SchoolCalendar())
  }

  /// Objections that are not decided yet.
  func openObjections() throws -> [Objections.Objection] {
    guard assessment.declaration.objections != nil else { return [] }
    return try Objections(assessment: assessment, context: context).all(of: year).filter(\.state.isOpen)
  }

  /// Refuses to go on with marks that were entered for full marks, or asked for in a way, that no longer hold.
  func refuseVoided(_ rubric: Rubric, _ action: Label, at span: SourceSpan?) throws {
    let voided = try OutdatedSheets(assessment: assessment, rubric: rubric, context: context).voided()
    guard !voided.isEmpty else { return }
    throw Diagnostic(
      LifeFaults.marksVoid,
      words.merging([
        "action": action.zh, "actionEn": action.en,
        "list": voided.map { "\($0.form.zh) \($0.indicators.joined(separator: "、"))" }.joined(separator: "；"),
        "listEn": voided.map { "\($0.form.en) \($0.indicators.joined(separator: ", "))" }.joined(
          separator: "; "),
      ]) { $1 }, at: span)
  }

  /// The day of the last scoring that changed a mark; nil: none is in the journal.
  func lastScoring() throws -> CalendarDate? {
    guard let workspace = context.workspace,
      let entity = workspace.entities.first(where: { $0.fullName == assessment.relation("mark") })
    else { return nil }
    let changes = try context.query(
      "log | where entity contains $the_mark and undone_by is null | sort -id | select id",
      variables: ["the_mark": .text(entity.fullName)])
    for row in changes.rows {
      guard case .integer(let id)? = row.values.first,
        try workspace.store.values(of: "year", touchedBy: id, in: entity).contains(year.stored)
      else { continue }
      return try workspace.store.changeRecord(id)?.context.time.day
    }
    return nil
  }

  /// The day of the last decision on an objection; nil: none was decided.
  func lastDecision() throws -> CalendarDate? {
    guard assessment.declaration.objections != nil else { return nil }
    return try Objections(assessment: assessment, context: context).all(of: year).compactMap(\.decidedOn)
      .max()
  }

  func refuseWhileOpen(_ action: Label, at span: SourceSpan?) throws {
    let open = try openObjections()
    guard let first = open.first else { return }
    throw Diagnostic(
      LifeFaults.objectionsOpen,
      words.merging([
        "count": "\(open.count)", "numbers": open.map(\.number).joined(separator: "、"), "first": first.number,
        "action": action.zh, "actionEn": action.en,
      ]) { $1 }, at: span)
  }

  /// Who gave the first marks: who scored, and the assessors of entries of one mark.
  func firstAssessors(of unit: String, _ indicator: String, _ state: AssessmentState) throws -> Set<String> {
    let table = try context.query(
      """
      \(assessment.quoted("entry")) | where year == $the_year and unit == $the_unit and indicator == $the_indicator \
      | select assessor | distinct
      """,
      variables: ["the_year": .period(year), "the_unit": .text(unit), "the_indicator": .text(indicator)])
    let entered = table.rows.compactMap { $0.values.first }.filter { !$0.isNull }.map(InputGatherer.text)
    return Set(entered + [state.scoredBy])
  }
}
