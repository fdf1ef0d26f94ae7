import PluginAPI

/// A row of `draw`, with its lists.
struct Draw {
  enum State: String {
    case prepared = "准备"
    case drawn = "已抽"
    case voided = "作废"
  }

  struct Member: Hashable {
    var code: String
    var name: String
    /// Why it takes no part; nil: it does.
    var excluded: String?
  }

  var number: String
  var inspection: String
  var state: State
  var units: Int
  var inspectors: Int
  var load: Int
  var visitDay: CalendarDate
  var publicSource: String
  var publicDay: CalendarDate
  /// In the order of their codes, those left out among them.
  var population: [Member]
  var pool: [Member]

  /// What the digest is of: everything that is settled before the public number is known, a line for each.
  var text: String {
    var lines = [
      "dudao draw 1", "number \(number)", "inspection \(inspection)", "units \(units)",
      "inspectors \(inspectors)", "load \(load)", "visits \(visitDay.iso)",
      "public \(publicDay.iso) \(Self.line(publicSource))",
    ]
    for (word, members) in [("unit", population), ("person", pool)] {
      let sorted = members.sorted { Array($0.code.utf8).lexicographicallyPrecedes(Array($1.code.utf8)) }
      lines += sorted.filter { $0.excluded == nil }.map { "\(word) \($0.code)" }
      lines += sorted.compactMap { member in
        member.excluded.map { "without \(word) \(member.code) \(Self.line($0))" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text that stands on one line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  static let sides = (units: "单位", persons: "督学")
}
