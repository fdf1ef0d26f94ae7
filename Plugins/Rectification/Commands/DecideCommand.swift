import PluginAPI

/// `rectify decide WZ2024-001 --body … --document … --on …` 整改 问责决定. A person types it; no script can.
struct DecideCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    if context.isScript { throw Diagnostic(RectifyFaults.notInScripts, at: arguments.nameSpan) }
    let proposal = try Accountability(
      arguments.text("number") ?? "", context, at: arguments.span("number"))
    guard proposal.state == .proposed else {
      throw Diagnostic(RectifyFaults.decidedAlready, proposal.words, at: arguments.span("number"))
    }
    try context.need(.approve, for: RectifyWords.decideAction, at: arguments.nameSpan)
    let day = arguments.date("on") ?? context.asOf
    if day > context.asOf {
      throw Diagnostic(
        RectifyFaults.dayAhead, ["day": day.iso, "today": context.asOf.iso], at: arguments.span("on"))
    }
    let isDeclined = arguments.flag("decline")
    try context.sealed(RectifyWords.decidedReason, ["number": proposal.number]) {
      try proposal.update(
        context,
        [
          ("state", .text((isDeclined ? Accountability.State.declined : .decided).rawValue)),
          ("body", .text(arguments.text("body") ?? "")),
          ("document", .text(arguments.text("document") ?? "")),
          ("decided_on", .date(day)),
        ])
    }
    return .notice(
      Diagnostic(
        isDeclined ? RectifyMessages.declined : RectifyMessages.decided, proposal.words, severity: .note))
  }
}
