import KitLanguage
import KitModel

extension Compiler {
  /// A pipeline with its effects, in the order written.
  func statement(_ pipeline: Pipeline) -> CompiledStatement? {
    let pipeline = pipeline.unfolded
    guard var rows = rows(of: pipeline.source) else { return nil }
    var steps: [Step] = []
    for (place, stage) in pipeline.stages.enumerated() {
      if place > 0, pipeline.stages[place - 1].kind.endsPipeline {
        report(QueryMessages.stageAfterEnd, at: stage.keyword)
      }
      span = stage.span
      if stage.kind.isEffect {
        if let step = effect(stage, &rows) { steps.append(step) }
      } else {
        apply(stage, to: &rows, before: Array(pipeline.stages[..<place]), source: pipeline.source)
      }
    }
    if hasFailed { return nil }
    let endsInEffect = pipeline.stages.last?.kind.isEffect ?? false
    let result: CompiledStatement.Result = endsInEffect ? .none : .rows(finished(rows))
    if hasFailed { return nil }
    let isKeyed = rows.key?.isUnique == true && rows.mark == nil
    return CompiledStatement(
      steps: steps, result: result, remarks: remarks, entity: isKeyed ? rows.key?.entity : nil)
  }

  private func effect(_ stage: Stage, _ rows: inout Rows) -> Step? {
    if rows.mark != nil {
      guard case .output(let output, _) = stage.kind, [.show, .list, .export, .to].contains(output) else {
        report(QueryMessages.totalIsLast, at: stage.keyword)
        return nil
      }
    }
    switch stage.kind {
    case .check(let test): return check(test, rows, at: stage.span).map(Step.check)
    case .output(.plan, _): return .plan(finished(rows))
    case .output(let output, let arguments): return .output(output, finished(rows), arguments, stage.span)
    case .set(let binds): return set(binds, rows, at: stage.span).map { .write($0, stage.span) }
    case .delete: return delete(rows, at: stage.span).map { .write($0, stage.span) }
    case .into(let path, let update): return into(path, update, rows).map { .write($0, stage.span) }
    case .saveAs(let name, let replace):
      return .write(.save(name: name.text, replace: replace, rows: finished(rows)), stage.span)
    default: return nil
    }
  }

  // MARK: check

  private func check(_ test: Test, _ rows: Rows, at span: SourceSpan) -> CheckStep? {
    var rows = rows.uncounted
    if rows.mustCloseBeforeGroup { rows.close(self) }
    let builder = ExpressionBuilder(self, rows: rows)
    let condition = builder.condition(test.condition)
    let message = test.message.map { builder.build($0) }
    rows = builder.rows ?? rows
    guard let condition else { return nil }
    let passes = condition.isNullable ? SQLExpression.coalesce(condition.sql, .falsehood) : condition.sql
    rows.add(filters: [.not(passes)])
    var messageColumn: Int?
    if let message {
      guard let message else { return nil }
      messageColumn = rows.columns.count
      rows.columns.append(live(message, id: "_message", label: Label(zh: "说明", en: "message")))
    }
    return CheckStep(
      severity: test.severity, failing: finished(rows), messageColumn: messageColumn, span: span)
  }

  // MARK: set, delete

  private func set(_ binds: [Stage.Bind], _ rows: Rows, at span: SourceSpan) -> WriteIntent? {
    guard let origin = rows.origin else {
      report(QueryMessages.notRowsOfEntity, ["stage": word("set")], at: span)
      return nil
    }
    guard mayWrite(origin.entity, at: span) else { return nil }
    refuseDoubles(binds.map(\.name))
    let builder = ExpressionBuilder(self, rows: rows)
    var fields: [WriteIntent.Field] = []
    var values: [LiveColumn] = []
    for bind in binds {
      guard let field = field(bind.name, of: origin.entity) else { continue }
      let isKey = origin.entity.key.contains(field.id)
      if isKey { report(QueryMessages.keyIsFixed, ["name": bind.name.text], at: bind.name.span) }
      guard let value = value(bind.expression, for: field, builder), !isKey else { continue }
      fields.append(WriteIntent.Field(table: origin.entity.table(of: field.id), id: field.id))
      values.append(live(value, id: field.id, label: field.label))
    }
    guard values.count == binds.count, var made = builder.rows else { return nil }
    made.columns = rids(origin) + values
    return .set(
      entity: origin.entity.fullName, tables: origin.rids.map(\.table), fields: fields,
      rows: finished(made, raw: true))
  }

  private func delete(_ rows: Rows, at span: SourceSpan) -> WriteIntent? {
    guard let origin = rows.origin else {
      report(QueryMessages.notRowsOfEntity, ["stage": word("delete")], at: span)
      return nil
    }
    guard mayWrite(origin.entity, at: span) else { return nil }
    var rows = rows
    rows.columns = rids(origin)
    return .delete(
      entity: origin.entity.fullName, tables: origin.rids.map(\.table), rows: finished(rows, raw: true))
  }

  /// Some entities are written by one command alone.
  private func mayWrite(_ entity: EntityView, at span: SourceSpan) -> Bool {
    let declaration = entity.declaration
    guard let owner = declaration.writtenBy, !declaration.mayBeWritten(by: environment.command) else {
      return true
    }
    report(
      QueryMessages.writtenByCommand,
      [
        "entity": declaration.label.text(environment.language),
        "command": environment.language == .zh ? owner.zh : owner.en,
      ], at: span)
    return false
  }

  private func rids(_ origin: Rows.Origin) -> [LiveColumn] {
    origin.rids.enumerated().map { place, rid in
      LiveColumn(
        number: nextColumn(), id: place == 0 ? "_rid" : "_rid\(place + 1)",
        label: Label(zh: "_rid", en: "_rid"), type: .integer, value: rid.value)
    }
  }

  /// A stored field by any of its names.
  private func field(_ name: Name, of entity: EntityView) -> FieldDeclaration? {
    let match = NameTable.find(
      name.key, in: entity.fields.map(\.declaration), first: \.firstNames, second: \.furtherNames)
    switch match {
    case .one(let field): return field
    case .several(let fields):
      report(
        QueryMessages.ambiguousColumn,
        ["name": name.text, "list": fields.map(\.id).joined(separator: ", ")], at: name.span)
    case .none:
      let names = entity.fields.flatMap { [$0.declaration.id, $0.declaration.label.zh] }
      let near = Nearness.suggestions(for: name.text, among: names)
      report(
        near.isEmpty ? QueryMessages.unknownField : QueryMessages.unknownFieldNear,
        [
          "name": name.text, "entity": entity.declaration.label.text(environment.language),
          "near": near.joined(separator: ", "),
        ], at: name.span, fixes: near.map { Diagnostic.Fix(name.span, $0) })
    }
    return nil
  }

  /// A new value for a field, in the field's type.
  private func value(_ expression: Expression, for field: FieldDeclaration, _ builder: ExpressionBuilder)
    -> Typed?
  {
    guard let typed = builder.build(expression) else { return nil }
    guard keepsSecret(typed.isSensitive, field, at: expression.span) else { return nil }
    if case .choice = field.type {
      let choice = Typed(.null, field.type)
      guard builder.possible(choice, typed) else { return nil }
    }
    if case .reference(let target) = field.type, typed.type.isTextual {
      return builder.key(typed, of: target)?.converted(to: field.type)
    }
    if field.isRequired, typed.type == .null {
      report(
        QueryMessages.requiredField, ["name": field.label.text(environment.language)], at: expression.span)
      return nil
    }
    guard let converted = typed.converted(to: field.type) else {
      report(
        QueryMessages.fieldType,
        [
          "name": field.label.text(environment.language), "wanted": name(field.type),
          "type": name(typed.type),
        ], at: expression.span)
      return nil
    }
    return converted.sealed()
  }

  /// A sensitive value goes only into a sensitive field, or it would be shown from there on.
  private func keepsSecret(_ isSensitive: Bool, _ field: FieldDeclaration, at span: SourceSpan) -> Bool {
    if !isSensitive || field.isSensitive { return true }
    report(QueryMessages.sensitiveInto, ["name": field.label.text(environment.language)], at: span)
    return false
  }

  // MARK: into

  private func into(_ path: Path, _ update: Bool, _ rows: Rows) -> WriteIntent? {
    guard let relation = relation(named: path) else { return nil }
    guard case .entity(let entity) = relation else {
      report(QueryMessages.intoEntity, ["name": path.text], at: path.span)
      return nil
    }
    guard mayWrite(entity, at: path.span) else { return nil }
    var rows = rows
    var fields: [WriteIntent.Field] = []
    var unknown: [String] = []
    for place in rows.columns.indices {
      let column = rows.columns[place]
      guard let field = match(column, entity) else {
        unknown.append(column.label.text(environment.language))
        continue
      }
      guard keepsSecret(column.isSensitive, field, at: path.span) else { continue }
      let typed = Typed(column, sql: rows.sql(of: place, self), span: path.span)
      guard let converted = typed.converted(to: field.type)?.sealed() else {
        report(
          QueryMessages.fieldType,
          [
            "name": field.label.text(environment.language), "wanted": name(field.type),
            "type": name(column.type),
          ], at: path.span)
        continue
      }
      fields.append(WriteIntent.Field(table: entity.table(of: field.id), id: field.id))
      rows.columns[place].value = .sql(converted.sql)
      rows.columns[place].type = field.type
      rows.columns[place].id = field.id
    }
    let label = entity.declaration.label.text(environment.language)
    if !unknown.isEmpty {
      report(
        QueryMessages.intoUnknown, ["list": unknown.joined(separator: ", "), "entity": label], at: path.span)
    }
    let missing = entity.key.filter { key in !fields.contains { $0.id == key } }
    if !missing.isEmpty {
      report(
        QueryMessages.intoKey,
        [
          "list": missing.map { entity.field(id: $0)?.declaration.label.text(environment.language) ?? $0 }
            .joined(separator: ", "), "entity": label,
        ], at: path.span)
    }
    refuseDoubles(rows.columns, [path.span])
    if hasFailed { return nil }
    return .insert(entity: entity.fullName, fields: fields, update: update, rows: finished(rows))
  }

  private func match(_ column: LiveColumn, _ entity: EntityView) -> FieldDeclaration? {
    for key in column.firstNames {
      let match = NameTable.find(
        key, in: entity.fields.map(\.declaration), first: \.firstNames, second: \.furtherNames)
      if case .one(let field) = match { return field }
    }
    return nil
  }
}

extension Stage.Kind {
  /// Nothing may follow.
  var endsPipeline: Bool {
    switch self {
    case .set, .delete, .into: true
    case .output(let output, _): output == .plan || output == .to
    default: false
    }
  }

  /// Rows of an entity stay rows that can be changed.
  var keepsOrigin: Bool {
    switch self {
    case .where, .derive, .sort, .take, .skip, .top, .sample, .check: true
    case .join(let join): join.kind == .semi || join.kind == .anti
    default: false
    }
  }
}
