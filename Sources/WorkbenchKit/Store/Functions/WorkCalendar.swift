import KitModel

/// Counts working days by the days off and the days worked that a query hands over; kept by the connection,
/// which runs on one thread at a time, so that the list is read once and not for every row.
final class WorkCalendar {
  private var text: [UInt8] = []
  /// Numbers of days in order: weekdays off, and days of weekends that are worked.
  private var off: [Int] = []
  private var worked: [Int] = []

  /// Takes `19997 20000|19995`: days off, then days worked.
  func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    if text.elementsEqual(bytes) { return }
    text = Array(bytes)
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "|", omittingEmptySubsequences: false)
    let days = parts.map { $0.split(separator: " ").compactMap { Int($0) }.sorted() }
    off = days.first ?? []
    worked = days.count > 1 ? days[1] : []
  }

  /// Working days after the one day up to the other; negative when the other is earlier.
  func workdays(_ from: CalendarDate, _ to: CalendarDate) -> Int {
    if to < from { return -workdays(to, from) }
    let days = to.ordinal - from.ordinal
    var count = days / 7 * 5
    for step in 0..<(days % 7) {
      let weekday = (from.weekday + step) % 7 + 1
      if weekday <= 5 { count += 1 }
    }
    let range = (from.ordinal + 1)..<(to.ordinal + 1)
    return count - Self.count(off, range) + Self.count(worked, range)
  }

  private static func count(_ days: [Int], _ range: Range<Int>) -> Int {
    place(of: range.upperBound, in: days) - place(of: range.lowerBound, in: days)
  }

  /// How many of the sorted days lie before `day`.
  private static func place(of day: Int, in days: [Int]) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
