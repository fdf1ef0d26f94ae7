import PluginAPI

/// `rectify remind` 整改 催办: what the rules want said today, each once for each deadline.
struct RemindCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let rules = try RectificationRules(of: context).reminders
    // By finding and deadline: how loud it was spoken of already.
    var said: [String: Int] = [:]
    for row in try context.query("rectify.event | where rule is not null | select finding, rule").records {
      guard let spoken = row.text("rule"),
        let rule = rules.first(where: { spoken.hasPrefix($0.id + " ") })
      else { continue }
      let key = "\(row.text("finding") ?? "") \(spoken.dropFirst(rule.id.count + 1))"
      said[key] = max(said[key] ?? .min, rule.days)
    }
    let contacts = try contacts(context)
    var rows: [Table.Row] = []
    try context.transaction {
      for finding in try desk.findings("where status != \"已销号\" and deadline is not null") {
        guard let deadline = finding.deadline else { continue }
        let due = rules.filter { applies($0, deadline, context.asOf) }.max { $0.days < $1.days }
        guard let rule = due, rule.days > said["\(finding.number) \(deadline.iso)"] ?? .min else { continue }
        let rounds = try Rounds(of: finding, desk)
        // Who has passed, or waits for a check, has nothing to send.
        let units = try desk.responsible(for: finding).filter { one in
          one.passedOn == nil && rounds.last(of: one.unit.key)?.result != .open
        }
        guard !units.isEmpty else { continue }
        try desk.note(finding, rule.what == "督办" ? .urged : .reminded, rule: name(rule, deadline))
        for unit in units {
          rows.append(row(finding, unit.unit, rule, deadline, contacts[unit.unit.key], context))
        }
      }
    }
    let columns = RectifyWords.remindColumns.map { Column(id: $0.id, label: $0.label, type: $0.type) }
    return .table(Table(columns: columns, rows: rows))
  }

  private func name(_ rule: RectificationRules.Reminder, _ deadline: CalendarDate) -> String {
    "\(rule.id) \(deadline.iso)"
  }

  private func applies(_ rule: RectificationRules.Reminder, _ deadline: CalendarDate, _ today: CalendarDate)
    -> Bool
  {
    guard let from = deadline.adding(days: rule.days) else { return false }
    return rule.days < 0 ? today >= from && today <= deadline : today >= from
  }

  private func contacts(_ context: any CommandContext) throws -> [String: (name: String?, phone: String?)] {
    let table = try context.query("district.unit | select code, contact, phone")
    return Dictionary(
      table.records.map { row in
        (row.text("code") ?? "", (row.text("contact"), row.text("phone")))
      }, uniquingKeysWith: { first, _ in first })
  }

  private func row(
    _ finding: Finding, _ unit: (key: String, name: String), _ rule: RectificationRules.Reminder,
    _ deadline: CalendarDate, _ contact: (name: String?, phone: String?)?, _ context: any CommandContext
  ) -> Table.Row {
    let late = Int64(context.asOf.ordinal - deadline.ordinal)
    let sentence = RectifyWords.sentence(
      unit.name, finding.sentence, deadline.officialText, Int(late), context.language)
    return Table.Row([
      .text(rule.what), .text(finding.number), .text(unit.name),
      contact?.name.map(Value.text) ?? .null, contact?.phone.map(Value.text) ?? .null, .date(deadline),
      late > 0 ? .integer(late) : .null, .text(sentence),
    ])
  }
}
