import KitFormats
import KitModel

/// 是/否 and all the ways to tick a box.
final class BooleanCellReader: CellReader {
  private static let truths: Set<String> = [
    "是", "√", "✓", "✔", "☑", "有", "y", "yes", "对", "真", "true", "1", "t", "■", "●",
  ]
  private static let falsehoods: Set<String> = [
    "否", "×", "x", "✗", "✘", "☒", "无", "n", "no", "错", "假", "false", "0", "f", "没有", "不是", "□", "○",
  ]

  private var met = MetSpellings<(isTrue: Bool, isOther: Bool)>()

  override func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult {
    if let known = met.meaning(of: text.bytes) { return value(known) }
    let key = MatchKey(text.folded).text
    if isDash(key) { return dash() }
    let isTrue = Self.truths.contains(key)
    guard isTrue || Self.falsehoods.contains(key) else { return fault(CellMessages.notBoolean, text) }
    let meaning = (isTrue: isTrue, isOther: key != "是" && key != "否")
    if met.hasRoom { met.keep(meaning, of: text.bytes) }
    return value(meaning)
  }

  private func value(_ meaning: (isTrue: Bool, isOther: Bool)) -> CellResult {
    if meaning.isOther { tally.add(.yesNo) }
    return .value(.integer(meaning.isTrue ? 1 : 0))
  }
}

/// A value of a closed list, by the value or one of its other spellings.
final class ChoiceCellReader: CellReader {
  private let values: [String]
  private let byKey: [MatchKey: String]
  private var met = MetSpellings<(value: CellValue, isAlias: Bool)>()

  init(_ field: FieldDeclaration, values: [String], tally: NormalisationTally) {
    self.values = values
    var byKey: [MatchKey: String] = [:]
    for value in values {
      byKey[MatchKey(value)] = value
      for alias in field.choiceAliases[value] ?? [] { byKey[MatchKey(alias)] = value }
    }
    self.byKey = byKey
    super.init(field, tally: tally)
  }

  override func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult {
    if let known = met.meaning(of: text.bytes) {
      if known.isAlias { tally.add(.choiceAlias) }
      return .value(known.value)
    }
    let folded = text.folded
    if isDash(folded) { return dash() }
    guard let value = byKey[MatchKey(folded)] else {
      let near = Nearness.suggestions(for: folded, among: values, limit: 1).first
      return fault(
        near == nil ? CellMessages.notChoice : CellMessages.notChoiceNear, text,
        listed("allowed", values).merging(["near": near ?? ""]) { $1 })
    }
    let isAlias = value != text.string
    if isAlias { tally.add(.choiceAlias) }
    guard met.hasRoom else { return lent(value) }
    let kept = texts.keep(value)
    met.keep((kept, isAlias), of: text.bytes)
    return .value(kept)
  }
}
