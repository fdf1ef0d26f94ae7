import KitLanguage
import KitModel

/// Turns expressions into typed SQL over the rows of a stage.
///
/// What is wrong is reported to the compiler; nil is returned then, and nothing that uses it says more.
final class ExpressionBuilder {
  let compiler: Compiler
  /// The rows that bare names are columns of; nil outside rows.
  var rows: Rows?
  /// The other side in `join … on`.
  var right: Rows?
  /// Names that stand for a side in front of a dot.
  var leftNames: Set<NameKey> = []
  var rightNames: Set<NameKey> = []
  /// Which sides of a join were read, right being true.
  var sidesRead: Set<Bool> = []
  /// In a backward aggregate: the relation's own name in front of a dot.
  var relationName: NameKey?
  var mode: Mode
  /// Names of the row outside a sub-pipeline, for what to say about them.
  var outerNames: Set<NameKey> = []
  /// A condition that every aggregate in braces also asks: the column of a pivot.
  var filter: SQLExpression?
  /// Set by functions whose result is to be told apart in the column's label.
  var isUnweighted = false

  enum Mode {
    case row
    /// In braces: aggregates over the rows, and these keys.
    case braces(keys: [SQLExpression])
    case window(SQLWindow)
    /// Inside an aggregate: columns, no further aggregate.
    case argument
  }

  init(_ compiler: Compiler, rows: Rows?, mode: Mode = .row) {
    self.compiler = compiler
    self.rows = rows
    self.mode = mode
    outerNames = compiler.outerNames
  }

  var language: UILanguage { compiler.environment.language }

  func build(_ expression: Expression) -> Typed? { raw(expression)?.sealed() }

  /// As `build`, but a sum or product may still have to be checked.
  func raw(_ expression: Expression) -> Typed? {
    let typed: Typed? =
      switch expression.kind {
      case .literal(let literal): build(literal, at: expression.span)
      case .path(let path): build(path)
      case .call(let call): build(call)
      case .case(let arms): build(arms, at: expression.span)
      case .table:
        failure(QueryMessages.tableAsValue, at: expression.span)
      case .pipeline(let pipeline): scalar(pipeline, at: expression.span)
      case .unary(let name, let operand): build(name, operand, at: expression.span)
      case .binary: chain(expression)
      case .membership(let value, let members, let negated):
        membership(value, members, isNegated: negated, at: expression.span)
      case .between(let value, let low, let high, let negated):
        between(value, low, high, isNegated: negated, at: expression.span)
      case .isNull(let value, let negated):
        // Whether a sensitive value is there is no secret: empty cells are shown empty.
        build(value).map { value in
          Typed(.isNull(value.sql, isNegated: negated), .boolean, isNullable: false)
        }
      }
    return typed?.at(expression.span)
  }

  /// A condition: a boolean, or null.
  func condition(_ expression: Expression) -> Typed? {
    build(expression).flatMap { asCondition($0) }
  }

  func asCondition(_ typed: Typed) -> Typed? {
    if typed.type == .boolean || typed.type == .null { return typed }
    return failure(QueryMessages.notCondition, ["type": compiler.name(typed.type)], at: typed.span)
  }

  func failure(
    _ message: Message, _ arguments: [String: String] = [:], at span: SourceSpan,
    fixes: [Diagnostic.Fix] = []
  ) -> Typed? {
    compiler.report(message, arguments, at: span, fixes: fixes)
    return nil
  }

  private func build(_ literal: Expression.Literal, at span: SourceSpan) -> Typed? {
    switch literal {
    case .integer(let number, let zeros):
      var typed = Typed(.integer(number), .integer, span: span)
      typed.written = String(repeating: "0", count: zeros) + String(number)
      return typed
    case .decimal(let number):
      return Typed(.decimal(number), .decimal(precision: 18, scale: number.scale), span: span)
    case .percent(let number): return Typed(.decimal(number), .percent(scale: number.scale), span: span)
    case .duration(let duration): return Typed(.duration(duration), .duration(duration.unit), span: span)
    case .date(let date): return Typed(.date(date), .date, span: span)
    case .period(let period): return Typed(.period(period), .period(period.kind), span: span)
    case .string(let text): return Typed(.text(text), .text, span: span)
    case .boolean(let flag): return Typed(.boolean(flag), .boolean, span: span)
    case .null: return .null(at: span)
    }
  }

  private func build(_ arms: [Expression.Arm], at span: SourceSpan) -> Typed? {
    var values: [Typed] = []
    var conditions: [Typed?] = []
    for arm in arms {
      if let value = build(arm.value) { values.append(value) }
      if let test = arm.condition {
        if let typed = condition(test) { conditions.append(typed) }
      } else {
        conditions.append(nil)
      }
    }
    guard values.count == arms.count, conditions.count == arms.count else { return nil }
    return choose(conditions, values, at: span)
  }

  /// `case` and `if`: a nil condition is `else`.
  func choose(_ conditions: [Typed?], _ values: [Typed], at span: SourceSpan) -> Typed? {
    guard let (unified, type) = compiler.unified(values) else {
      let names = values.map { compiler.name($0.type) }
      return failure(QueryMessages.differentTypes, ["list": names.joined(separator: ", ")], at: span)
    }
    var arms: [SQLCase] = []
    var otherwise: SQLExpression?
    for (condition, value) in zip(conditions, unified) {
      if let condition {
        arms.append(SQLCase(condition: condition.sql, value: value.sql))
      } else {
        otherwise = value.sql
      }
    }
    let isNullable = otherwise == nil || unified.contains(where: \.isNullable)
    let sql: SQLExpression = arms.isEmpty ? otherwise ?? .null : .cases(arms, otherwise: otherwise)
    return Typed(sql, type, isNullable: isNullable, magnitude: Self.largest(unified))
      .marked(like: unified + conditions.compactMap { $0 })
  }

  static func largest(_ values: [Typed]) -> Int128? {
    values.reduce(Int128(0) as Int128?) { largest, value in
      guard let largest, let own = value.magnitude else { return value.type == .null ? largest : nil }
      return max(largest, own)
    }
  }

  /// The SQL of a sub-pipeline as a value: one column, at most one row.
  private func scalar(_ pipeline: Pipeline, at span: SourceSpan) -> Typed? {
    guard var inner = compiler.inner(pipeline, outer: self) else { return nil }
    guard inner.columns.count == 1, let column = inner.columns.first else {
      return failure(
        QueryMessages.scalarColumns, ["count": String(inner.columns.count)], at: span)
    }
    let value = inner.sql(of: 0, compiler)
    inner.settleFootnotes()
    var typed = Typed(column, sql: .null, span: span)
    typed.isNullable = true
    if inner.isSingle {
      inner.select.columns = [SQLSelect.Output(expression: value, name: column.id)]
      typed.sql = .scalar(inner.select)
      return typed
    }
    inner.close(compiler)
    guard case .sql(let closed) = inner.columns[0].value else { return nil }
    inner.select.columns = [
      SQLSelect.Output(expression: .aggregate(.only, [closed], filter: nil), name: column.id)
    ]
    inner.select.isGrouped = true
    typed.sql = .scalar(inner.select)
    return typed
  }
}
