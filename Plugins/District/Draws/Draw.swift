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

  /// Why an inspector of the list may not go to a unit of the list on the day of the visits.
  struct Bar: Hashable {
    enum Kind: String {
      case recusal = "回避"
      case lastTime = "上次去过"
    }

    var unit: String
    var person: String
    var kind: Kind
    var basis: String

    /// What it keeps apart, whatever the reason.
    var pair: [String] { [unit, person] }
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
  /// Of units and inspectors who take part. What is settled beforehand nobody can add once the number is known.
  var bars: [Bar]

  /// What the digest is of: everything that is settled before the public number is known, a line for each.
  var text: String {
    var lines = [
      "dudao draw 2", "number \(number)", "inspection \(inspection)", "units \(units)",
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
    lines += bars.map { "bar \($0.unit) \($0.person) \($0.kind.rawValue) \(Self.line($0.basis))" }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text that stands on one line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  static let sides = (units: "单位", persons: "督学")
}
