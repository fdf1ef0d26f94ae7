import PluginAPI

/// Who of a pool may go to which unit for an inspection: by recusals and, for a draw, by load and by who was there last.
struct LawfulTeams {
  /// Why somebody may not go to a unit.
  enum Bar: Hashable {
    case recusal(Recusal)
    /// Was there in the inspection before; its title.
    case lastTime(String)
  }

  let pool: [String]
  /// The least size of a team.
  let least: Int
  /// How many units one inspector may have.
  let load: Int
  /// The day on which recusals count.
  let day: CalendarDate
  private let book: RecusalBook
  private let last: LastTeams
  private let loads: [String: Int]

  /// - Parameters:
  ///   - pool: Codes of inspectors; nil: as `procedures.yaml` says.
  ///   - load: How many units one may have; nil: recusals alone count, as where people are sent by hand.
  init(
    _ context: any CommandContext, _ inspection: Inspection, _ procedures: Procedures, on day: CalendarDate,
    pool: [String]? = nil, load: Int? = nil
  ) throws {
    self.pool = try pool ?? Self.standardPool(procedures, context)
    let procedure = try procedures.procedure(of: inspection)
    least = procedure.team
    self.day = day
    self.load = load ?? .max
    book = try RecusalBook(context)
    last = load == nil ? LastTeams() : try LastTeams(context, before: inspection, on: day)
    loads = load == nil ? [:] : try Self.loads(context)
  }

  static func standardPool(_ procedures: Procedures, _ context: any CommandContext) throws -> [String] {
    try context.query("\(procedures.pool) | select code", from: procedures.file, "pool").records.compactMap {
      $0.text("code")
    }
  }

  /// How many units each inspector has in inspections that are not over.
  private static func loads(_ context: any CommandContext) throws -> [String: Int] {
    let rows = try context.query(
      "assignment | where inspection.state != \"已结束\" | group person { units = count() }"
    ).records
    return Dictionary(
      rows.compactMap { row in row.text("person").map { ($0, row.integer("units") ?? 0) } }
    ) { $1 }
  }

  func load(of person: String) -> Int { loads[person] ?? 0 }

  /// How many more units a person may take.
  func room(_ person: String) -> Int { max(0, load - load(of: person)) }

  /// What keeps a person from a unit, apart from load.
  func bars(_ person: String, from unit: String) -> [Bar] {
    let recusals = book.bars(person, from: unit, on: day).map(Bar.recusal)
    return recusals + (last.title(person, unit).map { [Bar.lastTime($0)] } ?? [])
  }

  /// What keeps inspectors of the pool from some units, as a draw keeps it; of several reasons of a kind the first.
  func drawBars(_ units: [String]) -> [Draw.Bar] {
    var seen: Set<[String]> = []
    return units.flatMap { unit in
      pool.flatMap { person in
        bars(person, from: unit).compactMap { bar -> Draw.Bar? in
          let kept =
            switch bar {
            case .recusal(let recusal):
              Draw.Bar(unit: unit, person: person, kind: .recusal, basis: recusal.shown(.zh))
            case .lastTime(let title): Draw.Bar(unit: unit, person: person, kind: .lastTime, basis: title)
            }
          return seen.insert([unit, person, kept.kind.rawValue]).inserted ? kept : nil
        }
      }
    }
  }

  /// Those who may go to a unit, in the order of the pool, whatever else they have to do.
  func candidates(for unit: String) -> [String] { pool.filter { bars($0, from: unit).isEmpty } }

  /// What stands in the way where the pool has no team of that size for a unit; nil: it has one.
  func fault(_ unit: Roll.Member, seats: Int, _ persons: Roll, severity: Diagnostic.Severity = .error) throws
    -> Diagnostic?
  {
    let able = candidates(for: unit.code).filter { room($0) > 0 }
    guard able.count < seats else { return nil }
    return Diagnostic(
      DrawFaults.noLawfulTeam,
      ["unit": unit.name, "seats": "\(seats)", "pool": "\(pool.count)", "count": "\(able.count)"],
      severity: severity, notes: notes([unit], persons))
  }

  /// All that keeps people of the pool, or these, from some units, as notes.
  func notes(_ units: [Roll.Member], _ persons: Roll, of codes: [String]? = nil) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    for unit in units {
      var there: [String: [String]] = [:]
      for person in codes ?? pool {
        for bar in bars(person, from: unit.code) {
          switch bar {
          case .recusal(let recusal):
            notes.append(
              Diagnostic.Note(
                DrawFaults.barRecusal,
                [
                  "person": persons.name(person), "unit": unit.name, "recusal": recusal.shown(.zh),
                  "recusalEn": recusal.shown(.en),
                ]))
          case .lastTime(let title): there[title, default: []].append(persons.name(person))
          }
        }
      }
      for (title, names) in there.sorted(by: { $0.key < $1.key }) {
        notes.append(
          Diagnostic.Note(
            DrawFaults.barLastTime,
            ["unit": unit.name, "inspection": title].merging(names.arguments("persons", limit: 20)) { $1 }))
      }
    }
    let full = pool.filter { room($0) == 0 }.map { persons.name($0) }
    if !full.isEmpty {
      notes.append(
        Diagnostic.Note(
          DrawFaults.barFull, ["load": "\(load)"].merging(full.arguments("persons", limit: 20)) { $1 }))
    }
    return notes
  }
}
