import KitModel

/// Makes texts fit for cells and counts what had to be cut.
struct WorkbookTexts {
  /// What a cell holds at most, in UTF-16 units.
  static let limit = 32_767

  private var cutCount = 0
  private var firstCut: (sheet: String, row: Int, column: Int)?

  var remarks: [Diagnostic] {
    guard let firstCut else { return [] }
    let location = Location(file: "", sheet: firstCut.sheet, row: firstCut.row, column: firstCut.column)
    let cell = "\(firstCut.sheet)!\(location.cell ?? "")"
    let arguments = ["count": String(cutCount), "limit": String(Self.limit), "cell": cell]
    return [Diagnostic(WritingMessages.textCut, arguments, severity: .warning)]
  }

  /// `text` as the cell can hold it; row and column from 1.
  mutating func fitted(_ text: String, _ shape: TextShape, sheet: String, row: Int, column: Int) -> String {
    if shape.isPlain { return text }
    let clean = Self.clean(text)
    guard clean.utf16.count > Self.limit else { return clean }
    cutCount += 1
    if firstCut == nil { firstCut = (sheet, row, column) }
    var units = 0
    return String(
      clean.prefix {
        units += $0.utf16.count
        return units <= Self.limit
      })
  }

  /// Without characters that no XML may hold; what looks like an escape is escaped (`_x000D_` as
  /// `_x005F_x000D_`), since readers decode it.
  static func clean(_ text: String) -> String {
    if TextShape(text).isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    let cleaned = String(result)
    return cleaned.utf8.contains(0x5F) ? cleaned.replacing("_x", with: "_x005F_x") : cleaned
  }
}
