import PluginAPI

/// The register of draws.
struct DrawBook {
  struct Entry {
    var number: String
    var inspection: String
    var state: Draw.State
    var record: Record
  }

  let entries: [Entry]
  private let context: any CommandContext

  init(_ context: any CommandContext) throws {
    self.context = context
    entries = try context.query("draw").records.compactMap { row in
      guard let number = row.text("number"), let inspection = row.text("inspection"),
        let state = row.text("state").flatMap(Draw.State.init)
      else { return nil }
      return Entry(number: number, inspection: inspection, state: state, record: row)
    }
  }

  /// The one that was typed as an argument.
  func entry(_ arguments: CommandArguments) throws -> Entry {
    let roll = Roll(what: DistrictWords.draw, entries.map { Roll.Member(code: $0.number, name: $0.number) })
    let found = try roll.find(arguments.text("number") ?? "", at: arguments.span("number"))
    guard let entry = entries.first(where: { $0.number == found.code }) else {
      throw Diagnostic(
        SharedFaults.unknownName, ["name": found.code, "what": roll.what.zh, "whatEn": roll.what.en])
    }
    return entry
  }

  /// With its lists.
  func draw(_ entry: Entry) throws -> Draw {
    let rows = try context.query(
      "draw_member | where draw == $number | select side, code, name, excluded",
      variables: ["number": .text(entry.number)]
    ).records
    func members(_ side: String) -> [Draw.Member] {
      rows.filter { $0.text("side") == side }.compactMap { row in
        row.text("code").map {
          Draw.Member(code: $0, name: row.text("name") ?? $0, excluded: row.text("excluded"))
        }
      }
    }
    let bars = try context.query(
      "draw_bar | where draw == $number | select unit, person, kind, basis",
      variables: ["number": .text(entry.number)]
    ).records.compactMap { row -> Draw.Bar? in
      guard let unit = row.text("unit"), let person = row.text("person"),
        let kind = row.text("kind").flatMap(Draw.Bar.Kind.init)
      else { return nil }
      return Draw.Bar(unit: unit, person: person, kind: kind, basis: row.text("basis") ?? "")
    }
    let row = entry.record
    return Draw(
      number: entry.number, inspection: entry.inspection, state: entry.state,
      units: row.integer("units") ?? 0,
      inspectors: row.integer("inspectors") ?? 0, load: row.integer("load") ?? 0,
      visitDay: row.date("visit_day") ?? context.asOf, publicSource: row.text("public_source") ?? "",
      publicDay: row.date("public_day") ?? context.asOf, population: members(Draw.sides.units),
      pool: members(Draw.sides.persons), bars: bars)
  }
}
