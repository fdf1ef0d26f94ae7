import KitLanguage
import KitModel

extension Compiler {
  /// Rows as a query to be run: visible columns in order, names beside references, the order written out.
  ///
  /// `raw` gives the columns as they are stored, without names, order or a look beyond the cut.
  func finished(_ rows: Rows, raw: Bool = false) -> CompiledQuery {
    var rows = rows
    var cut = rows.cut
    let names = raw || environment.isKeyed ? [:] : nameLookups(rows)
    if !names.isEmpty, rows.select.isGrouped || rows.select.limit != nil || rows.select.offset != nil {
      if let number = cut?.rows { rows.select.limit = .number(Self.oneMore(than: number)) }
      rows.cut = nil
      rows.close(self)
    } else if let number = cut?.rows, !raw {
      rows.select.limit = .number(Self.oneMore(than: number))
    }
    if raw { cut = nil }
    var outputs: [SQLSelect.Output] = []
    var results: [ResultColumn] = []
    for place in rows.columns.indices {
      let value = rows.sql(of: place, self)
      results.append(ResultColumn(column: rows.columns[place].column, index: outputs.count))
      outputs.append(SQLSelect.Output(expression: value, name: rows.columns[place].id))
    }
    for (place, name) in names.sorted(by: { $0.key < $1.key }) {
      let key = rows.sql(of: place, self)
      let value = rows.sql(
        .lookup(Lookup(target: name.target, key: [key], column: name.column)), self)
      results[place].nameIndex = outputs.count
      outputs.append(SQLSelect.Output(expression: value, name: rows.columns[place].id + "_name"))
    }
    var markIndex: Int?
    if let mark = rows.mark {
      markIndex = outputs.count
      outputs.append(SQLSelect.Output(expression: mark, name: "_mark"))
    }
    var lookahead: CompiledQuery.Lookahead?
    if let cut, !raw {
      let first = outputs.count
      for (place, term) in rows.sort.enumerated() {
        outputs.append(SQLSelect.Output(expression: term.expression.uncollated, name: "_key\(place + 1)"))
      }
      lookahead = CompiledQuery.Lookahead(
        rows: cut.rows, keyIndices: Array(first..<outputs.count), footnote: tieFootnote(cut))
    }
    rows.select.columns = outputs
    let isUnordered = raw || (environment.isKeyed && cut == nil)
    rows.select.order =
      isUnordered && rows.select.limit == nil && rows.select.offset == nil ? [] : rows.order
    let (sql, parameters) = rendered(rows.select)
    let settled = footnotes(rows.footnotes)
    let passed = rows.passed.map {
      Footnote(QueryMessages.passedOver, at: $0.span, measure: .passed(slot: $0.slot))
    }
    return CompiledQuery(
      sql: sql, parameters: parameters, columns: results, markIndex: markIndex, remarks: remarks,
      footnotes: settled + passed, lookahead: lookahead)
  }

  /// No result has as many rows as the largest number, so there the one row more does not matter.
  private static func oneMore(than rows: Int) -> Int64 { rows == .max ? .max : Int64(rows) + 1 }

  /// For each column that refers to a row with a name: where the name is found.
  private func nameLookups(_ rows: Rows) -> [Int: (target: Lookup.Target, column: String)] {
    var found: [Int: (target: Lookup.Target, column: String)] = [:]
    for (place, column) in rows.columns.enumerated() {
      guard case .reference(let target) = column.type, let view = entity(target), let name = view.nameField,
        name != view.singleKey, view.singleKey != nil
      else { continue }
      found[place] = (self.target(view.table(of: name)), name)
    }
    return found
  }

  /// One value as a query.
  func finished(_ value: Typed, _ builder: ExpressionBuilder) -> CompiledQuery {
    var rows = builder.rows ?? Rows()
    rows.columns = [live(value, id: "value", label: Label(zh: "值", en: "value"))]
    rows.base = []
    return finished(rows)
  }
}
