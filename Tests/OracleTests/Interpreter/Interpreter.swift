import KitLanguage
import KitModel

/// The reference: carries out a syntax tree over arrays of values, one stage after another, as sections 5 to 8 of
/// the language say. No SQL, no cleverness; it is read beside those sections.
struct Interpreter {
  /// Computes every cell after every stage, and sums step by step in 64 bits. An engine may do so: whether a number
  /// that nobody sees overflows is left to it.
  @TaskLocal static var isEager = false

  var world: World

  func run(_ pipeline: Pipeline) throws -> Rows {
    guard case .relation(let relation) = pipeline.source else {
      throw Failure.refused("commands are not run here")
    }
    if case .pipeline(let inner) = relation.kind {
      return try run(
        Pipeline(source: inner.source, stages: inner.stages + pipeline.stages, span: pipeline.span))
    }
    return try pipeline.stages.enumerated().reduce(try rows(of: relation)) { rows, next in
      let stage = next.element
      let result: Rows
      if case .prior(let path, let binds) = stage.kind {
        let before = try lookingBack(Array(pipeline.stages[..<next.offset]), from: rows, path)
        let old = try run(Pipeline(source: pipeline.source, stages: before, span: pipeline.span))
        result = try prior(rows, path, binds, among: old)
      } else {
        result = try apply(stage.kind, to: rows)
      }
      if Self.isEager { for row in result.rows { _ = try row.values() } }
      let ids = result.columns.map { NameKey($0.id) }
      if Set(ids).count < ids.count { throw Failure.refused("two columns of one name") }
      return result
    }
  }

  // MARK: Sources

  /// A pipeline inside a statement: effects have no place there.
  func inner(_ pipeline: Pipeline) throws -> Rows {
    if Self.hasEffect(pipeline) { throw Failure.refused("an effect inside") }
    var rows = try run(pipeline)
    rows.prefix = nil
    return rows
  }

  private static func hasEffect(_ pipeline: Pipeline) -> Bool {
    if case .relation(let relation) = pipeline.source, case .pipeline(let inner) = relation.kind,
      hasEffect(inner)
    {
      return true
    }
    return pipeline.stages.contains { stage in
      switch stage.kind {
      case .output(.describe, _): false
      case .check, .output, .set, .delete, .into, .saveAs: true
      default: false
      }
    }
  }

  func rows(of relation: Relation) throws -> Rows {
    switch relation.kind {
    case .pipeline(let pipeline): return try inner(pipeline)
    case .table(let table): return try rows(of: table)
    case .call: throw Failure.refused("no relation")
    case .path(let path):
      if !path.isVariable, let entity = world.entity(named: path.names.map(\.text).joined(separator: ".")) {
        return try world.relation(of: entity)
      }
      guard let name = path.single, case .query(let pipeline)? = world.variables[name.key] else {
        throw Failure.refused("no relation \(path.names.map(\.text))")
      }
      var rows = try inner(pipeline)
      rows.prefix = Label(zh: name.text, en: name.text)
      return rows
    }
  }

  func rows(of table: TableLiteral) throws -> Rows {
    let scope = Scope()
    let cells = try table.rows.map { row in try row.map { try typed($0, in: scope) } }
    guard cells.allSatisfy({ $0.count == table.columns.count }) else {
      throw Failure.refused("a row too short")
    }
    let types = try table.columns.indices.map { index in
      try Types.merged(cells.map { $0[index].type }, world: world)
    }
    let columns = zip(table.columns, types).map { OracleColumn($0.text, $1) }
    let rows = try cells.map { row in
      Row(
        cells: try zip(row, types).map { cell, type in
          Cell(try Types.convert(try cell.value(Context(row: Row(cells: []))), to: type))
        })
    }
    return Rows(columns: columns, rows: rows)
  }

  // MARK: Stages

  private func apply(_ stage: Stage.Kind, to rows: Rows) throws -> Rows {
    switch stage {
    case .where(let condition): return try filter(rows, by: condition)
    case .select(let items): return try select(rows, items)
    case .derive(let binds): return try derive(rows, binds)
    case .fill(let binds): return try fill(rows, binds)
    case .drop(let paths): return try drop(rows, paths)
    case .reorder(let paths): return try reorder(rows, paths)
    case .rename(let renamings): return try rename(rows, renamings)
    case .sort(let keys): return try sort(rows, keys)
    case .take(let from, let to): return try take(rows, from, to)
    case .skip(let count): return rows.with(rows: Array(rows.rows.dropFirst(try self.count(count))))
    case .top(let count, let key, let ascending, let per):
      return try top(rows, try self.count(count), key, ascending, per)
    case .distinct(let paths): return try distinct(rows, paths)
    case .count:
      let column = OracleColumn(id: "count", label: Label(zh: "计数", en: "count"), type: .integer)
      return Rows(columns: [column], rows: [Row(cells: [Cell(.integer(Int64(rows.rows.count)))])])
    case .group(let all, let keys, let aggregates): return try group(rows, all, keys, aggregates)
    case .join(let join): return try self.join(rows, join)
    case .prior(let period, let binds): return try prior(rows, period, binds, among: rows)
    case .total(let columns, let per): return try total(rows, columns, per)
    case .combine(let operation, let relation):
      return try combine(rows, operation, try self.rows(of: relation))
    case .window(let binds, let per, let order): return try window(rows, binds, per, order)
    case .rank(let key, let ascending, let per, let name): return try rank(rows, key, ascending, per, name)
    case .pivot(let key, let binds, let per, let values): return try pivot(rows, key, binds, per, values)
    case .unpivot(let paths, let name, let value): return try unpivot(rows, paths, name, value)
    case .bin(let expression, let width, let name): return try bin(rows, expression, width, name)
    case .sample(let count, let per, let seed): return try sample(rows, try self.count(count), per, seed)
    case .check(let test):
      _ = try typed(test.condition, in: Scope(rows)).expecting("a condition") { $0 == .boolean }
      return rows
    case .output(.describe, _): return try describe(rows)
    case .output(.show, _), .output(.list, _): return rows
    case .output, .set, .delete, .into, .saveAs: throw Failure.refused("not run here")
    }
  }

  /// The whole number of take, skip, top and sample.
  func count(_ count: Stage.Count) throws -> Int {
    let value: Value
    switch count {
    case .literal(let number, _): value = .integer(number)
    case .path(let path): value = try constant(Expression(.path(path), span: path.span))
    case .expression(let expression): value = try constant(expression)
    }
    guard case .integer(let number) = value, number >= 0 else {
      throw Failure.refused("a whole number is due")
    }
    return Int(clamping: number)
  }

  private func constant(_ expression: Expression) throws -> Value {
    try typed(expression, in: Scope()).value(Context(row: Row(cells: [])))
  }
}
