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
    let known = Set(alive.flatMap { $0.firstNames + $0.aliases })
    guard !name.isQuoted, let split = Slips.split(name.text, isKnown: { known.contains(NameKey($0)) }) else {
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
