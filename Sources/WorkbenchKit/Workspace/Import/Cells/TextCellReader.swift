import KitFormats
import KitModel

/// Text as it stands: leading zeros, Chinese punctuation and inner blanks stay; full-width digits and letters are
/// made plain.
final class TextCellReader: CellReader {
  private let minimum: Int
  private let maximum: Int
  private let pattern: TextPattern?
  /// The last value that the pattern matched: columns repeat themselves.
  private var lastMatch: [UInt8] = []

  override init(_ field: FieldDeclaration, tally: NormalisationTally) {
    minimum = field.minimum?.wholeNumber ?? 0
    maximum = field.maximum?.wholeNumber ?? .max
    // Declarations with a pattern that is none were refused when they were read.
    pattern = field.pattern.flatMap { try? TextPattern($0) }
    super.init(field, tally: tally)
  }

  override func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult {
    if kind == .percent { return checked(percent(text), text) }
    if text.needsFolding || (!text.isASCII && Self.isSpacedName(text.bytes)) {
      return checked(spelled(text), text)
    }
    if minimum > 0 || maximum < .max {
      let length = Self.characters(text.bytes)
      if length < minimum || length > maximum { return wrongLength(length, text) }
    }
    if let pattern, !text.bytes.elementsEqual(lastMatch) {
      guard pattern.matches(text.string) else { return mismatch(text) }
      lastMatch = Array(text.bytes)
    }
    return .value(.utf8(text.bytes))
  }

  private func spelled(_ text: CellText) -> String {
    let kept = text.kept(tally)
    // 张　三: two characters set apart so that names of two and three line up.
    let parts = kept.split(separator: " ")
    guard parts.count == 2, parts.allSatisfy({ $0.unicodeScalars.count == 1 && Self.isHan($0) }) else {
      return kept
    }
    tally.add(.nameBlanks)
    return parts.joined()
  }

  /// A share kept as a number with a percent format is written as it is shown.
  private func percent(_ text: CellText) -> String {
    guard let number = NumberText(folded: text.folded), let hundredfold = number.units(scale: 2, shift: 2)
    else { return text.string }
    let shown = ExactDecimal(units: hundredfold.units, scale: 2).description
    var digits = shown[...]
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return digits + "%"
  }

  private func checked(_ value: String, _ text: CellText) -> CellResult {
    if value.isEmpty { return .value(.empty) }
    let length = value.unicodeScalars.count
    if length < minimum || length > maximum { return wrongLength(length, text) }
    if let pattern, !pattern.matches(value) { return mismatch(text) }
    return lent(value)
  }

  private func wrongLength(_ length: Int, _ text: CellText) -> CellResult {
    let message = length > maximum ? CellMessages.tooLong : CellMessages.tooShort
    return fault(
      message, text, ["length": String(length), "limit": String(length > maximum ? maximum : minimum)])
  }

  private func mismatch(_ text: CellText) -> CellResult {
    fault(CellMessages.patternMismatch, text, ["pattern": field.pattern ?? ""])
  }

  /// Characters of checked UTF-8: the bytes that begin one.
  private static func characters(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  /// Two Chinese characters of three bytes each, ASCII blanks between them, and nothing else.
  private static func isSpacedName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 6, bytes.count <= 12, bytes[3] == 0x20, bytes[0] >= 0xE3, bytes[0] <= 0xE9 else {
      return false
    }
    return bytes[3..<(bytes.count - 3)].allSatisfy { $0 == 0x20 } && bytes[bytes.count - 3] >= 0xE3
  }

  private static func isHan(_ text: Substring) -> Bool {
    text.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
  }
}
