import KitModel
import KitQuery

extension Session {
  /// The key of the row that a text means: by key, name, short or former name.
  /// - Parameter parameter: What was given, as messages call it.
  /// - Throws: That there is none, with near names, or that there are several, with their keys.
  func key(of text: String, in entity: String, parameter: String, at span: SourceSpan?) throws -> String {
    let compiler = try compiler(QueryScope(), runner: nil)
    guard let query = try compiler.keys(of: text, in: entity) else { return text }
    let keys = try openStore().table(of: query).rows.compactMap { row -> String? in
      if case .text(let key)? = row.values.first { key } else { nil }
    }
    if let key = keys.first(where: { $0 == text }) ?? (keys.count == 1 ? keys.first : nil) { return key }
    let label =
      compiler.catalog.entities.first { $0.fullName == entity }?.label ?? Label(zh: entity, en: entity)
    var arguments = ["name": parameter, "found": text, "entity": label.zh, "entityEn": label.en]
    if keys.count > 1 {
      arguments["list"] = keys.joined(separator: "、")
      arguments["listEn"] = keys.joined(separator: ", ")
      throw Diagnostic(ScriptMessages.severalRows, arguments, at: span)
    }
    let near = Nearness.suggestions(for: text, among: names(of: entity))
    arguments["near"] = near.joined(separator: "、")
    arguments["nearEn"] = near.joined(separator: ", ")
    throw Diagnostic(
      near.isEmpty ? ScriptMessages.noSuchRow : ScriptMessages.noSuchRowNear, arguments, at: span,
      fixes: span.map { span in near.map { Diagnostic.Fix(span, $0) } } ?? [])
  }
}
