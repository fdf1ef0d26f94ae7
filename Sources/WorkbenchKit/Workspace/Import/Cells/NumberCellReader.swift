import KitFormats
import KitModel

/// Whole numbers, decimals and percents, all exact: the number times 10 to the power of the field's scale.
final class NumberCellReader: CellReader {
  private let scale: Int
  private let isPercent: Bool
  private let isInteger: Bool
  /// The unit in which the field is kept.
  private let unit: FigureUnit?
  /// The power of ten that the heading puts behind figures that say nothing themselves: -2 under `%`.
  private let headingPower: Int
  private let minimum: Int64
  private let maximum: Int64
  /// The largest magnitude that the field's digits hold.
  private let capacity: Int64

  init(_ field: FieldDeclaration, tally: NormalisationTally, headingPower: Int) {
    scale = field.type.scale ?? 0
    isInteger = field.type == .integer
    if case .percent = field.type { isPercent = true } else { isPercent = false }
    self.headingPower = headingPower
    unit = FigureUnit.declared(by: field)
    minimum = field.minimum?.units(scale: field.type.scale ?? 0) ?? .min
    maximum = field.maximum?.units(scale: field.type.scale ?? 0) ?? .max
    var limit: Int64 = .max
    if case .decimal(let precision, _) = field.type, precision < 18 {
      limit = (0..<precision).reduce(1) { product, _ in product &* 10 } - 1
    }
    capacity = limit
    super.init(field, tally: tally)
  }

  override func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult {
    if text.isASCII, kind != .percent, let number = NumberText(plain: text.bytes) {
      return taken(number, shift: headingPower, text)
    }
    let folded = text.folded
    if isDash(folded) { return dash() }
    guard kind != .date, kind != .boolean, let number = NumberText(folded: folded) else {
      let isLong = folded.utf8.count > 18 && folded.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      return fault(
        isLong ? CellMessages.tooManyDigits : isInteger ? CellMessages.notInteger : CellMessages.notNumber,
        text)
    }
    if kind == .percent {
      guard isPercent else { return fault(CellMessages.percentWhereNumber, text) }
      return taken(number, shift: 0, isMarked: true, text)
    }
    let shift: Int
    switch power(behind: number.rest(of: folded)) {
    case .success(let power): shift = power
    case .failure(let fault): return self.fault(fault.message, text, fault.arguments)
    }
    if text.needsFolding { tally.add(.fullWidth) }
    if number.hasSeparators { tally.add(.separators) }
    return taken(number, shift: shift, text)
  }

  /// The power of ten that stands behind a number, or why that is none.
  private func power(behind rest: String) -> Result<Int, CellFault> {
    if rest.isEmpty { return .success(headingPower) }
    if isPercent {
      guard rest == "%" else { return .failure(CellFault(CellMessages.notNumber)) }
      tally.add(.percent)
      return .success(-2)
    }
    return UnitBehind(field: field, unit: unit, tally: tally).power(rest)
      ?? .failure(CellFault(isInteger ? CellMessages.notInteger : CellMessages.notNumber))
  }

  @inline(__always)
  private func taken(_ number: NumberText, shift: Int, isMarked: Bool = false, _ text: CellText) -> CellResult
  {
    let value: Int64
    if number.places == 0 && scale == 0 && shift == 0 && number.digits <= UInt64(Int64.max) {
      value = number.isNegative ? -Int64(number.digits) : Int64(number.digits)
    } else {
      guard let (units, isExact) = number.units(scale: scale, shift: shift) else {
        return fault(CellMessages.tooManyDigits, text)
      }
      if !isExact {
        if isInteger { return fault(CellMessages.notInteger, text) }
        tally.add(.rounded)
      }
      value = units
    }
    // 80 where 80% or 0.8 was meant: nothing tells which, so it is asked.
    if isPercent && shift == 0 && !isMarked && value > one {
      return fault(CellMessages.percentSignMissing, text)
    }
    if value < minimum || value > maximum { return outOfRange(text) }
    if value.magnitude > UInt64(capacity) { return fault(CellMessages.tooManyDigits, text) }
    return .value(.integer(value))
  }

  /// One, in units of the field.
  private var one: Int64 { (0..<scale).reduce(1) { product, _ in product &* 10 } }

  private func outOfRange(_ text: CellText) -> CellResult {
    fault(field.rangeMessage, text, field.rangeArguments)
  }
}

/// Doubles.
final class RealCellReader: CellReader {
  private let minimum: Double
  private let maximum: Double
  private let unit: FigureUnit?
  private let headingPower: Int

  init(_ field: FieldDeclaration, tally: NormalisationTally, headingPower: Int) {
    unit = FigureUnit.declared(by: field)
    self.headingPower = headingPower
    minimum = field.minimum?.double ?? -.infinity
    maximum = field.maximum?.double ?? .infinity
    super.init(field, tally: tally)
  }

  override func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult {
    if text.isASCII, let number = NumberText(plain: text.bytes), let value = number.double {
      return ranged(value, power: headingPower, text)
    }
    let folded = text.folded
    if isDash(folded) { return dash() }
    guard kind != .date, kind != .boolean else { return fault(CellMessages.notNumber, text) }
    if let number = NumberText(folded: folded) {
      let rest = number.rest(of: folded)
      guard let value = number.double else { return fault(CellMessages.notNumber, text) }
      if text.needsFolding { tally.add(.fullWidth) }
      if number.hasSeparators { tally.add(.separators) }
      if rest.isEmpty { return ranged(value, power: headingPower, text) }
      switch UnitBehind(field: field, unit: unit, tally: tally).power(rest) {
      case .success(let power): return ranged(value, power: power, text)
      case .failure(let fault): return self.fault(fault.message, text, fault.arguments)
      case nil: return fault(CellMessages.notNumber, text)
      }
    }
    // What is left: more digits than the quick way holds. `nan`, `inf` and hexadecimal are no numbers here.
    guard
      folded.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }),
      let value = Double(folded), value.isFinite
    else { return fault(CellMessages.notNumber, text) }
    return ranged(value, power: headingPower, text)
  }

  private func ranged(_ written: Double, power: Int, _ text: CellText) -> CellResult {
    let factor = (0..<abs(power)).reduce(1.0) { product, _ in product * 10 }
    let value = power < 0 ? written / factor : written * factor
    guard value >= minimum, value <= maximum else {
      return fault(field.rangeMessage, text, field.rangeArguments)
    }
    return .value(.real(value))
  }
}
