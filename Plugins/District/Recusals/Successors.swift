import PluginAPI

/// Into which units others were merged or split, so that a recusal goes on holding for the people who moved.
struct Successors {
  private struct Step {
    var unit: String
    var day: CalendarDate
  }

  private let steps: [String: [Step]]
  private let names: [String: String]

  init(_ context: any CommandContext) throws {
    let rows = try context.query(
      "unit_change | where change in (\"合并\", \"拆分\") and other is not null | select unit, other, day"
    ).records
    var steps: [String: [Step]] = [:]
    var names: [String: String] = [:]
    for row in rows {
      guard let unit = row.text("unit"), let other = row.text("other"), let day = row.date("day"),
        unit != other
      else { continue }
      steps[unit, default: []].append(Step(unit: other, day: day))
      names[unit] = row.name("unit") ?? unit
    }
    (self.steps, self.names) = (steps, names)
  }

  /// The same recusal for each unit that came after, from the day of the change on.
  func carried(_ recusal: Recusal) -> [Recusal] {
    var found: [Recusal] = []
    var seen: Set<String> = [recusal.unit]
    var waiting = [(unit: recusal.unit, from: recusal.from)]
    while let (unit, from) = waiting.popLast() {
      for step in steps[unit] ?? [] where seen.insert(step.unit).inserted {
        let start = from.map { max($0, step.day) } ?? step.day
        if let until = recusal.until, until < start { continue }
        var next = recusal
        (next.unit, next.from) = (step.unit, start)
        next.formerUnit = names[recusal.unit] ?? recusal.unit
        found.append(next)
        waiting.append((step.unit, start))
      }
    }
    return found
  }
}
