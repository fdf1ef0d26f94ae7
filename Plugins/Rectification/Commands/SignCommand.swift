import PluginAPI

/// `rectify sign 拟2024-001` 整改 签发: all of them or none, each with the next number, if its findings still stand as they
/// were drafted.
struct SignCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let papers = try PaperDesk(context)
    let rules = try RectificationRules(of: context)
    let drafts = try (arguments.items["paper"] ?? []).map { item in
      try papers.register.paper(item.value.plainText ?? "", at: item.span)
    }
    let faults = try drafts.flatMap {
      try self.faults($0, rules, desk, at: arguments.nameSpan)
        + otherDeadlines($0, desk, at: arguments.nameSpan)
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return try context.transaction {
      PaperNotice.signed(try drafts.map { try papers.sign($0, at: arguments.nameSpan) })
    }
  }

  /// A time limit that was changed in the text alone: the register would count another one than the paper says.
  private func otherDeadlines(_ paper: PaperRecord, _ desk: FindingDesk, at span: SourceSpan?) throws
    -> [Diagnostic]
  {
    let limits = try Set(desk.items(of: paper).map { RectifyWords.limit($0.count) })
    // Who only words the sentence anew leaves the limit in the list of findings.
    let said = Set(paper.text.matches(of: /[0-9]+(?:个工作日|日)内/).map { String($0.output.dropLast()) })
    let other = said.subtracting(limits).sorted()
    guard paper.revisedBy != nil, !limits.isEmpty, !other.isEmpty, said.isDisjoint(with: limits) else {
      return []
    }
    return [
      Diagnostic(
        RectifyFaults.otherDeadline,
        [
          "paper": paper.name, "found": other.joined(separator: "、"),
          "limit": limits.sorted().joined(separator: "、"),
        ],
        at: span)
    ]
  }

  private func faults(
    _ paper: PaperRecord, _ rules: RectificationRules, _ desk: FindingDesk, at span: SourceSpan?
  ) throws -> [Diagnostic] {
    let items = try desk.items(of: paper)
    guard !items.isEmpty else { return [Diagnostic(RectifyFaults.noItems, ["paper": paper.name], at: span)] }
    guard let rule = rules.dispositions.first(where: { $0.paper == paper.kind }) else { return [] }
    return try items.flatMap { item -> [Diagnostic] in
      let words = item.finding.words.merging([
        "paper": paper.name, "disposition": item.finding.disposition ?? RectifyWords.notSaid,
        "severity": item.finding.severity ?? RectifyWords.notSaid,
      ]) { $1 }
      var faults: [Diagnostic] = []
      if item.finding.isClosed || item.finding.disposition != rule.name
        || !rule.allows(item.finding.severity)
      {
        faults.append(Diagnostic(RectifyFaults.changedSince, words, at: span))
      }
      if let other = try desk.otherPaper(telling: item.finding, than: paper) {
        faults.append(Diagnostic(RectifyFaults.toldTwice, words.merging(["other": other]) { $1 }, at: span))
      }
      // A deadline that cannot be counted would stop its delivery.
      _ = try item.count.deadline(
        from: desk.context.asOf, in: desk.context.neededWorkspace().calendar, at: span)
      return faults
    }
  }
}
