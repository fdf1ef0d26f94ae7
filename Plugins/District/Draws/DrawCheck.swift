import PluginAPI

/// Whether the lists of a draw can give what is asked of them.
struct DrawCheck {
  let draw: Draw
  let procedure: Procedure
  let arguments: CommandArguments

  func run() throws {
    let population = draw.population.count { $0.excluded == nil }
    let pool = draw.pool.count { $0.excluded == nil }
    guard population > 0 else {
      throw Diagnostic(
        DrawFaults.emptyPopulation, ["listed": "\(draw.population.count)"], at: arguments.span("population"))
    }
    for (id, number) in [("units", draw.units), ("inspectors", draw.inspectors)] where number < 1 {
      throw Diagnostic(DrawFaults.countTooSmall, ["found": "\(number)"], at: arguments.span(id))
    }
    guard draw.units <= population else {
      throw Diagnostic(
        DrawFaults.tooManyUnits, ["wanted": "\(draw.units)", "count": "\(population)"],
        at: arguments.span("units"))
    }
    guard draw.inspectors >= procedure.team else {
      throw Diagnostic(
        DrawFaults.teamTooSmall,
        ["kind": procedure.kind, "least": "\(procedure.team)", "wanted": "\(draw.inspectors)"],
        at: arguments.span("inspectors"))
    }
    guard draw.inspectors <= pool else {
      throw Diagnostic(
        DrawFaults.tooManyInspectors, ["wanted": "\(draw.inspectors)", "count": "\(pool)"],
        at: arguments.span("inspectors") ?? arguments.span("pool") ?? arguments.nameSpan)
    }
  }
}
