import PluginAPI

/// `inspection assign` 督导 分工: sends inspectors to a unit, as far as recusals and the least size of a team let it.
struct AssignCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let inspection = try Inspection.named(by: arguments, among: try Inspection.all(context))
    try inspection.refuseOver(at: arguments.span("inspection"))
    let procedures = try Procedures(context)
    let (units, persons) = (try Roll.units(context), try Roll.persons(context))
    let unit = try units.find(arguments.text("unit") ?? "", at: arguments.span("unit"))
    let items = arguments.items["person"] ?? []
    var team: [Roll.Member] = []
    for (typed, item) in zip(arguments.texts("person"), items) {
      let person = try persons.find(typed, at: item.span)
      if !team.contains(person) { team.append(person) }
    }
    let lead = try arguments.text("lead").map { try persons.find($0, at: arguments.span("lead")) }
    if let lead, !team.contains(lead) {
      throw Diagnostic(
        InspectionFaults.leadOutside, ["lead": lead.name].merging(team.map(\.name).arguments("team")) { $1 },
        at: arguments.span("lead"))
    }
    let here: [String: Value] = ["the_inspection": .text(inspection.code), "the_unit": .text(unit.code)]
    let sent = try context.query(
      "assignment | where inspection == $the_inspection and unit == $the_unit | select person, day",
      variables: here
    ).records
    let gone = try arguments.text("replaces").map { try persons.find($0, at: arguments.span("replaces")) }
    let day = arguments.date("on") ?? self.day(of: gone, among: sent, inspection, context.asOf)
    if let closed = try ClosedUnits(context).fault(unit, on: day, at: arguments.span("unit")) { throw closed }
    let lawful = try LawfulTeams(context, inspection, procedures, on: day)
    try refuseRecused(team, unit, lawful, persons, arguments)
    let there = sent.compactMap { $0.text("person") }
    let new = team.filter { !there.contains($0.code) }
    guard !new.isEmpty || gone != nil else {
      return try again(team, lead, arguments.date("on"), here, unit, there.count, context)
    }
    if let gone { try check(gone, arguments, by: new, among: there, unit, persons, lawful) }
    let size = there.count + new.count - (gone == nil ? 0 : 1)
    guard size >= lawful.least else {
      throw tooSmall(size, unit, inspection, lawful, arguments)
    }
    let staying = there.filter { $0 != gone?.code }
    let recused = staying.filter { !lawful.bars($0, from: unit.code).isEmpty }
    // Whoever is recused since does not count; one after the other is replaced, so this stops nothing.
    if !recused.isEmpty, size - recused.count < lawful.least {
      var fault = tooSmall(size - recused.count, unit, inspection, lawful, arguments)
      fault.severity = .warning
      fault.notes = lawful.notes([unit], persons, of: recused)
      context.remark(fault)
    }
    try warnOfLoad(new, try procedures.procedure(of: inspection), context)
    let reason = arguments.text("reason")?.trimmed
    let rows: [[Value]] = new.map { person in
      let role: Value = lead.map { .text($0 == person ? "组长" : "组员") } ?? .null
      return [
        .text(inspection.code), .text(unit.code), .text(person.code), role, .text("指派"), .date(day),
        gone.map { .text($0.code) } ?? .null, gone == nil ? .null : reason.map(Value.text) ?? .null,
      ]
    }
    try context.transaction {
      if let gone {
        try context.change(
          "assignment | where inspection == $the_inspection and unit == $the_unit and person == $the_person | delete",
          variables: here.merging(["the_person": .text(gone.code)]) { $1 })
      }
      try context.put(
        rows, into: "district.assignment",
        ["inspection", "unit", "person", "role", "origin", "day", "replaces", "reason"])
    }
    return assigned(new, unit, day, size)
  }

  /// Whoever comes later goes with the team, in the place of one of them on that one's day; where nobody is sent yet, when
  /// the inspection begins.
  private func day(
    of gone: Roll.Member?, among sent: [Record], _ inspection: Inspection, _ today: CalendarDate
  ) -> CalendarDate {
    let days = sent.filter { gone == nil || $0.text("person") == gone?.code }.compactMap { $0.date("day") }
    return max(days.max() ?? inspection.start ?? today, today)
  }

  private func assigned(_ persons: [Roll.Member], _ unit: Roll.Member, _ day: CalendarDate?, _ size: Int)
    -> CommandResult
  {
    .notice(
      Diagnostic(
        InspectionFaults.assigned,
        ["unit": unit.name, "size": "\(size)", "day": day?.iso ?? "—"].merging(
          persons.map(\.name).arguments("persons", limit: 20)
        ) { $1 }, severity: .note))
  }

  private func tooSmall(
    _ size: Int, _ unit: Roll.Member, _ inspection: Inspection, _ lawful: LawfulTeams,
    _ arguments: CommandArguments
  ) -> Diagnostic {
    Diagnostic(
      InspectionFaults.teamTooSmall,
      ["unit": unit.name, "kind": inspection.kind, "least": "\(lawful.least)", "count": "\(size)"],
      at: arguments.span("person"))
  }

  /// Those who are sent already: another day or another leader is noted for them.
  private func again(
    _ team: [Roll.Member], _ lead: Roll.Member?, _ day: CalendarDate?, _ here: [String: Value],
    _ unit: Roll.Member, _ size: Int, _ context: any CommandContext
  ) throws -> CommandResult {
    let assignments = "assignment | where inspection == $the_inspection and unit == $the_unit"
    let changes = (day == nil ? [] : ["day = $the_day"]) + (lead == nil ? [] : ["role = $the_role"])
    try context.transaction {
      for person in team where !changes.isEmpty {
        try context.change(
          "\(assignments) and person == $the_person | set \(changes.joined(separator: ", "))",
          variables: here.merging([
            "the_person": .text(person.code), "the_day": day.map(Value.date) ?? .null,
            "the_role": .text(lead == person ? "组长" : "组员"),
          ]) { $1 })
      }
    }
    let noted = try context.query("\(assignments) | select day", variables: here).records.compactMap {
      $0.date("day")
    }
    return assigned(team, unit, noted.max(), size)
  }

  /// Whoever was sent or drawn goes unless a recusal or a reason speaks against it.
  private func check(
    _ gone: Roll.Member, _ arguments: CommandArguments, by new: [Roll.Member], among there: [String],
    _ unit: Roll.Member,
    _ persons: Roll, _ lawful: LawfulTeams
  ) throws {
    let words = ["person": gone.name, "unit": unit.name]
    guard there.contains(gone.code) else {
      throw Diagnostic(
        InspectionFaults.notSent,
        words.merging(there.map { persons.name($0) }.arguments("persons", limit: 20)) { $1 },
        at: arguments.span("replaces"))
    }
    guard !new.isEmpty else {
      throw Diagnostic(InspectionFaults.nobodyNew, words, at: arguments.span("person"))
    }
    if lawful.bars(gone.code, from: unit.code).isEmpty, arguments.text("reason")?.trimmed.isEmpty ?? true {
      throw Diagnostic(InspectionFaults.replacingNeedsReason, words, at: arguments.span("replaces"))
    }
  }

  /// All who may not go, and whether a lawful team can be made at all.
  private func refuseRecused(
    _ team: [Roll.Member], _ unit: Roll.Member, _ lawful: LawfulTeams, _ persons: Roll,
    _ arguments: CommandArguments
  ) throws {
    var notes: [Diagnostic.Note] = []
    for person in team {
      for bar in lawful.bars(person.code, from: unit.code) {
        guard case .recusal(let recusal) = bar else { continue }
        notes.append(
          Diagnostic.Note(
            DrawFaults.barRecusal,
            [
              "person": person.name, "unit": unit.name, "recusal": recusal.shown(.zh),
              "recusalEn": recusal.shown(.en),
            ]))
      }
    }
    guard !notes.isEmpty else { return }
    if var fault = try lawful.fault(unit, seats: lawful.least, persons) {
      fault.span = arguments.span("unit")
      throw fault
    }
    throw Diagnostic(
      InspectionFaults.recused, ["unit": unit.name], at: arguments.span("person"), notes: notes)
  }

  private func warnOfLoad(
    _ team: [Roll.Member], _ procedure: Procedure, _ context: any CommandContext
  ) throws {
    let rows = try context.query(
      "assignment | where inspection.state != \"已结束\" | group person { units = count() }"
    ).records
    let loads = Dictionary(
      rows.compactMap { row in row.text("person").map { ($0, row.integer("units") ?? 0) } }
    ) { $1 }
    let full = team.filter { (loads[$0.code] ?? 0) >= procedure.load }.map {
      "\($0.name)（\((loads[$0.code] ?? 0) + 1)）"
    }
    guard !full.isEmpty else { return }
    context.remark(
      Diagnostic(
        InspectionFaults.overload, ["load": "\(procedure.load)"].merging(full.arguments("persons")) { $1 },
        severity: .warning))
  }
}
