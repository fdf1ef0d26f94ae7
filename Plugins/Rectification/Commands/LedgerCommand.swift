import PluginAPI

/// `rectify ledger --open` 整改 台账: the columns that offices use.
struct LedgerCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    var conditions: [String] = []
    var variables: [String: Value] = [:]
    if let name = arguments.text("inspection") {
      let key = try context.key(
        of: name, in: "district.inspection", parameter: RectifyWords.inspection,
        at: arguments.span("inspection"))
      conditions.append("inspection == $the_inspection")
      variables["the_inspection"] = .text(key)
    }
    if let name = arguments.text("unit") {
      conditions.append("unit == $the_unit")
      variables["the_unit"] = .text(try desk.unit(name, at: arguments.span("unit")))
    }
    if arguments.flag("open") { conditions.append("status != \"已销号\"") }
    let condition = conditions.isEmpty ? "" : "| where \(conditions.joined(separator: " and ")) "
    let table = try context.query(
      """
      district.finding \(condition)| sort found_on, number \
      | select number, unit, text, measure, responsible_unit, responsible, deadline, status, closed_on
      """, variables: variables)
    try ClosedOutside.remark(context)
    let named = try responsible(context)
    let rounds = try lastRounds(named, context)
    let rows = table.rows.enumerated().map { place, row in
      let number = row.values[0].plainText ?? ""
      let units = named[number]?.map(\.unit) ?? [row.values[4].plainText].compactMap { $0 }
      let people = named[number]?.compactMap(\.person) ?? []
      return Table.Row([
        .integer(Int64(place + 1)), .text(number), row.values[1], row.values[2], row.values[3],
        units.isEmpty ? .null : .text(units.joined(separator: "、")),
        people.isEmpty
          ? (named[number] == nil ? row.values[5] : .null) : .text(people.joined(separator: "、")),
        row.values[6],
        rounds[number].map(Value.text) ?? row.values[7],
        .boolean(row.values[7].plainText == Finding.Status.closed.rawValue), row.values[8],
      ])
    }
    let types: [DataType] = [
      .integer, .text, table.columns[1].type, .text, .text, .text, .text, .date, .text, .boolean, .date,
    ]
    let columns = zip(RectifyWords.ledgerColumns, types).map { column, type in
      Column(id: column.id, label: column.label, type: type)
    }
    return .table(Table(columns: columns, rows: rows))
  }

  private func responsible(_ context: any CommandContext) throws -> [String: [(
    unit: String, person: String?
  )]] {
    let table = try context.query("rectify.responsible | sort finding, unit | select finding, unit, person")
    return table.records.reduce(into: [:]) { all, row in
      all[row.text("finding") ?? "", default: []].append((row.name("unit") ?? "", row.text("person")))
    }
  }

  /// What each unit reported last since it was reopened, and what its check found; of several units each with its name.
  private func lastRounds(
    _ named: [String: [(unit: String, person: String?)]], _ context: any CommandContext
  ) throws -> [String: String] {
    var reopened: [String: CalendarDate] = [:]
    for row in try context.query("rectify.event | where what == \"重开\" | sort day | select finding, day")
      .records
    {
      if let finding = row.text("finding") { reopened[finding] = row.date("day") }
    }
    var rounds: [String: [String: String]] = [:]
    for row in try context.query(
      "rectify.round | sort finding, ordinal | select finding, unit, measure, result, reported_on"
    ).records {
      guard let finding = row.text("finding"), let unit = row.name("unit"), let day = row.date("reported_on"),
        reopened[finding].map({ day >= $0 }) ?? true
      else { continue }
      rounds[finding, default: [:]][unit] = "\(row.text("measure") ?? "")（\(row.text("result") ?? "")）"
    }
    return rounds.reduce(into: [:]) { all, pair in
      let units = named[pair.key]?.map(\.unit) ?? []
      all[pair.key] =
        units.count < 2
        ? units.first.flatMap { pair.value[$0] }
          ?? pair.value.sorted { $0.key < $1.key }.map(\.value).joined(separator: "；")
        : units.map { "\($0)：\(pair.value[$0] ?? RectifyWords.silent)" }.joined(separator: "；")
    }
  }
}
