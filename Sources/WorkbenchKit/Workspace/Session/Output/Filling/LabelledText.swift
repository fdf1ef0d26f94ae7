import KitModel

/// A text of a form with words and blanks to be filled behind them: `填表单位：____ 填表日期：  年  月  日`.
struct LabelledText {
  enum Outcome: Equatable {
    /// None of the words stands there.
    case absent
    /// The text with the value behind its word.
    case filled(String)
    /// The word ends the cell: the value belongs into the next one, or here if there is none.
    case atEnd(String)
    /// Something stands there already.
    case taken(String)
  }

  let text: String

  /// Puts a value behind the first of the names that stands there with a colon.
  func filled(_ names: [String], _ value: String, isDate: Bool = false) -> Outcome {
    for name in names {
      if let outcome = filled(name, value, isDate) { return outcome }
    }
    return .absent
  }

  private func filled(_ name: String, _ value: String, _ isDate: Bool) -> Outcome? {
    let characters = Array(text)
    let wanted = Array(Twins.folded(name))
    let folded = characters.map { Character(Twins.folded(String($0)).first.map(String.init) ?? String($0)) }
    for start in folded.indices where start == 0 || !folded[start - 1].isLetter {
      guard let end = Self.end(of: wanted, in: folded, from: start) else { continue }
      var stop = end
      while stop < folded.count, Self.isRoom(folded[stop]) || isDate && "年月日".contains(folded[stop]) {
        stop += 1
      }
      let rest = String(characters[stop...])
      let before = String(characters[..<end])
      if rest.isEmpty { return stop == end ? .atEnd(before + value) : .filled(before + value) }
      guard stop - end >= 2 else { return .taken(rest) }
      let width = characters[end..<stop].reduce(0) { $0 + DisplayWidth.of(String($1)) }
      let gap = max(2, width - DisplayWidth.of(value))
      return .filled(before + value + String(repeating: " ", count: gap) + rest)
    }
    return nil
  }

  /// Where a name ends and its colon; blanks may stand within it: `日　期：`.
  private static func end(of name: [Character], in text: [Character], from start: Int) -> Int? {
    var index = start
    for letter in name {
      if index > start { while index < text.count, text[index].isWhitespace { index += 1 } }
      guard index < text.count, NameKey(String(text[index])) == NameKey(String(letter)) else { return nil }
      index += 1
    }
    // 填表单位（盖章）：
    while index < text.count, text[index].isWhitespace { index += 1 }
    if index < text.count, text[index] == "(", let close = text[index...].firstIndex(of: ")") {
      index = close + 1
    }
    while index < text.count, text[index].isWhitespace { index += 1 }
    guard index < text.count, text[index] == ":" else { return nil }
    return index + 1
  }

  private static func isRoom(_ character: Character) -> Bool {
    character.isWhitespace || "_＿".contains(character)
  }
}
