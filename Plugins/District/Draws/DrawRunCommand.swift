import KitStore
import PluginAPI

/// `draw run` 抽取 抽签: units by the seed, then inspectors for each of them.
struct DrawRunCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let book = try DrawBook(context)
    let entry = try book.entry(arguments)
    try refuseUnlessPrepared(entry, arguments)
    let draw = try book.draw(entry)
    guard context.asOf >= draw.publicDay else {
      throw Diagnostic(
        DrawFaults.tooEarly,
        ["source": draw.publicSource, "day": draw.publicDay.iso, "today": context.asOf.iso],
        at: arguments.nameSpan)
    }
    let number = (arguments.text("published") ?? "").trimmed
    let inspections = try Inspection.all(context)
    guard let inspection = inspections.first(where: { $0.code == draw.inspection }) else { return .none }
    let pool = draw.pool.filter { $0.excluded == nil }.map(\.code)
    let teams = try LawfulTeams(
      context, inspection, try Procedures(context), on: draw.visitDay, pool: pool, load: draw.load)
    let (roll, persons) = (try Roll.units(context), try Roll.persons(context))
    try refuseIfBarsChanged(draw, teams, roll, persons, arguments)
    let digest = entry.record.text("digest") ?? TextDigest.sha256(draw.text)
    let seed = DrawRule.seed(digest: digest, number: number)
    let listed = draw.population.filter { $0.excluded == nil }.map(\.code)
    let units = DrawRule.units(draw.units, of: listed, seed: seed)
    let result = try drawn(draw, units.map(\.code), seed, teams, roll, persons)

    let outcome = DrawOutcome(
      draw: draw, seed: seed, number: number, units: units, teams: result.teams, units: roll, persons: persons
    )
    try context.sealed(DistrictWords.sealDrawn, ["number": draw.number]) {
      try outcome.keep(teams, moved: result.rearranged, context)
    }
    if result.rearranged > 0 {
      context.remark(Diagnostic(DrawFaults.rearranged, ["count": "\(result.rearranged)"], severity: .note))
    }
    context.remark(
      Diagnostic(
        DrawFaults.drawn, ["draw": draw.number, "seed": seed, "digest": digest, "number": number],
        severity: .note))
    return .table(outcome.table)
  }

  private func refuseUnlessPrepared(_ entry: DrawBook.Entry, _ arguments: CommandArguments) throws {
    switch entry.state {
    case .prepared: return
    case .drawn:
      throw Diagnostic(
        DrawFaults.drawnBefore,
        ["draw": entry.number, "time": entry.record.text("drawn_at") ?? ""], at: arguments.span("number"))
    case .voided: throw DrawFaults.voided(entry, at: arguments.span("number"))
    }
  }

  /// A recusal that came since has to be heeded, and heeding it would change what the number draws: another draw.
  private func refuseIfBarsChanged(
    _ draw: Draw, _ teams: LawfulTeams, _ units: Roll, _ persons: Roll, _ arguments: CommandArguments
  ) throws {
    let now = teams.drawBars(draw.population.filter { $0.excluded == nil }.map(\.code))
    let (before, after) = (Set(draw.bars.map(\.pair)), Set(now.map(\.pair)))
    func notes(_ bars: [Draw.Bar], _ message: Message) -> [Diagnostic.Note] {
      bars.map { bar in
        Diagnostic.Note(
          message,
          [
            "person": persons.name(bar.person), "unit": units.name(bar.unit), "kind": bar.kind.rawValue,
            "kindEn": bar.kind == .recusal ? "recusal" : "was there last time", "basis": bar.basis,
          ])
      }
    }
    let changes =
      notes(now.filter { !before.contains($0.pair) }, DrawFaults.barAdded)
      + notes(draw.bars.filter { !after.contains($0.pair) }, DrawFaults.barGone)
    guard !changes.isEmpty else { return }
    throw Diagnostic(
      DrawFaults.barsChanged, ["draw": draw.number, "count": "\(changes.count)"],
      at: arguments.span("number"), notes: changes)
  }

  private func drawn(
    _ draw: Draw, _ units: [String], _ seed: String, _ teams: LawfulTeams, _ roll: Roll, _ persons: Roll
  ) throws -> TeamDraw {
    var candidates: [String: [String]] = [:]
    for unit in units {
      let hashed = teams.candidates(for: unit).map { ($0, DrawRule.hash(seed: seed, unit: unit, person: $0)) }
      candidates[unit] = hashed.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }
    let room = Dictionary(teams.pool.map { ($0, teams.room($0)) }) { first, _ in first }
    var result = TeamDraw(units: units, seats: draw.inspectors, candidates: candidates, room: room)
    do {
      try result.run()
      return result
    } catch {
      let short = error.units.compactMap { roll[$0] }
      let places = error.persons.reduce(0) { $0 + min(room[$1] ?? 0, error.units.count) }
      throw Diagnostic(
        DrawFaults.noLawfulTeams,
        [
          "seats": "\(error.units.count * draw.inspectors)", "persons": "\(error.persons.count)",
          "room": "\(places)", "load": "\(draw.load)", "draw": draw.number,
        ].merging(short.map(\.name).arguments("units", limit: 20)) { $1 }, notes: teams.notes(short, persons))
    }
  }
}
