import PluginAPI

/// `rectify follow WZ2024-001 送达 --on …` 整改 问责办理: delivery, publication, review and appeal, each within its time.
struct FollowCommand: WorkbenchCommand {
  private enum Step: String {
    case delivery = "送达"
    case publication = "公布"
    case reviewAsked = "申请复核"
    case reviewAnswered = "复核答复"
    case appeal = "申诉"
    case appealAnswered = "申诉处理"

    /// The day that must be there before it, and its own, which must not.
    func days(_ record: Accountability) -> (before: CalendarDate?, own: CalendarDate?) {
      switch self {
      case .delivery: (record.decidedOn, record.deliveredOn)
      case .publication: (record.deliveredOn, record.publishedOn)
      case .reviewAsked: (record.deliveredOn, record.reviewAskedOn)
      case .reviewAnswered: (record.reviewAskedOn, record.reviewAnsweredOn)
      case .appeal: (record.reviewAnsweredOn, record.appealedOn)
      case .appealAnswered: (record.appealedOn, record.appealAnsweredOn)
      }
    }
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    if context.isScript { throw Diagnostic(RectifyFaults.notInScripts, at: arguments.nameSpan) }
    let record = try Accountability(arguments.text("number") ?? "", context, at: arguments.span("number"))
    guard let step = arguments.text("step").flatMap(Step.init), let day = arguments.date("on") else {
      throw Diagnostic(RectifyFaults.noDisposition, at: arguments.nameSpan)
    }
    let days = step.days(record)
    guard let before = days.before, days.own == nil, ![.declined, .revoked].contains(record.state) else {
      throw Diagnostic(
        RectifyFaults.wrongStep, record.words.merging(["step": step.rawValue]) { $1 },
        at: arguments.span("step"))
    }
    try check(day, after: before, step, record, arguments, context)
    let ends = AppealLimits(
      try RectificationRules(of: context).limits, try context.neededWorkspace().calendar)
    let values = try values(step, day, record, arguments, ends)
    try context.sealed(RectifyWords.decidedReason, ["number": record.number]) {
      try record.update(context, values)
    }
    tellLate(step, day, record, context)
    let after = try Accountability(record.number, context, at: nil)
    let limit = after.state == .revoked ? nil : limit(step, day, ends)
    return .notice(
      Diagnostic(
        limit == nil ? RectifyMessages.followed : RectifyMessages.followedUntil,
        after.words.merging(["step": step.rawValue, "day": day.iso, "until": limit?.iso ?? ""]) { $1 },
        severity: .note))
  }

  /// An answer that comes too late holds, and is told: whose right it is may complain of it.
  private func tellLate(
    _ step: Step, _ day: CalendarDate, _ record: Accountability, _ context: any CommandContext
  ) {
    let due: CalendarDate? =
      switch step {
      case .reviewAnswered: record.reviewDue
      case .appealAnswered: record.appealDue
      default: nil
      }
    guard let due, day > due else { return }
    context.remark(
      Diagnostic(
        RectifyMessages.answeredLate,
        record.words.merging(["step": step.rawValue, "due": due.iso, "days": "\(day.ordinal - due.ordinal)"])
        {
          $1
        }, severity: .warning))
  }

  /// Until when the next step may, or must, be taken.
  private func limit(_ step: Step, _ day: CalendarDate, _ ends: AppealLimits) -> CalendarDate? {
    switch step {
    case .delivery: ends.day(\.review, after: day)
    case .reviewAsked: ends.day(\.reviewAnswer, after: day)
    case .reviewAnswered: ends.day(\.appeal, after: day)
    case .appeal: ends.day(\.appealAnswer, after: day)
    case .publication, .appealAnswered: nil
    }
  }

  private func check(
    _ day: CalendarDate, after before: CalendarDate, _ step: Step, _ record: Accountability,
    _ arguments: CommandArguments, _ context: any CommandContext
  ) throws {
    if day > context.asOf {
      throw Diagnostic(
        RectifyFaults.dayAhead, ["day": day.iso, "today": context.asOf.iso], at: arguments.span("on"))
    }
    if day < before {
      throw Diagnostic(
        RectifyFaults.stepTooEarly, ["step": step.rawValue, "day": day.iso, "before": before.iso],
        at: arguments.span("on"))
    }
    let until: CalendarDate? =
      switch step {
      case .reviewAsked: record.reviewUntil
      case .appeal: record.appealUntil
      default: nil
      }
    if let until, day > until {
      throw Diagnostic(
        RectifyFaults.stepTooLate,
        record.words.merging(["step": step.rawValue, "day": day.iso, "until": until.iso]) { $1 },
        at: arguments.span("on"))
    }
    if [.reviewAnswered, .appealAnswered].contains(step), arguments.text("result") == nil {
      throw Diagnostic(RectifyFaults.resultWanted, ["step": step.rawValue], at: arguments.nameSpan)
    }
    guard arguments.flag("revoke") else { return }
    // A decision is revoked by what is answered, and that is for whoever may record decisions.
    if ![.reviewAnswered, .appealAnswered].contains(step) {
      throw Diagnostic(RectifyFaults.noRevoke, ["step": step.rawValue], at: arguments.span("revoke"))
    }
    try context.need(.approve, for: RectifyWords.decideAction, at: arguments.nameSpan)
  }

  private func values(
    _ step: Step, _ day: CalendarDate, _ record: Accountability, _ arguments: CommandArguments,
    _ ends: AppealLimits
  ) throws -> [(column: String, value: Value)] {
    func after(_ limit: KeyPath<RectificationRules.Limits, Int>) -> Value {
      ends.day(limit, after: day).map(Value.date) ?? .null
    }
    let result = arguments.text("result").map(Value.text) ?? .null
    let isRevoked = arguments.flag("revoke")
    func state(_ usual: Accountability.State) -> (column: String, value: Value) {
      ("state", .text((isRevoked ? Accountability.State.revoked : usual).rawValue))
    }
    switch step {
    case .delivery:
      return [state(.delivered), ("delivered_on", .date(day)), ("review_until", after(\.review))]
    case .publication: return [("published_on", .date(day))]
    case .reviewAsked:
      return [
        state(.inReview), ("review_asked_on", .date(day)), ("review_due", after(\.reviewAnswer)),
      ]
    case .reviewAnswered:
      return [
        state(.reviewed), ("review_answered_on", .date(day)), ("review_result", result),
        ("appeal_until", after(\.appeal)),
      ]
    case .appeal:
      return [state(.inAppeal), ("appealed_on", .date(day)), ("appeal_due", after(\.appealAnswer))]
    case .appealAnswered:
      return [state(.appealed), ("appeal_answered_on", .date(day)), ("appeal_result", result)]
    }
  }
}
