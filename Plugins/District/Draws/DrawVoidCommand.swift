import PluginAPI

/// `draw void` 抽取 作废: the number and what was drawn stay, the assignments go. It needs the duty to approve.
struct DrawVoidCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let entry = try DrawBook(context).entry(arguments)
    if entry.state == .voided { throw DrawFaults.voided(entry, at: arguments.span("number")) }
    try context.need(.approve, for: DistrictWords.toVoid, at: arguments.nameSpan)
    let reason = (arguments.text("reason") ?? "").trimmed
    let number: [String: Value] = ["number": .text(entry.number)]
    let count = try context.query("assignment | where draw == $number", variables: number).rows.count
    try context.sealed(DistrictWords.sealVoided, ["number": entry.number]) {
      if count > 0 { try context.change("assignment | where draw == $number | delete", variables: number) }
      try context.update(
        "draw", where: "number", is: .text(entry.number),
        [
          ("state", .text(Draw.State.voided.rawValue)), ("voided_by", .text(context.person)),
          ("voided_on", .date(context.asOf)), ("void_reason", .text(reason)),
        ])
    }
    return .notice(
      Diagnostic(DrawFaults.voidedNow, ["draw": entry.number, "count": "\(count)"], severity: .note))
  }
}
