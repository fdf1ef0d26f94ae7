import PluginAPI

/// `rectify dispose WT2024-001 --as 整改建议` 整改 处理.
struct DisposeCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let rules = try RectificationRules(of: context)
    let findings = try desk.findings(arguments)
    guard let wanted = arguments.text("as").flatMap(Disposition.init) else {
      throw Diagnostic(RectifyFaults.noDisposition, at: arguments.nameSpan)
    }
    var units: [String] = []
    for name in arguments.texts("unit") {
      let unit = try desk.unit(name, at: arguments.span("unit"))
      // The same one under two of its names answers once.
      if !units.contains(unit) { units.append(unit) }
    }
    try check(wanted, units, rules, arguments)
    let faults = try findings.compactMap { try fault($0, wanted, rules, desk, arguments) }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    try context.transaction {
      for finding in findings { try dispose(finding, wanted, units, desk, arguments) }
    }
    return .notice(
      Diagnostic(
        wanted == .onTheSpot ? RectifyMessages.settled : RectifyMessages.disposed,
        ["count": "\(findings.count)", "disposition": wanted.rawValue], severity: .note))
  }

  private func check(
    _ wanted: Disposition, _ units: [String], _ rules: RectificationRules, _ arguments: CommandArguments
  ) throws {
    if rules.disposition(wanted.rawValue) == nil {
      throw Diagnostic(
        RectifyFaults.notInRules,
        ["disposition": wanted.rawValue, "known": rules.dispositions.map(\.name).joined(separator: "、")],
        at: arguments.span("as"))
    }
    if wanted == .onTheSpot, arguments.text("note") == nil {
      throw Diagnostic(RectifyFaults.noteWanted, at: arguments.nameSpan)
    }
    if wanted == .letter, units.isEmpty {
      throw Diagnostic(RectifyFaults.departmentWanted, at: arguments.nameSpan)
    }
  }

  /// Why a finding cannot be disposed of so.
  private func fault(
    _ finding: Finding, _ wanted: Disposition, _ rules: RectificationRules, _ desk: FindingDesk,
    _ arguments: CommandArguments
  ) throws -> Diagnostic? {
    let span = arguments.span("finding") ?? arguments.span("of")
    if finding.isClosed { return Diagnostic(RectifyFaults.closedAlready, finding.words, at: span) }
    if try Rounds(of: finding, desk).all.contains(where: { $0.result == .open }) {
      return Diagnostic(RectifyFaults.roundWaits, finding.words, at: span)
    }
    try desk.check(desk.context.asOf, of: finding, at: span)
    if let paper = try desk.paper(telling: finding) {
      return Diagnostic(
        RectifyFaults.inPaper,
        finding.words.merging(["paper": paper.reference ?? paper.draft]) { $1 }, at: span)
    }
    if let rule = rules.disposition(wanted.rawValue), !rule.allows(finding.severity) {
      return Diagnostic(
        RectifyFaults.notSevere,
        finding.words.merging([
          "severity": finding.severity ?? RectifyWords.notSaid, "disposition": wanted.rawValue,
          "allowed": rule.severities.joined(separator: "、"),
        ]) { $1 }, at: span)
    }
    return nil
  }

  private func dispose(
    _ finding: Finding, _ wanted: Disposition, _ units: [String], _ desk: FindingDesk,
    _ arguments: CommandArguments
  ) throws {
    let note = arguments.text("note")
    var values: [(column: String, value: Value)] = [("disposition", .text(wanted.rawValue))]
    if wanted == .onTheSpot {
      values += [
        ("status", .text(Finding.Status.closed.rawValue)), ("closed_on", .date(desk.context.asOf)),
      ]
      if finding.measure == nil { values.append(("measure", note.map(Value.text) ?? .null)) }
    } else if finding.status == nil {
      values.append(("status", .text(Finding.Status.untouched.rawValue)))
    }
    try desk.update(finding, values)
    if wanted != .onTheSpot {
      try desk.setResponsible(
        units.isEmpty ? [finding.unit.key] : units, person: arguments.text("responsible"), for: finding)
    }
    try desk.note(finding, .disposed, note: wanted.rawValue + (note.map { "：" + $0 } ?? ""))
    if wanted == .onTheSpot { try desk.note(finding, .closed, note: note) }
  }
}
