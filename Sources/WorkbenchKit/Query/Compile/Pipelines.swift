import KitLanguage
import KitModel

extension Compiler {
  /// The rows of a pipeline inside an expression, a join or a `let`: effects have no place there.
  func rows(of pipeline: Pipeline) -> Rows? {
    let outer = countsPassed
    countsPassed = false
    defer { countsPassed = outer }
    let pipeline = pipeline.unfolded
    guard var rows = rows(of: pipeline.source) else { return nil }
    for (place, stage) in pipeline.stages.enumerated() {
      if stage.kind.isEffect {
        report(QueryMessages.effectInside, at: stage.keyword)
        continue
      }
      apply(stage, to: &rows, before: Array(pipeline.stages[..<place]), source: pipeline.source)
    }
    return rows
  }

  /// A sub-pipeline in an expression: it sees variables, not the row around it.
  func inner(_ pipeline: Pipeline, outer: ExpressionBuilder) -> Rows? {
    let before = outerNames
    outerNames = Set(outer.rows?.columns.flatMap(\.firstNames) ?? [])
    defer { outerNames = before }
    return rows(of: pipeline)
  }

  func rows(of source: Source) -> Rows? {
    switch source {
    case .command(let command):
      if let table = scope.commands[command.span] { return rows(of: table) }
      reportUnread(command)
      return nil
    case .relation(let relation): return rows(of: relation)
    }
  }

  /// `乡镇 筛选 得分 < 60` reads as a command: the bar between relation and stage is missing.
  private func reportUnread(_ command: Command) {
    if case .word(.bare(let word))? = command.arguments.first?.kind, Words.find(word, .stage) != nil {
      let place = SourceSpan(command.name.span.end, command.name.span.end)
      return report(
        QueryMessages.pipeMissing, ["name": command.name.text, "stage": word], at: command.span,
        fixes: [Diagnostic.Fix(place, " |")])
    }
    report(QueryMessages.commandNotRead, ["name": command.name.text], at: command.span)
  }

  func rows(of relation: Relation) -> Rows? {
    switch relation.kind {
    case .path(let path): return self.relation(named: path).flatMap { rows(of: $0, at: path.span) }
    case .call(let call):
      if let table = scope.commands[call.span] { return rows(of: table) }
      report(QueryMessages.commandNotRead, ["name": call.name.text], at: call.span)
      return nil
    case .table(let table): return rows(of: table)
    case .pipeline(let pipeline): return rows(of: pipeline)
    }
  }

  func rows(of relation: NamedRelation, at span: SourceSpan) -> Rows? {
    switch relation {
    case .entity(let entity): return rows(of: entity)
    case .table(let table): return rows(of: table)
    case .query(let pipeline, let commands, let name):
      if let shared = sharedRows(named: NameKey(name)) { return read(shared) }
      guard opened.insert("$" + name).inserted else {
        report(QueryMessages.letLoop, ["name": name], at: span)
        return nil
      }
      defer { opened.remove("$" + name) }
      let outer = (scope.commands, readsOtherText)
      scope.commands = commands
      // In a script the `let` stands in the same text.
      readsOtherText = outer.1 || !environment.isStrict
      defer { (scope.commands, readsOtherText) = outer }
      let rows = rows(of: pipeline)
      guard sharedNames.contains(NameKey(name)) else { return rows }
      return read(share(rows, as: NameKey(name)))
    }
  }

  // MARK: Stages

  /// One stage that is no effect. `before` are the stages in front of it, which `prior` goes back to.
  func apply(_ stage: Stage, to rows: inout Rows, before: [Stage], source: Source) {
    span = stage.span
    if rows.cut != nil, !stage.kind.keepsCut { rows.settleFootnotes() }
    if rows.mark != nil, !stage.kind.isEffect { report(QueryMessages.totalIsLast, at: stage.keyword) }
    if rows.select.isGrouped, stage.kind.readsOtherTables { rows.close(self) }
    switch stage.kind {
    case .where(let condition): filter(condition, &rows, at: stage.span)
    case .select(let items): select(items, &rows)
    case .derive(let binds): derive(binds, &rows)
    case .fill(let binds): fill(binds, &rows)
    case .drop(let paths): drop(paths, &rows)
    case .reorder(let paths): reorder(paths, &rows)
    case .rename(let renamings): rename(renamings, &rows)
    case .sort(let keys): sort(keys, &rows)
    case .take(let from, let to): take(from: from, to: to, &rows, at: stage.span)
    case .skip(let count): skip(count, &rows)
    case .top(let count, let by, let ascending, let per):
      top(count, by: by, ascending: ascending, per: per, &rows, at: stage.span)
    case .distinct(let paths): distinct(paths, &rows)
    case .count: count(&rows)
    case .group(let all, let keys, let aggregates): group(all: all, keys, aggregates, &rows, at: stage.span)
    case .join(let join): self.join(join, &rows, at: stage.span)
    case .prior(let path, let binds):
      prior(path, binds, &rows, before: before, source: source, at: stage.span)
    case .total(let columns, let per): total(columns, per: per, &rows)
    case .combine(let operation, let relation): combine(operation, relation, &rows, at: stage.span)
    case .window(let binds, let per, let order): window(binds, per: per, order: order, &rows)
    case .rank(let by, let ascending, let per, let name):
      rank(by, ascending: ascending, per: per, name: name, &rows)
    case .pivot(let key, let binds, let per, let values):
      pivot(key, binds, per: per, values: values, &rows, at: stage.span)
    case .unpivot(let paths, let name, let value): unpivot(paths, name: name, value: value, &rows)
    case .bin(let expression, let by, let name): bin(expression, by: by, name: name, &rows)
    case .sample(let count, let per, let seed): sample(count, per: per, seed: seed, &rows, at: stage.span)
    case .output(.describe, _): describe(&rows)
    case .check, .set, .delete, .into, .saveAs, .output: break
    }
    if !stage.kind.keepsOrigin { rows.origin = nil }
    if !refuseWidth(rows, at: stage.span), stage.kind.makesColumns { rows.limitWeight(self) }
    if rows.select.filters.count > 300 { rows.close(self) }
  }
}

extension Pipeline {
  /// A pipeline in parentheses at the source is the beginning of the same one: what it does is done in order.
  var unfolded: Pipeline {
    guard case .relation(let relation) = source, case .pipeline(let inner) = relation.kind else {
      return self
    }
    let first = inner.unfolded
    return Pipeline(source: first.source, stages: first.stages + stages, span: span)
  }
}

extension Stage.Kind {
  /// Calculates columns, whose expressions may grow.
  var makesColumns: Bool {
    switch self {
    case .select, .derive, .fill, .group, .window, .rank, .pivot, .bin, .unpivot: true
    default: false
    }
  }

  /// Does something beyond making rows.
  var isEffect: Bool {
    switch self {
    case .output(.describe, _): false
    case .check, .set, .delete, .into, .saveAs, .output: true
    default: false
    }
  }

  /// A cut stays the last thing done to the rows.
  var keepsCut: Bool {
    switch self {
    case .select, .derive, .fill, .drop, .reorder, .rename: true
    default: isEffect
    }
  }

  /// Follows references or looks backward, which is to happen over finished groups.
  var readsOtherTables: Bool {
    switch self {
    case .where(let expression), .bin(let expression, _, _): expression.readsOtherTables
    case .select(let items):
      items.contains { item in
        switch item {
        case .path(let path): path.names.count > 1
        case .bind(let bind): bind.expression.readsOtherTables
        }
      }
    case .derive(let binds), .fill(let binds), .window(let binds, _, _):
      binds.contains { $0.expression.readsOtherTables }
    case .sort(let keys): keys.contains { $0.expression.readsOtherTables }
    case .top(_, let expression, _, let per):
      expression.readsOtherTables || per.contains { $0.names.count > 1 }
    case .rank(let expression, _, let per, _):
      expression.readsOtherTables || per.contains { $0.names.count > 1 }
    default: false
    }
  }
}

extension Expression {
  var readsOtherTables: Bool {
    switch kind {
    case .literal, .table, .pipeline: false
    case .path(let path): path.names.count > 1
    // An aggregate outside braces looks backward; `text(reference)` looks up a name.
    case .call(let call):
      Words.function(call.name.text)?.kind == .aggregate
        || ["text", "concat"].contains(Words.function(call.name.text)?.english)
        || call.arguments.contains(where: \.readsOtherTables)
    case .case(let arms):
      arms.contains { $0.value.readsOtherTables || ($0.condition?.readsOtherTables ?? false) }
    case .unary(_, let one), .isNull(let one, _): one.readsOtherTables
    case .membership(let one, let members, _):
      if case .list(let list) = members {
        one.readsOtherTables || list.contains(where: \.readsOtherTables)
      } else {
        one.readsOtherTables
      }
    case .binary(_, let one, let two): one.readsOtherTables || two.readsOtherTables
    case .between(let one, let two, let three, _):
      one.readsOtherTables || two.readsOtherTables || three.readsOtherTables
    }
  }
}

extension Rows {
  /// Folding makes expressions deep: before the engine's parser could not follow, the SELECT is closed.
  mutating func limitWeight(_ compiler: Compiler) {
    let isHeavy = columns.contains { column in
      guard case .sql(let expression) = column.value else { return false }
      let weight = expression.weight
      return weight.size > 400 || weight.calls > 6
    }
    if isHeavy { close(compiler) }
  }
}
