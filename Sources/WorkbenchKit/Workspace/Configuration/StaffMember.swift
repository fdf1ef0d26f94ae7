/// Someone of the office and what they may do; a record of duties, not a lock.
public struct StaffMember: Hashable, Sendable {
  public enum Duty: String, Sendable, CaseIterable {
    case handle = "经办"
    case review = "审核"
    case approve = "审定"
  }

  public var name: String
  /// Login names under which the person sits at the workbench.
  public var logins: [String]
  public var duties: Set<Duty>

  public init(name: String, logins: [String] = [], duties: Set<Duty>) {
    self.name = name
    self.logins = logins
    self.duties = duties
  }
}
