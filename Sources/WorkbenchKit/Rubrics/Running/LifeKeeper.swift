import KitModel
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

  /// Changes columns of the state's row.
  func set(_ state: AssessmentState, _ values: [(column: String, value: Value)]) throws {
    var variables: [String: Value] = ["the_year": .period(year), "the_version": .integer(state.version)]
    for (place, value) in values.enumerated() { variables["new_\(place)"] = value.value }
    let binds = values.enumerated().map { "`\($1.column)` = $new_\($0)" }.joined(separator: ", ")
    try context.change(
      "\(assessment.quoted("assessment")) | where year == $the_year and version == $the_version | set \(binds)",
      variables: variables)
  }

  /// The day that lies `days` days (working days, where the rubric counts those) behind `start`.
  func day(_ days: Int, after start: CalendarDate, workdays: Bool) -> CalendarDate? {
    guard workdays else { return start.adding(days: days) }
    let calendar = context.workspace?.calendar ?? SchoolCalendar()
    var (day, left) = (start, days)
    while left > 0 {
      guard let next = day.adding(days: 1) else { return nil }
      day = next
      let isWorked =
        calendar.workdays.contains(day) || (day.weekday <= 5 && !calendar.holidays.contains(day))
      if isWorked { left -= 1 }
    }
    return day
  }

  /// Deciding, sealing and reopening need 审定; where nobody has it, as in an office of one, whoever sits here may.
  func needApproval(for action: Label, at span: SourceSpan?) throws {
    let staff = context.workspace?.opened?.configuration.staff ?? []
    let allowed = staff.filter { $0.duties.contains(.approve) }.map(\.name)
    if allowed.isEmpty || allowed.contains(context.person) { return }
    throw Diagnostic(
      LifeFaults.noDuty,
      [
        "person": context.person, "action": action.zh, "actionEn": action.en,
        "allowed": allowed.joined(separator: "、"), "allowedEn": allowed.joined(separator: ", "),
      ], at: span)
  }

  /// Objections that are not decided yet.
  func openObjections() throws -> [Objections.Objection] {
    guard assessment.declaration.objections != nil else { return [] }
    return try Objections(assessment: assessment, context: context).all(of: year).filter(\.state.isOpen)
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
