/// A stretch of time that the office counts by: a year, a term, a month or a school year.
///
/// Stored as text that sorts in time within a kind: `2024`, `2024春` < `2024秋` (in code points too),
/// `2024-09`, `2024-2025`.
public struct Period: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case year, term, month
    case schoolYear = "school_year"
  }

  public let kind: Kind
  /// The year in which it begins.
  public let year: Int
  /// Term: 1 for 春, 2 for 秋. Month: 1 to 12. Otherwise 0.
  public let index: Int

  private init(kind: Kind, year: Int, index: Int) {
    self.kind = kind
    self.year = year
    self.index = index
  }

  public static func year(_ year: Int) -> Period? {
    (1...9998).contains(year) ? Period(kind: .year, year: year, index: 0) : nil
  }

  public static func spring(_ year: Int) -> Period? {
    (1...9998).contains(year) ? Period(kind: .term, year: year, index: 1) : nil
  }

  public static func autumn(_ year: Int) -> Period? {
    (1...9998).contains(year) ? Period(kind: .term, year: year, index: 2) : nil
  }

  public static func month(_ month: Int, of year: Int) -> Period? {
    (1...9998).contains(year) && (1...12).contains(month)
      ? Period(kind: .month, year: year, index: month) : nil
  }

  /// The school year that begins in autumn of `year`.
  public static func schoolYear(from year: Int) -> Period? {
    (1...9998).contains(year) ? Period(kind: .schoolYear, year: year, index: 0) : nil
  }

  /// Reads the stored form.
  public init?(stored text: some StringProtocol) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 4, let year = Int(String(text.prefix(4))), scalars[0].value < 0x80 else {
      return nil
    }
    let rest = String(text.dropFirst(4))
    let made: Period? =
      switch rest {
      case "": .year(year)
      case "春": .spring(year)
      case "秋": .autumn(year)
      default:
        if rest.utf8.count == 3, rest.hasPrefix("-"), let month = Int(rest.dropFirst()) {
          .month(month, of: year)
        } else if rest.utf8.count == 5, rest.hasPrefix("-"), Int(rest.dropFirst()) == year + 1 {
          .schoolYear(from: year)
        } else {
          nil
        }
      }
    // `+202` and `2024-+9` are numbers too, but no stored form.
    guard let made, made.stored == text else { return nil }
    self = made
  }

  /// The form kept in the store and written to JSON and csv.
  public var stored: String {
    let years = Self.four(year)
    return switch kind {
    case .year: years
    case .term: years + (index == 1 ? "春" : "秋")
    case .month: years + (index < 10 ? "-0\(index)" : "-\(index)")
    case .schoolYear: years + "-" + Self.four(year + 1)
    }
  }

  /// The form in which it is typed and shown: `2024年`, `2024秋`, `2024年9月`, `2024-2025学年`.
  public var label: String {
    switch kind {
    case .year: "\(year)年"
    case .term: stored
    case .month: "\(year)年\(index)月"
    case .schoolYear: stored + "学年"
    }
  }

  /// The period of the same kind just before.
  public var prior: Period? { offset(by: -1) }

  /// The period of the same kind `count` periods later (earlier when negative).
  public func offset(by count: Int) -> Period? {
    // Nothing further away is a period, and no sum below can leave the range.
    guard count.magnitude < 1_000_000 else { return nil }
    return switch kind {
    case .year: .year(year + count)
    case .schoolYear: .schoolYear(from: year + count)
    case .term:
      Self.split(year * 2 + index - 1 + count, by: 2).flatMap {
        Period(stored: Self.four($0) + ($1 == 0 ? "春" : "秋"))
      }
    case .month: Self.split(year * 12 + index - 1 + count, by: 12).flatMap { .month($1 + 1, of: $0) }
    }
  }

  private static func split(_ number: Int, by size: Int) -> (Int, Int)? {
    number >= size ? (number / size, number % size) : nil
  }

  private static func four(_ year: Int) -> String {
    let text = String(year)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
}
