/// A moment, in whole seconds since 1970-01-01 00:00 UTC, with the offset of the clock that showed it.
public struct Timestamp: Hashable, Sendable, Comparable {
  public let seconds: Int64
  /// Seconds east of UTC of the clock that took it; the day that is shown and compared follows it.
  public let offset: Int

  public init(seconds: Int64, offset: Int = 0) {
    self.seconds = seconds
    self.offset = offset
  }

  /// The day on the clock that took it.
  public var day: CalendarDate? {
    CalendarDate(ordinal: Int((Double(seconds + Int64(offset)) / 86_400).rounded(.down)))
  }

  /// `2024-11-23 17:05:09` on the clock that took it; the stored form, which sorts in time.
  public var text: String {
    let local = seconds + Int64(offset)
    let ofDay = Int(((local % 86_400) + 86_400) % 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let clock = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map(two).joined(separator: ":")
    return (day?.iso ?? "0000-00-00") + " " + clock
  }

  /// Reads the stored form.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let day = CalendarDate(iso: parts[0]) else { return nil }
    let fields = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    let clock = fields.compactMap { field in
      field.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(field) : nil
    }
    guard fields.count == 3, clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0..<60).contains(clock[2])
    else { return nil }
    self.init(seconds: Int64(day.ordinal) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2])
  }

  /// By the moment; of one moment the clocks further west first, so that only equal ones stand neither before nor behind.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.offset) < (right.seconds, right.offset)
  }
}
