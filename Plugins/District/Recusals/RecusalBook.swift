import PluginAPI

/// All recusals, and where people work, to be asked about a person, a unit and a day.
struct RecusalBook {
  private struct Pair: Hashable {
    var person: String
    var unit: String
  }

  let all: [Recusal]
  private let byPair: [Pair: [Recusal]]

  init(_ context: any CommandContext) throws {
    let written = try context.query("recusal | select number, person, unit, ground, from_day, until_day")
      .records.compactMap { row -> Recusal? in
        guard let person = row.text("person"), let unit = row.text("unit") else { return nil }
        return Recusal(
          number: row.text("number"), person: person, unit: unit, ground: row.text("ground") ?? "",
          from: row.date("from_day"), until: row.date("until_day"))
      }
    let workplaces = try context.query("person | where unit is not null | select code, unit").records
      .compactMap { row -> Recusal? in
        guard let person = row.text("code"), let unit = row.text("unit") else { return nil }
        return Recusal(number: nil, person: person, unit: unit, ground: DistrictWords.worksThere.zh)
      }
    let successors = try Successors(context)
    self.init(written + workplaces + (written + workplaces).flatMap(successors.carried))
  }

  init(_ recusals: [Recusal]) {
    all = recusals
    byPair = Dictionary(grouping: recusals) { Pair(person: $0.person, unit: $0.unit) }
  }

  /// What keeps a person from a unit on a day; what is written down comes first.
  func bars(_ person: String, from unit: String, on day: CalendarDate) -> [Recusal] {
    (byPair[Pair(person: person, unit: unit)] ?? []).filter { $0.holds(on: day) }
  }
}
