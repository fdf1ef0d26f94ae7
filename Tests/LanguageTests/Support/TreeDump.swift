import KitLanguage
import KitModel

/// A syntax tree as text without places: equal dumps are equal trees. Functions, types and commands of the host
/// are named in English, so that both languages dump alike.
struct TreeDump {
  static func of(_ script: Script) -> String { TreeDump().script(script) }

  private func script(_ script: Script) -> String {
    script.statements.map(statement).joined(separator: "\n")
  }

  private func statement(_ statement: Statement) -> String {
    switch statement.kind {
    case .let(let name, let value): "let \(self.name(name)) \(self.value(value))"
    case .param(let parameter):
      "param \(name(parameter.name)) "
        + (parameter.type.map { "type \(type($0))" } ?? "-") + " "
        + (parameter.defaultValue.map(expression) ?? "-") + " " + (parameter.help ?? "-")
    case .for(let variable, in: let source, let body):
      "for \(name(variable)) \(value(source)) {\(script(body))}"
    case .if(let condition, let then, let otherwise):
      "if \(expression(condition)) {\(script(then))} " + (otherwise.map { "{\(script($0))}" } ?? "-")
    case .check(let test): "check " + self.test(test)
    case .print(let expressions): "print " + list(expressions)
    case .help(let arguments): "help " + self.arguments(arguments)
    case .value(let value): self.value(value)
    case .continuation(let stages): "_ " + stages.map(stage).joined(separator: " ")
    }
  }

  private func type(_ type: Statement.TypeSyntax) -> String {
    (Words.find(type.name.text, .type)?.english ?? name(type.name)) + "(" + list(type.arguments) + ")"
  }

  private func test(_ test: Test) -> String {
    "\(expression(test.condition)) \(test.message.map(expression) ?? "-") \(test.severity)"
  }

  private func value(_ value: ValueSyntax) -> String {
    switch value {
    case .pipeline(let pipeline): self.pipeline(pipeline)
    case .expression(let expression): self.expression(expression)
    }
  }

  private func pipeline(_ pipeline: Pipeline) -> String {
    let source =
      switch pipeline.source {
      case .command(let command): self.command(command)
      case .relation(let relation): self.relation(relation)
      }
    return "<" + ([source] + pipeline.stages.map(stage)).joined(separator: " | ") + ">"
  }

  private func command(_ command: Command) -> String {
    let known = Words.find(command.name.text, .command)?.english
    return "!\(command.name.isQuoted ? name(command.name) : known ?? name(command.name)) "
      + arguments(command.arguments)
  }

  private func arguments(_ arguments: [Argument]) -> String {
    "[" + arguments.map { argument($0.kind) }.joined(separator: " ") + "]"
  }

  private func argument(_ kind: Argument.Kind) -> String {
    switch kind {
    case .word(let value): argumentValue(value)
    case .option(let name, let value): "--\(name.text)" + (value.map { "=" + argumentValue($0) } ?? "")
    case .named(let name, let value): "\(name.text)=" + argumentValue(value)
    }
  }

  private func argumentValue(_ value: ArgumentValue) -> String {
    switch value {
    case .bare(let text): "'\(text)'"
    case .string(let text): "\"\(text)\""
    case .quotedName(let name): self.name(name)
    case .variable(let path): self.path(path)
    case .value(let value): "(\(self.value(value)))"
    }
  }

  private func relation(_ relation: Relation) -> String {
    switch relation.kind {
    case .path(let path): self.path(path)
    case .call(let call): self.call(call)
    case .table(let table): self.table(table)
    case .pipeline(let pipeline): self.pipeline(pipeline)
    }
  }

  private func stage(_ stage: Stage) -> String { stageKind(stage.kind) }

  private func stageKind(_ kind: Stage.Kind) -> String {
    switch kind {
    case .where(let condition): "where \(expression(condition))"
    case .select(let items): "select " + self.items(items)
    case .derive(let binds): "derive " + self.binds(binds)
    case .fill(let binds): "fill " + self.binds(binds)
    case .set(let binds): "set " + self.binds(binds)
    case .drop(let paths): "drop " + self.paths(paths)
    case .reorder(let paths): "reorder " + self.paths(paths)
    case .rename(let renamings):
      "rename " + renamings.map { "\(name($0.new))=\(name($0.old))" }.joined(separator: ",")
    case .sort(let keys): "sort " + self.keys(keys)
    case .take(let first, let last): "take \(first.map(count) ?? "-") \(count(last))"
    case .skip(let number): "skip \(count(number))"
    case .top(let number, let by, let ascending, let per):
      "top \(count(number)) \(expression(by)) \(ascending) \(paths(per))"
    case .distinct(let paths): "distinct " + self.paths(paths)
    case .count: "count"
    case .group(let all, let keys, let aggregates): "group \(all) \(items(keys)) \(binds(aggregates))"
    case .join(let join): self.join(join)
    case .prior(let path, let binds): "prior \(self.path(path)) \(self.binds(binds))"
    case .total(let columns, let per): "total \(paths(columns)) \(paths(per))"
    case .combine(let operation, let relation): "\(operation) \(self.relation(relation))"
    case .window(let binds, let per, let order): "window \(self.binds(binds)) \(paths(per)) \(keys(order))"
    case .rank(let value, let ascending, let per, let name):
      "rank \(expression(value)) \(ascending) \(paths(per)) \(name.map(self.name) ?? "-")"
    case .pivot(let key, let aggregates, let per, let values):
      "pivot \(items([key])) \(binds(aggregates)) \(paths(per)) \(values.map(list) ?? "-")"
    case .unpivot(let paths, let first, let second):
      "unpivot \(self.paths(paths)) \(first.map(name) ?? "-") \(second.map(name) ?? "-")"
    case .bin(let value, let width, let name):
      "bin \(expression(value)) \(expression(width)) \(name.map(self.name) ?? "-")"
    case .sample(let number, let per, let seed):
      "sample \(count(number)) \(paths(per)) \(seed.map(expression) ?? "-")"
    case .check(let test): "check " + self.test(test)
    case .delete: "delete"
    case .into(let path, let update): "into \(self.path(path)) \(update)"
    case .saveAs(let name, let replace): "save \(self.name(name)) \(replace)"
    case .output(let stage, let arguments): "\(stage) \(self.arguments(arguments))"
    }
  }

  private func join(_ join: Stage.Join) -> String {
    let condition: String? =
      switch join.condition {
      case .expression(let expression): self.expression(expression)
      case .columns(let names): names.map(name).joined(separator: ",")
      case nil: nil
      }
    return
      "\(join.kind) \(relation(join.relation)) \(join.alias.map(name) ?? "-") \(condition ?? "-") \(join.side)"
  }

  private func count(_ count: Stage.Count) -> String {
    switch count {
    case .literal(let number, _): String(number)
    case .path(let path): self.path(path)
    case .expression(let expression): "(\(self.expression(expression)))"
    }
  }

  private func items(_ items: [Stage.Item]) -> String {
    items.map { item in
      switch item {
      case .path(let path): self.path(path)
      case .bind(let bind): binds([bind])
      }
    }.joined(separator: ",")
  }

  private func binds(_ binds: [Stage.Bind]) -> String {
    "{" + binds.map { "\(name($0.name))=\(expression($0.expression))" }.joined(separator: ",") + "}"
  }

  private func keys(_ keys: [Stage.SortKey]) -> String {
    keys.map { ($0.isDescending ? "-" : "+") + expression($0.expression) }.joined(separator: ",")
  }

  private func paths(_ paths: [Path]) -> String { paths.map(path).joined(separator: ",") }

  private func path(_ path: Path) -> String {
    (path.isVariable ? "$" : "") + path.names.map(name).joined(separator: ".")
  }

  private func name(_ name: Name) -> String { name.isQuoted ? "`\(name.text)`" : name.text }

  private func list(_ expressions: [Expression]) -> String {
    expressions.map(expression).joined(separator: ",")
  }

  private func call(_ call: Call) -> String {
    let known = (Words.function(call.name.text) ?? Words.find(call.name.text, .value))?.english
    let name = call.name.isQuoted ? self.name(call.name) : known ?? call.name.text
    return "\(name)(" + list(call.arguments) + (call.condition.map { " where " + expression($0) } ?? "") + ")"
  }

  private func table(_ table: TableLiteral) -> String {
    "[" + ([table.columns.map(name).joined(separator: ",")] + table.rows.map(list)).joined(separator: ";")
      + "]"
  }

  /// Fully parenthesised.
  private func expression(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(.decimal(let number)): "decimal(\(number.real))"
    case .literal(.percent(let share)): "percent(\(share.real))"
    case .literal(let literal): "\(literal)"
    case .path(let path): self.path(path)
    case .call(let call): self.call(call)
    case .case(let arms):
      "case{"
        + arms.map { "\($0.condition.map(self.expression) ?? "else"):\(self.expression($0.value))" }
        .joined(separator: ",") + "}"
    case .table(let table): self.table(table)
    case .pipeline(let pipeline): self.pipeline(pipeline)
    case .unary(let op, let inner): "(\(op) \(self.expression(inner)))"
    case .binary(let op, let left, let right): "(\(self.expression(left)) \(op) \(self.expression(right)))"
    case .membership(let left, let members, let isNegated):
      "(\(self.expression(left)) \(isNegated ? "notIn" : "in") \(self.members(members)))"
    case .between(let value, let low, let high, let isNegated):
      "(\(self.expression(value)) \(isNegated ? "notBetween" : "between") \(self.expression(low)) \(self.expression(high)))"
    case .isNull(let value, let isNegated):
      "(\(self.expression(value)) \(isNegated ? "isNotNull" : "isNull"))"
    }
  }

  private func members(_ members: Expression.Members) -> String {
    switch members {
    case .pipeline(let pipeline): self.pipeline(pipeline)
    case .list(let expressions): "(" + list(expressions) + ")"
    case .path(let path): self.path(path)
    case .table(let table): self.table(table)
    }
  }
}
