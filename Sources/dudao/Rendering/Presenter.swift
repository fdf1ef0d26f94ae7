import Glibc
import KitFormats
import KitModel
import PluginAPI

/// Shows what a session answers: values on the standard output, everything else on the standard error.
final class Presenter: SessionDelegate {
  struct Settings {
    var language: UILanguage
    var format: TableFormat
    var usesLabels: Bool
    var terminal: Terminal
    var pager: Pager?
  }

  let settings: Settings
  private let console: Console
  private let palette: Palette
  private var line: ProgressLine
  /// Asks for a line of input; nil when the person gives up or nobody sits there.
  var ask: (String) -> String? = { _ in nil }
  /// Stops what runs: somebody answered a question with Ctrl-C.
  var stop: () -> Void = {}
  /// What was typed.
  private var typed = ""
  /// The text that runs: what was typed, or a script, by its name.
  private var source = ""
  private var sourceName: String?
  /// The text with the first fix that was offered.
  private(set) var proposal: String?
  /// What was said in this run: the same note is not said twice.
  private var said: Set<Diagnostic> = []
  /// Something of this run could not be shown.
  private(set) var hasFailed = false

  init(settings: Settings, console: Console) {
    self.settings = settings
    self.console = console
    palette = Palette(isOn: settings.terminal.usesColor)
    line = ProgressLine(language: settings.language, write: console.err)
  }

  /// Begins a run: diagnostics point into this text from now on.
  func begin(_ text: String) {
    typed = text
    runs(SourceText(text))
    proposal = nil
    said = []
    hasFailed = false
  }

  func end() { line.clear() }

  // MARK: SessionDelegate

  func runs(_ text: SourceText) {
    source = text.text
    sourceName = text.name
  }

  func answer(_ question: Diagnostic) -> String? {
    line.clear()
    return ask(question.message.text(settings.language, question.arguments))
  }

  func show(_ output: SessionOutput) {
    line.clear()
    switch output.content {
    case .table(let table, let layout): show(table, layout, output.remarks)
    case .document(let document): show(document, output.remarks)
    case .value(let value, let type):
      attempt { write(try values.text(value, type)) }
      say(output.remarks)
    case .notice(let notice):
      say([notice] + output.remarks)
    case .text(let text):
      write(text)
      say(output.remarks)
    case .said(let text):
      // Between pieces of JSON or lines of CSV it would make both unreadable to a program.
      if settings.format == .table { write(text) } else { console.err(text + "\n") }
      say(output.remarks)
    }
  }

  func report(_ diagnostic: Diagnostic) {
    line.clear()
    let isOfThisText = diagnostic.source.map { $0.text == typed } ?? (source == typed)
    if proposal == nil, isOfThisText, diagnostic.severity == .error, let fix = diagnostic.fixes.first {
      proposal = fix.applied(to: typed)
    }
    say([diagnostic])
  }

  func confirm(_ question: Diagnostic) -> Bool {
    let answer = ask(question.message.text(settings.language, question.arguments) + " [y/N] ")
    return ["y", "yes", "是", "好", "对"].contains(NameKey(answer ?? "").description)
  }

  func choose(_ question: Diagnostic, among options: [String]) -> Int? {
    line.clear()
    console.err(rendered(question) + "\n")
    for (index, option) in options.enumerated() { console.err("  \(index + 1). \(option)\n") }
    let prompt = HostMessages.whichOne.text(settings.language, ["count": String(options.count)])
    // By number or by name; what is neither is asked again.
    while let answer = ask(prompt), !answer.allSatisfy(\.isWhitespace) {
      let key = NameKey(answer)
      if let number = Int(key.description), options.indices.contains(number - 1) { return number - 1 }
      if let named = options.firstIndex(where: { NameKey($0) == key }) { return named }
      say([Diagnostic(HostMessages.noSuchChoice, ["answer": answer, "count": String(options.count)])])
    }
    return nil
  }

  func progress(_ done: Int, of total: Int?, _ what: Label) {
    guard settings.terminal.errorIsTerminal else { return }
    line.show(done, of: total, what)
  }

  // MARK: Parts

  private var values: ValueText {
    ValueText(language: settings.language, format: settings.format, usesLabels: settings.usesLabels)
  }

  /// Runs `body`; what goes wrong while writing is said.
  private func attempt(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      hasFailed = true
      say(Diagnostic.all(in: error))
    }
  }

  /// Something the host itself has to say.
  func say(_ diagnostics: [Diagnostic]) {
    for diagnostic in new(diagnostics) { console.err(rendered(diagnostic) + "\n") }
  }

  /// Those that were not said yet in this run.
  private func new(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { $0.severity == .error || said.insert($0.withoutPlace).inserted }
  }

  private func rendered(_ diagnostic: Diagnostic) -> String {
    // Nothing of the text is at fault in a note: its sentence says it all.
    let shown = diagnostic.severity == .note ? diagnostic.withoutPlace : diagnostic
    var renderer = DiagnosticRenderer(language: settings.language, source: source, sourceName: sourceName)
    if settings.terminal.errorIsTerminal { renderer.width = Terminal.size.columns }
    renderer.paint = { [palette] part, text in palette.paint(part, text) }
    return renderer.text(shown)
  }

  private func write(_ text: String) {
    console.out(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
  }

  private func show(_ table: Table, _ layout: SessionOutput.Layout, _ remarks: [Diagnostic]) {
    guard settings.format == .table else {
      attempt {
        let (text, said) = try values.text(table)
        write(text)
        say(said)
      }
      return say(remarks)
    }
    let size = Terminal.size
    let goesToPager =
      settings.terminal.outputIsTerminal && settings.pager?.command != nil && table.rows.count > size.rows - 4
    var grid = TableText(formatter: ValueFormatter(language: settings.language))
    grid.paint = { [palette] part, text in palette.paint(part, text) }
    if settings.terminal.outputIsTerminal {
      grid.width = size.columns
      grid.scrolls = goesToPager
      grid.named = named(table.columns)
      grid.rowLimit = goesToPager ? 20_000 : nil
      grid.footer = new(remarks).map { rendered($0) }
    }
    let text = layout == .grid ? grid.text(table) : grid.list(table)
    if goesToPager, settings.pager?.show(text) == true { return }
    write(text)
    if !settings.terminal.outputIsTerminal { say(remarks) }
  }

  /// Ids of the columns that the text names. One that only looks named is kept a little longer: no harm.
  private func named(_ columns: [Column]) -> Set<String> {
    let words = Set(source.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { $0.lowercased() })
    // Chinese words may stand without blanks between them.
    return Set(
      columns.filter { words.contains($0.id.lowercased()) || source.contains($0.label.zh) }.map(\.id))
  }

  private func show(_ document: Document, _ remarks: [Diagnostic]) {
    if settings.format == .table {
      let width = settings.terminal.outputIsTerminal ? Terminal.size.columns : nil
      let text = DocumentText(
        formatter: ValueFormatter(language: settings.language), width: width, palette: palette
      ).text(document)
      let isLong = text.utf8.count { $0 == 10 } > Terminal.size.rows - 2
      if !(settings.terminal.outputIsTerminal && isLong && settings.pager?.show(text) == true) { write(text) }
    } else {
      attempt { write(try values.text(document)) }
    }
    say(remarks)
  }
}

extension Diagnostic {
  /// What an error has to say.
  static func all(in error: any Error) -> [Diagnostic] {
    switch error {
    case let diagnostic as Diagnostic: [diagnostic]
    case let several as Diagnostics: several.all
    case let fault as UsageFault: fault.diagnostics
    default: [Diagnostic(HostMessages.unexpected, ["text": String(describing: error)])]
    }
  }

  fileprivate var withoutPlace: Diagnostic {
    var copy = self
    (copy.span, copy.source) = (nil, nil)
    return copy
  }
}
