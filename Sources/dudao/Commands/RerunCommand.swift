import KitModel
import KitStore
import PluginAPI

/// `rerun ID` 重跑: has a run again as it was and tells what has become different, and by which changes.
struct RerunCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: RunsWords.rerun, meaning: RunsWords.rerunMeaning,
    parameters: [.positional("run", RunsWords.rerunParameter, .value(.integer), help: RunsWords.rerunHelp)],
    examples: [.init("rerun 24", RunsWords.rerunExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let id = Int64(arguments.integer("run") ?? 0)
    guard let run = try context.openWorkspace().store.runRecord(id) else {
      throw Diagnostic(RunsMessages.unknown, ["id": String(id)], at: arguments.span("run"))
    }
    let comparison = try context.rerun(run, id: id)
    var told = ["id": String(id), "script": run.script, "day": run.day.iso, "same": String(comparison.same)]
    var remarks: [Diagnostic] = []
    if !comparison.unknownFiles.isEmpty {
      let list = comparison.unknownFiles
      remarks.append(
        Diagnostic(
          RunsMessages.filesUnknown,
          ["list": list.joined(separator: "、"), "listEn": list.joined(separator: ", ")], severity: .note))
    }
    if comparison.differences.isEmpty {
      told["count"] = told["same"]
      return .notice(Diagnostic(RunsMessages.same, told, severity: .note), remarks: remarks)
    }
    let unexplained = comparison.unexplained.count
    if unexplained > 0 { context.markFailed() }
    let changes = NumberRanges(comparison.differences.flatMap(\.explanations))
    told["count"] = String(unexplained > 0 ? unexplained : comparison.differences.count)
    told["changes"] = changes.condition(on: RunsWords.id, .zh)
    told["changesEn"] = changes.condition(on: RunsWords.id, .en)
    remarks.append(
      Diagnostic(
        unexplained > 0 ? RunsMessages.unexplained : RunsMessages.explained, told,
        severity: unexplained > 0 ? .error : .note))
    return .table(table(comparison, context.language, remarks))
  }

  private func table(_ comparison: RunComparison, _ language: UILanguage, _ remarks: [Diagnostic]) -> Table {
    func column(_ id: String, _ label: Label, _ type: DataType = .text) -> Column {
      Column(id: id, label: label, type: type)
    }
    let columns = [
      column("script", RunsWords.script), column("line", RunsWords.line, .integer),
      column("what", RunsWords.subject), column("how", RunsWords.change), column("then", RunsWords.then),
      column("now", RunsWords.now), column("changes", RunsWords.by),
    ]
    let rows = comparison.differences.map { difference in
      Table.Row([
        difference.script.isEmpty ? .null : .text(difference.script),
        difference.line == 0 ? .null : .integer(Int64(difference.line)),
        .text(subject(difference.subject, language)), .text(how(difference.change).text(language)),
        lines(difference.gone, language), lines(difference.new, language),
        difference.explanations.isEmpty
          ? .null : .text(NumberRanges(difference.explanations).text),
      ])
    }
    return Table(columns: columns, rows: rows, remarks: remarks)
  }

  private func subject(_ subject: RunComparison.Subject, _ language: UILanguage) -> String {
    switch subject {
    case .item(let kind): RunsWords.kinds[kind.rawValue]?.text(language) ?? kind.rawValue
    case .file(let path): path
    }
  }

  private func how(_ change: RunComparison.Change) -> Label {
    switch change {
    case .changed: RunsWords.changed
    case .missing: RunsWords.missing
    case .added: RunsWords.added
    }
  }

  /// The first lines that differ, and how many more there are.
  private func lines(_ lines: [String], _ language: UILanguage) -> Value {
    guard !lines.isEmpty else { return .null }
    let more = lines.count - Self.shownLines
    let rest = more > 0 ? [language == .zh ? "……另 \(more) 行" : "… \(more) more"] : []
    return .text((lines.prefix(Self.shownLines) + rest).joined(separator: " / "))
  }

  private static let shownLines = 3
}
