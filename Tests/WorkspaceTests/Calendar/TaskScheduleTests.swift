import KitModel
import KitStore
import Testing

@testable import KitWorkspace

/// When recurring work is due, counted by hand.
@Suite struct TaskScheduleTests {
  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private func due(
    _ cycle: RecurringTask.Cycle, due: Int = 1, ahead: Int, since: String?, on today: String,
    runs: [String] = []
  ) throws -> [String] {
    let task = RecurringTask(
      label: Label(zh: "甲", en: "A"), cycle: cycle, due: due, ahead: ahead, since: try since.map(Self.day),
      script: "甲")
    let finished = try runs.map { FinishedRun(script: "scripts/甲.dd", day: try Self.day($0)) }
    return TaskSchedule(calendar: SchoolCalendar(), schoolYear: nil, runs: finished)
      .pending([task], on: try Self.day(today)).map { "\($0.period?.label ?? "—") \($0.due.iso)" }
  }

  @Test func monthsAreDueByTheirDayAndNoLater() throws {
    let months = RecurringTask.Cycle.each(.month)
    // The 31st of a shorter month is its last day; what was due before `since` is not asked for.
    #expect(
      try due(months, due: 31, ahead: 3, since: "2024-02-01", on: "2024-04-28")
        == ["2024年2月 2024-02-29", "2024年3月 2024-03-31", "2024年4月 2024-04-30"])
    #expect(
      try due(months, due: 31, ahead: 1, since: "2024-02-01", on: "2024-04-28", runs: ["2024-02-28"])
        == ["2024年3月 2024-03-31"])
  }

  /// One that came before there was anything to count does not count; a late one does.
  @Test func anEarlyRunIsNone() throws {
    let months = RecurringTask.Cycle.each(.month)
    func listed(_ run: String) throws -> [String] {
      try due(months, due: 31, ahead: 5, since: "2024-03-01", on: "2024-03-31", runs: [run])
    }
    #expect(try listed("2024-03-25") == ["2024年3月 2024-03-31"])
    #expect(try listed("2024-03-26").isEmpty)
    #expect(try listed("2024-03-31").isEmpty)
  }

  /// Of the values the period has to be the same, and what tells tasks of one script apart; not where files lie.
  @Test func theValuesOfTheTaskCount() throws {
    let task = RecurringTask(
      label: Label(zh: "甲", en: "A"), cycle: .each(.month), due: 31, ahead: 5,
      since: try Self.day("2024-03-01"),
      script: "甲",
      parameters: [
        .init(name: "哪月", value: "{period}"), .init(name: "收件", value: "data/{period}"),
        .init(name: "学段", value: "小学"),
      ])
    func isDone(_ values: [String]) throws -> Bool {
      let parameters = zip(["哪月", "收件", "学段"], values).map {
        RunRecord.Parameter(name: $0, value: $1, typed: nil)
      }
      let run = FinishedRun(script: "甲", day: try Self.day("2024-03-31"), parameters: parameters)
      return TaskSchedule(calendar: SchoolCalendar(), schoolYear: nil, runs: [run])
        .pending([task], on: try Self.day("2024-03-31")).isEmpty
    }
    #expect(try isDone(["2024年3月", "别处", "小学"]))
    #expect(try !isDone(["2024年2月", "data/2024年3月", "小学"]))
    #expect(try !isDone(["2024年3月", "data/2024年3月", "初中"]))
  }

  @Test func daysRunFromTheLastTime() throws {
    #expect(try due(.days(7), ahead: 0, since: "2024-09-01", on: "2024-09-08") == ["— 2024-09-08"])
    #expect(try due(.days(7), ahead: 0, since: "2024-09-01", on: "2024-09-08", runs: ["2024-09-05"]).isEmpty)
  }

  @Test func oneDayIsListedUntilItIsDoneOrSetAside() throws {
    let once = RecurringTask.Cycle.before(try Self.day("2024-12-10"))
    #expect(try due(once, ahead: 14, since: nil, on: "2024-11-25").isEmpty)
    #expect(try due(once, ahead: 14, since: nil, on: "2024-11-26") == ["— 2024-12-10"])
    #expect(try due(once, ahead: 14, since: nil, on: "2025-01-05") == ["— 2024-12-10"])
    #expect(try due(once, ahead: 14, since: nil, on: "2025-01-05", runs: ["2024-12-09"]).isEmpty)
    #expect(try due(once, ahead: 14, since: "2024-12-11", on: "2025-01-05").isEmpty)
  }
}
