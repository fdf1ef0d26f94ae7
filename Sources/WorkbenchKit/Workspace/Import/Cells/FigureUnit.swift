import KitModel

/// A unit that people write in a heading or behind a number: 万元, 平方米, 人.
///
/// Only units that differ by powers of ten are of one kind, so that a conversion moves the point and stays exact:
/// 亩 and 平方米 are two kinds, and nothing is converted between them.
struct FigureUnit: Hashable {
  enum Kind: Hashable {
    /// 万 alone: so many of whatever the field counts.
    case factor
    /// People and things.
    case count
    case money, area, length, weight
    /// Never converted: 年, 分, 亩.
    case other(String)
  }

  /// As written, without blanks.
  let word: String
  let kind: Kind
  /// How many powers of ten larger than the smallest common unit of its kind.
  let power: Int

  /// Nil for what is no unit, and for `%`, which is no unit but a share.
  init?(_ text: some StringProtocol) {
    let folded = Twins.folded(String(text)).filter { !$0.isWhitespace }
    let word = folded.hasPrefix("单位:") ? String(folded.dropFirst(3)) : folded
    self.word = word
    if let (kind, power) = Self.measures[word] {
      (self.kind, self.power) = (kind, power)
      return
    }
    guard let (multiple, factor) = Self.multiples.first(where: { word.hasPrefix($0.0) }) else { return nil }
    let rest = String(word.dropFirst(multiple.count))
    if rest.isEmpty {
      (kind, power) = (.factor, factor)
      return
    }
    guard let (kind, own) = Self.measures[rest] else { return nil }
    if case .other = kind { return nil }
    (self.kind, power) = (kind, own + factor)
  }

  /// The unit in which a field keeps its figures: the one that its names give in brackets, or its meaning with
  /// the words 单位是. Nil where the declaration names none.
  static func declared(by field: FieldDeclaration) -> FigureUnit? {
    if let unit = field.names.lazy.compactMap({ HeadingText.unit(of: $0) }).first { return unit }
    let parts = (field.meaning?.zh ?? "").split(separator: "单位是", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return FigureUnit(parts[1].prefix { !"。，；,;. ".contains($0) })
  }

  /// The power of ten that a figure in this unit is multiplied by for a field kept in `declared`; nil where that
  /// cannot be known.
  func power(in declared: FigureUnit?) -> Int? {
    guard let declared else {
      switch kind {
      case .factor, .count: return power
      case .other: return 0
      // A field of money or area may be kept in 元 or 万元: only the smallest unit says nothing new.
      case .money, .area, .length, .weight: return power == 0 ? 0 : nil
      }
    }
    guard kind == declared.kind || kind == .factor else { return nil }
    return power - declared.power
  }

  private static let multiples: [(String, Int)] = [
    ("百万", 6), ("千万", 7), ("十万", 5), ("百", 2), ("千", 3), ("万", 4), ("亿", 8),
  ]

  private static let measures: [String: (Kind, Int)] = {
    var measures: [String: (Kind, Int)] = [
      "元": (.money, 0), "平方米": (.area, 0), "㎡": (.area, 0), "m2": (.area, 0), "m²": (.area, 0),
      "平米": (.area, 0), "公顷": (.area, 4), "平方公里": (.area, 6), "平方千米": (.area, 6), "km2": (.area, 6),
      "km²": (.area, 6), "米": (.length, 0), "m": (.length, 0), "公里": (.length, 3), "km": (.length, 3),
      "厘米": (.length, -2), "cm": (.length, -2), "克": (.weight, 0), "g": (.weight, 0),
      "公斤": (.weight, 3), "kg": (.weight, 3), "吨": (.weight, 6),
    ]
    for word in counts { measures[word] = (.count, 0) }
    for word in others { measures[word] = (.other(word), 0) }
    return measures
  }()

  private static let counts = [
    "人", "名", "个", "位", "所", "园", "班", "间", "册", "本", "台", "套", "件", "张", "辆", "栋", "幢", "处", "项", "条", "份",
    "户", "对", "组", "人次", "篇", "期", "级", "次",
  ]

  private static let others = ["亩", "分", "岁", "年", "月", "日", "天", "周", "节", "课时", "小时", "分钟"]
}
