import KitModel

/// The reader for each type of field.
enum CellReaders {
  /// - Parameters:
  ///   - headingPower: The power of ten that the heading puts behind plain numbers: -2 under `%`, 4 under 万人.
  ///   - index: The rows that a reference may mean.
  static func reader(
    _ field: FieldDeclaration, tally: NormalisationTally, headingPower: Int = 0,
    index: ReferenceIndex? = nil
  ) -> CellReader {
    switch field.type {
    case .integer, .decimal, .percent:
      NumberCellReader(field, tally: tally, headingPower: headingPower)
    case .real, .realPercent: RealCellReader(field, tally: tally, headingPower: headingPower)
    case .boolean: BooleanCellReader(field, tally: tally)
    case .date: DateCellReader(field, tally: tally)
    case .time: TimeCellReader(field, tally: tally)
    case .period(let kind): PeriodCellReader(field, kind: kind, tally: tally)
    case .choice(let values): ChoiceCellReader(field, values: values, tally: tally)
    case .reference:
      ReferenceCellReader(field, index: index ?? ReferenceIndex(label: field.label), tally: tally)
    case .text, .file: TextCellReader(field, tally: tally)
    // No field is declared with these: they come of calculations.
    case .duration, .null: CellReader(field, tally: tally)
    }
  }
}
