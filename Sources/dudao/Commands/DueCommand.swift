import KitModel
import PluginAPI

/// `due` 待办: what is due and overdue; with `--run` after the scripts of recurring work that is due have run. The exit
/// code is 3 while anything is overdue.
struct DueCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: DueWords.name, meaning: DueWords.meaning,
    parameters: [.flag("run", DueWords.runParameter, help: DueWords.runHelp)],
    effects: [.reads, .writes, .files],
    examples: [.init("due", DueWords.firstExample)])

  let sources: [DueSource]

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    var list = try list(context)
    var outcome = SessionOutcome.done
    if arguments.flag("run") {
      var done: Set<String> = []
      for entry in list.entries {
        guard case .task(let occurrence) = entry.what, let script = occurrence.task.script,
          done.insert(line(of: occurrence) ?? "").inserted
        else { continue }
        try context.checkCancellation()
        outcome = outcome.worse(try run(script, for: occurrence, at: arguments.nameSpan, context))
      }
      list = try self.list(context)
    }
    // That something is overdue is what a timer asks for; it is not hidden by a script that cannot run yet.
    switch list.overdue > 0 ? .checkFailed : outcome {
    case .done: break
    case .checkFailed: context.markUnmet()
    case .failed, .usage, .interrupted: context.markFailed()
    }
    for remark in list.remarks { context.remark(remark) }
    guard !list.entries.isEmpty || context.isForPrograms else {
      return .notice(Diagnostic(DueCommandMessages.nothing, severity: .note))
    }
    return .table(table(list, context.language))
  }

  private func list(_ context: any CommandContext) throws -> DueList {
    try DueList(of: context.openWorkspace(), sources: sources, on: context.asOf) { text, variables in
      try context.query(text, variables: variables)
    }
  }

  /// One script that fails does not keep the others from running.
  private func run(
    _ script: String, for occurrence: TaskSchedule.Occurrence, at place: SourceSpan,
    _ context: any CommandContext
  ) throws -> SessionOutcome {
    do {
      let text = try ScriptShelf(context).script(named: script)
      let given = occurrence.task.parameters.map {
        CommandArguments.Free(name: $0.name, value: .text($0.text(for: occurrence.period)), span: place)
      }
      return try context.run(text, asked: script, given: given, at: place, isAside: true)
    } catch let wish as CancellationError {
      throw wish
    } catch {
      for fault in Diagnostic.all(in: error) { context.remark(fault) }
      let label = occurrence.task.label
      context.remark(
        Diagnostic(
          DueCommandMessages.scriptFailed, ["label": label.zh, "labelEn": label.en, "script": script]))
      return .failed
    }
  }

  private func table(_ list: DueList, _ language: UILanguage) -> Table {
    func column(_ id: String, _ label: Label, _ type: DataType) -> Column {
      Column(id: id, label: label, type: type)
    }
    let columns = [
      column("matter", DueWords.matter, .text), column("period", DueWords.period, .period(nil)),
      column("deadline", DueWords.day, .date), column("overdue", DueWords.overdue, .integer),
      column("soon", DueWords.soon, .integer), column("next", DueWords.next, .text),
    ]
    let rows = list.entries.map { entry in
      Table.Row([
        .text(entry.label.text(language)), entry.period.map(Value.period) ?? .null, .date(entry.due),
        .integer(Int64(entry.overdue)), .integer(Int64(entry.soon)), next(entry.what),
      ])
    }
    return Table(columns: columns, rows: rows)
  }

  /// What to type.
  private func next(_ what: DueList.What) -> Value {
    switch what {
    case .rows(let pipeline): return .text(pipeline)
    case .task(let occurrence): return line(of: occurrence).map(Value.text) ?? .null
    }
  }

  /// The line that runs the script of a task; nil: it has none.
  private func line(of occurrence: TaskSchedule.Occurrence) -> String? {
    guard let script = occurrence.task.script else { return nil }
    let words = occurrence.task.parameters.map { "--\($0.name) \($0.text(for: occurrence.period))" }
    return (["run", script] + words).joined(separator: " ")
  }
}
