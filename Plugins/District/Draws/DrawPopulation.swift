import PluginAPI

/// Makes the two lists of a draw of what was typed: who takes part, who does not, and why.
struct DrawPopulation {
  let units: [Draw.Member]
  let pool: [Draw.Member]

  init(
    _ arguments: CommandArguments, _ context: any CommandContext, _ inspection: Inspection,
    _ procedures: Procedures,
    on day: CalendarDate, units roll: Roll, persons: Roll
  ) throws {
    let listed = try Self.codes(arguments, "population", roll, context)
    let people =
      try arguments.rows("pool") == nil
      ? LawfulTeams.standardPool(procedures, context) : Self.codes(arguments, "pool", persons, context)
    var why = try Self.closed(inspection, on: day, context)
    let ended = try Self.ended(on: day, context)
    var whyNot: [String: String] = ended
    for item in arguments.items["exclude"] ?? [] {
      let (code, isUnit, reason) = try Self.exclusion(item, listed, people, roll, persons)
      if isUnit { why[code] = reason } else { whyNot[code] = reason }
    }
    units = listed.map { Draw.Member(code: $0, name: roll.name($0), excluded: why[$0]) }
    pool = people.map { Draw.Member(code: $0, name: persons.name($0), excluded: whyNot[$0]) }
  }

  /// The codes in the rows of an argument, each once, sorted.
  private static func codes(
    _ arguments: CommandArguments, _ id: String, _ roll: Roll, _ context: any CommandContext
  ) throws -> [String] {
    guard let table = arguments.rows(id) else { return [] }
    let place =
      table.columns.firstIndex { $0.id == "code" }
      ?? table.columns.firstIndex { column in
        guard case .reference(let entity) = column.type else { return false }
        let isPerson = entity == "district.person"
        return id == "pool" ? isPerson : !isPerson
      }
    guard let place else {
      throw Diagnostic(
        DrawFaults.noCodes, ["what": roll.what.zh, "whatEn": roll.what.en], at: arguments.span(id))
    }
    let typed = table.rows.compactMap { row -> String? in
      switch row.values[place] {
      case .text(let text): text
      case .reference(let reference): reference.key
      default: nil
      }
    }
    let codes = Set(
      try typed.map { try roll[$0]?.code ?? roll.find($0, at: arguments.span(id)).code }
    ).sorted()
    if codes.count < table.rows.count {
      context.remark(
        Diagnostic(
          DrawFaults.doubles,
          [
            "rows": "\(table.rows.count)", "count": "\(codes.count)", "what": roll.what.zh,
            "whatEn": (id == "pool" ? DistrictWords.inspectors : DistrictWords.units).en,
          ], severity: .note))
    }
    return codes
  }

  /// `代码=理由`, of a unit or an inspector in the lists.
  private static func exclusion(
    _ item: CommandArguments.Item, _ listed: [String], _ people: [String], _ units: Roll, _ persons: Roll
  ) throws -> (code: String, isUnit: Bool, reason: String) {
    let text = if case .text(let text) = item.value { text } else { "" }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }
    let (name, reason) = (parts[0].trimmed, parts.count > 1 ? parts[1].trimmed : "")
    if reason.isEmpty { throw Diagnostic(DrawFaults.exclusionNoReason, ["name": name], at: item.span) }
    for (codes, roll) in [(listed, units), (people, persons)] {
      let members = Roll(what: roll.what, codes.compactMap { roll[$0] })
      do {
        return (try members.find(name, at: item.span).code, roll.what == units.what, reason)
      } catch let fault as Diagnostic where fault.message == SharedFaults.unknownName {
        continue
      }
    }
    throw Diagnostic(DrawFaults.exclusionUnknown, ["name": name], at: item.span)
  }

  /// Units that are not there any more, and those that somebody goes to already in this inspection.
  private static func closed(
    _ inspection: Inspection, on day: CalendarDate, _ context: any CommandContext
  ) throws -> [String: String] {
    var why: [String: String] = [:]
    let assigned = try context.query(
      "assignment | where inspection == $code | select unit, draw",
      variables: ["code": .text(inspection.code)]
    ).records
    for row in assigned {
      guard let unit = row.text("unit") else { continue }
      let draw = row.text("draw").map {
        DistrictWords.drawnBefore.text(context.language).replacing("{draw}", with: $0)
      }
      why[unit] = draw ?? DistrictWords.assignedBefore.text(context.language)
    }
    for (code, until) in try ClosedUnits(context).days where until <= day {
      why[code] = DistrictWords.closedOn.text(context.language).replacing("{day}", with: until.iso)
    }
    return why
  }

  /// Inspectors whose appointment is over.
  private static func ended(on day: CalendarDate, _ context: any CommandContext) throws -> [String: String] {
    let rows = try context.query("person | where term_until is not null | select code, term_until").records
    return Dictionary(
      rows.compactMap { row -> (String, String)? in
        guard let code = row.text("code"), let until = row.date("term_until"), until < day else { return nil }
        return (code, DistrictWords.appointedUntil.text(context.language).replacing("{day}", with: until.iso))
      }
    ) { first, _ in first }
  }
}
