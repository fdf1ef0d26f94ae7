import PluginAPI

/// `rectify extend WT2024-001 --until 2025-02-28 --reason …` 整改 延期.
struct ExtendCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let finding = try desk.finding(arguments)
    if finding.isClosed {
      throw Diagnostic(RectifyFaults.closedAlready, finding.words, at: arguments.span("finding"))
    }
    try context.need(.approve, for: RectifyWords.extendAction, at: arguments.nameSpan)
    guard let wanted = arguments.date("until") else { return .none }
    guard let before = finding.deadline else {
      throw Diagnostic(RectifyFaults.noDeadline, finding.words, at: arguments.span("finding"))
    }
    try desk.check(context.asOf, of: finding, at: arguments.nameSpan)
    guard wanted > before, wanted > context.asOf else {
      throw Diagnostic(
        RectifyFaults.notLonger, finding.words.merging(["until": wanted.iso, "before": before.iso]) { $1 },
        at: arguments.span("until"))
    }
    let until = try desk.worked(wanted, of: finding, at: arguments.span("until"))
    try context.transaction {
      try context.insert(
        [
          ("finding", .text(finding.number)),
          ("ordinal", .integer(Int64(try desk.next("extension", finding)))), ("before", .date(before)),
          ("until", .date(until)), ("reason", .text(arguments.text("reason") ?? "")),
          ("granted_on", .date(context.asOf)), ("granted_by", .text(context.person)),
        ], into: "rectify.extension")
      try desk.update(finding, [("deadline", .date(until))])
    }
    return .notice(
      Diagnostic(
        RectifyMessages.extended,
        finding.words.merging(["until": until.iso, "before": before.iso]) { $1 }, severity: .note))
  }
}
