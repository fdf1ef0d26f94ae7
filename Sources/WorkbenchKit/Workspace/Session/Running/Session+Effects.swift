import KitFormats
import KitLanguage
import KitModel
import KitQuery
import KitStore

extension Session {
  /// Carries a compiled statement out: its effects in the order written, all changes of it in one transaction,
  /// then the value that it shows.
  func execute(_ statement: CompiledStatement, _ span: SourceSpan) throws {
    report(statement.remarks)
    let store = try openStore()
    let changes = statement.steps.contains { step in
      if case .write = step { true } else { false }
    }
    guard changes else { return try carryOut(statement, store) }
    checkedLets = CheckedNames()
    try store.access.requireWritable()
    let context = changeContext(command: String(span.slice(of: text)))
    try confirm(statement.steps, store, context)
    let change = try store.change(context, isDryRun: false) { transaction in
      try carryOut(statement, store, transaction)
    }.change
    if let change, !options.isDryRun {
      report([Diagnostic(SessionMessages.changeKept, ["id": String(change.id)], severity: .note)])
    }
  }

  private func carryOut(
    _ statement: CompiledStatement, _ store: any Store, _ transaction: (any ChangeTransaction)? = nil
  ) throws {
    note(statement)
    for step in statement.steps {
      try cancellation.check()
      switch step {
      case .check(let check): try carryOut(check, store)
      case .output(let stage, let query, let arguments, let span):
        try OutputRunner(session: self, store: store).run(stage, query, arguments, span)
      case .plan(let query): show(try store.plan(of: query), text: query.sql)
      case .write(let intent, _):
        if let transaction { tell(try transaction.write(intent), of: intent) }
      }
    }
    switch statement.result {
    case .rows(let query): show(try store.table(of: query))
    case .value(let query):
      let table = try store.table(of: query)
      var value = table.rows.first?.values.first ?? .null
      var type = query.columns.first?.column.type ?? .null
      if query.columns.first?.column.isSensitive == true, !value.isNull {
        (value, type) = (.text(Column.mask), .text)
      }
      emit(SessionOutput(.value(value, type), remarks: table.remarks))
    case .none: break
    }
  }

  /// What a statement reads, for the record of a run.
  private func note(_ statement: CompiledStatement) {
    guard let recorder else { return }
    for step in statement.steps {
      switch step {
      case .check(let check): recorder.read(check.failing.sql)
      case .output(_, let query, _, _), .plan(let query): recorder.read(query.sql)
      case .write: recorder.readAnything()
      }
    }
    switch statement.result {
    case .rows(let query), .value(let query): recorder.read(query.sql)
    case .none: break
    }
  }

  // MARK: showing

  /// Shows a table; it is then `_`.
  func show(_ table: Table, layout: SessionOutput.Layout = .grid) {
    remember(table)
    emit(SessionOutput(.table(table, layout: layout), remarks: table.remarks))
  }

  private func show(_ table: Table, text: String) {
    emit(SessionOutput(.text(text)))
    show(table)
  }

  // MARK: checks

  private func carryOut(_ check: CheckStep, _ store: any Store) throws {
    var rows = 0
    var messages: [String] = []
    var failing = Table(columns: check.failing.columns.map(\.column))
    failing.remarks = try store.forEachRow(of: check.failing) { row in
      rows += 1
      // A message made of sensitive values would be a row of asterisks: then the condition itself is said.
      if let column = check.messageColumn, column < row.values.count, !failing.columns[column].isSensitive {
        let type = failing.columns[column].type
        let message = ValueFormatter(language: options.language).text(row.values[column], type: type)
        if messages.count < 20, !messages.contains(message) { messages.append(message) }
      }
      if rows <= Self.shownFailures { failing.rows.append(row) }
      return .next
    }
    guard rows > 0 else { return }
    if let column = check.messageColumn, column < failing.columns.count {
      failing.columns.remove(at: column)
      for index in failing.rows.indices { failing.rows[index].values.remove(at: column) }
    }
    let message = messages.isEmpty ? String(check.span.slice(of: text)) : messages.joined(separator: "；")
    report(checkFailure(message: message, severity: check.severity, span: check.span))
    if rows > Self.shownFailures {
      failing.remarks.append(
        Diagnostic(
          SessionMessages.failuresCut, ["shown": String(Self.shownFailures), "count": String(rows)],
          severity: .note))
    }
    emit(SessionOutput(.table(failing, layout: .grid), remarks: failing.remarks))
  }

  /// Rows of a failed check that are shown; how many there are is always said.
  private static let shownFailures = 100

  // MARK: writing

  /// Changes of more rows are asked about at the prompt.
  static let unaskedRows = 20

  /// What would happen is counted in a change that is taken back.
  private func confirm(_ steps: [Step], _ store: any Store, _ context: ChangeContext) throws {
    try confirm {
      var total = WriteCounts()
      _ = try store.change(context, isDryRun: true) { transaction in
        for case .write(let intent, _) in steps {
          if case .save(_, replace: false, _) = intent { continue }
          total = total + (try transaction.write(intent))
        }
      }
      return total
    }
  }

  /// Asks at the prompt before many rows change.
  func confirm(_ counts: () throws -> WriteCounts) throws {
    guard options.mode == .prompt, !options.assumesYes, !options.isDryRun else { return }
    let total = try counts()
    guard total.inserted + total.updated + total.deleted > Self.unaskedRows else { return }
    let question = Diagnostic(SessionMessages.confirmChange, Self.arguments(of: total), severity: .note)
    guard delegate?.confirm(question) == true else { throw Diagnostic(SessionMessages.changeRefused) }
  }

  private func tell(_ counts: WriteCounts, of intent: WriteIntent) {
    var arguments = Self.arguments(of: counts)
    let message: Message
    switch intent {
    case .set(let entity, _, _, _), .insert(let entity, _, _, _), .delete(let entity, _, _):
      let label = (try? catalog())?.entities.first { $0.fullName == entity }?.label
      arguments["entity"] = label?.zh ?? entity
      arguments["entityEn"] = label?.en ?? entity
      message = SessionMessages.changed
    case .save(let name, _, _):
      arguments["entity"] = name
      message = SessionMessages.tableSaved
    }
    emit(
      SessionOutput(.notice(Diagnostic(message, arguments, severity: .note)), remarks: counts.remarks))
  }

  private static func arguments(of counts: WriteCounts) -> [String: String] {
    [
      "inserted": String(counts.inserted), "updated": String(counts.updated),
      "unchanged": String(counts.unchanged), "deleted": String(counts.deleted),
      "rows": String(counts.inserted + counts.updated + counts.unchanged),
    ]
  }
}
