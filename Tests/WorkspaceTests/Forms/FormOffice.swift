import Foundation
import KitFormats
import KitModel
import KitStore

@testable import KitWorkspace

/// A small office with four schools that fill forms, for one test.
final class FormOffice: SessionDelegate {
  static let entities = """
    entities:
      - id: school
        label: 学校
        english: School
        key: [code]
        name: name
        match: [code, name]
        fields:
          - {id: code, label: 代码, english: Code, type: text, required: true}
          - {id: name, label: 名称, english: Name, type: text, required: true}
          - {id: zone, label: 学区, english: Zone, type: text}
          - {id: clerk, label: 联系人, english: Clerk, type: text}
          - {id: phone, label: 电话, english: Phone, type: text}
      - id: item
        label: 指标
        english: Item
        key: [code]
        fields:
          - {id: code, label: 编号, english: Code, type: text, required: true}
          - {id: name, label: 指标名称, english: Name, type: text}
          - {id: full, label: 满分, english: Full, type: "decimal(5,1)"}
      - id: mark
        label: 评分
        english: Mark
        key: [year, ordinal, item]
        fields:
          - {id: year, label: 年度, english: Year, type: period(year), required: true}
          - {id: ordinal, label: 序号, english: Number, type: integer, required: true}
          - {id: item, label: 编号, english: Item, type: text, required: true}
          - {id: kind, label: 评价主体, english: Kind, type: text}
          - {id: score, label: 得分, english: Score, type: "decimal(5,1)"}
    """

  static let record = """
    id: opening
    label: 开学自查
    english: Opening check
    period: term
    unit: school
    recipients: 学校 | 选列 代码, 联系人, 电话
    contact: 联系人
    phone: 电话
    deadline: 10
    title: 开学工作自查表
    guide: [灰色的格不能改。]
    fields:
      - {id: pupils, label: 在校生数, english: Pupils, type: integer, min: 0, max: 20000, required: true}
      - {id: boarders, label: 寄宿生数, english: Boarders, type: integer, min: 0, limit: pupils, required: true}
      - {id: safe, label: 校舍安全, english: Safe, type: choice, choices: [安全, 有隐患], required: true}
      - {id: checked, label: 自查日期, english: Checked on, type: date}
      - {id: reason, label: 变动原因, english: Reason, type: text}
    checks:
      - {check: "safe == \\"安全\\" or reason is not null", message: 有隐患的要在变动原因里写明}
      - {change: pupils, limit: 20%, reason: reason}
    """

  static let marks = """
    id: marks
    label: 自评表
    english: Self-assessment
    period: year
    unit: school
    recipients: 学校 | 选列 代码
    rows: 学校 | 选列 代码, k = 1 | 关联 (指标 | 增列 k = 1 | 改名 item_code = 编号) 按 k | 选列 代码, 编号 = item_code, 指标名称, 满分
    fields:
      - {id: item, label: 编号, english: Item, type: text, key: true}
      - {id: name, label: 指标名称, english: Name, type: text, shown: true}
      - {id: full, label: 满分, english: Full, type: "decimal(5,1)", shown: true}
      - {id: score, label: 得分, english: Score, type: "decimal(5,1)", min: 0, limit: full, required: true}
      - {id: note, label: 说明, english: Note, type: text}
    """

  static let list = """
    id: trainings
    label: 培训清单
    english: Trainings
    period: month
    unit: school
    recipients: 学校 | 筛选 代码 == "0001" | 选列 代码
    rows: {free: 5}
    fields:
      - {id: name, label: 培训名称, english: Name, type: text, required: true}
      - {id: hours, label: 学时, english: Hours, type: integer, min: 1}
    """

  let scratch: ScratchWorkspace
  let workspace: Workspace
  let book: FormBook
  var day = CalendarDate(iso: "2024-09-05")
  private(set) var said: [Diagnostic] = []
  private(set) var outputs: [SessionOutput] = []

  init(providers: [any FormProvider] = []) throws {
    scratch = try ScratchWorkspace(configuration: "title: 试验\n")
    let forms = scratch.folder.path + "/forms"
    try FileManager.default.createDirectory(atPath: forms, withIntermediateDirectories: true)
    for (name, text) in [("a", Self.record), ("b", Self.marks), ("c", Self.list)] {
      try Data(text.utf8).write(to: URL(filePath: forms + "/\(name).yaml"))
    }
    var files = FormFiles()
    files.read(below: scratch.folder.path)
    book = FormBook(declared: files.forms, providers: providers)
    said = files.remarks
    let own = try EntityFile.read(Array(Self.entities.utf8), plugin: "p", file: "entities.yaml")
    workspace = try scratch.open(
      DeclarationSet(joining: [("entities.yaml", own)] + FormRelations.additions(of: files.forms)))
    run(
      """
      [code, name, zone, clerk, phone; "0001", "甲小学", "东", "张三", "72600001"; "0002", "乙小学", "西", "李四", "72600002"; \
      "0003", "丙中学", "东", "王五", "72600003"; "0004", "丁中学", "西", "赵六", "72600004"] | into school
      """)
    run(#"[code, name, full; "A1", "经费", 10.0; "A2", "安全", 5.0; "A3", "队伍", 5.0] | into item"#)
  }

  deinit {
    try? workspace.store.close()
    scratch.remove()
  }

  /// Runs a statement; what is said and shown is kept.
  @discardableResult
  func run(_ text: String, book other: FormBook? = nil) -> SessionOutcome {
    let book = other ?? book
    var registry = CommandRegistry()
    try? registry.add(FormCall.declaration(.out), FormCall(.out, book))
    try? registry.add(FormCall.declaration(.collect), FormCall(.collect, book))
    try? registry.add(FormCall.declaration(.check), FormCall(.check, book))
    try? registry.add(FormCall.declaration(.status), FormCall(.status, book))
    try? registry.add(FormCall.declaration(.chase), FormCall(.chase, book))
    let options = SessionOptions(
      language: .zh, mode: .script, person: "沈文静", login: "shen", asOf: day)
    let session = Session(
      workspace: SessionWorkspace(workspace, plugins: ["form": FormRelations.label]), registry: registry,
      options: options, delegate: self)
    return session.run(text)
  }

  func show(_ output: SessionOutput) {
    outputs.append(output)
    said += output.remarks
    if case .notice(let notice) = output.content { said.append(notice) }
  }
  func report(_ diagnostic: Diagnostic) { said.append(diagnostic) }
  func confirm(_ question: Diagnostic) -> Bool { true }
  func choose(_ question: Diagnostic, among options: [String]) -> Int? { nil }
  func progress(_ done: Int, of total: Int?, _ what: Label) {}

  /// What was said since the last time.
  func take() -> [Diagnostic] {
    defer { (said, outputs) = ([], []) }
    return said
  }

  var table: Table? {
    for output in outputs.reversed() { if case .table(let table, _) = output.content { return table } }
    return nil
  }

  var inbox: String { scratch.folder.path + "-收件" }

  /// A sheet as a unit sends it back: the one that was sent, filled in and changed.
  func fill(
    _ form: String, _ period: Period, _ unit: String, as name: String, values: [[String: Value]],
    change: @escaping (inout FormPage, inout [[String]]) -> Void = { _, _ in }
  ) throws {
    guard let declared = book.declared.first(where: { $0.id == form }) else { return }
    try fill(Form(declared), period, unit, as: name, values: values, change: change)
  }

  func fill(
    _ form: Form, _ period: Period, _ unit: String, as name: String, values: [[String: Value]],
    change: @escaping (inout FormPage, inout [[String]]) -> Void = { _, _ in }
  ) throws {
    try withContext { context in
      let desk = try FormDesk(context, self.book)
      guard let recipient = try desk.recipients(of: form, period).first(where: { $0.key == unit }) else {
        return
      }
      let rows = try form.rows(desk.queries(period), [recipient])[unit] ?? []
      let deadline = try desk.deliveries(of: form.declaration.fullName, period).first { $0.unit == unit }?
        .deadline
      let sheet = FormSheet(
        of: form.declaration, isAnonymous: form.isAnonymous, digest: form.digest, period: period,
        recipient: recipient, deadline: deadline,
        rows: rows, language: .zh)
      var page = sheet.page
      for (row, filled) in values.enumerated() {
        if page.rows[row].isEmpty { page.rows[row] = page.columns.map { _ in .null } }
        for (field, value) in filled {
          guard let place = form.declaration.fields.firstIndex(where: { $0.id == field }) else { continue }
          page.rows[row][place] = value
        }
      }
      var identity = sheet.identity.rows
      change(&page, &identity)
      try FileManager.default.createDirectory(atPath: self.inbox, withIntermediateDirectories: true)
      _ = try FormWorkbook(
        page: page, identity: identity, options: WritingOptions(language: .zh, time: context.time)
      )
      .write(to: self.inbox + "/" + name)
    }
  }

  /// Runs a body with what a command sees.
  func withContext<Result>(_ body: @escaping (any CommandContext) throws -> Result) throws -> Result {
    let capture = Capture()
    var result: Swift.Result<Result, any Error>?
    capture.body.value = { context in result = Swift.Result { try body(context) } }
    var registry = CommandRegistry()
    try registry.add(Capture.declaration, capture)
    let session = Session(
      workspace: SessionWorkspace(workspace), registry: registry,
      options: SessionOptions(language: .zh, mode: .script, person: "沈文静", login: "shen", asOf: day),
      delegate: self)
    _ = session.run("capture")
    guard let result else { throw Diagnostic(SessionMessages.noWorkspace) }
    return try result.get()
  }
}

/// Runs a body with the context of a command.
private final class Capture: WorkbenchCommand {
  final class Box: @unchecked Sendable { var value: (any CommandContext) throws -> Void = { _ in } }
  let body = Box()
  static let declaration = CommandDeclaration(
    name: Label(zh: "捕获", en: "capture"), meaning: Label(zh: "", en: ""))

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    try body.value(context)
    return .none
  }
}

/// The commands for forms as the host has them.
struct FormCall: WorkbenchCommand {
  enum Verb: String { case out, collect, check, status, chase }
  let verb: Verb
  let book: FormBook

  init(_ verb: Verb, _ book: FormBook) { (self.verb, self.book) = (verb, book) }

  static func declaration(_ verb: Verb) -> CommandDeclaration {
    let text = Label(zh: "参数", en: "argument")
    var parameters: [CommandParameter] =
      verb == .collect || verb == .check
      ? [
        .positional("file", text, .file([]), repeated: true, help: text),
        .option("period", text, .value(.period(nil)), help: text), .flag("replace", text, help: text),
      ]
      : [
        .positional("form", text, help: text), .positional("period", text, .value(.period(nil)), help: text),
      ]
    if verb == .out { parameters.append(.option("only", text, repeated: true, help: text)) }
    return CommandDeclaration(
      name: Label(zh: "报表 \(verb.rawValue)", en: "form \(verb.rawValue)"), meaning: text,
      parameters: parameters,
      effects: verb == .out || verb == .collect ? [.writes, .files] : [.reads])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    if verb == .collect {
      return try FormCollector(book: book, context: context).collect(
        arguments.texts("file").map { $0.hasPrefix("/") ? $0 : (context.workspace?.folder ?? "") + "/" + $0 },
        period: arguments.period("period"), replaces: arguments.flag("replace"))
    }
    if verb == .check {
      return .table(
        try FormCollector(book: book, context: context).look(
          at: arguments.texts("file"), period: arguments.period("period")
        ).table)
    }
    guard let period = arguments.period("period") else { return .none }
    let form = try book.form(named: arguments.text("form") ?? "", for: period, in: context)
    switch verb {
    case .out:
      return try FormSender(form, period, book: book, context: context).send(
        deadline: nil, to: nil, only: arguments.texts("only"))
    case .status: return .table(try FormStatus(form, period, book: book, context: context).table())
    default: return .document(try FormStatus(form, period, book: book, context: context).chase())
    }
  }
}
