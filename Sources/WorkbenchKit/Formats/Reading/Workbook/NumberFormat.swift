/// What a number format of a workbook makes of a number.
enum NumberFormat: Hashable, Sendable {
  case general
  case percent
  /// Filled with zeros to that many digits: the format 0000.
  case zeros(Int)
  /// A day, a time of day, or both.
  case date(hasDay: Bool, hasTime: Bool)
  /// Hours that may go beyond a day: [h]:mm.
  case elapsed

  /// Characters that a code may have; a longer one would make each of its numbers as long.
  private static let longest = 255

  /// Reads a format code such as `yyyy"年"m"月"d"日"`, by ECMA-376 part 1, 18.8.31.
  init(code: String) {
    let signs = Self.signs(ofFirstSection: code)
    let letters = signs.lowercased()
    if letters.isEmpty || letters.contains("general") || letters == "@" || code.contains("通用格式") {
      self = .general
    } else if signs.contains("[") {
      self = .elapsed
    } else if let date = Self.date(letters) {
      self = date
    } else if letters.contains("%") {
      self = .percent
    } else if (2...Self.longest).contains(signs.count) && signs.allSatisfy({ $0 == "0" }) {
      self = .zeros(signs.count)
    } else {
      self = .general
    }
  }

  /// The formats that have a number and no code in the file; 27–36 and 50–58 as Chinese Excel has them.
  static func builtInCode(_ identifier: Int) -> String? {
    switch identifier {
    case 0: "General"
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 12: "# ?/?"
    case 13: "# ??/??"
    case 14: "yyyy/m/d"
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 20: "h:mm"
    case 21: "h:mm:ss"
    case 22: "yyyy/m/d h:mm"
    case 27, 36, 50, 52, 57: #"yyyy"年"m"月""#
    case 28, 29, 51, 53, 54, 58: #"m"月"d"日""#
    case 30: "m-d-yy"
    case 31: #"yyyy"年"m"月"d"日""#
    case 32: #"h"时"mm"分""#
    case 33: #"h"时"mm"分"ss"秒""#
    case 34, 55: #"上午/下午h"时"mm"分""#
    case 35, 56: #"上午/下午h"时"mm"分"ss"秒""#
    case 37, 38: "#,##0;-#,##0"
    case 39, 40: "#,##0.00;-#,##0.00"
    case 45: "mm:ss"
    case 46: "[h]:mm:ss"
    case 47: "mm:ss.0"
    case 48: "##0.0E+0"
    case 49: "@"
    default: nil
    }
  }

  /// The first section without literals, colours, conditions and locales; `[` is left where elapsed hours,
  /// minutes or seconds stood in brackets.
  private static func signs(ofFirstSection code: String) -> String {
    var result = ""
    var rest = Substring(code)
    while let sign = rest.popFirst() {
      switch sign {
      case ";": return result
      case "\"":
        let end = rest.firstIndex(of: "\"") ?? rest.endIndex
        rest = rest[end...].dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let end = rest.firstIndex(of: "]") ?? rest.endIndex
        let inner = rest[..<end].lowercased()
        if !inner.isEmpty && inner.allSatisfy({ "hms".contains($0) }) { result += "[" }
        rest = rest[end...].dropFirst()
      default: result.append(sign)
      }
    }
    return result
  }

  private static func date(_ letters: String) -> NumberFormat? {
    // An exponent (0.00E+00) is no era; am/pm, a/p and 上午/下午 are no months.
    var text = letters
    for word in ["e+", "e-", "am/pm", "a/p", "上午/下午"] { text = text.replacing(word, with: " ") }
    let hasHour = text.contains("h") || text.contains("s") || letters.contains("am/pm")
    let hasDay = text.contains("y") || text.contains("d") || text.contains("e")
    let hasMonth = text.contains("m")
    // Beside hours or seconds an m alone is minutes.
    guard hasHour || hasDay || hasMonth else { return nil }
    return .date(hasDay: hasDay || (hasMonth && !hasHour), hasTime: hasHour)
  }
}
