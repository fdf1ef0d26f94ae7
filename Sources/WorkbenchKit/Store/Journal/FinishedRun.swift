import KitModel

/// That a script was run to its end: on which day and with what.
public struct FinishedRun: Hashable, Sendable {
  public var script: String
  public var day: CalendarDate
  public var parameters: [RunRecord.Parameter]

  public init(script: String, day: CalendarDate, parameters: [RunRecord.Parameter] = []) {
    self.script = script
    self.day = day
    self.parameters = parameters
  }
}
