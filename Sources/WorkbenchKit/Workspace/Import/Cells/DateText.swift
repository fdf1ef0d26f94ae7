import KitModel

/// Dates and periods as people write them in cells. All texts come folded.
enum DateText {
  enum Reading {
    case date(CalendarDate)
    /// Written like a date, but there is no such day.
    case impossible(year: Int, month: Int, day: Int)
    case other
  }

  /// `2024-09-01`, `2024/9/1`, `2024.9.1`, `2024年9月1日` (号), `20240901`; a time of day behind is allowed.
  static func read(_ text: String) -> Reading {
    var digits: [[UInt8]] = [[]]
    var separators: [String] = []
    var separator = ""
    for scalar in dayPart(of: text).unicodeScalars {
      if scalar.value >= 0x30 && scalar.value <= 0x39 {
        if !separator.isEmpty {
          separators.append(separator)
          digits.append([])
          separator = ""
        }
        digits[digits.count - 1].append(UInt8(scalar.value - 0x30))
      } else if scalar != " " {
        separator.unicodeScalars.append(scalar)
      }
    }
    func number(_ index: Int) -> Int { digits[index].reduce(0) { $0 &* 10 &+ Int($1) } }
    if digits.count == 1, separator.isEmpty, digits[0].count == 8 {
      let all = number(0)
      return day(all / 10_000, all / 100 % 100, all % 100)
    }
    guard digits.count == 3, digits[0].count == 4, (1...2).contains(digits[1].count),
      (1...2).contains(digits[2].count)
    else { return .other }
    let isChinese = separators == ["年", "月"] && ["", "日", "号"].contains(separator)
    let isPlain =
      ["-", "/", "."].contains(separators[0]) && separators[1] == separators[0] && separator.isEmpty
    return isChinese || isPlain ? day(number(0), number(1), number(2)) : .other
  }

  /// Whether a text is a date written with separators; eight digits alone may be anything.
  static func isDate(_ text: String) -> Bool {
    guard (8...24).contains(text.utf8.count), !text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return false
    }
    if case .date = read(text) { return true }
    return false
  }

  /// The day that a spreadsheet counts as `serial` (1900 system, with its leap day that never was).
  static func day(serial: Int) -> CalendarDate? {
    guard serial > 60, serial < 2_958_466 else { return nil }
    return CalendarDate(ordinal: serial - 25_569)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Reading {
    if let date = CalendarDate(year: year, month: month, day: day) { return .date(date) }
    return .impossible(year: year, month: month, day: day)
  }

  /// The text without a time of day behind it.
  private static func dayPart(of text: String) -> Substring {
    guard text.utf8.contains(0x3A), let blank = text.firstIndex(where: { $0 == " " || $0 == "T" }) else {
      return text[...]
    }
    return text[..<blank]
  }

  /// A period, in the forms that files use: `2024-2025学年`, `2024年秋季学期`, `2024-2025学年第一学期`, `2024年9月`.
  static func period(_ text: String, kind: Period.Kind?) -> Period? {
    let plain = String(text.filter { $0 != " " })
    let (numbers, rest) = leadingNumbers(plain)
    guard let first = numbers.first, (1...2).contains(numbers.count) else { return nil }
    let second = numbers.count == 2 ? numbers[1] : nil
    for candidate in candidates(first, second, rest) where kind == nil || candidate.kind == kind {
      return candidate
    }
    return nil
  }

  private static func candidates(_ year: Int, _ second: Int?, _ rest: String) -> [Period] {
    let made: [Period?]
    if let second {
      guard second == year + 1 else {
        // 2024-09, 2024年9月
        return [["", "月", "月份"].contains(rest) ? Period.month(second, of: year) : nil].compactMap { $0 }
      }
      switch rest {
      case "", "学年", "学年度", "年", "年度": made = [.schoolYear(from: year)]
      case "学年第一学期", "学年度第一学期", "学年上学期", "学年度上学期", "学年秋季学期", "学年秋":
        made = [.autumn(year)]
      case "学年第二学期", "学年度第二学期", "学年下学期", "学年度下学期", "学年春季学期", "学年春":
        made = [.spring(second)]
      default: made = []
      }
    } else {
      switch rest {
      case "", "年", "年度":
        made =
          year > 9999 ? [.month(year % 100, of: year / 100)] : [.year(year)]
      case "秋", "年秋", "秋季", "年秋季", "秋季学期", "年秋季学期", "秋期", "年秋期", "年秋学期": made = [.autumn(year)]
      case "春", "年春", "春季", "年春季", "春季学期", "年春季学期", "春期", "年春期", "年春学期": made = [.spring(year)]
      default: made = []
      }
    }
    return made.compactMap { $0 }
  }

  /// One or two numbers at the start with `-`, `/`, `.`, `年`, `至`, `—` or `~` between them, and the rest.
  private static func leadingNumbers(_ text: String) -> ([Int], String) {
    var scalars = Substring(text).unicodeScalars[...]
    var numbers: [Int] = []
    while numbers.count < 2 {
      var digits = 0
      var number = 0
      var ahead = scalars
      while let scalar = ahead.first, scalar.value >= 0x30, scalar.value <= 0x39, digits < 8 {
        number = number * 10 + Int(scalar.value - 0x30)
        digits += 1
        ahead.removeFirst()
      }
      guard digits > 0 else { break }
      numbers.append(number)
      scalars = ahead
      guard numbers.count == 1, let separator = scalars.first,
        ["-", "/", ".", "年", "至", "—", "–", "~"].contains(separator)
      else { break }
      var behind = scalars.dropFirst()
      while behind.first == separator { behind.removeFirst() }
      guard let next = behind.first, next.value >= 0x30, next.value <= 0x39 else { break }
      scalars = behind
    }
    return (numbers, String(scalars))
  }
}
