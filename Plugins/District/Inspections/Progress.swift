import PluginAPI

/// How far an inspection is: its steps by the procedure of its kind, then teams, visits, findings, recusals, draws.
struct Progress {
  let inspection: Inspection
  let items: [ProgressItem]

  /// What the archive waits for.
  var leftOut: [ProgressItem] { items.filter { $0.isLeftOut && $0.step != .archive } }

  init(
    _ inspection: Inspection, _ procedure: Procedure, _ facts: InspectionFacts, _ context: any CommandContext
  ) {
    self.inspection = inspection
    let steps = Self.steps(inspection, procedure, facts, context)
    items =
      steps
      + [
        Self.teams(inspection, procedure, facts), Self.visits(inspection, facts),
        Self.findings(inspection, facts), Self.recusals(inspection, facts), Self.draws(inspection, facts),
      ].compactMap { $0 }
  }

  /// Steps that are needed, each with its day and what is due.
  private static func steps(
    _ inspection: Inspection, _ procedure: Procedure, _ facts: InspectionFacts, _ context: any CommandContext
  ) -> [ProgressItem] {
    let done = facts.steps[inspection.code] ?? [:]
    let hasFindings = facts.findings[inspection.code] != nil
    let calendar = context.workspace?.calendar ?? SchoolCalendar()
    var before: CalendarDate?
    var items: [ProgressItem] = []
    for needed in procedure.steps where !needed.needsFindings || hasFindings {
      let record = done[needed.step]
      var due: CalendarDate?
      switch needed.due {
      case .start: due = inspection.start
      case .end: due = inspection.end
      case .after(let days): due = before.flatMap { day(days, after: $0, calendar, context) }
      case nil: break
      }
      // A paper that was signed here need not be named again with its step.
      let signed = needed.paper.flatMap { facts.papers[inspection.code]?[$0] }
      var told = record
      let named = record?.paper.flatMap { facts.voided.contains($0) ? nil : $0 }
      told?.paper = named ?? signed?.reference
      var made = item(needed, told, due, today: context.asOf)
      // What was named is void, and nothing stands in its place.
      if let paper = record?.paper, told?.paper == nil {
        (made.state, made.rest) = (.noPaper, DistrictWords.paperVoid(paper))
      }
      // Of papers that go to each unit, one for one of them does not stand for all.
      let without = signed.map { facts.units(of: inspection, without: $0, at: needed.step) } ?? []
      if record != nil, !without.isEmpty, let paper = needed.paper {
        let words = DistrictWords.unitsWithout(paper, without.count)
        made.state = .noPaper
        made.rest = Label(
          zh: words.zh + "：" + without.listed(.zh), en: words.en + ": " + without.listed(.en))
      }
      items.append(made)
      // What waits for a step that is itself overdue counts from the day on which that was due.
      before = record?.day ?? due
    }
    return items
  }

  /// Nil where the days off of a year are not known, which is said once.
  private static func day(
    _ days: DayCount, after start: CalendarDate, _ calendar: SchoolCalendar, _ context: any CommandContext
  ) -> CalendarDate? {
    do {
      return try days.end(from: start, in: calendar)
    } catch var fault as Diagnostic {
      fault.severity = .warning
      context.remark(fault)
    } catch {}
    return nil
  }

  private static func item(
    _ needed: ProcedureStep, _ record: InspectionFacts.Done?, _ due: CalendarDate?, today: CalendarDate
  ) -> ProgressItem {
    var item = ProgressItem(
      name: needed.step.label, step: needed.step, state: .open,
      day: record?.day, due: due, person: record?.person, paper: record?.paper)
    let paper = needed.paper.map { Label(zh: "要有\($0)", en: "needs \($0)") }
    guard let record else {
      item.rest = paper
      if let due, today > due {
        item.state = .overdue
        item.rest = DistrictWords.overdue(today.ordinal - due.ordinal)
      }
      return item
    }
    if needed.paper != nil, record.paper == nil {
      (item.state, item.rest) = (.noPaper, paper)
    } else if let due, record.day > due {
      (item.state, item.rest) = (.late, DistrictWords.late(record.day.ordinal - due.ordinal))
    } else {
      item.state = .done
    }
    return item
  }

  private static func check(_ name: Label, _ faults: [String], _ words: (Int) -> Label) -> ProgressItem {
    guard !faults.isEmpty else { return ProgressItem(name: name, state: .inOrder) }
    let label = words(faults.count)
    return ProgressItem(
      name: name, state: .lacking,
      rest: Label(zh: label.zh + "：" + faults.listed(.zh), en: label.en + ": " + faults.listed(.en)))
  }

  private static func teams(_ inspection: Inspection, _ procedure: Procedure, _ facts: InspectionFacts)
    -> ProgressItem
  {
    let sizes = facts.teamSizes(inspection)
    guard !sizes.isEmpty else {
      let isEnough = inspection.team.count >= procedure.team
      return ProgressItem(
        name: DistrictWords.team, state: isEnough ? .inOrder : .lacking,
        rest: isEnough ? nil : DistrictWords.smallTeam(inspection.team.count, least: procedure.team))
    }
    let small = sizes.filter { $0.size < procedure.team }.map { "\(facts.units.name($0.unit))（\($0.size)）" }
    return check(DistrictWords.team, small) { DistrictWords.smallTeams($0, least: procedure.team) }
  }

  private static func visits(_ inspection: Inspection, _ facts: InspectionFacts) -> ProgressItem {
    let visited = facts.visited[inspection.code] ?? []
    let planned = facts.planned[inspection.code] ?? []
    if visited.isEmpty, planned.isEmpty {
      return ProgressItem(name: DistrictWords.visits, state: .lacking, rest: DistrictWords.nobodyWent)
    }
    let missing = planned.subtracting(visited).sorted().map { facts.units.name($0) }
    return check(DistrictWords.visits, missing, DistrictWords.notVisited)
  }

  private static func findings(_ inspection: Inspection, _ facts: InspectionFacts) -> ProgressItem {
    let open = facts.findings[inspection.code]?.open ?? 0
    return ProgressItem(
      name: DistrictWords.findings, state: open == 0 ? .inOrder : .lacking,
      rest: open == 0 ? nil : DistrictWords.openFindings(open))
  }

  private static func recusals(_ inspection: Inspection, _ facts: InspectionFacts) -> ProgressItem {
    let broken = facts.conflicts.filter { $0.task.inspection == inspection.code }.map { task, _ in
      "\(facts.persons.name(task.person))–\(facts.units.name(task.unit))"
    }
    return check(DistrictWords.recusal, broken, DistrictWords.brokenRecusals)
  }

  /// A draw that was prepared is drawn or voided, and who was drawn goes, or it is said who goes instead.
  private static func draws(_ inspection: Inspection, _ facts: InspectionFacts) -> ProgressItem? {
    let open = facts.openDraws[inspection.code] ?? []
    guard open.isEmpty else { return check(DistrictWords.draw, open, DistrictWords.openDraws) }
    guard let gone = facts.droppedSeats[inspection.code] else { return nil }
    let seats = gone.map { "\(facts.persons.name($0.person))–\(facts.units.name($0.unit))" }
    return check(DistrictWords.draw, seats, DistrictWords.droppedSeats)
  }
}
