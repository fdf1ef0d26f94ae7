import KitModel

/// What the cells of a column ask for, in hundredths of the size of the type.
struct ColumnMeasure: Hashable {
  /// The longest line.
  private(set) var most = 0
  /// The longest piece of Latin and digits without a blank: codes, numbers, dates.
  private(set) var run = 0
  /// The longest line of the heading.
  private(set) var heading = 0

  /// Longer pieces, such as addresses of pages, are broken.
  private static let longestRun = 1800

  /// What the column needs so that no code and no number is broken, and words stand in four characters a line: long
  /// texts in up to 14, since a tall row is hard to read too.
  var least: Int {
    let words = most <= 400 ? most : min(1400, max(400, most / 6))
    // Headings in two lines of about one length.
    let half = heading <= 200 ? heading : min(400, (heading + 199) / 200 * 100)
    return max(100, min(run, Self.longestRun), words, half)
  }

  /// What it would like to have; nobody reads longer lines.
  var wanted: Int { max(least, min(max(most, heading), 4400)) }

  /// Whether nothing but short codes or numbers stands in it.
  var isCode: Bool { most == run && most <= 1200 }

  mutating func add(heading text: String) {
    let (width, piece) = Self.widths(text)
    heading = max(heading, width)
    run = max(run, piece)
  }

  /// - Parameter isBold: Bold digits are wider.
  mutating func add(_ text: String, isBold: Bool = false) {
    let (width, piece) = Self.widths(text)
    most = max(most, isBold ? width * 11 / 10 : width)
    run = max(run, isBold ? piece * 11 / 10 : piece)
  }

  /// The longest line and the longest piece that should not be broken.
  private static func widths(_ text: String) -> (line: Int, piece: Int) {
    var (line, longest, piece, longestPiece) = (0, 0, 0, 0)
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        (line, piece) = (0, 0)
        continue
      }
      let own = width(scalar)
      line += own
      // Numbers of papers have Chinese brackets within them: （2022）14.
      let isPiece = DisplayWidth.of(scalar) == 1 && scalar != " " && scalar != "\t"
      piece = isPiece || "（）〔〕".unicodeScalars.contains(scalar) ? piece + own : 0
      longest = max(longest, line)
      longestPiece = max(longestPiece, piece)
    }
    return (longest, longestPiece)
  }

  /// As wide as in the widest of the typefaces that stand in for the office's; half a square would be too little.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "0"..."9": 64
    case "W", "M", "m", "w", "@", "%": 103
    case "A"..."Z": 80
    case ".", ",", ":", ";", "'", "|", "!", "i", "j", "l", " ", "(", ")", "-", "/": 40
    default: DisplayWidth.of(scalar) * (DisplayWidth.of(scalar) == 1 ? 66 : 50)
    }
  }
}
