import PluginAPI

/// All that is known about inspections, read once for as many as are looked at.
struct InspectionFacts {
  struct Done {
    var day: CalendarDate
    var person: String?
    var paper: String?
  }

  let units: Roll
  let persons: Roll
  /// By inspection and step.
  private(set) var steps: [String: [InspectionStep: Done]] = [:]
  /// Papers of one kind that are in force.
  struct Signed {
    /// Of the last one.
    var reference: String?
    /// To which units they went; none: they concern the inspection as a whole.
    var units: Set<String> = []
  }

  /// By inspection and kind.
  private(set) var papers: [String: [String: Signed]] = [:]
  /// How many findings there are and how many are not closed, by inspection; none: not in it.
  private(set) var findings: [String: (all: Int, open: Int)] = [:]
  /// What voided papers were called: their numbers and those of their drafts.
  private(set) var voided: Set<String> = []
  /// Units with findings that go into an opinion, by inspection.
  private(set) var advised: [String: Set<String>] = [:]
  /// Units that somebody is to go to, by inspection.
  private(set) var planned: [String: Set<String>] = [:]
  /// Units that were visited, by inspection.
  private(set) var visited: [String: Set<String>] = [:]
  let conflicts: [(task: InspectionTask, recusal: Recusal)]
  /// Draws that were prepared and not drawn, by inspection.
  private(set) var openDraws: [String: [String]] = [:]
  /// Who was drawn for a unit and does not go, without a recusal and without somebody instead; by inspection.
  private(set) var droppedSeats: [String: [(unit: String, person: String)]] = [:]
  private var teams: [String: [String: Set<String>]] = [:]
  /// Companions are counted by name: not all of them stand in the list of people.
  private var visitors: [String: [String: Int]] = [:]

  init(_ context: any CommandContext, _ inspections: [Inspection]) throws {
    units = try Roll.units(context)
    persons = try Roll.persons(context)
    conflicts = try TaskBook(context, inspections, persons: persons).conflicts(try RecusalBook(context))
    for row in try context.query("inspection_step | select inspection, step, day, person, paper").records {
      guard let code = row.text("inspection"), let step = row.text("step").flatMap(InspectionStep.init),
        let day = row.date("day")
      else { continue }
      steps[code, default: [:]][step] = Done(day: day, person: row.text("person"), paper: row.text("paper"))
    }
    let signed = try context.query(
      "paper | where inspection is not null and state in (\"已签发\", \"已送达\") | sort draft | select inspection, kind, reference, unit"
    ).records
    for row in signed {
      if let code = row.text("inspection"), let kind = row.text("kind") {
        papers[code, default: [:]][kind, default: Signed()].reference = row.text("reference")
        if let unit = row.text("unit") { papers[code]?[kind]?.units.insert(unit) }
      }
    }
    for row in try context.query("paper | where state == \"作废\" | select draft, reference").records {
      voided.formUnion([row.text("draft"), row.text("reference")].compactMap { $0 })
    }
    let counted = try context.query(
      "finding | where inspection is not null | group inspection { n = count(), open = count(where status is null or status != \"已销号\") }"
    ).records
    for row in counted {
      if let code = row.text("inspection") {
        findings[code] = (row.integer("n") ?? 0, row.integer("open") ?? 0)
      }
    }
    for row in try context.query(
      "finding | where inspection is not null and disposition == \"整改建议\" | select inspection, unit | distinct"
    ).records {
      if let code = row.text("inspection"), let unit = row.text("unit") {
        advised[code, default: []].insert(unit)
      }
    }
    var replaced: Set<[String]> = []
    for row in try context.query("assignment | select inspection, unit, person, replaces").records {
      guard let code = row.text("inspection"), let unit = row.text("unit"), let person = row.text("person")
      else {
        continue
      }
      if let gone = row.text("replaces") { replaced.insert([code, unit, gone]) }
      planned[code, default: []].insert(unit)
      teams[code, default: [:]][unit, default: []].insert(person)
    }
    let visits = try context.query(
      "visit | where inspection is not null | select inspection, unit, inspector, companions"
    ).records
    for row in visits {
      guard let code = row.text("inspection"), let unit = row.text("unit") else { continue }
      visited[code, default: []].insert(unit)
      let count = (row.text("inspector") == nil ? 0 : 1) + row.texts("companions").count
      visitors[code, default: [:]][unit] = max(visitors[code]?[unit] ?? 0, count)
    }
    let draws = try DrawBook(context).entries
    for entry in draws where entry.state == .prepared {
      openDraws[entry.inspection, default: []].append(entry.number)
    }
    let drawn = Dictionary(draws.filter { $0.state == .drawn }.map { ($0.number, $0.inspection) }) { $1 }
    guard !drawn.isEmpty else { return }
    let book = try RecusalBook(context)
    for row in try context.query("draw_team | select draw, unit, person").records {
      guard let code = row.text("draw").flatMap({ drawn[$0] }), let unit = row.text("unit"),
        let person = row.text("person"), teams[code]?[unit]?.contains(person) != true,
        !replaced.contains([code, unit, person]), book.bars(person, from: unit, on: context.asOf).isEmpty
      else { continue }
      droppedSeats[code, default: []].append((unit, person))
    }
  }

  /// Names of the units of an inspection to which no paper of a kind went that goes to each unit. An opinion goes to those
  /// only to whom something is advised: there is nothing to be put into another.
  func units(of inspection: Inspection, without signed: Signed, at step: InspectionStep) -> [String] {
    guard !signed.units.isEmpty else { return [] }
    var all = (planned[inspection.code] ?? []).union(visited[inspection.code] ?? [])
    if step == .opinion { all.formIntersection(advised[inspection.code] ?? []) }
    return all.subtracting(signed.units).sorted().map { units.name($0) }
  }

  /// How many go to each unit of an inspection, or went there, by unit. Whoever must not go there does not count.
  func teamSizes(_ inspection: Inspection) -> [(unit: String, size: Int)] {
    let recused = Set(
      conflicts.filter { $0.task.inspection == inspection.code && $0.task.kind == .assignment }.map {
        [$0.task.unit, $0.task.person]
      })
    let codes = (planned[inspection.code] ?? []).union(visited[inspection.code] ?? [])
    return codes.sorted().map { unit in
      let sent = (teams[inspection.code]?[unit] ?? []).filter { !recused.contains([unit, $0]) }
      return (unit, max(sent.count, visitors[inspection.code]?[unit] ?? 0))
    }
  }
}
