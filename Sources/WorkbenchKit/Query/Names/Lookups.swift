import KitLanguage
import KitModel

extension Compiler {
  /// The table or part behind a lookup, under a new alias, with its key columns.
  func source(of target: Lookup.Target) -> (source: SQLSelect.Source, keys: [String])? {
    switch target {
    case .table(let stored, let keys, let name):
      return (SQLSelect.Source(table: stored, isCTE: false, alias: freshAlias(name)), keys)
    case .part(let name, let keys):
      return (SQLSelect.Source(table: name, isCTE: true, alias: freshAlias(name + "_row")), keys)
    case .computed(let entity, let index):
      guard let part = computedPart(target, entity: entity, index: index) else { return nil }
      return (
        SQLSelect.Source(table: part.name, isCTE: true, alias: freshAlias(part.name + "_row")), part.keys
      )
    }
  }

  /// The pipeline behind computed columns as a part of the statement; made once.
  private func computedPart(_ target: Lookup.Target, entity: String, index: Int)
    -> (name: String, keys: [String])?
  {
    if let made = computedParts[target] { return made }
    guard let view = self.entity(entity), view.computed.indices.contains(index) else { return nil }
    let computed = view.computed[index]
    guard opened.insert(computed.name).inserted else {
      report(QueryMessages.computedLoop, ["entity": label(entity)], at: span)
      return nil
    }
    defer { opened.remove(computed.name) }
    guard var rows = rows(computed, of: view) else { return nil }
    let name = freshName(view.declaration.id + "_computed")
    guard rows.columns.count > computed.columns.columns.count else {
      reportComputed(computed, view)
      return nil
    }
    var outputs = [SQLSelect.Output(expression: rows.sql(of: 0, self), name: "_key")]
    for (place, declared) in computed.columns.columns.enumerated() {
      let value = Typed(rows.columns[place + 1], sql: rows.sql(of: place + 1, self))
      outputs.append(
        SQLSelect.Output(expression: value.converted(to: declared.type)?.sql ?? value.sql, name: declared.id))
    }
    rows.settleFootnotes()
    rows.select.columns = outputs
    add(SQLCTE(name: name, body: .select(rows.select)))
    computedParts[target] = (name, ["_key"])
    return (name, ["_key"])
  }

  /// Reads and compiles the declared pipeline apart from the statement: what is wrong in it is the
  /// plugin's, told without a place in the text typed.
  private func rows(_ computed: EntityView.Computed, of view: EntityView) -> Rows? {
    guard let pipeline = PipelineText.parse(computed.columns.pipeline) else {
      reportComputed(computed, view)
      return nil
    }
    let outer = (scope, diagnostics.count, span)
    let said = remarkCount
    scope = QueryScope()
    let rows = self.rows(of: pipeline)
    (scope, span) = (outer.0, outer.2)
    dropRemarks(from: said)
    if diagnostics.count > outer.1 {
      let isLoop = diagnostics[outer.1...].contains { $0.message == QueryMessages.computedLoop }
      dropDiagnostics(from: outer.1)
      if isLoop {
        report(QueryMessages.computedLoop, ["entity": label(view.fullName)], at: span)
      } else {
        reportComputed(computed, view)
      }
      return nil
    }
    return rows
  }

  private func reportComputed(_ computed: EntityView.Computed, _ view: EntityView) {
    report(
      QueryMessages.computedBroken,
      ["entity": view.declaration.label.text(environment.language), "plugin": computed.columns.plugin],
      at: span)
  }
}
