import KitModel

/// Fields or columns by every heading that names them.
struct HeadingNames {
  private var byName: [NameKey: Int] = [:]

  /// - Parameter names: The names of each; where two share one, the first has it.
  init(_ names: [[String]]) {
    for (index, names) in names.enumerated() {
      for name in names where byName[HeadingText.key(name)] == nil { byName[HeadingText.key(name)] = index }
    }
  }

  subscript(name: String) -> Int? { byName[HeadingText.key(name)] }

  /// How well a heading names what is looked for; smaller is better.
  enum Level: Int, Comparable {
    /// All rows of the heading as one text; the same without stars and units.
    case exact, plain
    /// The lowest row alone, and without stars and units.
    case lower, lowerPlain
    /// The rows above, where the lowest only says 合计.
    case upper, upperPlain

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// What a heading names, tried as the joined text, then its lowest row, then, where that only says
  /// 合计, the rows above.
  func match(_ column: HeadedColumn) -> (index: Int, level: Level)? {
    if let found = find(column.joined, .exact, .plain) { return found }
    guard column.parts.count > 1, let lowest = column.parts.last else { return nil }
    if HeadingText.isTotalWord(lowest) {
      return find(column.parts.dropLast().joined(), .upper, .upperPlain)
        ?? column.parts.dropLast().last.flatMap { find($0, .upper, .upperPlain) }
    }
    if column.parts.count == 3, let found = find(column.parts.suffix(2).joined(), .exact, .plain) {
      return found
    }
    return find(lowest, .lower, .lowerPlain)
  }

  private func find(_ text: String, _ exact: Level, _ plain: Level) -> (Int, Level)? {
    if let index = self[text] { return (index, exact) }
    guard let stripped = HeadingText.plain(text), let index = self[stripped] else {
      return nil
    }
    return (index, plain)
  }
}
