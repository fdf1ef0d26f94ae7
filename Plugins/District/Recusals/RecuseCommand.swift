import PluginAPI

/// `inspection recuse` 督导 回避: notes a recusal and lists the open tasks that it breaks.
struct RecuseCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let (units, persons) = (try Roll.units(context), try Roll.persons(context))
    let person = try persons.find(arguments.text("person") ?? "", at: arguments.span("person"))
    let unit = try units.find(arguments.text("unit") ?? "", at: arguments.span("unit"))
    let from = arguments.date("from") ?? context.asOf
    let until = arguments.date("until")
    if let until, until < from {
      throw Diagnostic(
        RecusalFaults.endsBefore, ["from": from.iso, "until": until.iso], at: arguments.span("until"))
    }
    let before = try RecusalBook(context)
    let same = before.bars(person.code, from: unit.code, on: from).first {
      $0.number != nil && $0.until == nil
    }
    if let same {
      throw Diagnostic(
        RecusalFaults.inForce,
        [
          "person": person.name, "unit": unit.name, "recusal": same.shown(.zh), "recusalEn": same.shown(.en),
        ], at: arguments.nameSpan)
    }
    let number = Numbers.next(
      after: before.all.compactMap(\.number), prefix: "HB", year: from.year, width: 2)
    let ground = arguments.text("ground") ?? ""
    func optional(_ id: String) -> Value { arguments.text(id).map(Value.text) ?? .null }
    try context.insert(
      [
        ("number", .text(number)), ("person", .text(person.code)), ("unit", .text(unit.code)),
        ("ground", .text(ground)), ("from_day", .date(from)), ("until_day", until.map(Value.date) ?? .null),
        ("decided_by", optional("decided-by")), ("note", optional("note")),
      ], into: "recusal")

    let inspections = try Inspection.all(context)
    let tasks = try TaskBook(context, inspections, persons: persons)
    let new = Recusal(
      number: number, person: person.code, unit: unit.code, ground: ground, from: from, until: until)
    let broken = tasks.conflicts(RecusalBook([new])).filter { tasks.isOpen($0.task, on: context.asOf) }
    try warnOfTeams(broken.map(\.task), inspections, unit, persons, from: from, context)
    let words = ["number": number, "person": person.name, "unit": unit.name, "count": "\(broken.count)"]
    guard !broken.isEmpty else {
      return .notice(Diagnostic(RecusalFaults.noted, words, severity: .note))
    }
    context.remark(Diagnostic(RecusalFaults.breaks, words, severity: .warning))
    return .table(ConflictTable.table(broken, units: units, persons: persons, inspections))
  }

  /// Says where nobody is left to make a lawful team.
  private func warnOfTeams(
    _ broken: [InspectionTask], _ inspections: [Inspection], _ unit: Roll.Member, _ persons: Roll,
    from: CalendarDate,
    _ context: any CommandContext
  ) throws {
    let codes = Set(broken.compactMap(\.inspection))
    guard !codes.isEmpty else { return }
    let procedures = try Procedures(context)
    for inspection in inspections where codes.contains(inspection.code) {
      let teams = try LawfulTeams(context, inspection, procedures, on: max(inspection.start ?? from, from))
      if let fault = try teams.fault(unit, seats: teams.least, persons, severity: .warning) {
        context.remark(fault)
      }
    }
  }
}
