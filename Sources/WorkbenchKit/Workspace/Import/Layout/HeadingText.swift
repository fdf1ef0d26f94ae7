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

  /// The unit that a heading gives its figures, from its lowest row up: 设备值（万元）.
  static func unit(of text: String) -> FigureUnit? {
    Twins.folded(text).filter { !$0.isWhitespace }.split(separator: "·").reversed().lazy.compactMap {
      bracketAtEnd(String($0)).flatMap { FigureUnit($0.inside) }
    }.first
  }

  /// The units that a line above the table names for all of it: 单位：人、万元.
  static func units(inLine text: String) -> [FigureUnit] {
    guard let mark = Twins.folded(text).ranges(of: "单位:").last else { return [] }
    let folded = Twins.folded(text)
    let behind = folded[mark.upperBound...].drop { $0 == " " }.prefix { !" );。".contains($0) }
    return behind.split { ",、/".contains($0) }.compactMap { FigureUnit($0) }
  }

  /// Words that stand for the sum of the columns beside them, under a shared upper heading.
  static func isTotalWord(_ text: String) -> Bool {
    ["合计", "小计", "总数", "总计", "计", "总"].contains(key(text).description)
  }

  private static func isUnit(_ inside: String) -> Bool {
    FigureUnit(inside) != nil || ["%", "单位:%", "必填", "选填", "必选", "可不填"].contains(inside)
  }

  private static func bracketAtEnd(_ heading: String) -> (outside: String, inside: String)? {
    // Stars may stand behind the bracket too: 学生数（人）*.
    var text = heading
    while let last = text.last, "*★※:".contains(last) { text.removeLast() }
    guard let last = text.last, last == ")" || last == "]" || last == "】" || last == "〕",
      let open = text.lastIndex(where: { "([【〔".contains($0) }), open > text.startIndex
    else { return nil }
    return (String(text[..<open]), String(text[text.index(after: open)...].dropLast()))
  }
}
