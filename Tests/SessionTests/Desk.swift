import Foundation
import KitFormats
import KitLanguage
import KitModel
import KitQuery
import KitStore
import Testing

@testable import KitWorkspace

/// A workspace with two entities, a few commands, and someone who writes down all that a session says.
final class Desk: SessionDelegate {
  let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
  let store: SQLiteStore
  private let workspace: SessionWorkspace
  private let registry: CommandRegistry
  private let options: SessionOptions
  private(set) lazy var session = Session(
    workspace: workspace, registry: registry, options: options, delegate: self)
  /// What was shown, as text.
  private(set) var shown: [String] = []
  private(set) var reported: [Diagnostic] = []
  private(set) var questions: [Diagnostic] = []
  /// All of that and the notices, in order.
  private(set) var said: [Diagnostic] = []
  var answers: [Bool] = []
  /// Lines that somebody at a terminal types when asked.
  var lines: [String] = []

  static let entities = [
    EntityDeclaration(
      plugin: "demo", id: "unit", label: Label(zh: "单位", en: "Unit"), key: ["code"], order: ["code"],
      nameField: "name", matchFields: ["code", "name"],
      fields: [
        FieldDeclaration(id: "code", label: Label(zh: "编码", en: "Code"), type: .text, isRequired: true),
        FieldDeclaration(id: "name", label: Label(zh: "名称", en: "Name"), type: .text),
        FieldDeclaration(id: "score", label: Label(zh: "得分", en: "Score"), type: .integer),
      ]),
    EntityDeclaration(
      plugin: "demo", id: "visit", label: Label(zh: "走访", en: "Visit"), key: ["number"],
      fields: [
        FieldDeclaration(id: "number", label: Label(zh: "序", en: "Number"), type: .integer, isRequired: true),
        FieldDeclaration(id: "unit", label: Label(zh: "单位", en: "Unit"), type: .reference("demo.unit")),
      ]),
  ]

  init(
    _ mode: SessionOptions.Mode = .script, isDryRun: Bool = false, assumesYes: Bool = false,
    asOf: CalendarDate? = CalendarDate(iso: "2024-09-01"), language: UILanguage = .en
  ) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try SQLiteStore(file: folder.appending(path: "workspace.sqlite").path)
    options = SessionOptions(
      language: language, mode: mode, person: "李", login: "li", asOf: asOf, isDryRun: isDryRun,
      assumesYes: assumesYes)
    workspace = SessionWorkspace(folder: folder.path, store: store, entities: Self.entities)
    registry = try DeskCommands.registry()
    try store.declare(Self.entities, context: session.changeContext(command: "declare"))
    let rows = "[code, name, score; \"01\", \"青石镇\", 80; \"02\", \"白沙镇\", 65; \"03\", \"河口镇\", null]"
    let loading = Session(
      workspace: workspace, registry: CommandRegistry(),
      options: SessionOptions(language: .en, mode: .script, person: "李", login: "li", asOf: asOf),
      delegate: self)
    guard loading.run("\(rows) | into unit") == .done else {
      throw Diagnostics(reported)
    }
    forget()
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Forgets what was said so far.
  func forget() { (shown, reported, questions, said) = ([], [], [], []) }

  @discardableResult
  func run(_ text: String) -> SessionOutcome {
    forget()
    return session.run(text)
  }

  var ids: [String] { reported.map(\.message.id) }

  /// The rows that a query shows, as text; nothing else of the desk changes.
  func rows(_ text: String) -> [String] {
    run(text)
    return shown
  }

  func show(_ output: SessionOutput) {
    switch output.content {
    case .table(let table, let layout):
      let formatter = ValueFormatter(language: .en)
      let rows = table.rows.map { row in
        zip(row.values, table.columns).map { formatter.text($0, type: $1.type) }.joined(separator: ",")
      }
      shown.append((layout == .blocks ? "list " : "") + rows.joined(separator: ";"))
      said += table.remarks
    case .value(let value, let type):
      shown.append("= " + ValueFormatter(language: .en).text(value, type: type))
    case .text(let text), .said(let text): shown.append("text " + text)
    case .document(let document): shown.append("document \(document.blocks.count)")
    case .notice(let notice):
      shown.append("notice " + notice.message.id)
      said.append(notice)
    }
    reported += output.remarks
    said += output.remarks
  }

  func report(_ diagnostic: Diagnostic) {
    reported.append(diagnostic)
    said.append(diagnostic)
  }

  func confirm(_ question: Diagnostic) -> Bool {
    questions.append(question)
    said.append(question)
    return answers.isEmpty ? false : answers.removeFirst()
  }

  func choose(_ question: Diagnostic, among options: [String]) -> Int? { nil }

  func answer(_ question: Diagnostic) -> String? {
    guard !lines.isEmpty else { return nil }
    said.append(question)
    return lines.removeFirst()
  }

  func progress(_ done: Int, of total: Int?, _ what: Label) {}
}
