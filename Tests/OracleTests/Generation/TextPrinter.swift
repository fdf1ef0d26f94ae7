import KitLanguage
import KitModel

/// Writes a syntax tree as text, with no more parentheses than the grammar asks for.
struct TextPrinter {
  /// Chinese words of the language instead of English ones.
  var isChinese: Bool

  func text(_ pipeline: Pipeline) -> String {
    guard case .relation(let relation) = pipeline.source else { return "?" }
    return ([text(relation)] + pipeline.stages.map(text)).joined(separator: " | ")
  }

  func text(_ relation: Relation) -> String {
    switch relation.kind {
    case .path(let path): text(path)
    case .table(let table): text(table)
    case .pipeline(let pipeline): "(" + text(pipeline) + ")"
    case .call: "?"
    }
  }

  private func text(_ table: TableLiteral) -> String {
    let rows = [table.columns.map(Self.written)] + table.rows.map { $0.map { text($0) } }
    return "[" + rows.map { $0.joined(separator: ", ") }.joined(separator: "; ") + "]"
  }

  func text(_ path: Path) -> String {
    (path.isVariable ? "$" : "")
      + path.names.map(Self.written).joined(separator: ".")
  }

  /// A name in backquotes where it is no plain word.
  static func written(_ name: Name) -> String {
    let scalars = name.text.unicodeScalars
    let isWord = scalars.allSatisfy {
      $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    let beginsWithDigit = scalars.first?.properties.numericType == .decimal
    return isWord && !beginsWithDigit && name.text != "空" ? name.text : "`\(name.text)`"
  }

  /// The word in the language of the text.
  func word(_ english: String, _ chinese: String) -> String { isChinese ? chinese : english }

  // MARK: Expressions

  private enum Strength: Int, Comparable {
    case or, and, not, comparison, sum, product, unary, operand
    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    var next: Strength { Strength(rawValue: rawValue + 1) ?? .operand }
  }

  func text(_ expression: Expression) -> String { text(expression, .or) }

  /// A sort key and the like: a calculation stands in parentheses.
  func operand(_ expression: Expression) -> String { text(expression, .operand) }

  private func text(_ expression: Expression, _ least: Strength) -> String {
    let written = unguarded(expression)
    return strength(expression) < least ? "(" + written + ")" : written
  }

  private func strength(_ expression: Expression) -> Strength {
    switch expression.kind {
    case .binary(.or, _, _): .or
    case .binary(.and, _, _): .and
    case .unary(.not, _): .not
    case .binary(.add, _, _), .binary(.subtract, _, _): .sum
    case .binary(.multiply, _, _), .binary(.divide, _, _), .binary(.divideWhole, _, _),
      .binary(.remainder, _, _):
      .product
    case .binary, .membership, .between, .isNull: .comparison
    case .unary: .unary
    default: .operand
    }
  }

  private func unguarded(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let literal): return text(literal)
    case .path(let path): return text(path)
    case .call(let call): return text(call)
    case .case(let arms):
      let written = arms.map { arm in
        (arm.condition.map { text($0) } ?? word("else", "否则")) + ": " + text(arm.value)
      }
      return word("case", "分情况") + " { " + written.joined(separator: ", ") + " }"
    case .table(let table): return text(table)
    case .pipeline(let pipeline): return "(" + text(pipeline) + ")"
    case .unary(.not, let operand): return word("not", "非") + " " + text(operand, .not)
    case .unary(let operation, let operand): return (operation == .minus ? "-" : "+") + text(operand, .unary)
    case .binary(let operation, let left, let right):
      let own = strength(expression)
      // Comparisons do not chain, so both sides are stronger.
      let side = own == .comparison ? Strength.sum : own
      return text(left, side) + " " + symbol(operation) + " "
        + text(right, own == .comparison ? .sum : own.next)
    case .membership(let element, let members, let isNegated):
      let operation = isNegated ? word("not in", "不属于") : word("in", "属于")
      return text(element, .sum) + " " + operation + " " + text(members)
    case .between(let value, let low, let high, let isNegated):
      let operation = isNegated ? word("not between", "不介于") : word("between", "介于")
      return text(value, .sum) + " " + operation + " " + text(low, .sum) + " " + word("and", "到") + " "
        + text(high, .sum)
    case .isNull(let operand, let isNegated):
      return text(operand, .sum) + " " + (isNegated ? word("is not null", "不为空") : word("is null", "为空"))
    }
  }

  private func text(_ members: Expression.Members) -> String {
    switch members {
    case .pipeline(let pipeline): "(" + text(pipeline) + ")"
    case .list(let expressions): "(" + expressions.map { text($0) }.joined(separator: ", ") + ")"
    case .path(let path): text(path)
    case .table(let table): text(table)
    }
  }

  private func text(_ call: Call) -> String {
    let english = FunctionNames.canonical(call.name.key) ?? call.name.text
    let condition = call.condition.map { word("where", "条件") + " " + text($0) }
    let arguments = call.arguments.map { text($0) }.joined(separator: ", ")
    let inside = [arguments.isEmpty ? nil : arguments, condition].compactMap(\.self).joined(separator: " ")
    return word(english, FunctionNames.chinese(english)) + "(" + inside + ")"
  }

  private func text(_ literal: Expression.Literal) -> String {
    switch literal {
    case .integer(let number, _): String(number)
    case .decimal(let number): number.description
    case .percent(let number): Self.percent(number)
    case .duration(let duration):
      String(duration.count) + (duration.unit == .days ? word(" days", "天") : word(" months", "个月"))
    case .date(let date): date.iso
    case .period(let period): period.label
    case .string(let text):
      "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    case .boolean(let truth): truth ? word("true", "是") : word("false", "否")
    case .null: word("null", "空")
    }
  }

  /// 0.805 is 80.5%.
  private static func percent(_ number: ExactDecimal) -> String {
    ExactDecimal(units: number.units, scale: max(0, number.scale - 2)).description + "%"
  }

  private func symbol(_ operation: BinaryOperator) -> String {
    switch operation {
    case .or: word("or", "或")
    case .and: word("and", "且")
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .contains: word("contains", "包含")
    case .notContains: word("not contains", "不包含")
    case .startsWith: word("starts with", "开头是")
    case .notStartsWith: word("not starts with", "非 开头是")
    case .endsWith: word("ends with", "结尾是")
    case .notEndsWith: word("not ends with", "非 结尾是")
    case .matches: word("matches", "匹配")
    case .notMatches: word("not matches", "非 匹配")
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .divideWhole: "//"
    case .remainder: "%"
    }
  }
}
