import KitLanguage
import KitModel

extension Interpreter {
  func join(_ left: Rows, _ join: Stage.Join) throws -> Rows {
    let right = try rows(of: join.relation)
    let link = try matching(left, right, join)
    var pairs: [(Int, Int)] = []
    for (one, row) in left.rows.enumerated() {
      for (two, other) in right.rows.enumerated() where try link.meets(row, other) {
        pairs.append((one, two))
      }
    }
    let met = Set(pairs.map(\.0))
    switch join.kind {
    case .semi: return left.with(rows: left.rows.indices.filter(met.contains).map { left.rows[$0] })
    case .anti: return left.with(rows: left.rows.indices.filter { !met.contains($0) }.map { left.rows[$0] })
    case .lookup:
      if pairs.count > met.count { throw Failure.running("a key is met twice") }
    case .join: break
    }
    let kept = right.columns.indices.filter { !link.shared.map(\.right).contains($0) }
    let columns = try joined(left, right, kept, join)
    var found: [Row] = []
    let empty = right.columns.map { _ in Cell(.null) }
    for (one, row) in left.rows.enumerated() {
      let partners = pairs.filter { $0.0 == one }.map { right.rows[$0.1].cells }
      let filled = partners.isEmpty && (join.kind == .lookup || join.side != .inner) ? [empty] : partners
      found += filled.map { cells in Row(cells: row.cells + kept.map { cells[$0] }, key: row.key) }
    }
    if join.side == .full {
      let reached = Set(pairs.map(\.1))
      for (two, row) in right.rows.enumerated() where !reached.contains(two) {
        var cells = left.columns.map { _ in Cell(.null) }
        for pair in link.shared { cells[pair.left] = row.cells[pair.right] }
        found.append(Row(cells: cells + kept.map { row.cells[$0] }))
      }
    }
    var result = Rows(columns: columns, rows: found)
    result.bearer = join.side == .full ? nil : left.bearer
    result.isKeyed = join.kind == .lookup && left.isKeyed
    return result
  }

  /// When rows of both sides meet, and the columns that stand for both sides at once.
  private struct Matching {
    var shared: [(left: Int, right: Int)] = []
    var meets: (Row, Row) throws -> Bool
  }

  private func matching(_ left: Rows, _ right: Rows, _ join: Stage.Join) throws -> Matching {
    switch join.condition {
    case .columns(let names)?:
      let shared = try names.map { name in
        guard let one = try Scope(left).column(name), let two = try Scope(right).column(name) else {
          throw Failure.refused("\(name.text) stands on one side only")
        }
        let types = (left.columns[one].type, right.columns[two].type)
        try Types.checkComparable(Typed(types.0) { _ in .null }, Typed(types.1) { _ in .null }, world: world)
        return (left: one, right: two)
      }
      return Matching(shared: shared, meets: Self.equal(shared))
    case .expression(let expression)?: return Matching(meets: try condition(expression, left, right, join))
    case nil:
      return Matching(meets: try declared(left, right))
    }
  }

  private static func equal(_ pairs: [(left: Int, right: Int)]) -> (Row, Row) throws -> Bool {
    { one, two in
      try pairs.allSatisfy {
        try ValueOrder.compare(try one.cells[$0.left].value(), try two.cells[$0.right].value()) == 0
      }
    }
  }

  private func condition(
    _ expression: Expression, _ left: Rows, _ right: Rows, _ join: Stage.Join
  ) throws -> (Row, Row) throws -> Bool {
    var scope = Scope(columns: left.columns + right.columns)
    let middle = left.columns.count
    let (own, theirs) = (0..<middle, middle..<scope.columns.count)
    scope.qualifiers = [
      NameKey("left"): own, NameKey("左"): own, NameKey("right"): theirs, NameKey("右"): theirs,
    ]
    if let alias = join.alias { scope.qualifiers[alias.key] = theirs }
    guard
      try equalities(expression).contains(where: { one, two in
        let sides = [try side(one, scope, middle), try side(two, scope, middle)]
        return Set(sides) == [0, 1]
      })
    else { throw Failure.refused("no == between the sides") }
    let typed = try self.typed(Self.nullMatchesNothing(expression), in: scope)
      .expecting("a condition") { $0 == .boolean }
    return { try typed.truth(Context(row: Row(cells: $0.cells + $1.cells))) == true }
  }

  /// The equalities that all must hold.
  private func equalities(_ expression: Expression) -> [(Expression, Expression)] {
    switch expression.kind {
    case .binary(.and, let one, let two): equalities(one) + equalities(two)
    case .binary(.equal, let one, let two): [(one, two)]
    default: []
    }
  }

  /// 0 for an expression of left columns alone, 1 for one of right columns, else nil.
  private func side(_ expression: Expression, _ scope: Scope, _ middle: Int) throws -> Int? {
    var columns: [Int] = []
    var failure: (any Error)?
    SyntaxWalk.expressions(in: expression) {
      guard case .path(let path) = $0.kind else { return }
      do { try columnPath(path, in: scope).map { columns.append($0.0.column) } } catch { failure = error }
    }
    if let failure { throw failure }
    let sides = Set(columns.map { $0 < middle ? 0 : 1 })
    return sides.count == 1 ? sides.first : nil
  }

  /// In join conditions null matches nothing, so `==` asks that there is a value.
  private static func nullMatchesNothing(_ expression: Expression) -> Expression {
    guard case .binary(let operation, let one, let two) = expression.kind else { return expression }
    if operation == .and || operation == .or {
      return Expression(
        .binary(operation, nullMatchesNothing(one), nullMatchesNothing(two)), span: expression.span)
    }
    guard operation == .equal else { return expression }
    let filled = Expression(.isNull(one, isNegated: true), span: one.span)
    return Expression(.binary(.and, expression, filled), span: expression.span)
  }

  /// The one declared reference between the two, else the one row that both refer to. A reference to that very
  /// entity goes before one to its kin, two columns of one name before others.
  private func declared(_ left: Rows, _ right: Rows) throws -> (Row, Row) throws -> Bool {
    typealias Link = (isNearest: Bool, meets: (Row, Row) throws -> Bool)
    func links(from rows: Rows, to other: Rows, _ meets: @escaping (Row, Row, Int) throws -> Bool) -> [Link] {
      guard let bearer = other.bearer, world.entity(named: bearer)?.key.count == 1 else { return [] }
      return rows.columns.indices.filter { areKin(target(rows.columns[$0]), bearer) }.map { place in
        (target(rows.columns[place]) == bearer, { try meets($0, $1, place) })
      }
    }
    let direct =
      links(from: left, to: right) { try Self.refers($0.cells[$2], to: $1) }
      + links(from: right, to: left) { try Self.refers($1.cells[$2], to: $0) }
    let common = left.columns.indices.flatMap { one in
      right.columns.indices.filter { areKin(target(left.columns[one]), target(right.columns[$0])) }
        .map { two -> Link in
          (left.columns[one].id == right.columns[two].id, Self.equal([(left: one, right: two)]))
        }
    }
    let found = direct.isEmpty ? common : direct
    let nearest = found.contains(where: \.isNearest) ? found.filter(\.isNearest) : found
    guard nearest.count == 1 else { throw Failure.refused("\(nearest.count) references between the two") }
    return nearest[0].meets
  }

  private func target(_ column: OracleColumn) -> String? {
    if case .reference(let entity) = column.type { entity } else { nil }
  }

  private static func refers(_ cell: Cell, to row: Row) throws -> Bool {
    guard case .reference(let reference) = try cell.value() else { return false }
    return reference.key == row.key
  }

  /// Rows of an entity are rows of the one that it extends too.
  private func areKin(_ one: String?, _ two: String?) -> Bool {
    guard let one, let two else { return false }
    return world.lineage(of: one).contains(two) || world.lineage(of: two).contains(one)
  }

  /// Left columns, then right ones; a right name that is taken gets a prefix.
  private func joined(_ left: Rows, _ right: Rows, _ kept: [Int], _ join: Stage.Join) throws -> [OracleColumn]
  {
    let prefix =
      join.alias.map { Label(zh: $0.text, en: $0.text) } ?? right.prefix ?? Label(zh: "right", en: "right")
    var columns = left.columns.map(withoutKey)
    for index in kept {
      var column = withoutKey(right.columns[index])
      let taken = columns.contains {
        !$0.names.isDisjoint(with: [NameKey(column.id), NameKey(column.label.zh)])
      }
      if taken {
        let label = Label(
          zh: prefix.zh + "_" + column.label.zh, en: prefix.en + "_" + column.label.en)
        column = OracleColumn(id: prefix.en + "_" + column.id, label: label, type: column.type)
      }
      if columns.contains(where: { $0.names.contains(NameKey(column.id)) }) {
        throw Failure.refused("\(column.id) is taken too")
      }
      columns.append(column)
    }
    return columns
  }

  func withoutKey(_ column: OracleColumn) -> OracleColumn {
    var column = column
    column.isKey = false
    return column
  }

  /// union keeps all; except and intersect keep or remove left rows that equal a right row.
  func combine(_ left: Rows, _ operation: Stage.SetOperation, _ right: Rows) throws -> Rows {
    let partners = left.columns.map { column in
      right.columns.firstIndex { !$0.names.isDisjoint(with: column.names) }
    }
    let extra = right.columns.indices.filter { !partners.contains($0) }
    // Rows are compared by the columns of the left; what the right has beside does not matter.
    if operation != .union && partners.contains(nil) {
      throw Failure.refused("the columns of both sides differ")
    }
    var columns = left.columns.map(withoutKey)
    for (index, partner) in partners.enumerated() {
      guard let partner else { continue }
      columns[index].type = try Types.merged(
        [columns[index].type, right.columns[partner].type], world: world)
    }
    func cells(_ row: Row, _ places: [Int?]) -> [Cell] {
      zip(places, columns).map { place, column in
        Cell { try place.map { try Types.convert(try row.cells[$0].value(), to: column.type) } ?? .null }
      }
    }
    if operation == .union {
      columns += extra.map { withoutKey(right.columns[$0]) }
      let own = left.rows.map { Row(cells: cells($0, Array(left.columns.indices) + extra.map { _ in nil })) }
      return Rows(columns: columns, rows: own + right.rows.map { Row(cells: cells($0, partners + extra)) })
    }
    func identity(_ row: Row, _ places: [Int?]) throws -> String {
      try cells(row, places).map { ValueOrder.identity(try $0.value()) }.joined(separator: "\u{1F}")
    }
    let theirs = Set(try right.rows.map { try identity($0, partners) })
    var result = left
    result.rows = try left.rows.filter {
      theirs.contains(try identity($0, Array(left.columns.indices))) == (operation == .intersect)
    }
    return result
  }
}
