import KitLanguage

/// A pipeline written in a declaration.
package enum PipelineText {
  /// Nil for what is no single pipeline or relation.
  package static func parse(_ text: String) -> Pipeline? {
    guard let script = try? Parser.parse(text).get(), script.statements.count == 1,
      case .value(let value)? = script.statements.first?.kind
    else { return nil }
    switch value {
    case .pipeline(let pipeline): return pipeline
    case .expression(let expression):
      guard case .path(let path) = expression.kind else { return nil }
      return Pipeline(
        source: .relation(Relation(.path(path), span: path.span)), stages: [], span: expression.span)
    }
  }

  /// The name of the relation that a pipeline begins with, as it is written: `district.finding`. Nil for what is no
  /// pipeline, and for one that begins with something else.
  package static func relation(_ text: String) -> String? {
    guard case .relation(let relation)? = parse(text)?.unfolded.source, case .path(let path) = relation.kind,
      !path.isVariable
    else { return nil }
    return path.names.map(\.text).joined(separator: ".")
  }
}
