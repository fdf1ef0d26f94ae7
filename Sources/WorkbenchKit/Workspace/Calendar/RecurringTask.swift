import KitModel

/// Work of the office that comes round: what it is, when it is due, and which script does it.
///
/// Data of the workspace (`recurring:` in workspace.yaml).
public struct RecurringTask: Hashable, Sendable {
  public var label: Label
  public var cycle: Cycle
  /// The day of the period by which it is to be done, from 1; of a cycle of days, days behind the last time.
  public var due: Int
  /// Days before that from which it is listed.
  public var ahead: Int
  /// Nothing is asked for that was due before this day; nil: the beginning of the current school year.
  public var since: CalendarDate?
  /// The script that does it; nil: it is only reminded of.
  public var script: String?
  /// Values for the parameters of the script; `{period}` stands for the period.
  public var parameters: [Parameter]

  public enum Cycle: Hashable, Sendable {
    /// Once in every period of that kind.
    case each(Period.Kind)
    /// So many days after the last time.
    case days(Int)
    /// Once, by that day.
    case before(CalendarDate)
  }

  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }

    /// What stands for the period in the value.
    public static let period = "{period}"

    /// The value for a period.
    public func text(for period: Period?) -> String {
      value.replacing(Self.period, with: period?.label ?? "")
    }
  }

  public init(
    label: Label, cycle: Cycle, due: Int, ahead: Int, since: CalendarDate? = nil, script: String? = nil,
    parameters: [Parameter] = []
  ) {
    self.label = label
    self.cycle = cycle
    self.due = due
    self.ahead = ahead
    self.since = since
    self.script = script
    self.parameters = parameters
  }
}
