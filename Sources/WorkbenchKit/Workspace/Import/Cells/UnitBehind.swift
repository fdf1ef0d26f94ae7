import KitModel

/// Reads the unit that stands behind a number in a cell.
struct UnitBehind {
  let field: FieldDeclaration
  /// The unit in which the field is kept.
  let unit: FigureUnit?
  let tally: NormalisationTally

  /// The power of ten to multiply by, or why the unit does not fit the field; nil for what is no unit at all.
  func power(_ text: String) -> Result<Int, CellFault>? {
    guard let written = FigureUnit(text) else { return nil }
    guard let power = written.power(in: unit) else {
      let more = ["unit": written.word, "declared": unit?.word ?? ""]
      return .failure(
        CellFault(unit == nil ? CellMessages.unitUndeclared : CellMessages.unitDiffers, more))
    }
    let isPlainCount = unit == nil && power > 0
    tally.add(power == 0 ? .unit : isPlainCount ? .tenThousand : .unitConverted)
    return .success(power)
  }
}
