import KitLanguage
import KitModel

extension ExpressionBuilder {
  /// A reference beside a reference or a text: both as keys. A text that is no key means the name.
  func references(_ left: Typed, _ right: Typed, at span: SourceSpan) -> (Typed, Typed)? {
    switch (left.type, right.type) {
    case (.reference(let one), .reference(let two)):
      if let first = compiler.entity(one), let second = compiler.entity(two), first.root != second.root {
        compiler.report(
          QueryMessages.differentReferences, ["left": compiler.label(one), "right": compiler.label(two)],
          at: span)
        return nil
      }
      return (left, right)
    case (.reference(let target), _) where right.type.isTextual:
      return key(right, of: target).map { (left, $0) }
    case (_, .reference(let target)) where left.type.isTextual:
      return key(left, of: target).map { ($0, right) }
    default:
      let number = right.type.isNumeric ? right : left
      let text = number.written ?? number.constant?.literalText
      let fixes = text.map { [Diagnostic.Fix(number.span, "\"\($0)\"")] } ?? []
      compiler.report(
        QueryMessages.cannotCompare,
        ["left": compiler.name(left.type), "right": compiler.name(right.type)], at: span, fixes: fixes)
      return nil
    }
  }

  /// The key that a text stands for: itself, or the key of the row that bears it as its name.
  func key(_ text: Typed, of target: String) -> Typed? {
    guard let entity = compiler.entity(target), let key = entity.singleKey else { return text }
    guard case .text(let written)? = text.constant else { return text }
    guard let name = entity.nameField, name != key else { return text }
    guard let runner = compiler.runner else { return text }
    do {
      let keys = try runner(compiler.keyQuery(written, entity: entity, key: key, name: name))
        .compactMap { row -> String? in
          if case .text(let key)? = row.values.first { key } else { nil }
        }
      if keys.contains(written) { return text }
      if keys.count > 1 {
        compiler.report(
          QueryMessages.nameOfSeveral, ["name": written, "list": keys.joined(separator: ", ")],
          at: text.span, fixes: keys.prefix(5).map { Diagnostic.Fix(text.span, "\"\($0)\"") })
        return nil
      }
      if let key = keys.first { return Typed(.text(key), .text, span: text.span) }
      compiler.remark(
        QueryMessages.noSuchRow, ["name": written, "entity": compiler.label(target)], at: text.span)
      return text
    } catch {
      compiler.unanswered(error)
      return nil
    }
  }
}

extension Compiler {
  /// Keys of the rows that have this key or this name.
  func keyQuery(_ text: String, entity: EntityView, key: String, name: String) -> CompiledQuery {
    let alias = entity.declaration.id
    var select = SQLSelect(from: SQLSelect.Source(table: entity.fullName, isCTE: false, alias: alias))
    let keyColumn = SQLExpression.column(alias, key)
    var nameColumn = SQLExpression.column(alias, name)
    let table = entity.table(of: name)
    if table != entity.fullName {
      nameColumn = .column("parent", name)
      select.joins = [
        SQLSelect.Join(
          kind: .inner, source: SQLSelect.Source(table: table, isCTE: false, alias: "parent"),
          condition: .binary(.equal, .column("parent", key), keyColumn))
      ]
    }
    select.columns = [SQLSelect.Output(expression: keyColumn, name: key)]
    select.filters = [
      .binary(.or, .binary(.equal, keyColumn, .text(text)), .binary(.equal, nameColumn, .text(text)))
    ]
    select.order = [SQLOrder(expression: keyColumn)]
    select.limit = .number(20)
    var renderer = SQLRenderer(.sqlite)
    let sql = renderer.text(SQLStatement(parts: [], main: select))
    let column = Column(id: key, label: Label(zh: key, en: key), type: .text)
    return CompiledQuery(
      sql: sql, parameters: renderer.parameters, columns: [ResultColumn(column: column, index: 0)])
  }
}
