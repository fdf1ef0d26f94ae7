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

  /// A value stays a part of the line in which it stands: it opens no heading, list or query.
  private static func onOneLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.first.map { "#-`*\\".contains($0) } == true ? "\\" + line : line
  }
}
