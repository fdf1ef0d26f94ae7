import FoundationEssentials
import KitModel
import KitWorkspace

@testable import dudao

/// A small workspace with an entity of every kind of field, and a clerk who changes its rows in workbooks.
final class SmallOffice {
  let folder: String
  let language: UILanguage
  private let capture = Capture()
  private(set) var said = ""

  static let entities = """
    entities:
      - id: area
        label: 片区
        english: Area
        key: [code]
        name: name
        match: [code, name]
        fields:
          - {id: code, label: 编码, english: Code, type: text, required: true}
          - {id: name, label: 名称, english: Name, type: text, required: true}
      - id: site
        label: 校点
        english: Site
        key: [code]
        name: name
        match: [code, name]
        fields:
          - {id: code, label: 编码, english: Code, type: text, required: true}
          - {id: name, label: 名称, english: Name, type: text, required: true, unique: true}
          - {id: area, label: 片区, english: Area, type: ref(area)}
          - {id: level, label: 等级, english: Level, type: choice, choices: [甲, 乙]}
          - {id: pupils, label: 学生数, english: Pupils, type: integer, min: 0, max: 9000}
          - {id: rate, label: 入学率, english: Rate, type: percent(2)}
          - {id: score, label: 得分, english: Score, type: "decimal(5,1)"}
          - {id: boards, label: 寄宿, english: Boards, type: boolean}
          - {id: opened, label: 建校, english: Opened, type: date}
          - {id: note, label: 备注, english: Note, type: text}
          - {id: mobile, label: 手机, english: Mobile, type: text, sensitive: true}
      - id: need
        label: 必填项
        english: Need
        key: [code]
        fields:
          - {id: code, label: 编码, english: Code, type: text, required: true}
          - {id: kind, label: 类别, english: Kind, type: text, required: true}
          - {id: note, label: 备注, english: Note, type: text}
    """

  init(_ folder: String, _ language: UILanguage) throws {
    self.folder = folder
    self.language = language
    let plugin = folder + "/plugins-beside/Small/"
    try write(
      plugin + "plugin.yaml",
      "id: small\nlabel: 小样\nenglish: Small\nversion: 1.0.0\napi: 1\nrequires: []\nentities: entities.yaml\ncommands: []\nmeaning: {zh: 试, en: Trial}\n"
    )
    try write(plugin + "entities.yaml", Self.entities)
    try write(
      "workspace.yaml",
      """
      title: 试验区
      plugins: [small]
      imports:
        - {file: data/片区.csv, into: area}
        - {file: data/校点.csv, into: site}
        - {file: data/必填.csv, into: need}

      """)
    try write("data/片区.csv", "编码,名称\n01,东片\n02,西片\n")
    try write(
      "data/校点.csv",
      """
      编码,名称,片区,等级,学生数,入学率,得分,寄宿,建校,备注,手机
      001,东校,东片,甲,300,98%,8.5,是,1980-09-01,两行,13800000001
      002,西校,西片,乙,200,95.5%,7,否,,,13800000002
      003,南校,东片,甲,100,100%,,,,,
      004,北校,,,,,,,,,

      """)
    try write("data/必填.csv", "编码,类别,备注\n1,甲,\n2,乙,\n")
    try write(
      "forms/自查.yaml",
      "id: look\nlabel: 自查\nenglish: Look\nperiod: year\nunit: site\nrecipients: 校点 | 选列 编码\nfields:\n  - {id: n, label: 数, english: N, type: integer}\n"
    )
    run("1")
    said = ""
  }

  func write(_ name: String, _ text: String) throws {
    let path = name.hasPrefix("/") ? name : folder + "/" + name
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  /// Runs a line and keeps what is said, with how it ended.
  func run(_ text: String, options: [String] = [], by person: String = "罗启超") {
    let status = Host.run(
      ["-c", text, "--lang", language.rawValue, "--as-of", "2024-09-05", "--person", person] + options,
      in: SampleWorkspace.environment(folder: folder, capture))
    said += "» \(([text] + options).joined(separator: " "))\n\(capture.take())[exit \(status.rawValue)]\n"
  }

  /// Types a line at the prompt, where questions are answered; `between` happens while the last one is open.
  func type(_ text: String, answering answers: [String], between: () -> Void = {}) throws {
    let settings = ["--as-of", "2024-09-05", "--person", "罗启超", "--lang", language.rawValue]
    let environment = SampleWorkspace.environment(folder: folder, capture)
    let options = try Invocation(settings, inputIsTerminal: true).options
    let opened = try OpenedWorkspace(folder: folder, environment: environment, options: options)
    let presenter = Presenter(
      settings: .init(language: language, format: .table, usesLabels: false, terminal: .none, pager: nil),
      console: capture.console)
    var left = answers
    try withoutActuallyEscaping(between) { between in
      presenter.ask = { [capture] prompt in
        let answer = left.isEmpty ? "" : left.removeFirst()
        if left.isEmpty { between() }
        capture.console.err(prompt + answer + "\n")
        return answer
      }
      let session = Session(
        workspace: opened.workspace, registry: opened.registry,
        options: SessionOptions(
          language: language, mode: .prompt, person: "罗启超", login: environment.login,
          asOf: CalendarDate(iso: "2024-09-05")),
        delegate: presenter)
      _ = WorkspaceSession(session: session, presenter: presenter, state: opened.state, name: "试验区").run(text)
      try session.workspace?.store.close()
      presenter.ask = { _ in "" }
    }
    said += "> \(text)\n\(capture.take())"
  }

  func remark(_ text: String) { said += "# \(text)\n" }

  /// Changes a workbook that was written, and puts it where it is brought back from.
  func change(_ written: String, as name: String, _ edit: (inout WorkbookCopy) -> Void) throws {
    var copy = try WorkbookCopy(folder + "/exports/" + written)
    edit(&copy)
    try copy.write(to: folder + "/" + name)
  }
}
