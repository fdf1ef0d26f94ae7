import KitStore
import PluginAPI

/// What came out of a draw: kept, and shown.
struct DrawOutcome {
  let draw: Draw
  let seed: String
  let number: String
  /// In the order in which they were drawn.
  let drawn: [(code: String, hash: String)]
  let teams: [String: [String]]
  private let units: Roll
  private let persons: Roll

  init(
    draw: Draw, seed: String, number: String, units drawn: [(code: String, hash: String)],
    teams: [String: [String]], units: Roll, persons: Roll
  ) {
    (self.draw, self.seed, self.number, self.drawn, self.teams) = (draw, seed, number, drawn, teams)
    (self.units, self.persons) = (units, persons)
  }

  /// A row for each unit.
  var table: Table {
    Table(
      columns: [
        Column(id: "place", label: DistrictWords.heading(DistrictWords.place), type: .integer),
        Column(
          id: "unit", label: DistrictWords.heading(DistrictWords.unit), type: .reference("district.unit")),
        Column(id: "code", label: DistrictWords.heading(DistrictWords.code), type: .text),
        Column(id: "inspectors", label: DistrictWords.heading(DistrictWords.inspectors), type: .text),
      ],
      rows: drawn.enumerated().map { place, unit in
        Table.Row([
          .integer(Int64(place + 1)), .reference(Reference(key: unit.code, name: units.name(unit.code))),
          .text(unit.code),
          .text((teams[unit.code] ?? []).map { persons.name($0) }.joined(separator: "、")),
        ])
      })
  }

  /// - Parameter moved: Seats that were filled by moving others.
  func keep(_ lawful: LawfulTeams, moved: Int, _ context: any CommandContext) throws {
    let number = Value.text(draw.number)
    try context.update(
      "draw", where: "number", is: number,
      [
        ("state", .text(Draw.State.drawn.rawValue)), ("public_number", .text(self.number)),
        ("seed", .text(seed)), ("moved", .integer(Int64(moved))), ("drawn_by", .text(context.person)),
        ("drawn_at", .text(context.time.text)),
      ])
    let places = Dictionary(drawn.enumerated().map { ($1.code, $0 + 1) }) { first, _ in first }
    let listed = draw.population.filter { $0.excluded == nil }.map(\.code)
    try context.put(
      listed.map { code in
        [
          number, .text(Draw.sides.units), .text(code), .text(DrawRule.hash(seed: seed, unit: code)),
          places[code].map { .integer(Int64($0)) } ?? .null,
        ]
      }, into: "district.draw_member", ["draw", "side", "code", "hash", "place"], .update)
    try context.put(
      lawful.pool.map { person in
        [
          number, .text(Draw.sides.persons), .text(person), .integer(Int64(lawful.load(of: person))),
          place(person, places).map { .integer(Int64($0)) } ?? .null,
        ]
      }, into: "district.draw_member", ["draw", "side", "code", "load", "place"], .update)
    try keepTeams(number, places, context)
  }

  /// The place of the first unit to which somebody was drawn.
  private func place(_ person: String, _ places: [String: Int]) -> Int? {
    drawn.first { teams[$0.code]?.contains(person) == true }.flatMap { places[$0.code] }
  }

  private func keepTeams(_ number: Value, _ places: [String: Int], _ context: any CommandContext) throws {
    var seats: [[Value]] = []
    var assignments: [[Value]] = []
    for unit in drawn {
      for (seat, person) in (teams[unit.code] ?? []).enumerated() {
        seats.append([
          number, .integer(Int64(places[unit.code] ?? 0)), .text(unit.code), .text(units.name(unit.code)),
          .integer(Int64(seat + 1)), .text(person), .text(persons.name(person)),
          .text(DrawRule.hash(seed: seed, unit: unit.code, person: person)),
        ])
        assignments.append([
          .text(draw.inspection), .text(unit.code), .text(person), .text("抽取"), number,
          .date(draw.visitDay),
        ])
      }
    }
    try context.put(
      seats, into: "district.draw_team",
      ["draw", "place", "unit", "unit_name", "seat", "person", "person_name", "hash"])
    // Somebody may have been sent there by hand since the draw was prepared.
    try context.put(
      assignments, into: "district.assignment", ["inspection", "unit", "person", "origin", "draw", "day"],
      .upsert)
  }
}
