import Foundation
import KitModel
import Testing

@testable import dudao

/// The month's figures against a plain count day by day, over random courses of findings.
@Suite("Month of findings")
struct MonthReportTests {
  /// What happened to a finding, as a list of days.
  private struct Course {
    var closings: [CalendarDate] = []
    var reopenings: [CalendarDate] = []
    /// From which day which deadline was in force.
    var deadlines: [(from: CalendarDate, deadline: CalendarDate)]

    func isOpen(at day: CalendarDate) -> Bool {
      // Never both on one day, so the later of the two tells.
      let closed = closings.filter { $0 <= day }.max()
      let reopened = reopenings.filter { $0 <= day }.max()
      guard let closed else { return true }
      return reopened.map { $0 > closed } ?? false
    }

    func deadline(at day: CalendarDate) -> CalendarDate? { deadlines.last { $0.from <= day }?.deadline }
  }

  private struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static func day(_ ordinal: Int) throws -> CalendarDate {
    try #require(CalendarDate(ordinal: ordinal))
  }

  /// The day from that one on on which people work, by the calendar of the workspace: deadlines move to it.
  private static func worked(_ ordinal: Int) throws -> CalendarDate {
    let holidays = Set(["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01"])
    for next in ordinal...(ordinal + 20) {
      let day = try day(next)
      let isWeekend = (next - (try #require(CalendarDate(iso: "2024-09-02"))).ordinal) % 7 >= 5
      if day.iso == "2024-10-12" || !isWeekend && !holidays.contains(day.iso) { return day }
    }
    return try day(ordinal)
  }

  /// Lines of commands, and what they come to.
  private static func courses(_ seed: UInt64) throws -> (lines: [String], courses: [Course]) {
    var random = Random(state: seed)
    let first = try #require(CalendarDate(iso: "2024-09-06"))
    let last = try #require(CalendarDate(iso: "2024-12-28"))
    var lines: [String] = []
    var courses: [Course] = []
    for number in 1...6 {
      let deadline = try day(first.ordinal + 5 + random.next(60))
      lines.append("问题 | 筛选 编号 == \"WT-\(number)\" | 更新 期限 = \(deadline.iso)")
      courses.append(Course(deadlines: [(try #require(CalendarDate(iso: "2024-09-01")), deadline)]))
    }
    var ordinal = first.ordinal
    while ordinal < last.ordinal {
      let today = try day(ordinal)
      let place = random.next(6)
      let name = "WT-\(place + 1)"
      let at = "--as-of \(today.iso)"
      if !courses[place].isOpen(at: today) {
        let until = try day(ordinal + 1 + random.next(30))
        lines.append("整改 重开 \(name) --reason 反弹 --until \(until.iso) \(at) --person 罗启超")
        courses[place].reopenings.append(today)
        courses[place].deadlines.append((today, try worked(until.ordinal)))
      } else if random.next(3) == 0, let now = courses[place].deadline(at: today) {
        let until = try day(max(now.ordinal, ordinal) + 1 + random.next(20))
        lines.append("整改 延期 \(name) --until \(until.iso) --reason 未完 \(at) --person 周敬之")
        courses[place].deadlines.append((today, try worked(until.ordinal)))
      } else {
        lines.append("整改 反馈 \(name) --measure 改了 --evidence data/任务.csv \(at) --person 罗启超")
        lines.append("整改 核查 \(name) --pass \(at) --person 沈文静")
        lines.append("整改 销号 \(name) \(at) --person 沈文静")
        courses[place].closings.append(today)
      }
      ordinal += 1 + random.next(4)
    }
    return (lines, courses)
  }

  @Test("As a plain count has it", arguments: [1, 2, 3] as [UInt64])
  func month(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("follow-up", into: folder)
      let capture = Capture()
      func run(_ words: [String]) -> (status: Int32, text: String) {
        let status = Host.run(words, in: SampleWorkspace.environment(folder: workspace, capture)).rawValue
        return (status, capture.take())
      }
      let (lines, courses) = try Self.courses(seed)
      let done = run(["--as-of", "2024-09-05", "--person", "罗启超", "-c", lines.joined(separator: "\n")])
      #expect(done.status == 0, "\(done.text.suffix(600))")
      for month in 9...12 {
        let begin = try #require(CalendarDate(year: 2024, month: month, day: 1))
        let end = try #require(begin.adding(months: 1)?.adding(days: -1))
        let answer = run(["--as-of", "2025-01-02", "--format", "json", "整改", "月报", "2024年\(month)月"])
        let json = try #require(answer.text.split(separator: "\n").first { $0.hasPrefix("{") })
        let object = json.hasSuffix(",") ? json.dropLast() : json
        let row = try #require(try JSONSerialization.jsonObject(with: Data(object.utf8)) as? [String: Any])
        let inMonth = { (days: [CalendarDate]) in days.filter { $0 >= begin && $0 <= end }.count }
        let open = courses.filter { $0.isOpen(at: end) }
        let expected = [
          "closed": courses.reduce(0) { $0 + inMonth($1.closings) },
          "reopened": courses.reduce(0) { $0 + inMonth($1.reopenings) }, "open": open.count,
          "overdue": open.filter { $0.deadline(at: end).map { $0 < end } ?? false }.count,
          "new": month == 9 ? 6 : 0,
        ]
        for (name, count) in expected {
          #expect(row[name] as? Int == count, "\(name) of month \(month), seed \(seed)\n\(answer.text)")
        }
      }
    }
  }
}
