import PluginAPI

/// A unit that answers for a finding, and whether it has passed.
struct Responsibility {
  var unit: (key: String, name: String)
  var person: String?
  var passedOn: CalendarDate?
}

extension FindingDesk {
  /// Who answers for a finding. Where nobody was named, the unit in which it was found does.
  func responsible(for finding: Finding) throws -> [Responsibility] {
    let named = try context.query(
      "rectify.responsible | where finding == $the_finding | select unit, person, passed_on | sort unit",
      variables: ["the_finding": .text(finding.number)]
    ).records.map { row in
      Responsibility(
        unit: (row.text("unit") ?? "", row.name("unit") ?? ""), person: row.text("person"),
        passedOn: row.date("passed_on"))
    }
    return named.isEmpty ? [Responsibility(unit: finding.unit)] : named
  }

  /// Names those who answer for it anew.
  func setResponsible(_ units: [String], person: String?, for finding: Finding) throws {
    try context.change(
      "rectify.responsible | where finding == $the_finding | delete",
      variables: ["the_finding": .text(finding.number)])
    for unit in units {
      try context.insert(
        [
          ("finding", .text(finding.number)), ("unit", .text(unit)),
          (
            "person",
            (person ?? (unit == finding.unit.key ? finding.responsible : nil)).map(Value.text) ?? .null
          ),
        ], into: "rectify.responsible")
    }
  }

  /// The responsible unit that the argument `unit` means: the only one where none is named.
  func responsible(for finding: Finding, _ arguments: CommandArguments) throws -> Responsibility {
    let all = try responsible(for: finding)
    let names = all.map(\.unit.name)
    let words = finding.words.merging([
      "units": names.joined(separator: "、"), "unitsEn": names.joined(separator: ", "),
    ]) { $1 }
    guard let wanted = arguments.text("unit") else {
      if all.count == 1, let only = all.first { return only }
      throw Diagnostic(RectifyFaults.severalResponsible, words, at: arguments.nameSpan)
    }
    let key = try unit(wanted, at: arguments.span("unit"))
    guard let found = all.first(where: { $0.unit.key == key }) else {
      throw Diagnostic(
        RectifyFaults.notResponsible, words.merging(["found": wanted]) { $1 }, at: arguments.span("unit"))
    }
    return found
  }

  /// The key of the unit that a person means.
  func unit(_ name: String, at span: SourceSpan?) throws -> String {
    try context.key(of: name, in: "district.unit", parameter: RectifyWords.unit, at: span)
  }

  /// Writes when a unit has passed; nil: it has not.
  func setPassed(_ day: CalendarDate?, _ unit: String, for finding: Finding) throws {
    let known = try context.query(
      "rectify.responsible | where finding == $the_finding and unit == $the_unit | count",
      variables: ["the_finding": .text(finding.number), "the_unit": .text(unit)])
    if known.rows.first?.values.first == .integer(0) {
      try setResponsible([unit], person: finding.responsible, for: finding)
    }
    let passed = day == nil ? "passed_on = null, passed_by = null" : "passed_on = $the_day, passed_by = $by"
    var variables: [String: Value] = ["the_finding": .text(finding.number), "the_unit": .text(unit)]
    if let day { variables.merge(["the_day": .date(day), "by": .text(context.person)]) { $1 } }
    try context.change(
      "rectify.responsible | where finding == $the_finding and unit == $the_unit | set \(passed)",
      variables: variables)
  }
}
