import KitModel

@testable import KitLanguage

/// A generator of numbers that repeats (SplitMix64).
struct Repeatable: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes syntax trees that some text has, with names that are hard to write: words of the language, names that
/// begin like one, names that need backquotes.
struct RandomTree {
  var numbers: Repeatable
  private let none = SourceSpan(0, 0)

  init(seed: UInt64) { numbers = Repeatable(seed: seed) }

  mutating func script() -> Script {
    Script((0..<Int.random(in: 1...3, using: &numbers)).map { _ in statement(2) })
  }

  private mutating func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &numbers) == 0 }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &numbers)]
  }

  private mutating func many<Element>(_ range: ClosedRange<Int>, _ make: (inout RandomTree) -> Element)
    -> [Element]
  {
    var made: [Element] = []
    for _ in 0..<Int.random(in: range, using: &numbers) { made.append(make(&self)) }
    return made
  }

  private mutating func statement(_ depth: Int) -> Statement {
    let kind: Statement.Kind
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &numbers) {
    case 0: kind = .let(name(), value(depth))
    case 1: kind = .check(test(depth))
    case 2: kind = .print(many(1...3) { $0.expression(depth) })
    case 3, 4: kind = .value(value(depth))
    case 5: kind = .for(name(), in: value(depth, isSource: true), block(depth - 1))
    case 6: kind = .if(expression(depth), then: block(depth - 1), else: chance(2) ? block(depth - 1) : nil)
    default: kind = .if(expression(depth), then: block(depth - 1), else: nil)
    }
    return Statement(kind, span: none)
  }

  private mutating func block(_ depth: Int) -> Script { Script(many(0...2) { $0.statement(depth) }) }

  private mutating func test(_ depth: Int) -> Test {
    Test(
      condition: expression(depth), message: chance(2) ? expression(0) : nil,
      severity: pick([.error, .warning, .note]))
  }

  // MARK: Names

  private mutating func name() -> Name {
    if chance(5) {
      return Name(
        pick(["a b", "在校生数（人）", "and", "2023春", "是", "x|y", "3", "——"]), isQuoted: true, span: none)
    }
    return Name(
      pick([
        "a", "学区", "count", "rank", "by", "per", "case", "where", "all", "组", "取", "else", "let", "check",
        "每学区", "加",
        "x2", "3年级", "筛选", "分情况", "help", "left", "全", "且慢", "尼格买提·热合曼", "order", "取自",
      ]), span: none)
  }

  private mutating func path(_ isVariable: Bool = false) -> Path {
    var names = [name()]
    names += many(0...1) { tree in
      tree.chance(3) ? Name(tree.pick(["and", "2023春", "是", "3"]), span: tree.none) : tree.name()
    }
    return Path(names, isVariable: isVariable, span: none)
  }

  private mutating func paths() -> [Path] { many(1...2) { $0.path() } }

  // MARK: Pipelines

  private mutating func value(_ depth: Int, isSource: Bool = false) -> ValueSyntax {
    if depth > 0 && chance(2) { return .pipeline(pipeline(depth)) }
    return .expression(isSource ? Expression(.path(path()), span: none) : expression(depth))
  }

  private mutating func pipeline(_ depth: Int) -> Pipeline {
    let isCommand = chance(4)
    let source: Source = isCommand ? .command(command(depth)) : .relation(relation(depth))
    return Pipeline(
      source: source, stages: many(isCommand ? 0...2 : 1...3) { $0.stage(depth - 1) }, span: none)
  }

  private mutating func relation(_ depth: Int) -> Relation {
    let kind: Relation.Kind
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0 where depth > 0: kind = .pipeline(pipeline(depth - 1))
    case 1: kind = .table(table(depth))
    case 2: kind = .path(path(true))
    default: kind = .path(path())
    }
    return Relation(kind, span: none)
  }

  private mutating func table(_ depth: Int) -> TableLiteral {
    let columns = many(1...2) { $0.name() }
    let rows = many(0...2) { tree in columns.map { _ in tree.expression(depth - 1) } }
    return TableLiteral(columns: columns, rows: rows, span: none)
  }

  private mutating func command(_ depth: Int) -> Command {
    let first = Argument(.word(.string(pick(["a.xlsx", "说“好”", "q\"q"]))), span: none)
    let rest = many(0...3) { tree in Argument(tree.argument(depth), span: tree.none) }
    return Command(
      name: Name(pick(["open", "import", "自建", "term"]), span: none), arguments: [first] + rest, span: none)
  }

  private mutating func argument(_ depth: Int) -> Argument.Kind {
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: .word(.bare(pick(["term-opening", "2024-07", "docx,pdf", "《简报》", "and", "-1", "./a.csv", "*"])))
    case 1: .option(Name(pick(["yes", "dry-run", "按"]), span: none), chance(2) ? argumentValue(depth) : nil)
    case 2: .named(Name(pick(["a", "A1.2", "学期"]), span: none), argumentValue(depth))
    default: .word(argumentValue(depth, isWord: true))
    }
  }

  private mutating func argumentValue(_ depth: Int, isWord: Bool = false) -> ArgumentValue {
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: .string("a b")
    case 1: .quotedName(Name("在校生数（人）", isQuoted: true, span: none))
    case 2: .variable(path(true))
    case 3 where depth > 0: .value(value(depth - 1))
    default: .bare(pick(isWord ? ["x", "85"] : ["x", "85", "a=b", "=", "--x"]))
    }
  }

  // MARK: Stages

  private mutating func stage(_ depth: Int) -> Stage { Stage(stageKind(depth), keyword: none, span: none) }

  private mutating func stageKind(_ depth: Int) -> Stage.Kind {
    switch Int.random(in: 0..<28, using: &numbers) {
    case 0: return .where(expression(depth))
    case 1: return .select(many(1...3) { $0.item(depth) })
    case 2: return .derive(binds(depth))
    case 3: return .fill(binds(depth))
    case 4: return .drop(paths())
    case 5: return .reorder(paths())
    case 6: return .rename(many(1...2) { Stage.Renaming(new: $0.name(), old: $0.name()) })
    case 7: return .sort(keys(depth))
    case 8: return .take(from: chance(2) ? count(depth) : nil, to: count(depth))
    case 9: return .skip(count(depth))
    case 10:
      return .top(count(depth), by: expression(depth), ascending: chance(2), per: chance(2) ? paths() : [])
    case 11: return .distinct(chance(2) ? paths() : [])
    case 12: return .count
    case 13: return .group(all: chance(3), keys: many(1...2) { $0.item(depth) }, aggregates: binds(depth))
    case 14: return .join(join(depth))
    case 15: return .prior(path(), binds(depth))
    case 16: return .total(columns: [], per: chance(2) ? paths() : [])
    case 17: return .combine(pick([.union, .except, .intersect]), relation(depth))
    case 18: return .window(binds(depth), per: chance(2) ? paths() : [], order: chance(2) ? keys(depth) : [])
    case 19:
      return .rank(
        expression(depth), ascending: chance(2), per: chance(2) ? paths() : [], name: chance(2) ? name() : nil
      )
    case 20:
      return .pivot(
        item(depth), binds(depth), per: chance(2) ? paths() : [],
        values: chance(2) ? many(1...2) { $0.expression(depth) } : nil)
    case 21:
      return chance(2)
        ? .unpivot(paths(), name: name(), value: name()) : .unpivot(paths(), name: nil, value: nil)
    case 22: return .bin(expression(depth), by: expression(depth), name: chance(2) ? name() : nil)
    case 23:
      return .sample(count(depth), per: chance(2) ? paths() : [], seed: chance(2) ? expression(depth) : nil)
    case 24: return .check(test(depth))
    case 25: return .set(binds(depth))
    case 26: return chance(2) ? .into(path(), update: chance(2)) : .saveAs(name(), replace: chance(2))
    default:
      return .output(
        pick(Stage.OutputStage.allCases),
        many(0...2) { tree in Argument(tree.argument(depth), span: tree.none) })
    }
  }

  private mutating func join(_ depth: Int) -> Stage.Join {
    let kind = pick([Stage.JoinKind.join, .lookup, .semi, .anti])
    let equality = Expression(.binary(.equal, expression(depth), expression(depth)), span: none)
    let conditions: [Stage.JoinCondition?] = [
      nil, .columns(many(1...2) { $0.name() }), .expression(equality),
    ]
    return Stage.Join(
      kind: kind, relation: relation(depth), alias: chance(2) ? name() : nil, condition: pick(conditions),
      side: kind == .join ? pick([.inner, .left, .full]) : .inner)
  }

  private mutating func item(_ depth: Int) -> Stage.Item {
    chance(2) ? .path(path()) : .bind(Stage.Bind(name: name(), expression: expression(depth)))
  }

  private mutating func binds(_ depth: Int) -> [Stage.Bind] {
    many(1...2) { Stage.Bind(name: $0.name(), expression: $0.expression(depth)) }
  }

  private mutating func keys(_ depth: Int) -> [Stage.SortKey] {
    many(1...2) { Stage.SortKey(expression: $0.expression(depth), isDescending: $0.chance(2)) }
  }

  private mutating func count(_ depth: Int) -> Stage.Count {
    switch Int.random(in: 0..<4, using: &numbers) {
    // A name that begins with a digit would be read as the number.
    case 0: .path(Path([Name(pick(["n", "取", "by", "名额"]), span: none)], isVariable: chance(2), span: none))
    case 1: .expression(expression(depth))
    default: .literal(Int64.random(in: 0...100, using: &numbers), none)
    }
  }

  // MARK: Expressions

  private mutating func expression(_ depth: Int) -> Expression {
    Expression(expressionKind(depth), span: none)
  }

  private mutating func expressionKind(_ depth: Int) -> Expression.Kind {
    guard depth > 0 else { return chance(2) ? .literal(literal()) : .path(path(chance(4))) }
    let next = depth - 1
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0: return .literal(literal())
    case 1: return .path(path())
    case 2: return .call(call(next))
    case 3:
      var arms = many(1...2) { Expression.Arm(condition: $0.expression(next), value: $0.expression(next)) }
      if chance(2) { arms.append(Expression.Arm(condition: nil, value: expression(next))) }
      return .case(arms)
    case 4: return .unary(pick([.not, .minus, .plus]), expression(next))
    case 5: return .membership(expression(next), members(next), isNegated: chance(2))
    case 6: return .between(expression(next), expression(next), expression(next), isNegated: chance(2))
    case 7: return .isNull(expression(next), isNegated: chance(2))
    case 8: return .pipeline(pipeline(next))
    default: return .binary(pick(BinaryOperator.allCases), expression(next), expression(next))
    }
  }

  private mutating func members(_ depth: Int) -> Expression.Members {
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: .pipeline(pipeline(depth))
    case 1: .path(path(chance(2)))
    case 2: .table(table(depth))
    default: .list(many(1...3) { $0.expression(depth) })
    }
  }

  private mutating func call(_ depth: Int) -> Call {
    let name = Name(pick(["count", "求和", "if", "low", "round"]), span: none)
    return Call(
      name: name, arguments: many(0...2) { $0.expression(depth) },
      condition: chance(3) ? expression(depth) : nil,
      span: none)
  }

  private mutating func literal() -> Expression.Literal {
    switch Int.random(in: 0..<9, using: &numbers) {
    case 0: .integer(Int64.random(in: 0...99_999, using: &numbers))
    case 1: .decimal(ExactDecimal(units: Int64.random(in: 0...9999, using: &numbers), scale: 2))
    case 2:
      .percent(
        ExactDecimal(
          units: Int64.random(in: 0...9999, using: &numbers), scale: Int.random(in: 0...4, using: &numbers)))
    case 3: .duration(Duration(Int.random(in: 0...99, using: &numbers), pick([.days, .months])))
    case 4: CalendarDate(ordinal: Int.random(in: 0...30_000, using: &numbers)).map { .date($0) } ?? .null
    case 5:
      pick([Period.year(2024), .spring(2024), .month(9, of: 2023), .schoolYear(from: 2024)]).map {
        .period($0)
      } ?? .null
    case 6: .string(pick(["", "小学", "a\"b", "说“好”", "x | y", "'", "#"]))
    case 7: .boolean(chance(2))
    default: .null
    }
  }
}
