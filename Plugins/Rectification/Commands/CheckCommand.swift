import PluginAPI

/// `rectify check WT2024-001 --pass` 整改 核查: what became of the last round of feedback.
struct CheckCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let finding = try desk.finding(arguments)
    if finding.isClosed {
      throw Diagnostic(RectifyFaults.closedAlready, finding.words, at: arguments.span("finding"))
    }
    let isPassed = arguments.flag("pass")
    guard isPassed != arguments.flag("fail") else {
      throw Diagnostic(RectifyFaults.oneResult, at: arguments.nameSpan)
    }
    if !isPassed, arguments.text("note") == nil {
      throw Diagnostic(RectifyFaults.failNote, at: arguments.nameSpan)
    }
    try desk.check(context.asOf, of: finding, at: arguments.nameSpan)
    let unit = try desk.responsible(for: finding, arguments)
    guard let last = try Rounds(of: finding, desk).last(of: unit.unit.key), last.result == .open else {
      throw Diagnostic(
        RectifyFaults.nothingToCheck, finding.words.merging(["unit": unit.unit.name]) { $1 },
        at: arguments.span("finding"))
    }
    try desk.refuseOwn(finding, unit.unit.key, last.ordinal, RectifyWords.checkAction, at: arguments.nameSpan)
    let note = arguments.text("note")
    try context.transaction {
      try context.change(
        """
        rectify.round | where finding == $the_finding and unit == $the_unit and ordinal == $the_round \
        | set result = $the_result, checked_on = $the_day, checked_by = $by\(note == nil ? "" : ", note = $the_note")
        """,
        variables: [
          "the_finding": .text(finding.number), "the_unit": .text(unit.unit.key),
          "the_round": .integer(Int64(last.ordinal)),
          "the_result": .text((isPassed ? Rounds.Result.passed : .failed).rawValue),
          "the_day": .date(context.asOf), "by": .text(context.person),
          "the_note": .text(note ?? ""),
        ])
      try desk.setPassed(isPassed ? context.asOf : nil, unit.unit.key, for: finding)
      if !isPassed { try desk.update(finding, [("status", .text(Finding.Status.underWay.rawValue))]) }
    }
    let waiting = try desk.responsible(for: finding).filter { $0.passedOn == nil }.map(\.unit.name)
    let words = finding.words.merging([
      "unit": unit.unit.name, "round": "\(last.ordinal)", "waiting": waiting.joined(separator: "、"),
      "waitingEn": waiting.joined(separator: ", "),
    ]) { $1 }
    let message =
      !isPassed
      ? RectifyMessages.failed : waiting.isEmpty ? RectifyMessages.passed : RectifyMessages.passedOne
    return .notice(Diagnostic(message, words, severity: .note))
  }
}
