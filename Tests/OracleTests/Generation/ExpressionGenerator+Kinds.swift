import KitLanguage
import KitModel

extension ExpressionGenerator {
  mutating func integer(_ depth: Int) -> Expression {
    switch random.number(0...11) {
    case 0...2:
      let operation = random.pick([BinaryOperator.add, .subtract, .multiply, .divideWhole, .remainder])
      return Syntax.binary(
        operation, expression(.integer, depth: depth - 1), expression(.integer, depth: depth - 1))
    case 3:
      return Syntax.expression(
        .unary(random.oneIn(5) ? .plus : .minus, expression(.integer, depth: depth - 1)))
    case 4: return Syntax.call(random.pick(["length"]), [expression(.text, depth: depth - 1)])
    case 5: return Syntax.binary(.subtract, expression(.date, depth: depth - 1), leaf(.date))
    case 6:
      return Syntax.call(
        random.pick(["year", "quarter", "month", "day", "weekday"]), [expression(.date, depth: depth - 1)])
    case 7: return Syntax.call(random.pick(["floor", "ceil"]), [expression(.decimal, depth: depth - 1)])
    case 8: return Syntax.call("abs", [expression(.integer, depth: depth - 1)])
    case 9:
      return Syntax.call(
        random.pick(["least", "greatest"]), [expression(.integer, depth: depth - 1), leaf(.integer)])
    case 10:
      return Syntax.call(random.pick(["days", "weeks", "months", "years"]), [leaf(.date), leaf(.date)])
    default: return Syntax.call("round", [expression(.integer, depth: depth - 1)])
    }
  }

  mutating func decimal(_ depth: Int) -> Expression {
    switch random.number(0...6) {
    case 0, 1:
      return Syntax.binary(
        random.pick([.add, .subtract]), expression(.decimal, depth: depth - 1),
        expression(random.pick([.integer, .decimal]), depth: depth - 1))
    case 2: return Syntax.binary(.multiply, leaf(.decimal), leaf(random.pick([.integer, .percent])))
    case 3:
      return Syntax.call(
        "round",
        [expression(.decimal, depth: depth - 1), Syntax.literal(.integer(Int64(random.number(0...2))))])
    case 4: return Syntax.binary(.remainder, leaf(.decimal), leaf(random.pick([.integer, .decimal])))
    case 5: return Syntax.call(random.pick(["abs"]), [expression(.decimal, depth: depth - 1)])
    default: return Syntax.binary(.multiply, leaf(.percent), leaf(.integer))
    }
  }

  /// Quotients of whole numbers are the same double everywhere.
  mutating func real(_ depth: Int) -> Expression {
    if mayBeInexact && random.oneIn(2) {
      switch random.number(0...3) {
      case 0:
        return Syntax.binary(
          .divide, leaf(random.pick(Kind.exactNumbers)), leaf(random.pick(Kind.exactNumbers)))
      case 1:
        return Syntax.call("power", [leaf(.integer), Syntax.literal(.integer(Int64(random.number(0...3))))])
      case 2:
        return Syntax.binary(
          random.pick([.add, .multiply]), expression(.real, depth: depth - 1), leaf(.real))
      default: return Syntax.call("number", [leaf(.text)])
      }
    }
    switch random.number(0...3) {
    case 0, 1: return Syntax.binary(.divide, expression(.integer, depth: depth - 1), leaf(.integer))
    case 2: return Syntax.call("sqrt", [expression(.integer, depth: depth - 1)])
    default:
      return Syntax.call(
        "round", [expression(.real, depth: depth - 1), Syntax.literal(.integer(Int64(random.number(0...2))))])
    }
  }

  mutating func text(_ depth: Int) -> Expression {
    switch random.number(0...8) {
    case 0: return Syntax.binary(.add, expression(.text, depth: depth - 1), leaf(.text))
    case 1:
      return Syntax.call(random.pick(["left", "right"]), [expression(.text, depth: depth - 1), small()])
    case 2: return Syntax.call("mid", [expression(.text, depth: depth - 1), small(from: 1), small()])
    case 3:
      return Syntax.call(random.pick(["trim", "upper", "lower"]), [expression(.text, depth: depth - 1)])
    case 4:
      return Syntax.call(
        "replace", [leaf(.text), Syntax.literal(.string(random.pick(["a", "小学", "b", "石"]))), leaf(.text)])
    case 5: return Syntax.call("concat", [leaf(.text), leaf(.integer), leaf(.text)])
    case 6: return Syntax.call("text", [leaf(random.pick([.integer, .decimal, .text]))])
    case 7: return Syntax.call(random.pick(["pinyin", "initials"]), [leaf(.text)])
    default: return Syntax.call(random.pick(["least", "greatest"]), [leaf(.text), leaf(.text)])
    }
  }

  private mutating func small(from least: Int = 0) -> Expression {
    Syntax.literal(.integer(Int64(random.number(least...4))))
  }

  mutating func date(_ depth: Int) -> Expression {
    switch random.number(0...4) {
    case 0:
      return Syntax.binary(
        random.pick([.add, .subtract]), leaf(.date), Syntax.literal(.integer(Int64(random.number(0...90)))))
    case 1:
      let duration = Duration(random.number(1...14), random.oneIn(2) ? .days : .months)
      return Syntax.binary(random.pick([.add, .subtract]), leaf(.date), Syntax.literal(.duration(duration)))
    case 2:
      return Syntax.call(random.pick(["month_start", "month_end"]), [expression(.date, depth: depth - 1)])
    case 3: return Syntax.call("today", [])
    default: return Syntax.call("date", [Syntax.literal(.integer(2024)), small(from: 1), small(from: 1)])
    }
  }

  mutating func boolean(_ depth: Int) -> Expression {
    let isInexactAllowed = mayBeInexact
    mayBeInexact = false
    defer { mayBeInexact = isInexactAllowed }
    if depth <= 0 { return comparison(0) }
    switch random.number(0...9) {
    case 0: return Syntax.binary(.and, boolean(depth - 1), boolean(depth - 1))
    case 1: return Syntax.binary(.or, boolean(depth - 1), boolean(depth - 1))
    case 2: return Syntax.expression(.unary(.not, boolean(depth - 1)))
    case 3:
      return Syntax.expression(
        .isNull(expression(random.pick(Kind.allCases), depth: depth - 1), isNegated: random.oneIn(2)))
    case 4: return membership()
    case 5:
      let kind = random.pick([Kind.integer, .decimal, .text, .date])
      return Syntax.expression(
        .between(expression(kind, depth: depth - 1), bound(kind), bound(kind), isNegated: random.oneIn(3)))
    case 6:
      let operation = random.pick([
        BinaryOperator.contains, .notContains, .startsWith, .notStartsWith, .endsWith, .notEndsWith,
      ])
      return Syntax.binary(operation, expression(.text, depth: depth - 1), leaf(.text))
    case 7:
      let pattern = random.pick(["^a", "[0-9]+", "小学$", "^.{2}$", "a|石", "b.d"])
      return Syntax.binary(
        random.pick([.matches, .notMatches]), leaf(.text), Syntax.literal(.string(pattern)))
    default: return comparison(depth - 1)
    }
  }

  /// A bound that is never missing: what `between` makes of a missing one is not fixed.
  private mutating func bound(_ kind: Kind) -> Expression {
    let found = literal(kind)
    if case .literal(.null) = found.kind { return bound(kind) }
    return found
  }

  private mutating func comparison(_ depth: Int) -> Expression {
    let operation = random.pick([
      BinaryOperator.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
    ])
    if random.oneIn(8), let reference = referencePath() {
      return Syntax.binary(
        random.pick([.equal, .notEqual]), Syntax.expression(.path(reference)),
        Syntax.literal(.string(random.pick(["S10", "S12", "T11", "U10"]))))
    }
    let pair = random.pick([
      (Kind.integer, Kind.integer), (.integer, .decimal), (.decimal, .decimal), (.percent, .percent),
      (.text, .text),
      (.date, .date), (.term, .term), (.year, .integer), (.boolean, .boolean), (.real, .integer),
    ])
    return Syntax.binary(operation, expression(pair.0, depth: depth), leaf(pair.1))
  }

  mutating func referencePath() -> Path? {
    let found = paths.filter { if case .reference = $0.type { true } else { false } }
    return found.isEmpty ? nil : Syntax.path(random.pick(found).names)
  }

  private mutating func membership() -> Expression {
    let isNegated = random.oneIn(3)
    switch random.number(0...3) {
    case 0: return Syntax.expression(.membership(leaf(.date), .list([literal(.term)]), isNegated: isNegated))
    case 1:
      let inner = Syntax.pipeline(
        Syntax.relation(.path(Syntax.path("visit"))),
        [
          Syntax.stage(.where(Syntax.binary(.greater, Syntax.column("points"), literal(.integer)))),
          Syntax.stage(.select([.path(Syntax.path("points"))])),
        ])
      return Syntax.expression(.membership(leaf(.integer), .pipeline(inner), isNegated: isNegated))
    default:
      let kind = random.pick([Kind.integer, .text, .date, .term])
      return Syntax.expression(
        .membership(
          expression(kind, depth: 1), .list((0...random.number(0...2)).map { _ in leaf(kind) }),
          isNegated: isNegated))
    }
  }
}
