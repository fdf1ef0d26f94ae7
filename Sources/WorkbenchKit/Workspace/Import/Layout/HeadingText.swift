import KitModel

/// The text of a heading, in the forms in which headings are compared.
enum HeadingText {
  /// What two spellings of one heading have in common: blanks and line breaks of any kind are no part of it.
  static func key(_ text: some StringProtocol) -> NameKey {
    NameKey(String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init)))
  }

  /// The heading without what people hang on it: stars for "required", a colon, a unit in brackets. Nil when
  /// there is nothing of that.
  ///
  /// Only brackets that hold a unit are taken away: 学生数（女） is another column than 学生数.
  static func plain(_ text: String) -> String? {
    var rest = Twins.folded(text).filter { !$0.isWhitespace }
    let before = rest
    while let first = rest.first, "*★※".contains(first) { rest.removeFirst() }
    while let last = rest.last, "*★※:".contains(last) { rest.removeLast() }
    if let (outside, inside) = bracketAtEnd(rest), isUnit(inside) { rest = outside }
    while let last = rest.last, "*★※:".contains(last) { rest.removeLast() }
    return rest == before || rest.isEmpty ? nil : rest
  }

  /// Whether a heading says that its figures are hundredths: 入学率（%）.
  static func saysPercent(_ text: String) -> Bool {
    let folded = Twins.folded(text).filter { !$0.isWhitespace }
    return bracketAtEnd(folded).map { $0.inside == "%" || $0.inside == "单位:%" } ?? folded.hasSuffix("%")
  }

  /// Words that stand for the sum of the columns beside them, under a shared upper heading.
  static func isTotalWord(_ text: String) -> Bool {
    ["合计", "小计", "总数", "总计", "计", "总"].contains(key(text).description)
  }

  private static func isUnit(_ inside: String) -> Bool {
    let text = inside.hasPrefix("单位:") ? String(inside.dropFirst(3)) : inside
    return UnitWords.isUnit(text) || ["必填", "选填", "必选", "可不填"].contains(text)
  }

  private static func bracketAtEnd(_ text: String) -> (outside: String, inside: String)? {
    guard let last = text.last, last == ")" || last == "]" || last == "】" || last == "〕",
      let open = text.lastIndex(where: { "([【〔".contains($0) }), open > text.startIndex
    else { return nil }
    return (String(text[..<open]), String(text[text.index(after: open)...].dropLast()))
  }
}
