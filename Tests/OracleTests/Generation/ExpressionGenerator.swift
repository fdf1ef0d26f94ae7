import KitLanguage
import KitModel

/// What an expression is to yield.
enum Kind: CaseIterable {
  case integer, decimal, percent, real, text, boolean, date, term, year

  func holds(_ type: DataType) -> Bool {
    switch (self, type) {
    case (.integer, .integer), (.decimal, .decimal), (.percent, .percent), (.boolean, .boolean),
      (.date, .date),
      (.real, .real), (.real, .realPercent), (.term, .period(.term)), (.year, .period(.year)):
      true
    case (.text, let type): type.isTextual
    default: false
    }
  }

  static let exactNumbers: [Kind] = [.integer, .decimal, .percent]
}

/// Random expressions of a wanted kind over the columns that are alive.
struct ExpressionGenerator {
  var random: SeededRandom
  let interpreter: Interpreter
  var scope: Scope
  /// Doubles that came out of statistics differ in their last bits: no comparison may hang on them.
  var mayBeInexact = true
  /// Statistics of numbers at the edge of 64 bits are noise.
  var hasExtremes = false
  /// Now and then yields another kind than was asked for, so that refusals are compared.
  var isCareless = false

  init(random: SeededRandom, interpreter: Interpreter, rows: Rows) {
    self.random = random
    self.interpreter = interpreter
    scope = Scope(rows)
  }

  mutating func expression(_ kind: Kind, depth: Int) -> Expression {
    let kind = isCareless && random.oneIn(8) ? random.pick(Kind.allCases) : kind
    if depth <= 0 || random.oneIn(4) { return leaf(kind) }
    if random.oneIn(9) { return choice(kind, depth) }
    if scope.entity != nil, random.oneIn(8), let found = backward(kind) { return found }
    switch kind {
    case .integer: return integer(depth)
    case .decimal: return decimal(depth)
    case .percent:
      return Syntax.binary(
        random.pick([.add, .subtract]), expression(.percent, depth: depth - 1), leaf(.percent))
    case .real: return real(depth)
    case .text: return text(depth)
    case .boolean: return boolean(depth)
    case .date: return date(depth)
    case .term, .year: return leaf(kind)
    }
  }

  // MARK: Leaves

  mutating func leaf(_ kind: Kind) -> Expression {
    if !random.oneIn(4), let path = column(kind) { return Syntax.expression(.path(path)) }
    if random.oneIn(12), kind == .integer || kind == .term || kind == .text {
      let name = kind == .integer ? "limit" : kind == .term ? "本学期" : "word"
      return Syntax.expression(.path(Syntax.path(name, isVariable: random.oneIn(2))))
    }
    return literal(kind)
  }

  mutating func literal(_ kind: Kind) -> Expression {
    if random.oneIn(25) { return Syntax.literal(.null) }
    switch kind {
    case .integer:
      return Syntax.literal(.integer(hasExtremes && random.oneIn(6) ? .max : Int64(random.number(0...40))))
    case .decimal:
      return Syntax.literal(
        .decimal(ExactDecimal(units: Int64(random.number(0...900)), scale: random.number(1...3))))
    case .percent:
      return Syntax.literal(.percent(ExactDecimal(units: Int64(random.number(0...20) * 5), scale: 2)))
    case .real:
      return Syntax.binary(
        .divide, literal(.integer), Syntax.literal(.integer(random.pick([1, 2, 3, 4, 8]))))
    case .text: return Syntax.literal(.string(random.pick(DataGenerator.texts)))
    case .boolean: return Syntax.literal(.boolean(random.oneIn(2)))
    case .date: return date(ordinal: 19_700 + random.number(0...500))
    case .term:
      let year = random.number(2022...2024)
      return period(random.oneIn(2) ? .spring(year) : .autumn(year))
    case .year: return period(.year(random.number(2021...2024)))
    }
  }

  private func date(ordinal: Int) -> Expression {
    Syntax.literal(CalendarDate(ordinal: ordinal).map { .date($0) } ?? .null)
  }

  private func period(_ period: Period?) -> Expression { Syntax.literal(period.map { .period($0) } ?? .null) }

  /// A path to a value of that kind: a column, or a field behind a reference.
  mutating func column(_ kind: Kind) -> Path? {
    let found = paths.filter { kind.holds($0.type) && (mayBeInexact || kind != .real || !Self.isInexact($0)) }
    return found.isEmpty ? nil : Syntax.path(random.pick(found).names)
  }

  /// Every path that the scope allows, to a depth of two references; a name that two columns bear is left out.
  var paths: [(names: [String], type: DataType)] {
    var result: [(names: [String], type: DataType)] = []
    for column in scope.columns {
      for name in Set([column.id, column.label.zh]).sorted() {
        if let index = try? scope.column(Syntax.name(name)), scope.columns[index].id == column.id,
          interpreter.world.variables[NameKey(name)] == nil
        {
          result.append(([name], column.type))
          result += fields(behind: column.type, [name], depth: 2)
        }
      }
    }
    return result
  }

  private func fields(behind type: DataType, _ names: [String], depth: Int) -> [(
    names: [String], type: DataType
  )] {
    guard depth > 0, case .reference(let target) = type, let entity = interpreter.world.entity(named: target)
    else {
      return []
    }
    return interpreter.world.allFields(of: entity).flatMap { field in
      let path = names + [names.count % 2 == 0 ? field.id : field.label.zh]
      return [(path, field.type)] + fields(behind: field.type, path, depth: depth - 1)
    }
  }

  static func isInexact(_ path: (names: [String], type: DataType)) -> Bool {
    isInexact(path.names.last ?? "", path.type)
  }

  /// Doubles other than those of the data came out of a calculation.
  static func isInexact(_ name: String, _ type: DataType) -> Bool {
    switch type {
    case .real, .realPercent: name != "weight" && name != "权重"
    default: false
    }
  }

  // MARK: Any kind

  private mutating func choice(_ kind: Kind, _ depth: Int) -> Expression {
    switch random.number(0...2) {
    case 0:
      let other = random.oneIn(3) ? [] : [expression(kind, depth: depth - 1)]
      return Syntax.call("if", [boolean(depth - 1), expression(kind, depth: depth - 1)] + other)
    case 1:
      var arms = (0...random.number(0...1)).map { _ in
        Expression.Arm(condition: boolean(depth - 1), value: expression(kind, depth: depth - 1))
      }
      if random.oneIn(2) { arms.append(Expression.Arm(condition: nil, value: leaf(kind))) }
      return Syntax.expression(.case(arms))
    default:
      return Syntax.call("coalesce", [expression(kind, depth: depth - 1), leaf(kind)])
    }
  }

  /// An aggregate over a relation that refers to these rows.
  private mutating func backward(_ kind: Kind) -> Expression? {
    let related = interpreter.world.entities.filter { entity in
      guard let rows = try? interpreter.world.relation(of: entity), let own = scope.entity else {
        return false
      }
      return (try? interpreter.link(from: scope.columns, of: own, to: rows, of: entity)) != nil
        && !scope.columns.contains { $0.has(entity.id) || $0.has(entity.label.zh) }
    }
    guard !related.isEmpty else { return nil }
    let entity = random.pick(related)
    guard let rows = try? interpreter.world.relation(of: entity) else { return nil }
    let name = random.oneIn(2) ? entity.id : entity.label.zh
    var inner = ExpressionGenerator(random: random, interpreter: interpreter, rows: rows)
    inner.scope.entity = nil
    inner.mayBeInexact = false
    defer { random = inner.random }
    let condition = inner.random.oneIn(2) ? inner.boolean(1) : nil
    if kind == .integer, inner.random.oneIn(2) {
      return Syntax.call("count", [Syntax.column(name)], where: condition)
    }
    guard let path = inner.column(kind) else { return nil }
    let argument = Syntax.expression(.path(Syntax.path([name] + path.names.map(\.text))))
    return Syntax.call(inner.random.pick(Self.aggregates(of: kind)), [argument], where: condition)
  }

  /// Aggregates of one argument that keep its kind.
  static func aggregates(of kind: Kind) -> [String] {
    switch kind {
    case .integer, .decimal, .percent: ["sum", "min", "max", "first", "last"]
    case .boolean: ["first", "last"]
    default: ["min", "max", "first", "last"]
    }
  }
}
