import KitLanguage
import KitModel

/// What to say about a name that is nothing: what was probably meant.
extension ExpressionBuilder {
  func reportUnknown(_ path: Path, among columns: [LiveColumn]? = nil) {
    guard let first = path.names.first else { return }
    let alive = columns ?? (rows?.columns ?? []) + (right?.columns ?? [])
    if path.names.count > 1, reportCommaMeant(path, alive) { return }
    if reportGlued(first, alive) { return }
    if outerNames.contains(first.key) {
      _ = failure(QueryMessages.outerName, ["name": first.text], at: path.span)
      return
    }
    let names =
      alive.flatMap { [$0.id, $0.label.zh, $0.label.en] + $0.aliases.map(\.description) }
      + compiler.scope.variables.keys.map(\.description)
    let near = Nearness.suggestions(for: first.text, among: names)
    if rows == nil && right == nil {
      _ = failure(
        near.isEmpty ? QueryMessages.unknownVariable : QueryMessages.unknownVariableNear,
        ["name": first.text, "near": near.joined(separator: ", ")], at: first.span,
        fixes: near.map { Diagnostic.Fix(first.span, $0) })
      return
    }
    let shown = alive.prefix(12).map { $0.label.text(language) }.joined(separator: ", ")
    let list = alive.count > 12 ? shown + " …" : shown
    _ = failure(
      near.isEmpty ? QueryMessages.unknownColumn : QueryMessages.unknownColumnNear,
      ["name": first.text, "near": near.joined(separator: ", "), "list": list], at: first.span,
      fixes: near.map { Diagnostic.Fix(first.span, $0) })
  }

  /// `编码。名称`: two columns with the full stop of the input method between, where a comma was meant.
  private func reportCommaMeant(_ path: Path, _ alive: [LiveColumn]) -> Bool {
    let known = path.names.allSatisfy { name in
      alive.contains { $0.firstNames.contains(name.key) || $0.aliases.contains(name.key) }
    }
    guard known else { return false }
    let text = path.names.map(\.text)
    _ = failure(
      QueryMessages.commaMeant, ["name": text.joined(separator: ".")], at: path.span,
      fixes: [Diagnostic.Fix(path.span, text.joined(separator: "，"))])
    return true
  }

  /// `得分降序`: a column and a word of the language without a blank between.
  private func reportGlued(_ name: Name, _ alive: [LiveColumn]) -> Bool {
    guard let split = GluedWords.split(name, among: alive.flatMap { $0.firstNames + $0.aliases }) else {
      return false
    }
    _ = failure(
      QueryMessages.blankMissing, ["name": name.text, "meant": split], at: name.span,
      fixes: [Diagnostic.Fix(name.span, split)])
    return true
  }

  func reportNoReference(_ path: Path, _ name: Name, _ from: ResolvedPath) {
    if let rows, reportCommaMeant(path, rows.columns) { return }
    _ = failure(
      QueryMessages.notAReference, ["name": from.label.text(language), "field": name.text], at: path.span)
  }
}

/// A name that is another name and a word of the language, glued.
enum GluedWords {
  /// `得分 降序` for `得分降序`; nil when no split fits. The longest name wins.
  static func split(_ name: Name, among names: [NameKey]) -> String? {
    guard !name.isQuoted else { return nil }
    let key = name.key.description
    let known = names.map(\.description).filter { !$0.isEmpty && key.hasPrefix($0) && $0 != key }
      .sorted { $0.count > $1.count }
    for candidate in known {
      let rest = String(key.dropFirst(candidate.count))
      let head = String(name.text.prefix(candidate.count))
      if isWord(rest) { return head + " " + name.text.dropFirst(candidate.count) }
      for length in stride(from: rest.count - 1, to: 0, by: -1) where isWord(String(rest.prefix(length))) {
        let word = String(rest.prefix(length))
        return head + " " + word + " " + rest.dropFirst(length)
      }
    }
    return nil
  }

  /// A word that may follow an operand.
  private static func isWord(_ text: String) -> Bool {
    Words.find(text).contains { word in
      switch word.kind {
      case .clause, .logic, .comparison, .arithmetic: text.unicodeScalars.allSatisfy { $0.value > 0x7F }
      default: false
      }
    }
  }
}
