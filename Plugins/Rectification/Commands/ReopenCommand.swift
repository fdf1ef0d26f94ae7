import PluginAPI

/// `rectify reopen WT2024-001 --reason …` 整改 重开. Its rounds and its first closing stay.
struct ReopenCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let finding = try desk.finding(arguments)
    guard finding.isClosed else {
      throw Diagnostic(RectifyFaults.notClosed, finding.words, at: arguments.span("finding"))
    }
    let wanted = arguments.date("until")
    if let wanted, wanted <= context.asOf {
      throw Diagnostic(
        RectifyFaults.deadlinePast, ["day": wanted.iso, "today": context.asOf.iso],
        at: arguments.span("until"))
    }
    let until = try wanted.map { try desk.worked($0, of: finding, at: arguments.span("until")) }
    if until == nil, let old = finding.deadline, old < context.asOf {
      context.remark(
        Diagnostic(
          RectifyMessages.reopenedOverdue, finding.words.merging(["deadline": old.iso]) { $1 },
          severity: .warning))
    }
    try desk.check(context.asOf, of: finding, at: arguments.nameSpan)
    let units = try desk.responsible(for: finding)
    try context.transaction {
      var values: [(column: String, value: Value)] = [
        ("status", .text(Finding.Status.underWay.rawValue)), ("closed_on", .null),
      ]
      if let until { values.append(("deadline", .date(until))) }
      try desk.update(finding, values)
      for unit in units { try desk.setPassed(nil, unit.unit.key, for: finding) }
      // A closing that came with a ledger has no step of its own yet, and would be forgotten.
      if let closed = finding.closedOn, try !desk.hasClosing(finding) {
        try desk.note(finding, .closed, note: RectifyWords.fromLedger, on: closed, by: "—")
      }
      try desk.note(
        finding, .reopened,
        note: (arguments.text("reason") ?? "")
          + (until.map { RectifyWords.deadlineIs($0.iso, context.language) } ?? ""),
        before: until == nil ? nil : finding.deadline)
    }
    return .notice(
      Diagnostic(
        RectifyMessages.reopened,
        finding.words.merging(["deadline": (until ?? finding.deadline)?.iso ?? "—"]) { $1 }, severity: .note))
  }
}
