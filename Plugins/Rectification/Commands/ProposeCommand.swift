import PluginAPI

/// `rectify propose` 整改 建议问责: by the rules, or for a unit by hand. Nothing but a body decides.
struct ProposeCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let rules = try RectificationRules(of: context)
    let numbers =
      arguments.text("unit") == nil
      ? try byRules(rules, desk, arguments) : [try byHand(rules, desk, arguments)]
    guard !numbers.isEmpty else {
      return .notice(Diagnostic(RectifyMessages.nothingProposed, severity: .note))
    }
    let made = Set(numbers)
    var table = try context.query(
      "rectify.accountability | select number, side, unit, form, ground, finding, evidence, state")
    table.rows.removeAll { row in row.values.first?.plainText.map { !made.contains($0) } ?? true }
    return .table(table)
  }

  private func byRules(_ rules: RectificationRules, _ desk: FindingDesk, _ arguments: CommandArguments) throws
    -> [String]
  {
    for id in ["form", "ground", "individual", "finding", "evidence"] where arguments.value(id) != nil {
      throw Diagnostic(RectifyFaults.unitWanted, at: arguments.span(id))
    }
    let known = Set(
      try desk.context.query(
        "rectify.accountability | where rule is not null and finding is not null | select rule, finding, unit"
      ).rows.map { row in
        row.values.map { $0.plainText ?? "" }.joined(separator: " ")
      })
    return try desk.context.transaction {
      var numbers: [String] = []
      for rule in rules.proposals {
        for row in try desk.context.query(rule.rows, from: rules.file, "accountability: \(rule.id)").rows {
          guard let number = row.values.first?.plainText else { continue }
          let finding = try desk.finding(number, at: nil)
          // Who has passed has done its part.
          for unit in try desk.responsible(for: finding)
          where unit.passedOn == nil && !known.contains("\(rule.id) \(number) \(unit.unit.key)") {
            numbers.append(
              try insert(
                "问责", unit.unit.key, rule.form, rule.ground, desk,
                [
                  ("finding", .text(number)), ("rule", .text(rule.id)),
                  ("evidence", .text(try papers(finding, desk) ?? RectifyWords.ledgerEvidence(finding))),
                ]))
          }
        }
      }
      return numbers
    }
  }

  private func byHand(_ rules: RectificationRules, _ desk: FindingDesk, _ arguments: CommandArguments) throws
    -> String
  {
    guard let form = arguments.text("form"), let ground = arguments.text("ground") else {
      throw Diagnostic(RectifyFaults.formWanted, at: arguments.nameSpan)
    }
    guard let side = rules.side(of: form) else {
      throw Diagnostic(
        RectifyFaults.noSuchForm,
        [
          "form": form,
          "forms": rules.forms.sorted { $0.key > $1.key }.flatMap(\.value).joined(separator: "、"),
        ], at: arguments.span("form"))
    }
    let unit = try desk.unit(arguments.text("unit") ?? "", at: arguments.span("unit"))
    let finding = try arguments.text("finding").map { try desk.finding($0, at: arguments.span("finding")) }
    if let finding, finding.unit.key != unit,
      try !desk.responsible(for: finding).contains(where: { $0.unit.key == unit })
    {
      throw Diagnostic(
        RectifyFaults.otherFinding,
        finding.words.merging(["found": arguments.text("unit") ?? ""]) { $1 }, at: arguments.span("finding"))
    }
    return try desk.context.transaction {
      try insert(
        side, unit, form, ground, desk,
        [
          ("finding", finding.map { .text($0.number) } ?? .null),
          ("person", arguments.text("individual").map(Value.text) ?? .null),
          ("evidence", arguments.text("evidence").map(Value.text) ?? .null),
        ])
    }
  }

  /// The papers by which the unit was told.
  private func papers(_ finding: Finding, _ desk: FindingDesk) throws -> String? {
    let table = try desk.context.query(
      """
      rectify.item | where finding == $the_finding and paper.state == "已送达" | select reference = paper.reference \
      | sort reference
      """, variables: ["the_finding": .text(finding.number)])
    let names = table.rows.compactMap { $0.values.first?.plainText }
    return names.isEmpty ? nil : names.joined(separator: "、")
  }

  private func insert(
    _ side: String, _ unit: String, _ form: String, _ ground: String, _ desk: FindingDesk,
    _ more: [(column: String, value: Value)]
  ) throws -> String {
    let letters = side == "问责" ? "WZ" : "JL"
    let number = try desk.context.nextNumber(
      of: "rectify.accountability", prefix: letters, year: desk.context.asOf.year, width: 3)
    try desk.context.insert(
      [
        ("number", .text(number)), ("side", .text(side)), ("unit", .text(unit)), ("form", .text(form)),
        ("ground", .text(ground)), ("proposed_on", .date(desk.context.asOf)),
        ("proposed_by", .text(desk.context.person)), ("state", .text(Accountability.State.proposed.rawValue)),
      ] + more, into: "rectify.accountability")
    return number
  }
}
