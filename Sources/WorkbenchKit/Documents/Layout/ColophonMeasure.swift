import KitModel

/// How high 版记 is, in twentieths of a point.
///
/// Only the program that prints a paper knows where its lines end, so there are two answers: as the office's own
/// typefaces have it, in which a digit is half a square, and as much as any typeface that stands in for them may take.
struct ColophonMeasure {
  /// With the office's typefaces.
  let height: Int
  /// At most.
  let room: Int

  /// A character of 14 pt.
  static let character = 280
  /// Lines of 抄送 that follow the first begin below its first name, three characters in.
  static let hanging = 3 * character
  /// Of 抄送 and 印发.
  static let line = 480
  /// Of the journal's code, in smaller type.
  static let codeLine = 280
  /// A border, and what programs add to a row by it.
  private static let border = 20

  init(_ colophon: Colophon, width: Int) {
    let area = width - 2 * Self.character
    let printed = colophon.printedBy + "　" + OfficialText.printedOn(colophon)
    func lines(_ isLeast: Bool) -> Int {
      let copied = colophon.copyTo.map {
        Self.lines(OfficialText.copyTo($0), first: area, width: area - Self.hanging, isLeast: isLeast)
      }
      return (copied ?? 0) + Self.lines(printed, first: area, width: area, isLeast: isLeast)
    }
    let code = colophon.code == nil ? 0 : Self.codeLine
    height = code + lines(true) * Self.line + Self.border
    room = code + lines(false) * Self.line + 5 * Self.border
  }

  /// Marks that no line begins with.
  private static let closing = Set("，。、；：）〕》”’！？,.;:)".unicodeScalars)

  /// The lines of a text.
  /// - Parameters:
  ///   - first: The width of the first line; hanging text has more in it.
  ///   - isLeast: Digits and letters are half a square, and marks may hang over the edge of a line. Otherwise they are
  ///     wider, and a mark takes the character before it to the next line.
  private static func lines(_ text: String, first: Int, width: Int, isLeast: Bool) -> Int {
    let latin = isLeast ? character / 2 : character * 2 / 3
    var (lines, left, piece) = (1, first, 0)
    func place(_ own: Int, besides: Int = 0) {
      if own > left { (lines, left) = (lines + 1, width - besides) }
      left -= own
    }
    for scalar in text.unicodeScalars {
      let isWide = DisplayWidth.of(scalar) > 1
      let isClosing = closing.contains(scalar)
      if !isWide, !isClosing, scalar != " " {
        // Numbers and words stay whole, as long as a line holds them.
        piece = min(width, piece + latin)
        continue
      }
      place(piece)
      piece = 0
      let own = isWide ? character : latin
      if isClosing, isLeast {
        left -= own
      } else {
        place(own, besides: isClosing ? character : 0)
      }
    }
    place(piece)
    return lines
  }
}
