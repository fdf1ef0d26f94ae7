import PluginAPI

/// `rectify draft 督导整改通知书 --inspection DD2024-03` 整改 拟文: one paper for each unit.
struct DraftCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let rules = try RectificationRules(of: context)
    let papers = try PaperDesk(context)
    let kind = try papers.rules.kind(arguments.text("kind") ?? "", at: arguments.span("kind"))
    guard let rule = rules.dispositions.first(where: { $0.paper == kind.label.zh }) else {
      throw Diagnostic(RectifyFaults.noPaperRule, ["kind": kind.label.zh], at: arguments.span("kind"))
    }
    let inspection = try context.key(
      of: arguments.text("inspection") ?? "", in: "district.inspection", parameter: RectifyWords.inspection,
      at: arguments.span("inspection"))
    var count = rule.count
    if let days = arguments.integer("days") {
      guard (1...3650).contains(days) else {
        throw Diagnostic(RectifyFaults.ruleDays, ["found": "\(days)"], at: arguments.span("days"))
      }
      count = DayCount(days, areWorkdays: arguments.flag("workdays"))
    } else if arguments.flag("workdays") {
      count.areWorkdays = true
    }
    let units = try arguments.texts("unit").map { try desk.unit($0, at: arguments.span("unit")) }
    let groups = try groups(rule, inspection, units, desk)
    guard !groups.isEmpty else {
      throw Diagnostic(
        RectifyFaults.nothingToDraft,
        ["kind": kind.label.zh, "kindEn": kind.label.en, "disposition": rule.name], at: arguments.nameSpan)
    }
    try warnOfClosed(groups.map(\.unit), context)
    let drafted = try context.transaction {
      try groups.map { unit, findings in
        try draft(kind, unit, findings, inspection, count, desk, papers)
      }
    }
    return .table(PaperNotice.table(drafted))
  }

  /// A paper to a unit that is not there any more reaches nobody; which one answers now a person decides.
  private func warnOfClosed(_ units: [String], _ context: any CommandContext) throws {
    for row in try context.query(
      "district.unit | where open_until is not null | select code, name, open_until"
    ).records {
      guard let code = row.text("code"), units.contains(code), let until = row.date("open_until"),
        until <= context.asOf
      else { continue }
      context.remark(
        Diagnostic(
          RectifyMessages.unitClosed, ["unit": row.text("name") ?? code, "day": until.iso], severity: .warning
        ))
    }
  }

  /// Findings that no paper tells yet, by the unit that is to get one: that in which they were found; of a letter the
  /// department that can act.
  private func groups(
    _ rule: RectificationRules.Disposition, _ inspection: String, _ units: [String], _ desk: FindingDesk
  ) throws -> [(unit: String, findings: [Finding])] {
    let findings = try desk.findings(
      """
      where inspection == $the_inspection and disposition == $the_disposition and status != "已销号"
      """, ["the_inspection": .text(inspection), "the_disposition": .text(rule.name)])
    // A letter goes to several departments: what one was told, another was not.
    let told = Set(
      try desk.context.query(
        "rectify.item | where paper.state != \"作废\" | select finding, unit = paper.unit"
      ).records.map { "\($0.text("finding") ?? "") \($0.text("unit") ?? "")" })
    let tooLight = findings.filter { !rule.allows($0.severity) }
    if !tooLight.isEmpty {
      desk.context.remark(
        Diagnostic(
          RectifyMessages.leftOut,
          [
            "count": "\(tooLight.count)", "numbers": tooLight.map(\.number).joined(separator: "、"),
            "numbersEn": tooLight.map(\.number).joined(separator: ", "), "disposition": rule.name,
            "allowed": rule.severities.joined(separator: "、"),
          ], severity: .warning))
    }
    var groups: [(unit: String, findings: [Finding])] = []
    for finding in findings where rule.allows(finding.severity) {
      let receivers =
        rule.name == Disposition.letter.rawValue
        ? try desk.responsible(for: finding).map(\.unit.key) : [finding.unit.key]
      for unit in receivers
      where (units.isEmpty || units.contains(unit)) && !told.contains("\(finding.number) \(unit)") {
        if let place = groups.firstIndex(where: { $0.unit == unit }) {
          groups[place].findings.append(finding)
        } else {
          groups.append((unit, [finding]))
        }
      }
    }
    return groups
  }

  private func draft(
    _ kind: PaperKind, _ unit: String, _ findings: [Finding], _ inspection: String, _ count: DayCount,
    _ desk: FindingDesk, _ papers: PaperDesk
  ) throws -> PaperRecord {
    let limit = RectifyWords.limit(count)
    let items = try findings.enumerated().map { place, finding -> [String: TemplateValue] in
      let responsible = try desk.responsible(for: finding).map { one in
        one.unit.name + (one.person.map { "（\($0)）" } ?? "")
      }
      let cells = [
        "编号": finding.number, "内容": finding.sentence, "依据": finding.basis ?? "",
        "严重程度": finding.severity ?? "", "被督导单位": finding.unit.name, "期限": limit,
        "责任单位": responsible.joined(separator: "、"), "整改措施": finding.measure ?? "",
        "序号": String(place + 1),
      ]
      var item = cells.mapValues { TemplateValue.text($0) }
      for (name, text) in cells { item["有" + name] = .flag(!text.isEmpty) }
      return item
    }
    let names = ["编号", "内容", "依据", "严重程度", "被督导单位", "期限", "责任单位", "整改措施", "序号"]
    let paper = try papers.draft(
      PaperDraft(
        kind, unit: unit, inspection: inspection,
        values: [
          "问题": .items(items, names: names + names.map { "有" + $0 }), "有问题": .flag(true),
          "问题数": .text(String(items.count)), "期限": .text(limit),
          "抄送": .text(try copies(unit, findings, desk, papers.rules.copyTo)),
        ]))
    for (place, finding) in findings.enumerated() {
      try desk.context.insert(
        [
          ("paper", .text(paper.draft)), ("finding", .text(finding.number)),
          ("ordinal", .integer(Int64(place + 1))), ("days", .integer(Int64(count.days))),
          ("workdays", .boolean(count.areWorkdays)),
        ], into: "rectify.item")
    }
    return paper
  }

  /// 抄送: the other units that answer for these findings, then whoever always gets one.
  private func copies(_ unit: String, _ findings: [Finding], _ desk: FindingDesk, _ usual: String?) throws
    -> String
  {
    var names: [String] = []
    for finding in findings {
      for one in try desk.responsible(for: finding)
      where one.unit.key != unit && !names.contains(one.unit.name) {
        names.append(one.unit.name)
      }
    }
    return (names + [usual].compactMap { $0 }).joined(separator: "，")
  }
}
