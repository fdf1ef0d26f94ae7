import KitModel

/// Small data sets full of what goes wrong: missing values, ties, doubles, text of many scripts, and now and then
/// numbers at the edge of 64 bits.
struct DataGenerator {
  var random: SeededRandom
  let hasExtremes: Bool

  static let texts = [
    "青石小学", "青石", "白云", "重庆", "长寿", "银行", "行知", "阿坝", "a b", "abc", "ABC", "Abc", "10", "9", "09", "é", "É",
    "〇一", "小学", "（二）", "a%c_d", "it's", "say \"x\"", "𠮷田", "曾", "单", "ab", "b", "  x ", "１２",
  ]

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    hasExtremes = random.oneIn(8)
  }

  mutating func world() -> World? {
    guard let today = Self.today else { return nil }
    let towns = keys("T", random.number(0...4))
    let units = keys("U", random.number(0...2))
    let schools = keys("S", random.number(0...8))
    var data: [String: [[Value]]] = [:]
    data["t.town"] = towns.map { [.text($0)] + rest(SampleSchema.town.fields, from: 1) }
    data["t.unit"] = units.map { [.text($0)] + rest(SampleSchema.unit.fields, from: 1) }
    data["t.school"] = schools.map { key in
      [.text(key)] + rest(SampleSchema.unit.fields, from: 1) + [reference(towns)]
        + rest(SampleSchema.school.fields, from: 1)
    }
    data["t.visit"] = keys("V", random.number(0...12)).map { key in
      [.text(key), reference(schools)] + rest(SampleSchema.visit.fields, from: 2)
    }
    let years = schools.flatMap { key in (2021...2024).map { (key, $0) } }.filter { _ in !random.oneIn(3) }
    data["t.yearly"] = years.shuffled(using: &random).map { key, year in
      [.reference(Reference(key: key)), Period.year(year).map { .period($0) } ?? .null]
        + rest(SampleSchema.yearly.fields, from: 2)
    }
    data["t.finding"] = keys("F", random.number(0...6)).map { key in
      [.text(key), reference(units + schools)] + rest(SampleSchema.finding.fields, from: 2)
    }
    var world = World(entities: SampleSchema.entities, data: data, today: today)
    world.variables[NameKey("limit")] = .value(.integer(Int64(random.number(0...60))), .integer)
    world.variables[NameKey("本学期")] = .value(Self.term.map { .period($0) } ?? .null, .period(.term))
    world.variables[NameKey("word")] = .value(.text(random.pick(Self.texts)), .text)
    world.variables[NameKey(Self.queryName)] = .query(
      Syntax.pipeline(
        Syntax.relation(.path(Syntax.path("visit"))),
        [
          Syntax.stage(
            .where(Syntax.binary(.greaterOrEqual, Syntax.column("points"), Syntax.literal(.integer(10)))))
        ]))
    return world
  }

  /// A `let` of a pipeline.
  static let queryName = "重罚"

  /// 23 November 2024.
  static let today = CalendarDate(ordinal: 20_050)
  private static let term = Period.autumn(2024)

  private mutating func keys(_ letter: String, _ count: Int) -> [String] {
    (0..<count).map { letter + String(10 + $0) }.shuffled(using: &random)
  }

  private mutating func reference(_ keys: [String]) -> Value {
    keys.isEmpty || random.oneIn(5) ? .null : .reference(Reference(key: random.pick(keys)))
  }

  private mutating func rest(_ fields: [FieldDeclaration], from start: Int) -> [Value] {
    fields.dropFirst(start).map { value($0.type) }
  }

  private mutating func value(_ type: DataType) -> Value {
    if random.oneIn(5) { return .null }
    switch type {
    case .text: return .text(random.pick(Self.texts))
    case .choice(let choices): return .text(random.pick(choices))
    case .integer:
      if hasExtremes && random.oneIn(3) {
        return .integer(random.pick([.max, .max - 1, .min, .min + 1, 1 << 62]))
      }
      return .integer(Int64(random.oneIn(4) ? 0 : random.number(-20...60)))
    case .decimal(_, let scale):
      if hasExtremes && random.oneIn(6) { return .decimal(ExactDecimal(units: 9_999_999_999, scale: scale)) }
      return .decimal(ExactDecimal(units: Int64(random.number(-50...400) * 5), scale: scale))
    case .percent(let scale):
      return .decimal(ExactDecimal(units: Int64(random.number(0...20)) * (scale == 3 ? 50 : 5), scale: scale))
    case .real: return .real(Double(random.number(-40...200)) / 8)
    case .boolean: return .boolean(random.oneIn(2))
    case .date: return CalendarDate(ordinal: 19_700 + random.number(0...12) * 37).map { .date($0) } ?? .null
    case .period(.term):
      let year = random.number(2022...2024)
      return (random.oneIn(2) ? Period.spring(year) : Period.autumn(year)).map { .period($0) } ?? .null
    default: return .null
    }
  }
}
