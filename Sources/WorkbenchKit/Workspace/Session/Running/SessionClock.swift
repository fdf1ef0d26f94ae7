import Glibc
import KitModel

/// The moment that counts as now: the machine's clock, or the beginning of the day that was asked for, so that
/// equal data and an equal date give equal bytes.
public enum SessionClock {
  public static func now(asOf day: CalendarDate?) -> Timestamp {
    if let day { return Timestamp(seconds: Int64(day.ordinal) * 86_400) }
    var moment = time(nil)
    var local = tm()
    localtime_r(&moment, &local)
    return Timestamp(seconds: Int64(moment), offset: local.tm_gmtoff)
  }

  /// The day on the machine's clock; a clock outside the calendar is taken to stand at its beginning.
  public static var today: CalendarDate { now(asOf: nil).day ?? .epoch }

  /// Seconds on a clock that never goes back.
  static var steady: Double {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }
}
