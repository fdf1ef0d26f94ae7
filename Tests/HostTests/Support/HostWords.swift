import FoundationEssentials
import Glibc
import KitModel
import KitWorkspace

@testable import KitStore
@testable import dudao

/// Collects what the host says where no transcript comes: files of the user that are damaged, questions, a first
/// opening that is broken off, outputs that end, lines of the terminal.
struct HostWords {
  private let language: UILanguage
  private let folder: String
  private var answers: [(title: String, said: String)] = []

  /// - Parameter folder: An empty folder.
  init(_ language: UILanguage, in folder: String) throws {
    self.language = language
    self.folder = folder
    commandLines()
    try firstOpenings()
    try history()
    questions()
    banners()
    terminal()
  }

  var text: String {
    answers.map { "» \($0.title)\n\($0.said)" }.joined(separator: "\n").replacing(folder, with: "<folder>")
  }

  private mutating func add(_ title: String, _ said: String) {
    answers.append((title, said.hasSuffix("\n") ? said : said + "\n"))
  }

  private mutating func add(_ title: String, _ said: Diagnostic?) {
    add(title, said.map { DiagnosticRenderer(language: language).text($0) } ?? "")
  }

  /// Runs the workbench in a folder; what it says, and how it ends.
  private mutating func run(
    _ words: [String], in place: String? = nil, input: [UInt8] = [], failing code: Int32? = nil,
    atTerminal: Bool = false
  ) {
    let capture = Capture()
    var environment = SampleWorkspace.environment(folder: place ?? folder, capture)
    environment.readInput = { input }
    environment.terminal.inputIsTerminal = atTerminal
    if let code { environment.console.failure = { code } }
    let status = Host.run(
      words + ["--lang", language.rawValue, "--as-of", SampleWorkspace.day], in: environment)
    let shown = words.joined(separator: " ").replacing("\n", with: "⏎")
    add("dudao " + shown, capture.take() + "[exit \(status.rawValue)]")
  }

  // MARK: The process

  private mutating func commandLines() {
    run(["-c", "学校"])
    run(["verify"])
    run([], atTerminal: true)
    run(["open", "."])
    run(["import", "a\nb"])
    run(["--person"])
    run(["run", "/proc/self/mem"])
    run([], input: Array("print \"\u{E9}\"".utf8).map { $0 == 0xC3 ? 0xFF : $0 })
    run(["-c", "1 + 1", "--no-plugins"], failing: ENOSPC)
    run(["-c", "1 + 1", "--no-plugins"], failing: EPIPE)
  }

  /// A workspace that fills itself from files, one of which is wrong.
  private mutating func firstOpenings() throws {
    let workspace = folder + "/新区"
    try FileManager.default.createDirectory(atPath: workspace + "/data", withIntermediateDirectories: true)
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: workspace + "/" + name))
    }
    try write(
      "workspace.yaml",
      """
      title: 试验区
      plugins: [district]
      imports:
        - {file: data/一.csv, into: zone}
        - {file: data/二.csv, into: zone}
        - {file: data/三.csv, into: zone}

      """)
    try write("data/一.csv", "代码,名称\nZ1,甲学区\n")
    try write("data/二.csv", "代码,名称\nZ2,\n")
    try write("data/三.csv", "代码,名称\nZ3,丙学区\n")
    run(["-c", "学区 | 计数", "--person", "罗启超"], in: workspace)
    run(["-c", "学区 | 计数", "--person", "罗启超"], in: workspace)
    run(
      ["-c", "[代码, 名称; \"Z9\", \"手工学区\"] | 写入 学区", "--without", "duty", "--person", "罗启超"],
      in: workspace)
    run(["-c", "学区 | 计数", "--person", "罗启超"], in: workspace)
  }

  // MARK: Files of the user

  private mutating func history() throws {
    let history = History(path: folder + "/history")
    try Data([0xE9, 0x9D, 0x00, 0x0A]).write(to: URL(filePath: history.path))
    add("a damaged history", history.load().remark)
    // Where it would be moved to there is no more room for a name.
    let long = folder + "/" + String(repeating: "h", count: 250)
    try Data([0]).write(to: URL(filePath: long))
    add("a damaged history that cannot be moved", History(path: long).load().remark)
    add("a history that cannot be written", History(path: "/proc/no-such-folder/history").append("help"))
  }

  // MARK: The terminal

  private mutating func questions() {
    let phone = Column(
      id: "phone", label: Label(zh: "家长电话", en: "Parent's phone"), type: .text,
      restriction: Label(zh: "不得对外公布", en: "not to be published"))
    let name = Column(id: "name", label: Label(zh: "姓名", en: "Name"), type: .text)
    let table = Table(columns: [phone, name], rows: [Table.Row([.text("72600000"), .text("王小明")])])
    var remarks: [Diagnostic] = []
    let card = Document([.table(table, title: nil), .table(table, title: nil)]).publishable(remarks: &remarks)
    for remark in remarks { add("card --to docx", remark) }
    if case .table(let kept, _)? = card.blocks.first {
      add("card --to docx", kept.columns.map(\.id).joined() + " \(kept.rows.map(\.values.count))")
    }
    let capture = Capture()
    let presenter = Presenter(
      settings: .init(language: language, format: .table, usesLabels: false, terminal: .none, pager: nil),
      console: capture.console)
    var typed = ["丙", "2"]
    presenter.ask = { prompt in
      let answer = typed.isEmpty ? "" : typed.removeFirst()
      capture.console.err(prompt + answer + "\n")
      return answer
    }
    _ = presenter.choose(Diagnostic(HostMessages.whoSitsHere, severity: .note), among: ["罗启超", "沈文静"])
    presenter.say(Diagnostic.all(in: CocoaError(.featureUnsupported)).map(Self.withoutDetails))
    add("who sits here", capture.take())
  }

  /// How an error that nobody foresaw describes itself is its own business.
  private static func withoutDetails(_ diagnostic: Diagnostic) -> Diagnostic {
    var steady = diagnostic
    steady.arguments["text"] = "…"
    return steady
  }

  private mutating func banners() {
    guard let today = CalendarDate(iso: "2024-11-23") else { return }
    func banner(_ days: Int?, _ due: DueList? = nil) -> String {
      let record = days.map { days in
        BackupRecord(
          folder: "backups/x", time: Timestamp(seconds: 1_732_320_000 - Int64(days) * 86_400, offset: 28_800),
          person: "罗启超", files: 1, bytes: 1, head: nil)
      }
      return Banner(
        title: "试验区", folder: "/data/新区", person: "罗启超", lastBackup: record, due: due, access: .readWrite,
        today: today, language: language
      ).lines().joined(separator: "\n")
    }
    add("banner", banner(nil))
    add("banner, backed up today", banner(0))
    add("banner, backed up yesterday", banner(1))
    add("banner, backed up a week ago", banner(7))
    let findings = DueList.Entry(
      label: Label("没有销号的问题", "Findings"), period: nil, due: today, overdue: 2, soon: 5,
      what: .rows("finding"))
    add("banner, something due", banner(7, DueList([findings])))
  }

  private mutating func terminal() {
    let capture = Capture()
    var line = ProgressLine(language: language, write: capture.console.err)
    line.show(3, of: nil, Label("导入文件", "files imported"))
    line.show(3, of: 8, Label("导入文件", "files imported"))
    add("progress", capture.take().replacing("\r\u{1B}[K", with: "\n").drop { $0 == "\n" } + "")
    let candidates = (1...200).map { Candidate("\($0)校", start: 0) }
    if case .list(let lines) = TabKey.answer(candidates, text: "", cursor: 0, columns: 80, language: language)
    {
      add("Tab", lines.suffix(1).joined())
    }
    add("the pager's keys", PagerMessages.keys.text(language))
  }
}
