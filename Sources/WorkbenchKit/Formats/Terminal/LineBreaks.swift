import KitModel

/// Breaks running text into lines of a terminal: between Chinese characters and at blanks, never before a mark
/// that ends a clause.
public enum LineBreaks {
  public static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph($0, width: width) }
  }

  private static func paragraph(_ text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let size = DisplayWidth.of(piece)
      if used > 0, used + size > width, !piece.allSatisfy(\.isWhitespace) {
        lines.append(trimmed(line))
        (line, used) = ("", 0)
      }
      line += piece
      used += size
    }
    lines.append(trimmed(line))
    return lines
  }

  /// Stretches that stay together: a word, a run of blanks, one wide character with the marks behind it.
  private static func pieces(_ text: Substring) -> [String] {
    var pieces: [String] = []
    var previous: Kind?
    for character in text {
      let kind = Kind(character)
      let joins = kind == .closing || previous == .opening || (kind == previous && kind != .wide)
      if joins, let last = pieces.popLast() {
        pieces.append(last + String(character))
      } else {
        pieces.append(String(character))
      }
      // What stands behind a closing mark begins anew.
      previous = kind == .closing ? .closing : kind
    }
    return pieces
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  private enum Kind {
    case blank, narrow, wide, opening, closing

    init(_ character: Character) {
      self =
        if character.isWhitespace {
          .blank
        } else if "，。；：、？！）」』》〉】”’".contains(character) {
          .closing
        } else if "（「『《〈【“‘".contains(character) {
          .opening
        } else {
          DisplayWidth.of(String(character)) > 1 ? .wide : .narrow
        }
    }
  }
}
