/// Lengths of the two kinds of paper, in twentieths of a point as docx counts them (56.7 to a millimetre).
///
/// 28 characters of 16 pt are wider than the type area, and 22 lines of 30 pt higher: the official pitch is 15.75 pt
/// along the line and 28.95 pt down the page, which fill 155.6 × 224.7 mm of 156 × 225.
enum PaperMeasures {
  static let pageWidth = 11906
  static let pageHeight = 16838

  /// 37, 26, 35 and 28 mm.
  static let officialMargins = Margins(top: 2098, right: 1474, bottom: 1984, left: 1587)
  /// 25.4 mm all around.
  static let reportMargins = Margins(top: 1440, right: 1440, bottom: 1440, left: 1440)

  /// 18 mm all around, for a report on one page.
  static let compactMargins = Margins(top: 1020, right: 1020, bottom: 1020, left: 1020)

  /// 15 mm all around: reports that are printed from a page, as `HTMLPage.style` has it.
  static let pageMargins = Margins(top: 850, right: 850, bottom: 850, left: 850)

  struct Margins {
    var top: Int
    var right: Int
    var bottom: Int
    var left: Int

    /// The type area.
    func area(isLandscape: Bool) -> Area {
      let (width, height) =
        isLandscape
        ? (PaperMeasures.pageHeight, PaperMeasures.pageWidth)
        : (PaperMeasures.pageWidth, PaperMeasures.pageHeight)
      return Area(width: width - left - right, height: height - top - bottom)
    }

    /// The width of the type area.
    func width(isLandscape: Bool) -> Int { area(isLandscape: isLandscape).width }

    /// The same page turned, its top at the right of the sheet as it lies in the file.
    var turned: Margins { Margins(top: right, right: bottom, bottom: left, left: top) }
  }

  /// Where the text of a page stands.
  struct Area {
    var width: Int
    var height: Int
  }

  /// A line of official text.
  static let line = 579
  /// A character of official text: 16 pt less a quarter.
  static let character = 315
  /// 发文机关标志 begins 35 mm below the top of the type area.
  static let organTop = 1984
  /// Columns of a line of the title: 20 characters of 22 pt fill the type area; one less leaves room for digits that are
  /// wider than half a character.
  static let titleColumns = 38
  /// From the foot of the sheet to the foot of the page number, whose dash is 7 mm below the type area.
  static let footer = 1446

  static func twips(millimetres: Double) -> Int { Int((millimetres * 1440 / 25.4).rounded()) }

  /// The size of 发文机关标志 in half points: as large as 42 pt, as small as a title, so that the longest line fits.
  static func organSize(_ lines: [String], width: Int) -> Int {
    let longest = lines.map(columns).max() ?? 0
    guard longest > 0 else { return 84 }
    // Two columns are a square; the width in half points is a tenth of that in twips.
    let fitting = width / 10 * 2 / max(1, longest)
    return max(44, min(84, fitting))
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.count { $0.value > 0x7F } * 2 + text.unicodeScalars.count { $0.value <= 0x7F }
  }
}
