import KitModel

/// Turns values into text for people: the terminal table, md, html and the words of messages.
///
/// | value | text |
/// |---|---|
/// | null | nothing |
/// | decimal | all its decimal places: `82.50` |
/// | real | rounded half away from zero to 4 decimals (4 digits below 0.1), zeros at the end dropped: `0.5153` |
/// | percent | `80%`, `80.5%`; a computed share to 2 decimals of the percentage |
/// | boolean | 是 / 否, yes / no |
/// | period | `2024秋`, `2024年9月` (en: `2024-09`) |
/// | reference | the name; the key where no name is known |
public struct ValueFormatter: Sendable {
  public var language: UILanguage
  /// Shows sensitive columns instead of `***`.
  public var revealsSensitive: Bool

  /// What stands for a sensitive value: always the same, so that not even its length shows.
  public static let mask = Column.mask

  public init(language: UILanguage, revealsSensitive: Bool = false) {
    self.language = language
    self.revealsSensitive = revealsSensitive
  }

  /// The text of a value in a column: masked if the column is sensitive and the value is not missing.
  public func text(_ value: Value, of column: Column) -> String {
    if column.isSensitive && !revealsSensitive && !value.isNull { return Self.mask }
    if case .text(let id) = value, let word = column.words[id] { return word.text(language) }
    return text(value, type: column.type)
  }

  /// The text of a value of that type.
  public func text(_ value: Value, type: DataType) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number):
      isShare(type) ? percent(ExactDecimal(units: number, scale: 0)) : String(number)
    case .decimal(let number): isShare(type) ? percent(number) : number.description
    case .real(let number): isShare(type) ? percent(number) : RealText.display(number)
    case .boolean(let flag): language == .zh ? (flag ? "是" : "否") : (flag ? "yes" : "no")
    case .date(let date): date.iso
    case .period(let period): language == .zh ? period.label : period.stored
    case .time(let time): time.text
    case .duration(let duration): text(duration)
    case .reference(let reference): reference.name ?? reference.key
    }
  }

  /// A row with 合计 or 小计 in its first empty column of words, if the stage `total` added it; else as it is.
  ///
  /// Only people read that word: in json and csv the mark says it.
  package func named(_ row: Table.Row, _ columns: [Column]) -> Table.Row {
    guard row.mark != .plain,
      let place = columns.indices.first(where: { index in
        !columns[index].type.isNumeric && !columns[index].isSensitive && index < row.values.count
          && row.values[index].isNull
      })
    else { return row }
    var row = row
    let word = row.mark == .total ? WritingWords.total : WritingWords.subtotal
    row.values[place] = .text(word.text(language))
    return row
  }

  private func isShare(_ type: DataType) -> Bool {
    switch type {
    case .percent, .realPercent: true
    default: false
    }
  }

  private func percent(_ share: ExactDecimal) -> String {
    // Two places fewer say the same number a hundred times larger.
    let shifted =
      share.scale >= 2
      ? ExactDecimal(units: share.units, scale: share.scale - 2)
      : share.rescaled(to: 2).map { ExactDecimal(units: $0.units, scale: 0) }
    guard let shifted else { return percent(share.real) }
    return RealText.withoutTrailingZeros(shifted.description) + "%"
  }

  private func percent(_ share: Double) -> String {
    guard share.isFinite else { return RealText.display(share) }
    return RealText.rounded(share * 100, places: 2) + "%"
  }

  private func text(_ duration: Duration) -> String {
    let isOne = duration.count == 1 || duration.count == -1
    return switch (duration.unit, language) {
    case (.days, .zh): "\(duration.count)天"
    case (.months, .zh): "\(duration.count)个月"
    case (.days, .en): "\(duration.count) day" + (isOne ? "" : "s")
    case (.months, .en): "\(duration.count) month" + (isOne ? "" : "s")
    }
  }
}
