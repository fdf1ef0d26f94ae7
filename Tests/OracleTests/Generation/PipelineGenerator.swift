import KitLanguage
import KitModel

/// Random pipelines that make sense: after each stage the reference says which columns are alive.
struct PipelineGenerator {
  var random: SeededRandom
  let interpreter: Interpreter
  let hasExtremes: Bool
  /// Makes mistakes in types, and keeps what is refused.
  private let isCareless: Bool
  private var names = 0

  init(seed: UInt64, interpreter: Interpreter, hasExtremes: Bool) {
    random = SeededRandom(seed: seed)
    self.interpreter = interpreter
    self.hasExtremes = hasExtremes
    isCareless = random.oneIn(8)
  }

  /// A pipeline of up to eight stages. A stage that the reference refuses is made anew, but now and then kept, so
  /// that refusals are compared too.
  mutating func pipeline(stages: Int, isInner: Bool = false) -> Pipeline {
    let source = self.source(isInner: isInner)
    var kept: [Stage] = []
    guard var rows = try? interpreter.run(Syntax.pipeline(source, [])) else {
      return Syntax.pipeline(source, [])
    }
    var attempts = 0
    while kept.count < stages, attempts < 60 {
      attempts += 1
      guard let kind = stage(over: rows, isLast: kept.count == stages - 1 && !isInner, isInner: isInner)
      else { continue }
      let stage = Syntax.stage(kind)
      do {
        rows = try interpreter.run(Syntax.pipeline(source, kept + [stage]))
        kept.append(stage)
      } catch {
        guard !isInner, isCareless || random.oneIn(12) else { continue }
        return Syntax.pipeline(source, kept + [stage])
      }
      if rows.columns.count > 24 || Self.endsPipeline(kind) { break }
    }
    return Syntax.pipeline(source, kept)
  }

  private static func endsPipeline(_ stage: Stage.Kind) -> Bool {
    switch stage {
    case .total, .output: true
    default: false
    }
  }

  mutating func newName() -> String {
    names += 1
    return random.pick(["x", "列", "新列", "n"]) + String(names)
  }

  // MARK: Sources

  private mutating func source(isInner: Bool) -> Relation {
    if !isInner, random.oneIn(12) { return Syntax.relation(.pipeline(pipeline(stages: 2, isInner: true))) }
    if random.oneIn(10) { return table() }
    if random.oneIn(20) { return Syntax.relation(.path(Syntax.path(DataGenerator.queryName))) }
    let entity = random.pick(
      interpreter.world.entities + [SampleSchema.school, SampleSchema.school, SampleSchema.yearly])
    let name = random.pick([entity.id, entity.label.zh])
    return Syntax.relation(.path(random.oneIn(6) ? Syntax.path("t", entity.id) : Syntax.path(name)))
  }

  private mutating func table() -> Relation {
    var expressions = ExpressionGenerator(
      random: random, interpreter: interpreter, rows: Rows(columns: [], rows: []))
    defer { random = expressions.random }
    let kinds = expressions.random.some([Kind.integer, .decimal, .text, .date, .boolean], atMost: 3)
    let rows = (0..<expressions.random.number(1...4)).map { _ in kinds.map { expressions.literal($0) } }
    let columns = kinds.indices.map { Syntax.name("c\($0)") }
    return Syntax.relation(.table(TableLiteral(columns: columns, rows: rows, span: Syntax.nowhere)))
  }

  // MARK: Expressions over rows

  /// Makes something with an expression generator over these rows.
  mutating func make<Result>(
    over rows: Rows, inexact: Bool = true, _ body: (inout ExpressionGenerator) -> Result
  ) -> Result {
    var expressions = ExpressionGenerator(random: random, interpreter: interpreter, rows: rows)
    expressions.mayBeInexact = inexact
    expressions.hasExtremes = hasExtremes
    expressions.isCareless = isCareless
    let result = body(&expressions)
    random = expressions.random
    return result
  }

  mutating func kind() -> Kind { random.pick(Kind.allCases) }

  /// Columns that may decide something, as paths of one name.
  mutating func plainPaths(_ rows: Rows, where isWanted: (OracleColumn) -> Bool = { _ in true }) -> [Path] {
    let scope = Scope(rows)
    return rows.columns.filter(isWanted).compactMap { column in
      let name = random.oneIn(3) ? column.label.zh : column.id
      guard let found = try? scope.column(Syntax.name(name)), rows.columns[found].id == column.id,
        interpreter.world.variables[NameKey(name)] == nil
      else { return nil }
      return Syntax.path(name)
    }
  }

  static func isExact(_ column: OracleColumn) -> Bool {
    !ExpressionGenerator.isInexact(column.id, column.type)
  }
}
