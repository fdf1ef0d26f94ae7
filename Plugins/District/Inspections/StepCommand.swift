import PluginAPI

/// `inspection step` 督导 步骤: a step is done; 归档 waits for all the rest.
struct StepCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let all = try Inspection.all(context)
    let inspection = try Inspection.named(by: arguments, among: all)
    let procedure = try Procedures(context).procedure(of: inspection)
    guard let step = arguments.text("step").flatMap(InspectionStep.init) else { return .none }
    let words = ["inspection": inspection.title, "step": step.label.zh, "stepEn": step.label.en]
    guard procedure.step(step) != nil else {
      throw Diagnostic(
        InspectionFaults.stepNotNeeded,
        words.merging(procedure.steps.map(\.step).arguments("steps")) { $1 }
          .merging(["kind": inspection.kind]) { $1 }, at: arguments.span("step"))
    }
    let facts = try InspectionFacts(context, all)
    let done = facts.steps[inspection.code] ?? [:]
    let day = arguments.date("on") ?? context.asOf
    try check(step, day, done, words, arguments, context)
    if step == .archive { try refuseWhileOpen(inspection, procedure, facts, words, arguments, context) }
    try context.transaction {
      try keep(step, of: inspection, day, isNew: done[step] == nil, arguments, context)
    }
    let skipped = procedure.steps.filter { needed in
      needed.step.place < step.place && done[needed.step] == nil
        && (!needed.needsFindings || facts.findings[inspection.code] != nil)
    }.map(\.step)
    var remarks: [Diagnostic] = []
    if !skipped.isEmpty {
      remarks.append(
        Diagnostic(
          InspectionFaults.stepsBefore, words.merging(skipped.arguments("steps")) { $1 }, severity: .warning))
    }
    if let paper = try unknownPaper(procedure.step(step)?.paper, arguments, context) { remarks.append(paper) }
    return .notice(
      Diagnostic(InspectionFaults.noted, words.merging(["day": day.iso]) { $1 }, severity: .note),
      remarks: remarks)
  }

  /// Papers may come from elsewhere, so one that is not in the register is only remarked.
  private func unknownPaper(
    _ kind: String?, _ arguments: CommandArguments, _ context: any CommandContext
  ) throws -> Diagnostic? {
    guard let paper = arguments.text("paper")?.trimmed, !paper.isEmpty, let kind,
      try PaperRules(of: context).kinds.contains(where: { $0.names.contains(kind) })
    else { return nil }
    let known = try context.query(
      "paper | where (reference == $the_paper or title == $the_paper) and state in (\"已签发\", \"已送达\")",
      variables: ["the_paper": .text(paper)])
    guard known.rows.isEmpty else { return nil }
    return Diagnostic(InspectionFaults.paperUnknown, ["paper": paper], severity: .warning)
  }

  private func check(
    _ step: InspectionStep, _ day: CalendarDate, _ done: [InspectionStep: InspectionFacts.Done],
    _ words: [String: String], _ arguments: CommandArguments, _ context: any CommandContext
  ) throws {
    let span = arguments.span("on") ?? arguments.nameSpan
    if day > context.asOf {
      throw Diagnostic(
        InspectionFaults.inFuture, words.merging(["day": day.iso, "today": context.asOf.iso]) { $1 }, at: span
      )
    }
    if let before = done[step], !arguments.flag("correct") {
      throw Diagnostic(
        InspectionFaults.notedBefore,
        words.merging(["day": before.day.iso, "person": before.person ?? ""]) { $1 },
        at: arguments.span("step"))
    }
    // The nearest one first, so that the same fault is always told with the same words.
    let others = InspectionStep.allCases.filter { $0 != step }.sorted {
      abs($0.place - step.place) < abs($1.place - step.place)
    }
    for other in others {
      guard let record = done[other] else { continue }
      let isWrong = other.place < step.place ? record.day > day : record.day < day
      if isWrong {
        throw Diagnostic(
          InspectionFaults.outOfOrder,
          words.merging([
            "day": day.iso, "other": other.label.zh, "otherEn": other.label.en, "otherDay": record.day.iso,
          ]) { $1 }, at: span)
      }
    }
  }

  private func refuseWhileOpen(
    _ inspection: Inspection, _ procedure: Procedure, _ facts: InspectionFacts, _ words: [String: String],
    _ arguments: CommandArguments, _ context: any CommandContext
  ) throws {
    let left = Progress(inspection, procedure, facts, context).leftOut
    guard !left.isEmpty else { return }
    throw Diagnostic(
      InspectionFaults.archiveWaits, words.merging(["count": "\(left.count)"]) { $1 },
      at: arguments.span("step"),
      notes: left.map { item in
        Diagnostic.Note(
          InspectionFaults.leftOut,
          [
            "item": item.name.zh, "itemEn": item.name.en, "state": item.state.rawValue,
            "stateEn": item.state.label.en, "rest": item.rest.map { "，\($0.zh)" } ?? "",
            "restEn": item.rest.map { ", \($0.en)" } ?? "",
          ])
      })
  }

  private func keep(
    _ step: InspectionStep, of inspection: Inspection, _ day: CalendarDate, isNew: Bool,
    _ arguments: CommandArguments, _ context: any CommandContext
  ) throws {
    func optional(_ id: String) -> Value { arguments.text(id).map(Value.text) ?? .null }
    let fields = ["inspection", "step", "day", "person", "paper", "note"]
    try context.put(
      [
        [
          .text(inspection.code), .text(step.rawValue), .date(day), .text(context.person), optional("paper"),
          optional("note"),
        ]
      ], into: "district.inspection_step", fields, isNew ? .insert : .update)
    let state = step == .archive ? "已结束" : "进行中"
    let isBefore = inspection.state == nil || inspection.state == "筹备"
    if step == .archive ? inspection.isOpen : isBefore {
      try context.update("inspection", where: "code", is: .text(inspection.code), [("state", .text(state))])
    }
  }
}
