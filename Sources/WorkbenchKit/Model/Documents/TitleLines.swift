/// Breaks the title of an official paper into lines that look like a trapezoid or a diamond and part no word that can
/// be told without a dictionary.
public enum TitleLines {
  /// - Parameters:
  ///   - text: Line breaks in it are kept, and then nothing else is broken.
  ///   - width: Columns that a line holds, two for each Chinese character.
  public static func of(_ text: String, width: Int) -> [String] {
    let given = text.split(whereSeparator: \.isNewline).map(String.init)
    guard given.count < 2, DisplayWidth.of(text) > width, width > 8 else { return given }
    let characters = Array(given.first ?? "")
    let widths = characters.map { DisplayWidth.of(String($0)) }
    let total = widths.reduce(0, +)
    let fewest = (total + width - 1) / width
    // A line more is taken only where it parts the title much better.
    let ways = (0...1).compactMap { more in
      best(characters, widths, lines: max(2, fewest) + more, width: width, total: total).map {
        (places: $0.places, cost: $0.cost + Double(more) * 10)
      }
    }
    guard let way = ways.min(by: { $0.cost < $1.cost }) else { return given }
    return zip([0] + way.places, way.places + [characters.count]).map { String(characters[$0..<$1]) }
  }

  /// Where to break into so many lines: near to equal ones, where it looks least ill. Nil: they do not fit.
  private static func best(
    _ text: [Character], _ widths: [Int], lines: Int, width: Int, total: Int
  ) -> (places: [Int], cost: Double)? {
    guard lines <= text.count else { return nil }
    let aim = Double(total) / Double(lines)
    let penalties = text.indices.map { $0 == 0 ? 0 : penalty(text, $0) }
    // For each place: the best way to get there with the lines so far.
    var ways: [Int: (places: [Int], cost: Double)] = [0: ([], 0)]
    for line in 1...lines {
      var next: [Int: (places: [Int], cost: Double)] = [:]
      for start in ways.keys.sorted() where start < text.count {
        guard let way = ways[start] else { continue }
        var used = 0
        for end in (start + 1)...text.count {
          used += widths[end - 1]
          guard used <= width else { break }
          let isLast = end == text.count
          guard isLast == (line == lines) else { continue }
          let cost = way.cost + abs(Double(used) - aim) / 2 + (isLast ? 0 : penalties[end])
          if cost < next[end]?.cost ?? .infinity {
            next[end] = (isLast ? way.places : way.places + [end], cost)
          }
        }
      }
      ways = next
    }
    return ways[text.count]
  }

  /// How ill it looks to break before the character at `place`, in columns by which a line may be shorter instead.
  private static func penalty(_ text: [Character], _ place: Int) -> Double {
    let (before, after) = (text[place - 1], text[place])
    if isWord(before) && (isWord(after) || "年月日第号届次".contains(after)) || before == "第" { return 100 }
    if "，、。；：）》”〉」』的了".contains(after) || "（《“〈「『〔".contains(before) { return 100 }
    var depth = 0
    for character in text[..<place] {
      if "《（“".contains(character) { depth += 1 }
      if "》）”".contains(character) { depth -= 1 }
    }
    if depth > 0 { return 8 }
    let head = String(text[..<place])
    let tail = String(text[place...])
    // The kind of the paper stays whole.
    let kinds = ["通知", "通报", "报告", "意见", "决定", "请示", "批复", "公告", "通告", "公报", "纪要", "方案", "简报"]
    if kinds.contains(where: { tail == String($0.dropFirst()) }) { return 100 }
    if kinds.contains(tail) { return 12 }
    if ["关于", "的", "和", "及", "与", "、", "，", "》", "”", "）"].contains(where: head.hasSuffix) { return 0 }
    if tail.hasPrefix("关于") || tail.hasPrefix("《") { return 0 }
    return 4
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || character == "." || character == "%"
  }
}
