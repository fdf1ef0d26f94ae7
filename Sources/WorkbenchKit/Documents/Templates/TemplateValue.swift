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

  /// A value stays a part of the line in which it stands: it opens no heading, list or query.
  private static func onOneLine(_ text: String) -> String {
    let line = text.split { $0.isNewline || $0 == mark }.joined(separator: " ")
    return line.first.map { "#-`*\\".contains($0) } == true ? String(mark) + line : line
  }

  /// The text of a template with its values in it: where one that could be read as markup begins a line, an item or a
  /// cell, a `\` keeps it from that; anywhere else nothing is needed.
  static func withoutMarks(_ text: String) -> String {
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
