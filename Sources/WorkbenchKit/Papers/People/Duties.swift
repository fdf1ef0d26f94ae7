import KitModel
import KitWorkspace

extension CommandContext {
  /// The staff of the office, as workspace.yaml lists them.
  public var staff: [StaffMember] { workspace?.opened?.configuration.staff ?? [] }

  /// The office has one person, who then does what elsewhere takes two.
  public var isOfficeOfOne: Bool { staff.count <= 1 }

  /// Deciding, signing, sealing, voiding and reopening need a duty. Where nobody has it, as in an office of one,
  /// whoever sits here may.
  /// - Parameter action: What is to be done, as a verb: 签发, "signed".
  public func need(_ duty: StaffMember.Duty, for action: Label, at span: SourceSpan?) throws {
    try need([duty], for: action, at: span)
  }

  /// The same where any of several duties will do.
  public func need(_ duties: [StaffMember.Duty], for action: Label, at span: SourceSpan?) throws {
    let allowed = staff.filter { !$0.duties.isDisjoint(with: duties) }.map(\.name)
    if allowed.isEmpty || allowed.contains(person) { return }
    throw Diagnostic(
      DutyMessages.noDuty,
      [
        "person": person, "action": action.zh, "actionEn": action.en,
        "duty": duties.map(\.rawValue).joined(separator: "或"),
        "dutyEn": duties.map(\.english).joined(separator: " or "),
        "allowed": allowed.joined(separator: "、"), "allowedEn": allowed.joined(separator: ", "),
      ], at: span)
  }
}

extension StaffMember.Duty {
  /// What the duty is to do, in English.
  public var english: String {
    switch self {
    case .handle: "handle"
    case .review: "review"
    case .approve: "approve"
    }
  }
}
