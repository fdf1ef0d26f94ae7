import KitFormats
import KitLanguage
import KitModel
import KitQuery
import KitStore

/// Carries out the stages that show and write: show, list, to, export.
struct OutputRunner {
  let session: Session
  let store: any Store

  func run(
    _ stage: Stage.OutputStage, _ query: CompiledQuery, _ arguments: [Argument], _ span: SourceSpan
  ) throws {
    let words = try bound(arguments, stage, span)
    switch stage {
    case .show: session.show(try store.table(of: query))
    case .list: session.show(try store.table(of: query), layout: .blocks)
    case .to: try giveText(query, words)
    case .export: try goingOn { try export(query, words) }
    case .chart: try goingOn { try chart(query, words, span) }
    // These come as steps of their own.
    case .describe, .plan: break
    }
  }

  /// A missing program is told, and what stands behind the stage still runs; the exit code says that something is not done.
  private func goingOn(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let fault as Diagnostic where session.options.papers?.lacksProgram(fault) == true {
      session.report([fault])
      session.outcome = .failed
    }
  }

  private func bound(_ arguments: [Argument], _ stage: Stage.OutputStage, _ span: SourceSpan) throws
    -> CommandArguments
  {
    try UsageFault.of {
      try ArgumentBinder.bind(
        arguments, to: OutputStages.declaration(of: stage), nameSpan: span, language: session.options.language
      ) { try session.item($0, $1) }
    }
  }

  private func giveText(_ query: CompiledQuery, _ words: CommandArguments) throws {
    let format = words.text("format").flatMap { TableFormat(rawValue: $0) } ?? .csv
    if format == .html || format == .md { try refuseRestricted(query, at: words.span("format")) }
    let (written, remarks) = try write(query, format, options(words), to: .memory)
    var text = String(decoding: written.bytes, as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    session.emit(SessionOutput(.text(text), remarks: remarks))
  }

  private func export(_ query: CompiledQuery, _ words: CommandArguments) throws {
    let name = words.text("file") ?? ""
    if words.text("template") != nil { return try fillTemplate(query, words, name) }
    if let ending = OutputStages.papers.first(where: { NameKey(name).description.hasSuffix(".\($0)") }),
      let papers = session.options.papers, papers.formats.contains(ending)
    {
      return try exportPaper(query, words, name, ending, papers)
    }
    guard let format = TableFormat(fileName: name) else {
      // The declaration of the stage has refused other names; this is the same refusal.
      let label = OutputStages.export.parameters.first?.label.text(session.options.language) ?? ""
      throw Diagnostic(
        SessionMessages.argumentFileKind,
        [
          "label": label, "allowed": (OutputStages.formats + OutputStages.papers).joined(separator: "/"),
          "found": name,
        ],
        at: words.span("file"))
    }
    let path = try session.outputPath(name, at: words.span("file"))
    if format == .html || format == .md { try refuseRestricted(query, at: words.span("file")) }
    if session.options.isDryRun { session.recorder?.wrote(path) }
    if session.options.isDryRun, session.recorder?.makesFiles == true {
      let (written, remarks) = try write(query, format, options(words), to: .memory)
      session.recorder?.wrote(path, written.bytes)
      return tell(SessionMessages.fileNamed, path, written.rowCount, remarks)
    }
    if session.options.isDryRun {
      var rows = 0
      try store.forEachRow(of: query) { row in
        if row.mark == .plain { rows += 1 }
        return .next
      }
      return tell(SessionMessages.fileNamed, path, rows, [])
    }
    OutputFile.makeFolder(of: path)
    let (written, remarks) = try write(query, format, options(words), to: .file(path))
    session.recorder?.wrote(path)
    if let other = written.path, other != path { session.recorder?.moved(path, to: other) }
    tell(SessionMessages.fileWritten, written.path ?? path, written.rowCount, remarks)
  }

  /// Pages are published as documents are: what may be calculated with and not be published stays out of both.
  private func refuseRestricted(_ query: CompiledQuery, at span: SourceSpan?) throws {
    if let words = query.columns.map(\.column).restrictionWords {
      throw Diagnostic(SessionMessages.restricted, words, at: span)
    }
  }

  /// A paper is made whole before its file is.
  private func exportPaper(
    _ query: CompiledQuery, _ words: CommandArguments, _ name: String, _ ending: String, _ papers: PaperWriter
  ) throws {
    let path = try session.outputPath(name, at: words.span("file"))
    let table = try store.table(of: query)
    let count = table.rows.count { $0.mark == .plain }
    let isDry = session.options.isDryRun
    if isDry, session.recorder?.makesFiles != true {
      session.recorder?.wrote(path)
      return tell(SessionMessages.fileNamed, path, count, [])
    }
    var options = options(words)
    options.name = FilePath.stem(name)
    options.footer = table.remarks.map { $0.message.text(options.language, $0.arguments) }
    let (bytes, remarks) = try papers.write(table, ending, options)
    session.recorder?.wrote(path, bytes)
    if isDry { return tell(SessionMessages.fileNamed, path, count, remarks) }
    OutputFile.makeFolder(of: path)
    let written = try TableWriter.write(bytes, to: path)
    tell(SessionMessages.fileWritten, written.path ?? path, count, table.remarks + remarks + written.remarks)
  }

  /// A copy of a received workbook with the rows put in, made whole before its file is.
  private func fillTemplate(_ query: CompiledQuery, _ words: CommandArguments, _ name: String) throws {
    let path = try session.outputPath(name, at: words.span("file"))
    let made = try TemplateExport(session: session, store: store, words: words, path: path).make(query)
    session.recorder?.wrote(path, made.bytes)
    if session.options.isDryRun { return tell(SessionMessages.fileNamed, path, made.rows, made.remarks) }
    OutputFile.makeFolder(of: path)
    let written = try TableWriter.write(made.bytes, to: path)
    if let other = written.path, other != path { session.recorder?.moved(path, to: other) }
    tell(SessionMessages.fileWritten, written.path ?? path, made.rows, made.remarks + written.remarks)
  }

  /// Bars of text on the screen, or a picture as a file.
  private func chart(_ query: CompiledQuery, _ words: CommandArguments, _ span: SourceSpan) throws {
    guard let papers = session.options.papers else { throw Diagnostic(SessionMessages.noCharts, at: span) }
    let name = words.text("kind") ?? ""
    let kind = OutputStages.chartKinds.first { NameKey($0.name) == NameKey(name) }?.kind ?? .bar
    let table = try store.table(of: query)
    let chart: Chart
    do {
      chart = try papers.chart(table, kind, words.text("title"), session.options.language)
    } catch let note as Diagnostic where note.severity == .note {
      // Without rows nothing is drawn and nothing is wrong.
      return session.emit(SessionOutput(.notice(note), remarks: table.remarks))
    }
    guard let file = words.text("file") else {
      session.emit(SessionOutput(.document(Document([.chart(chart)])), remarks: table.remarks))
      return
    }
    let path = try session.outputPath(file, at: words.span("file"))
    let isDry = session.options.isDryRun
    if isDry, session.recorder?.makesFiles != true {
      session.recorder?.wrote(path)
      return tell(SessionMessages.fileNamed, path, table.rows.count, [])
    }
    let key = NameKey(file).description
    let made: PaperWriter.Written
    if let page = OutputStages.chartPages.first(where: { key.hasSuffix(".\($0)") }) {
      var options = options(words)
      options.name = FilePath.stem(file)
      made = try papers.page(chart, table, page, options)
    } else {
      let ending = key.hasSuffix(".svg") ? "svg" : "png"
      made = (try papers.draw(chart, ending, session.options.language), [])
    }
    session.recorder?.wrote(path, made.bytes)
    if isDry { return tell(SessionMessages.fileNamed, path, table.rows.count, made.remarks) }
    OutputFile.makeFolder(of: path)
    let written = try TableWriter.write(made.bytes, to: path)
    tell(
      SessionMessages.fileWritten, written.path ?? path, table.rows.count,
      table.remarks + made.remarks + written.remarks)
  }

  private func tell(_ message: Message, _ file: String, _ rows: Int, _ remarks: [Diagnostic]) {
    let notice = Diagnostic(message, ["file": file, "rows": String(rows)], severity: .note)
    session.emit(SessionOutput(.notice(notice), remarks: remarks))
  }

  private func options(_ words: CommandArguments) -> WritingOptions {
    let session = session.options
    var options = WritingOptions(language: session.language, time: self.session.now)
    options.author = session.person
    options.usesLabels = words.flag("labels")
    options.layout.title = words.text("title")
    options.layout.unit = words.text("office").map {
      SessionMessages.layoutOffice.text(session.language, ["office": $0])
    }
    options.layout.date = words.date("date").map { date in
      func digits(_ number: Int) -> String {
        session.language == .en && number < 10 ? "0\(number)" : String(number)
      }
      return SessionMessages.layoutDate.text(
        session.language,
        ["year": String(date.year), "month": digits(date.month), "day": digits(date.day)])
    }
    options.layout.numbersRows = words.flag("numbers")
    options.layout.isForPrint = words.flag("print")
    options.layout.sheetName = words.text("sheet")
    return options
  }

  /// Rows for programs go from the engine into the file one by one. What people read ends with what has to be
  /// said about the rows, which is known only when all were read, so these are gathered first.
  private func write(
    _ query: CompiledQuery, _ format: TableFormat, _ options: WritingOptions,
    to destination: TableWriter.Destination
  ) throws -> (written: TableWriter.Written, remarks: [Diagnostic]) {
    if format.isForPrograms {
      let rows = QueryRows(store: store, query: query)
      let written = try TableWriter.write(rows, format: format, options: options, to: destination)
      return (written, rows.remarks + written.remarks)
    }
    let table = try store.table(of: query)
    var options = options
    options.footer = table.remarks.map { $0.message.text(options.language, $0.arguments) }
    let written = try TableWriter.write(table, format: format, options: options, to: destination)
    return (written, table.remarks + written.remarks)
  }
}

/// The rows of a query, straight from the engine.
private final class QueryRows: TableRows {
  private let store: any Store
  private let query: CompiledQuery
  private(set) var remarks: [Diagnostic] = []

  init(store: any Store, query: CompiledQuery) {
    self.store = store
    self.query = query
  }

  var columns: [Column] { query.columns.map(\.column) }
  var hasMarks: Bool { query.markIndex != nil }

  func forEachRow(_ body: (Table.Row) throws -> Void) throws {
    remarks = try store.forEachRow(of: query) { row in
      try body(row)
      return .next
    }
  }
}
