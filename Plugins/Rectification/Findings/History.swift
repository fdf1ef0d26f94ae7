import PluginAPI

/// Every step of a finding, from all that is recorded of it, in the order in which it happened.
struct History {
  /// One step.
  struct Step {
    var day: CalendarDate
    var what: String
    var unit: String?
    var note: String?
    var person: String?
    /// Steps of one day stand in the order in which they follow one another.
    var rank: Int
  }

  private(set) var steps: [Step] = []
  private let finding: Finding
  private let context: any CommandContext

  init(of finding: Finding, _ desk: FindingDesk) throws {
    self.finding = finding
    context = desk.context
    if let day = finding.foundOn { add(0, day, RectifyWords.found, finding.unit.name, finding.text, nil) }
    try addPapers()
    try addRounds()
    try addExtensions()
    try addEvents()
    steps = steps.enumerated().sorted {
      ($0.element.day, $0.element.rank, $0.offset) < ($1.element.day, $1.element.rank, $1.offset)
    }.map(\.element)
  }

  private mutating func add(
    _ rank: Int, _ day: CalendarDate?, _ what: Label, _ unit: String?, _ note: String?, _ person: String?
  ) {
    guard let day else { return }
    steps.append(
      Step(
        day: day, what: what.text(context.language), unit: unit, note: note, person: person, rank: rank))
  }

  private func rows(_ query: String) throws -> [[Cell]] {
    try context.query(query, variables: ["the_finding": .text(finding.number)]).rows.map {
      $0.values.map(Cell.init)
    }
  }

  private mutating func addPapers() throws {
    for cells in try rows(
      """
      rectify.item | where finding == $the_finding | sort paper | select kind = paper.kind, draft = paper.draft, \
      reference = paper.reference, drafted_on = paper.drafted_on, drafted_by = paper.drafted_by, \
      signed_on = paper.signed_on, signed_by = paper.signed_by, delivered_on = paper.delivered_on, \
      delivered_to = paper.delivered_to, voided_on = paper.voided_on, voided_by = paper.voided_by, \
      void_reason = paper.void_reason, recipient = paper.recipient, deadline
      """)
    {
      let kind = cells[0].text ?? ""
      let name = cells[2].text ?? cells[1].text ?? ""
      let receiver = cells[12].text
      add(2, cells[3].date, RectifyWords.drafted, receiver, "\(kind) \(cells[1].text ?? "")", cells[4].text)
      add(3, cells[5].date, RectifyWords.signed, receiver, "\(kind) \(name)", cells[6].text)
      let until = cells[13].date.map { RectifyWords.deadlineIs($0.iso, context.language) } ?? ""
      add(4, cells[7].date, RectifyWords.delivered, receiver, name + until, cells[8].text)
      add(
        9, cells[9].date, RectifyWords.voided, receiver, name + (cells[11].text.map { "：" + $0 } ?? ""),
        cells[10].text)
    }
  }

  private mutating func addRounds() throws {
    for cells in try rows(
      """
      rectify.round | where finding == $the_finding | sort ordinal, unit \
      | select unit, ordinal, reported_on, measure, evidence, result, checked_on, checked_by, note
      """)
    {
      let evidence = cells[4].text.map { "（\($0)）" } ?? ""
      let round = RectifyWords.round(cells[1].integer ?? 0)
      add(6, cells[2].date, round, cells[0].name, (cells[3].text ?? "") + evidence, nil)
      add(
        6, cells[6].date, RectifyWords.checked, cells[0].name,
        (cells[5].text ?? "") + (cells[8].text.map { "：" + $0 } ?? ""), cells[7].text)
    }
  }

  private mutating func addExtensions() throws {
    for cells in try rows(
      """
      rectify.extension | where finding == $the_finding | sort ordinal \
      | select granted_on, before, until, reason, granted_by
      """)
    {
      let days = [cells[1].date?.iso, cells[2].date?.iso].compactMap { $0 }.joined(separator: " → ")
      add(
        7, cells[0].date, RectifyWords.extended, nil, days + (cells[3].text.map { "：" + $0 } ?? ""),
        cells[4].text)
    }
  }

  private mutating func addEvents() throws {
    for cells in try rows(
      "rectify.event | where finding == $the_finding | sort ordinal | select day, what, rule, note, person")
    {
      let what = cells[1].text ?? ""
      // The paper tells when it was delivered and voided.
      if ["送达", "作废"].contains(what) { continue }
      let ranks: [String: Int] = ["处理": 1, "提醒": 5, "督办": 5, "销号": 8]
      let note = [cells[2].text, cells[3].text].compactMap { $0 }.joined(separator: "：")
      add(
        ranks[what] ?? 9, cells[0].date, Label(zh: what, en: what), nil, note.isEmpty ? nil : note,
        cells[4].text)
    }
  }

  /// The steps as a table.
  var table: Table {
    let labels = RectifyWords.historyColumns
    let ids = ["day", "what", "unit", "note", "person"]
    let columns = zip(ids, labels).map { Column(id: $0, label: $1, type: $0 == "day" ? .date : .text) }
    return Table(
      columns: columns,
      rows: steps.map { step in
        Table.Row([
          .date(step.day), .text(step.what), step.unit.map(Value.text) ?? .null,
          step.note.map(Value.text) ?? .null, step.person.map(Value.text) ?? .null,
        ])
      })
  }
}
