import KitModel
import Testing

@Suite struct ValueTests {
  @Test func datesCountDaysAsTheProlepticGregorianCalendarDoes() {
    #expect(CalendarDate(iso: "1970-01-01")?.ordinal == 0)
    #expect(CalendarDate(iso: "2000-03-01")?.ordinal == 11_017)
    #expect(CalendarDate(iso: "2024-02-30") == nil)
    #expect(CalendarDate(iso: "2024-01-31")?.adding(months: 1)?.iso == "2024-02-29")
    #expect(CalendarDate(iso: "2026-11-23")?.weekday == 1)
  }

  @Test func everyDayOfTenThousandYearsComesBack() {
    var day = CalendarDate(iso: "0001-01-01")
    var previous = day.map { $0.ordinal - 1 }
    while let current = day, current.iso != "9999-12-31" {
      #expect(current.ordinal == (previous ?? 0) + 1)
      previous = current.ordinal
      day = current.adding(days: 1)
      if day != CalendarDate(ordinal: current.ordinal + 1) { Issue.record("\(current.iso)") }
      if current.year % 400 != 0 {
        day = CalendarDate(year: (current.year / 400 + 1) * 400, month: 1, day: 1);
        previous = (day?.ordinal ?? 0) - 1
      }
    }
    #expect(CalendarDate(iso: "9999-12-31")?.adding(days: 1) == nil)
    #expect(CalendarDate(iso: "0001-01-01")?.adding(days: -1) == nil)
  }

  @Test func periodsKeepTheirStoredForm() {
    for text in ["2024", "2024春", "2024秋", "2024-09", "2024-2025"] {
      #expect(Period(stored: text)?.stored == text)
    }
    #expect(Period(stored: "2024-2026") == nil)
    #expect(Period.autumn(2024)?.prior?.stored == "2024春")
    #expect(Period.spring(2024)?.prior?.stored == "2023秋")
    #expect(Period.month(1, of: 2024)?.prior?.label == "2023年12月")
    #expect("2024春" < "2024秋")
  }

  @Test func decimalsAreExact() {
    #expect(ExactDecimal("0.1") == ExactDecimal("0.10"))
    #expect(ExactDecimal("-12.50")?.description == "-12.50")
    #expect(ExactDecimal("0.05")?.rounded(to: 1).description == "0.1")
    #expect(ExactDecimal("-2.5")?.rounded(to: 0).description == "-3")
    #expect(ExactDecimal("99999999999999999999") == nil)
    #expect(ExactDecimal("1.") == ExactDecimal("1"))
    #expect(ExactDecimal("-") == nil)
  }

  @Test func aTermLiesWhereTheCalendarPutsIt() throws {
    let calendar = SchoolCalendar()
    let autumn = try #require(Period.autumn(2024))
    let days = try #require(calendar.days(of: autumn))
    #expect(days.first.iso == "2024-09-01" && days.last.iso == "2025-01-31")
    #expect(try calendar.term(of: #require(CalendarDate(iso: "2025-01-15"))) == autumn)
  }

  /// Against the text of the same number, read by the standard library.
  @Test func theDoubleOfADecimalIsTheNearest() {
    var seed: UInt64 = 7
    for _ in 0..<5000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let decimal = ExactDecimal(
        units: Int64(bitPattern: seed) >> Int64(seed % 60), scale: Int(seed >> 32) % 19)
      #expect(decimal.real == Double(decimal.description))
    }
  }
}
