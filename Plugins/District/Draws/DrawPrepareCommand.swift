import KitStore
import PluginAPI

/// `draw prepare` 抽取 准备: settles everything before the number is known by which it is drawn.
struct DrawPrepareCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let inspection = try Inspection.named(by: arguments, among: try Inspection.all(context))
    try inspection.refuseOver(at: arguments.span("inspection"))
    let procedures = try Procedures(context)
    let procedure = try procedures.procedure(of: inspection)
    let book = try DrawBook(context)
    let reason = try reason(arguments, book, inspection)
    guard let publicDay = arguments.date("on"), publicDay > context.asOf else {
      throw Diagnostic(
        DrawFaults.numberKnown,
        ["day": arguments.date("on")?.iso ?? "", "today": context.asOf.iso], at: arguments.span("on"))
    }
    let start = inspection.start.flatMap { $0 >= publicDay ? $0 : nil }
    let day = arguments.date("day") ?? start ?? publicDay
    guard day >= publicDay else {
      throw Diagnostic(
        DrawFaults.visitsTooEarly, ["day": day.iso, "public": publicDay.iso], at: arguments.span("day"))
    }
    let (units, persons) = (try Roll.units(context), try Roll.persons(context))
    let lists = try DrawPopulation(
      arguments, context, inspection, procedures, on: day, units: units, persons: persons)
    var draw = Draw(
      number: Numbers.next(
        after: book.entries.map(\.number), prefix: "CQ", year: context.asOf.year, width: 3),
      inspection: inspection.code, state: .prepared, units: arguments.integer("units") ?? 0,
      inspectors: arguments.integer("inspectors") ?? procedure.team, load: procedure.load, visitDay: day,
      publicSource: arguments.text("public") ?? "", publicDay: publicDay, population: lists.units,
      pool: lists.pool, bars: [])
    try DrawCheck(draw: draw, procedure: procedure, arguments: arguments).run()
    let able = draw.pool.filter { $0.excluded == nil }.map(\.code)
    let teams = try LawfulTeams(context, inspection, procedures, on: day, pool: able, load: draw.load)
    let population = draw.population.filter { $0.excluded == nil }.map(\.code)
    let faults = try population.compactMap { code -> Diagnostic? in
      guard let unit = units[code],
        var fault = try teams.fault(unit, seats: draw.inspectors, persons)
      else { return nil }
      fault.span = arguments.span("population")
      return fault
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
    draw.bars = teams.drawBars(population)
    let digest = TextDigest.sha256(draw.text)
    try context.sealed(DistrictWords.sealPrepared, ["number": draw.number]) {
      try keep(draw, digest, reason, context)
    }
    return .notice(told(draw, digest), remarks: leftOut(draw))
  }

  /// A second draw for an inspection says why; one that was prepared is drawn or voided first.
  private func reason(_ arguments: CommandArguments, _ book: DrawBook, _ inspection: Inspection) throws
    -> String?
  {
    let earlier = book.entries.filter { $0.inspection == inspection.code }
    if let open = earlier.first(where: { $0.state == .prepared }) {
      throw Diagnostic(
        DrawFaults.stillOpen, ["draw": open.number, "inspection": inspection.title],
        at: arguments.span("inspection"))
    }
    let reason = arguments.text("reason")?.trimmed
    if !earlier.isEmpty, reason?.isEmpty ?? true {
      throw Diagnostic(
        DrawFaults.secondNeedsReason,
        ["inspection": inspection.title].merging(
          earlier.map { "\($0.number)（\($0.state.rawValue)）" }.arguments("draws")
        ) { $1 },
        at: arguments.span("inspection"))
    }
    return reason
  }

  private func keep(_ draw: Draw, _ digest: String, _ reason: String?, _ context: any CommandContext) throws {
    try context.insert(
      [
        ("number", .text(draw.number)), ("inspection", .text(draw.inspection)),
        ("state", .text(draw.state.rawValue)),
        ("population", .integer(Int64(draw.population.count { $0.excluded == nil }))),
        ("units", .integer(Int64(draw.units))),
        ("candidates", .integer(Int64(draw.pool.count { $0.excluded == nil }))),
        ("inspectors", .integer(Int64(draw.inspectors))), ("load", .integer(Int64(draw.load))),
        ("visit_day", .date(draw.visitDay)), ("digest", .text(digest)),
        ("public_source", .text(draw.publicSource)), ("public_day", .date(draw.publicDay)),
        ("reason", reason.map(Value.text) ?? .null), ("prepared_by", .text(context.person)),
        ("prepared_at", .text(context.time.text)),
      ], into: "draw")
    for (side, members) in [(Draw.sides.units, draw.population), (Draw.sides.persons, draw.pool)] {
      try context.put(
        members.map { member in
          [
            .text(draw.number), .text(side), .text(member.code), .text(member.name),
            member.excluded.map(Value.text) ?? .null,
          ]
        }, into: "district.draw_member", ["draw", "side", "code", "name", "excluded"])
    }
    try context.put(
      draw.bars.map { bar in
        [
          .text(draw.number), .text(bar.unit), .text(bar.person), .text(bar.kind.rawValue), .text(bar.basis),
        ]
      }, into: "district.draw_bar", ["draw", "unit", "person", "kind", "basis"])
  }

  private func told(_ draw: Draw, _ digest: String) -> Diagnostic {
    Diagnostic(
      DrawFaults.prepared,
      [
        "draw": draw.number, "population": "\(draw.population.count { $0.excluded == nil })",
        "units": "\(draw.units)", "candidates": "\(draw.pool.count { $0.excluded == nil })",
        "inspectors": "\(draw.inspectors)", "load": "\(draw.load)", "digest": digest,
        "day": draw.publicDay.iso, "source": draw.publicSource, "visits": draw.visitDay.iso,
      ], severity: .note)
  }

  /// Who takes no part, and why: the first of them, the rest stands in `draw_member`.
  private func leftOut(_ draw: Draw) -> [Diagnostic] {
    [(draw.population, DistrictWords.units), (draw.pool, DistrictWords.inspectors)].compactMap {
      members, what in
      let out = members.compactMap { member in member.excluded.map { "\(member.name)（\($0)）" } }
      guard !out.isEmpty else { return nil }
      return Diagnostic(
        DrawFaults.leftOut,
        ["count": "\(out.count)", "what": what.zh, "whatEn": what.en].merging(out.arguments("list")) { $1 },
        severity: .note)
    }
  }
}
