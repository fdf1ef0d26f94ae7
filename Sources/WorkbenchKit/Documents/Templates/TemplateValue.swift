/// What a template may put in: a text, whether a part is shown, or the items of a part that is repeated.
public enum TemplateValue: Sendable {
  case text(String)
  case flag(Bool)
  /// The names of an item's values are said, since there may be no item.
  case items([[String: TemplateValue]], names: [String])

  /// As the renderer of Mustache looks at it.
  var rendered: Any {
    switch self {
    case .text(let text): Self.onOneLine(text)
    case .flag(let flag): flag
    case .items(let items, _): items.map { $0.mapValues(\.rendered) }
    }
  }

  /// Stands before a value that could be read as markup, until it is known where on its line that is.
  private static let mark: Character = "\u{1E}"
  /// Stands behind a value that ends a sentence, until it is known whether the template ends it too.
  private static let sentenceEnd: Character = "\u{1D}"

  /// A value stays a part of the line in which it stands: it opens no heading, list or query.
  private static func onOneLine(_ text: String) -> String {
    let line = text.split { $0.isNewline || $0 == mark || $0 == sentenceEnd }.joined(separator: " ")
    let isMarkup = line.first.map { "#-`*\\".contains($0) } == true
    return (isMarkup ? String(mark) : "") + line + (line.hasSuffix("。") ? String(sentenceEnd) : "")
  }

  /// Where the template goes on with a mark of its own, the full stop of a value is one too many: `不全。` in `{{内容}}。`
  private static func withoutDoubledStops(_ text: String) -> String {
    let pieces = text.split(separator: sentenceEnd, omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return text }
    return pieces.indices.map { index in
      let next = index + 1 < pieces.count ? pieces[index + 1].first : nil
      let isOneTooMany = pieces[index].hasSuffix("。") && next.map { "。；，、".contains($0) } == true
      return isOneTooMany ? pieces[index].dropLast() : pieces[index]
    }.joined()
  }

  /// The text of a template with its values in it: where one that could be read as markup begins a line, an item or a
  /// cell, a `\` keeps it from that; anywhere else nothing is needed.
  static func withoutMarks(_ text: String) -> String {
    let text = withoutDoubledStops(text)
    guard text.contains(mark) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var pieces = line.split(separator: mark, omittingEmptySubsequences: false)[...]
      var result = String(pieces.removeFirst())
      for piece in pieces {
        let before = result.drop(while: \.isWhitespace).last { !$0.isWhitespace }
        let opens = before == nil || before == "|" || result.allSatisfy { "-# ".contains($0) }
        result += (opens ? "\\" : "") + piece
      }
      return result
    }.joined(separator: "\n")
  }
}
