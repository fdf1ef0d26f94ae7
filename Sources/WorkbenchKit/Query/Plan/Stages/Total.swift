import KitLanguage
import KitModel

extension Compiler {
  /// Adds a subtotal row behind each group and a total row at the end, marked. Sums of the whole and decimal
  /// columns; a rate whose parts are alive is calculated from their sums; everything else is empty.
  func total(_ listed: [Path], per: [Path], _ rows: inout Rows) {
    let groups = per.compactMap { place(of: $0, in: rows) }
    guard groups.count == per.count else { return }
    rows.close(self)
    let summed = listed.isEmpty ? summable(rows, besides: Set(groups)) : places(listed, rows)
    let inputs = rows.columns.indices.map { rows.sql(of: $0, self) }
    let base = rows.select
    let recomputed = totals(rows, inputs, summed)
    let (isTotal, markName, number) = (rows.free("_total"), rows.free("_mark"), rows.free("_n"))
    var plain = base
    plain.columns = zip(rows.columns, inputs).map { SQLSelect.Output(expression: $1, name: $0.id) }
    plain.columns += [
      SQLSelect.Output(expression: .number(0), name: isTotal),
      SQLSelect.Output(expression: .number(0), name: markName),
      SQLSelect.Output(expression: .window(.rowNumber, [], SQLWindow(order: rows.order)), name: number),
    ]
    func arm(_ keys: [Int], mark: Int64) -> SQLSelect {
      var select = base
      select.isGrouped = true
      select.groups = keys.map { inputs[$0] }
      select.columns = rows.columns.indices.map { place in
        let value = keys.contains(place) ? inputs[place] : recomputed[place] ?? .null
        return SQLSelect.Output(expression: value, name: rows.columns[place].id)
      }
      select.columns += [
        SQLSelect.Output(expression: .number(mark == 2 ? 1 : 0), name: isTotal),
        SQLSelect.Output(expression: .number(mark), name: markName),
        SQLSelect.Output(expression: .null, name: number),
      ]
      return select
    }
    if !groups.isEmpty { plain.unions.append(arm(groups, mark: 1)) }
    plain.unions.append(arm([], mark: 2))
    let name = freshName("total")
    add(SQLCTE(name: name, body: .select(plain)))
    var result = Rows()
    result.select.from = SQLSelect.Source(table: name, isCTE: true, alias: name)
    result.columns = rows.columns.map { column in
      var column = column
      column.value = .sql(.column(name, column.id))
      column.isNullable = true
      column.magnitude = nil
      return column
    }
    result.base = [SQLOrder(expression: .column(name, isTotal))]
    result.base += groups.map { place in
      SQLOrder(expression: rows.columns[place].type.sortable(.column(name, rows.columns[place].id)))
    }
    result.base += [markName, number].map { SQLOrder(expression: .column(name, $0)) }
    result.mark = .column(name, markName)
    result.footnotes = rows.footnotes
    result.depth = rows.depth + 1
    rows = result
  }

  private func summable(_ rows: Rows, besides groups: Set<Int>) -> [Int] {
    rows.columns.indices.filter { place in
      guard !groups.contains(place) else { return false }
      switch rows.columns[place].type {
      case .integer, .decimal: return true
      default: return false
      }
    }
  }

  private func places(_ paths: [Path], _ rows: Rows) -> [Int] {
    paths.compactMap { path in
      guard let place = place(of: path, in: rows) else { return nil }
      guard rows.columns[place].type.isNumeric else {
        report(
          QueryMessages.argumentType,
          ["function": word("total"), "wanted": name(.real), "type": name(rows.columns[place].type)],
          at: path.span)
        return nil
      }
      return place
    }
  }

  /// What stands in a total row, by place of the column.
  private func totals(_ rows: Rows, _ inputs: [SQLExpression], _ summed: [Int]) -> [Int: SQLExpression] {
    var totals: [Int: SQLExpression] = [:]
    var byNumber: [Int: SQLExpression] = [:]
    for place in summed {
      totals[place] = .aggregate(.sum, [inputs[place]], filter: nil)
      byNumber[rows.columns[place].number] = totals[place]
    }
    for (place, column) in rows.columns.enumerated() {
      guard totals[place] == nil, let recipe = column.recipe, recipe.isRate else { continue }
      var isComplete = true
      let made = recipe.replacing { part in
        guard case .part(let number) = part else { return nil }
        if byNumber[number] == nil { isComplete = false }
        return byNumber[number]
      }
      if isComplete { totals[place] = made }
    }
    return totals
  }
}

extension SQLExpression {
  /// A division by something that is a column, with nothing but arithmetic around it: what can be calculated
  /// from sums as from single values.
  fileprivate var isRate: Bool { degree == 0 && dividesByColumn }

  /// How often sums of columns are multiplied in it, where sums may stand for single values: 1 for a column, a
  /// sum of columns, a column times a number; 0 for a number and for a column divided by one. Nil for what does
  /// not follow from sums: the product of two columns, a number added to a column, a number over a column.
  private var degree: Int? {
    switch self {
    case .part: return 1
    case .number, .realNumber, .bound: return 0
    case .binary(let name, let left, let right):
      guard let one = left.degree, let two = right.degree else { return nil }
      switch name {
      case .add, .subtract: return one == two ? one : nil
      case .multiply: return one == 1 && two == 1 ? nil : max(one, two)
      case .divide: return two == 0 ? one : one == 1 ? 0 : nil
      default: return nil
      }
    case .cast(let one, _), .negative(let one): return one.degree
    case .function(let function, let parts):
      guard [.exact, .roundReal, .roundUnits].contains(function) else { return nil }
      return parts.first?.degree
    default: return nil
    }
  }

  private var dividesByColumn: Bool {
    if case .binary(.divide, _, let divisor) = self, divisor.holdsPart { return true }
    return children.contains(where: \.dividesByColumn)
  }

  private var holdsPart: Bool {
    if case .part = self { return true }
    return children.contains(where: \.holdsPart)
  }
}
