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
    /// Steps of one day stand in the order in which they were recorded: the number of the change.
    var change: Int64
    /// Those of one change in the order in which they follow one another.
    var rank: Int
  }

  private(set) var steps: [Step] = []
  private let finding: Finding
  private let context: any CommandContext
  /// Who recorded first that a paper was delivered, and what papers are called, by the number of the draft.
  private var recorders: [String: String] = [:]
  private var papers: [String: String] = [:]

  init(of finding: Finding, _ desk: FindingDesk) throws {
    self.finding = finding
    context = desk.context
    if let day = finding.foundOn { add(0, day, 0, RectifyWords.found, finding.unit.name, finding.text, nil) }
    let events = try rows(
      "rectify.event | where finding == $the_finding | sort ordinal | select ordinal, day, what, rule, note, person, before"
    )
    for event in events.reversed() where event.text("what") == FindingDesk.Step.delivered.rawValue {
      recorders[event.text("rule") ?? ""] = event.text("person")
    }
    try addPapers()
    try addRounds()
    try addExtensions()
    try add(events)
    steps = steps.enumerated().sorted {
      ($0.element.day, $0.element.change, $0.element.rank, $0.offset)
        < ($1.element.day, $1.element.change, $1.element.rank, $1.offset)
    }.map(\.element)
  }

  private mutating func add(
    _ rank: Int, _ day: CalendarDate?, _ change: Int64, _ what: Label, _ unit: String?, _ note: String?,
    _ person: String?
  ) {
    guard let day else { return }
    steps.append(
      Step(
        day: day, what: what.text(context.language), unit: unit, note: note, person: person, change: change,
        rank: rank))
  }

  /// The change that gave a field its value.
  private func change(_ relation: String, _ key: [Value], _ field: String) throws -> Int64 {
    try context.origin(of: relation, key: key, field: field)?.change.id ?? 0
  }

  private func rows(_ query: String) throws -> [Record] {
    try context.query(query, variables: ["the_finding": .text(finding.number)]).records
  }

  private mutating func addPapers() throws {
    for row in try rows(
      """
      rectify.item | where finding == $the_finding | sort paper | select kind = paper.kind, draft = paper.draft, \
      reference = paper.reference, drafted_on = paper.drafted_on, drafted_by = paper.drafted_by, \
      signed_on = paper.signed_on, signed_by = paper.signed_by, delivered_on = paper.delivered_on, \
      delivered_to = paper.delivered_to, voided_on = paper.voided_on, voided_by = paper.voided_by, \
      void_reason = paper.void_reason, recipient = paper.recipient, deadline
      """)
    {
      let kind = row.text("kind") ?? ""
      let name = row.text("reference") ?? row.text("draft") ?? ""
      let receiver = row.text("recipient")
      let key: [Value] = [.text(row.text("draft") ?? "")]
      func step(_ field: String) throws -> Int64 { try change("district.paper", key, field) }
      add(
        2, row.date("drafted_on"), try step("drafted_on"), RectifyWords.drafted, receiver,
        "\(kind) \(row.text("draft") ?? "")", row.text("drafted_by"))
      add(
        3, row.date("signed_on"), try step("signed_on"), RectifyWords.signed, receiver, "\(kind) \(name)",
        row.text("signed_by"))
      papers[row.text("draft") ?? ""] = name
      let signedFor = row.text("delivered_to").map { RectifyWords.signedFor($0, context.language) } ?? ""
      let until = row.date("deadline").map { RectifyWords.deadlineIs($0.iso, context.language) } ?? ""
      add(
        4, row.date("delivered_on"), try step("delivered_on"), RectifyWords.delivered, receiver,
        name + signedFor + until, recorders[row.text("draft") ?? ""])
      add(
        9, row.date("voided_on"), try step("voided_on"), RectifyWords.voided, receiver,
        name + (row.text("void_reason").map { "：" + $0 } ?? ""),
        row.text("voided_by"))
    }
  }

  private mutating func addRounds() throws {
    for row in try rows(
      """
      rectify.round | where finding == $the_finding | sort ordinal, unit \
      | select unit, ordinal, reported_on, measure, evidence, result, checked_on, checked_by, note
      """)
    {
      let evidence = row.text("evidence").map { "（\($0)）" } ?? ""
      let ordinal = row.integer("ordinal") ?? 0
      let key: [Value] = [
        .text(finding.number), .text(row.text("unit") ?? ""), .integer(Int64(ordinal)),
      ]
      let reported = try context.origin(of: "rectify.round", key: key, field: "reported_on")?.change
      add(
        6, row.date("reported_on"), reported?.id ?? 0, RectifyWords.round(ordinal), row.name("unit"),
        (row.text("measure") ?? "") + evidence, reported?.context.person)
      add(
        6, row.date("checked_on"), try change("rectify.round", key, "checked_on"), RectifyWords.checked,
        row.name("unit"),
        (row.text("result") ?? "") + (row.text("note").map { "：" + $0 } ?? ""), row.text("checked_by"))
    }
  }

  private mutating func addExtensions() throws {
    for row in try rows(
      """
      rectify.extension | where finding == $the_finding | sort ordinal \
      | select ordinal, granted_on, before, until, reason, granted_by
      """)
    {
      let key: [Value] = [.text(finding.number), .integer(Int64(row.integer("ordinal") ?? 0))]
      let days = [row.date("before")?.iso, row.date("until")?.iso].compactMap { $0 }.joined(separator: " → ")
      add(
        7, row.date("granted_on"), try change("rectify.extension", key, "granted_on"), RectifyWords.extended,
        nil,
        days + (row.text("reason").map { "：" + $0 } ?? ""),
        row.text("granted_by"))
    }
  }

  private mutating func add(_ events: [Record]) throws {
    var delivered: Set<String> = []
    for row in events {
      let what = row.text("what") ?? ""
      let key: [Value] = [.text(finding.number), .integer(Int64(row.integer("ordinal") ?? 0))]
      // The paper tells when it was delivered and voided; of a delivery that was corrected it knows the last day only.
      let step = FindingDesk.Step(rawValue: what)
      if step == .voided { continue }
      if step == .delivered {
        let paper = row.text("rule") ?? ""
        if delivered.insert(paper).inserted { continue }
        let before = row.date("before").map { RectifyWords.deadlineWas($0.iso, context.language) } ?? ""
        add(
          9, row.date("day"), try change("rectify.event", key, "what"), RectifyWords.deliveryCorrected, nil,
          (papers[paper] ?? paper) + (row.text("note").map { "：" + $0 } ?? "") + before, row.text("person"))
        continue
      }
      let rank =
        switch step {
        case .disposed: 1
        case .reminded, .urged: 5
        case .closed: 8
        default: 9
        }
      let note = [row.text("rule"), row.text("note")].compactMap { $0 }.joined(separator: "：")
      add(
        rank, row.date("day"), try change("rectify.event", key, "what"),
        step?.label ?? Label(zh: what, en: what), nil, note.isEmpty ? nil : note,
        row.text("person"))
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
