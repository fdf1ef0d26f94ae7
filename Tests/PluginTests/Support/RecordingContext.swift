import KitLanguage
import KitModel
import KitQuery
import KitStore
import KitWorkspace

/// A context without a workspace that notes what a command asks and answers every query with one row.
final class RecordingContext: CommandContext {
  private(set) var queries: [String] = []
  let language: UILanguage
  let person = "李"
  let asOf = CalendarDate.epoch
  let time = Timestamp(seconds: 0)
  let isDryRun = false
  let isForPrograms = false
  let commands = CommandRegistry()
  let workspace: SessionWorkspace? = nil
  let changeContext = ChangeContext(person: "李", login: "li", time: Timestamp(seconds: 0), command: "")

  init(language: UILanguage = .zh) { self.language = language }

  func catalog() -> Catalog { Catalog() }

  func query(_ text: String, variables: [String: Value]) -> Table {
    queries.append(text)
    let column = Column(id: "answer", label: Label(zh: "答", en: "Answer"), type: .text)
    return Table(columns: [column], rows: [Table.Row([.text("answered")])])
  }

  func query(_ pipeline: Pipeline) -> Table { Table(columns: []) }
  func change(_ text: String, variables: [String: Value]) -> Table { Table(columns: []) }
  func transaction<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }
  func recordedScript(named name: String) -> SourceText? { nil }
  func run(
    _ script: SourceText, asked: String, given: [CommandArguments.Free], at place: SourceSpan, isAside: Bool
  ) -> SessionOutcome { .done }
  func rerun(_ run: RunRecord, id: Int64) -> RunComparison { RunComparison() }
  func progress(_ done: Int, of total: Int?, _ what: Label) {}
  func confirm(_ question: Diagnostic) -> Bool { false }
  func confirmChange(_ counts: () throws -> WriteCounts) {}
  func choose(_ question: Diagnostic, among options: [String]) -> Int? { nil }
  func checkCancellation() {}
  func remark(_ diagnostic: Diagnostic) {}
  func markFailed() {}
  func markUnmet() {}
  func writeFile(_ name: String, _ bytes: [UInt8]) -> String { name }
  func outputPath(_ name: String) -> String { name }
}
