import KitModel

/// Rows of a name that are a part of the statement, to be read from several places.
enum SharedRows {
  case rows(Rows, part: String)
  /// What is wrong with them was told.
  case faulty
}

extension Compiler {
  /// The part for a name, if there is one: made before, or now from what was checked.
  func sharedRows(named name: NameKey) -> SharedRows? {
    if let made = sharedRows[name] { return made }
    return checkedRows[name].map { share($0, as: name) }
  }

  /// Makes rows the part for a name.
  func share(_ rows: Rows?, as name: NameKey) -> SharedRows {
    var shared = SharedRows.faulty
    if var rows {
      // No stored table is called so.
      let part = freshAlias("$" + name.description)
      rows.close(self, as: part)
      shared = .rows(rows, part: part)
    }
    sharedRows[name] = shared
    return shared
  }

  /// Makes the part for a name before it is met.
  func prepare(_ name: NameKey) {
    guard case .query(let pipeline, let commands)? = scope.variables[name] else { return }
    _ = rows(of: .query(pipeline, commands: commands, name: name.description), at: pipeline.span)
  }

  /// Rows over the part, under an alias of their own and with columns that are told apart from those of other places.
  func read(_ shared: SharedRows) -> Rows? {
    guard case .rows(var rows, let part) = shared else { return nil }
    let alias = freshAlias(part + "_row")
    func over(_ expression: SQLExpression) -> SQLExpression {
      expression.replacing { inner in
        if case .column(part, let column) = inner { .column(alias, column) } else { nil }
      }
    }
    rows.select = SQLSelect(from: SQLSelect.Source(table: part, isCTE: true, alias: alias))
    rows.map(over)
    let numbers = Dictionary(
      rows.columns.map { ($0.number, nextColumn()) }, uniquingKeysWith: { first, _ in first })
    rows.columns = rows.columns.map { $0.numbered(numbers) }
    rows.groupKeys = rows.groupKeys.map { $0.map { numbers[$0] ?? $0 } }
    return rows
  }
}
