import KitModel

/// Dates as spreadsheets keep them: days since the end of 1899, or since 1904 in workbooks from old Macs; the
/// time of day is the fraction.
struct SerialDate: Sendable {
  /// Whether day 0 is 1904-01-01.
  var startsIn1904 = false

  /// Appends `2024-09-01`, `2024-09-01 08:30:00`, or `08:30:00` alone; false, with nothing appended, for a
  /// serial that is no day: below zero, beyond 9999, and 60 in the 1900 system, which counts a 29 February
  /// 1900 that never was.
  func append(_ serial: Double, hasDay: Bool, hasTime: Bool, to target: inout [UInt8]) -> Bool {
    guard serial >= 0, serial < 2_958_466 else { return false }
    var days = Int(serial)
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds >= 86_400 {
      days += 1
      seconds = 0
    }
    // A day below 1 of the 1900 system is a time without a day.
    let showsDay = hasDay && (startsIn1904 || days >= 1)
    if showsDay {
      guard startsIn1904 || days != 60, let date = CalendarDate(ordinal: days + epoch(days)) else {
        return false
      }
      target.append(contentsOf: date.iso.utf8)
    }
    if seconds > 0 || !showsDay {
      if showsDay { target.append(32) }
      Self.append(hours: seconds / 3600, seconds: seconds, to: &target)
    }
    return true
  }

  /// Appends `36:00:00` for 1.5 days; false for a negative or absurd length.
  static func appendElapsed(_ days: Double, to target: inout [UInt8]) -> Bool {
    guard days >= 0, days < 2_958_466 else { return false }
    let seconds = Int((days * 86_400).rounded())
    append(hours: seconds / 3600, seconds: seconds, to: &target)
    return true
  }

  /// Days from 1970 back to day 0; up to day 59 the 1900 system is right, from 61 on it is one ahead.
  private func epoch(_ days: Int) -> Int { startsIn1904 ? -24_107 : days < 60 ? -25_568 : -25_569 }

  private static func append(hours: Int, seconds: Int, to target: inout [UInt8]) {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    target.append(contentsOf: "\(two(hours)):\(two(seconds / 60 % 60)):\(two(seconds % 60))".utf8)
  }
}
