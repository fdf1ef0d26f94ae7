import PluginAPI

/// Findings and all that belongs to them, read and written for the commands.
struct FindingDesk {
  let context: any CommandContext

  init(_ context: any CommandContext) throws {
    _ = try context.neededWorkspace()
    self.context = context
  }

  /// Findings under a condition, in the order of their numbers.
  func findings(_ condition: String, _ variables: [String: Value] = [:]) throws -> [Finding] {
    try context.query(
      "district.finding | \(condition) | select \(Finding.columns) | sort number", variables: variables
    ).records.map(Finding.init)
  }

  func finding(_ number: String, at span: SourceSpan?) throws -> Finding {
    if let found = try findings("where number == $the_number", ["the_number": .text(number)]).first {
      return found
    }
    throw Diagnostic(RectifyFaults.noSuchFinding, ["finding": number], at: span)
  }

  /// The one that the argument `finding` names.
  func finding(_ arguments: CommandArguments) throws -> Finding {
    try finding(arguments.text("finding") ?? "", at: arguments.span("finding"))
  }

  /// Those that are named, and those of the rows in `--of`, each once. There must be some.
  func findings(_ arguments: CommandArguments) throws -> [Finding] {
    var numbers: [(String, SourceSpan?)] = (arguments.items["finding"] ?? []).compactMap { item in
      item.value.plainText.map { ($0, item.span) }
    }
    if let rows = arguments.rows("of") {
      let place = rows.columns.firstIndex { $0.id == "number" } ?? 0
      numbers += rows.rows.compactMap { row in
        guard place < row.values.count else { return nil }
        return row.values[place].plainText.map { ($0, arguments.span("of")) }
      }
    }
    guard !numbers.isEmpty else {
      let isEmpty = arguments.rows("of") != nil
      throw Diagnostic(
        isEmpty ? RectifyFaults.emptyRows : RectifyFaults.noFindings,
        at: arguments.span("of") ?? arguments.nameSpan)
    }
    var seen: Set<String> = []
    return try numbers.filter { seen.insert($0.0).inserted }.map { try finding($0.0, at: $0.1) }
  }

  func update(_ finding: Finding, _ values: [(column: String, value: Value)]) throws {
    try context.update("district.finding", where: "number", is: .text(finding.number), values)
  }

  /// Records a step.
  func note(
    _ finding: Finding, _ what: Step, rule: String? = nil, note: String? = nil, before: CalendarDate? = nil,
    on day: CalendarDate? = nil, by person: String? = nil
  ) throws {
    try context.insert(
      [
        ("finding", .text(finding.number)), ("ordinal", .integer(Int64(try next("event", finding)))),
        ("what", .text(what.rawValue)), ("rule", rule.map(Value.text) ?? .null),
        ("day", .date(day ?? context.asOf)), ("person", .text(person ?? context.person)),
        ("note", note.map(Value.text) ?? .null), ("before", before.map(Value.date) ?? .null),
      ], into: "rectify.event")
  }

  enum Step: String {
    case disposed = "处理"
    case delivered = "送达"
    case voided = "作废"
    case closed = "销号"
    case reopened = "重开"
    case reminded = "提醒"
    case urged = "督办"

    var label: Label {
      let english =
        switch self {
        case .disposed: "disposed of"
        case .delivered: "delivered"
        case .voided: "voided"
        case .closed: "closed"
        case .reopened: "reopened"
        case .reminded: "reminded"
        case .urged: "urged"
        }
      return Label(zh: rawValue, en: english)
    }
  }

  /// A step comes after all that is recorded of the finding already.
  /// - Parameter unit: It is feedback of this unit, which comes after what the unit did itself and after the finding was
  ///   disposed of or reopened. What others did meanwhile, and reminders, do not change the day on which it came.
  func check(_ day: CalendarDate, of finding: Finding, from unit: String? = nil, at span: SourceSpan?) throws
  {
    var last = finding.foundOn
    let own = unit == nil ? "" : " and unit == $the_unit"
    // A delivery counts by its day, whenever it was recorded.
    let steps = unit == nil ? " and what != \"送达\"" : " and what in (\"处理\", \"作废\", \"销号\", \"重开\")"
    var sources = [("event", "day", steps), ("round", "reported_on", own), ("round", "checked_on", own)]
    if unit == nil { sources.append(("extension", "granted_on", "")) }
    for (relation, column, condition) in sources {
      let rows = try context.query(
        "rectify.\(relation) | where finding == $the_finding\(condition) | select \(column)",
        variables: [
          "the_finding": .text(finding.number), "the_unit": unit.map(Value.text) ?? .null,
        ]
      ).records
      last = ([last] + rows.map { $0.date(column) }).compactMap { $0 }.max()
    }
    let deliveries = try context.query(
      "rectify.item | where finding == $the_finding | select delivered_on = paper.delivered_on",
      variables: ["the_finding": .text(finding.number)]
    ).records.compactMap { $0.date("delivered_on") }
    // Of letters to several, a unit may answer the first.
    last = [last, unit == nil ? deliveries.max() : deliveries.min()].compactMap { $0 }.max()
    guard let last, day < last else { return }
    throw Diagnostic(
      RectifyFaults.beforeLastStep, finding.words.merging(["day": day.iso, "last": last.iso]) { $1 }, at: span
    )
  }

  /// Who recorded a round of feedback neither checks it nor closes the finding with it, unless the office has one person.
  func refuseOwn(
    _ finding: Finding, _ unit: String, _ round: Int, _ action: Label, at span: SourceSpan?
  ) throws {
    guard !context.isOfficeOfOne,
      let origin = try context.origin(
        of: "rectify.round", key: [.text(finding.number), .text(unit), .integer(Int64(round))],
        field: "reported_on"),
      origin.change.context.person == context.person
    else { return }
    throw Diagnostic(
      RectifyFaults.ownFeedback,
      finding.words.merging([
        "person": context.person, "round": "\(round)", "action": action.zh, "actionEn": action.en,
      ]) { $1 }, at: span)
  }

  /// Whether a closing was recorded as a step.
  func hasClosing(_ finding: Finding) throws -> Bool {
    try !context.query(
      "rectify.event | where finding == $the_finding and what == \"销号\"",
      variables: ["the_finding": .text(finding.number)]
    ).rows.isEmpty
  }

  /// A deadline that a person names. On a day off it moves to the next day that is worked, as every other, and that is said.
  func worked(_ day: CalendarDate, of finding: Finding, at span: SourceSpan?) throws -> CalendarDate {
    let calendar = try context.neededWorkspace().calendar
    let worked: CalendarDate
    do {
      worked = try calendar.firstWorked(from: day)
    } catch {
      throw Diagnostic(
        RectifyFaults.deadlineYear, finding.words.merging(["day": day.iso, "year": "\(error.year)"]) { $1 },
        at: span)
    }
    if worked != day {
      context.remark(
        Diagnostic(
          RectifyMessages.deadlineMoved,
          ["finding": finding.number, "day": day.iso, "deadline": worked.iso], severity: .note))
    }
    return worked
  }

  /// The next ordinal of a finding's rows in one of the relations.
  func next(_ relation: String, _ finding: Finding) throws -> Int {
    let table = try context.query(
      "rectify.\(relation) | where finding == $the_finding | group { last = max(ordinal) }",
      variables: ["the_finding": .text(finding.number)])
    return (table.records.first?.integer("last") ?? 0) + 1
  }
}
