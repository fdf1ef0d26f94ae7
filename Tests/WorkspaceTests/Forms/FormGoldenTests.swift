import Foundation
import GoldenFile
import KitFormats
import KitModel
import Testing
import WorkbookMaker

@testable import KitWorkspace

/// What is said of forms and of the sheets that come back, in both languages.
@Suite struct FormGoldenTests {
  private static let term = Period.autumn(2024)
  private static let year = Period.year(2024)
  private static let good: [String: Value] = [
    "pupils": .integer(500), "boarders": .integer(20), "safe": .text("安全"),
  ]

  private struct Scene: Sendable {
    let title: String
    let run: @Sendable (FormOffice) throws -> Void

    init(_ title: String, _ run: @escaping @Sendable (FormOffice) throws -> Void) {
      (self.title, self.run) = (title, run)
    }
  }

  /// A sheet of 甲小学 comes back changed.
  private static func sheet(
    _ title: String, _ values: [String: Value] = good,
    change: @escaping @Sendable (inout FormPage, inout [[String]]) -> Void = { _, _ in }
  ) -> Scene {
    Scene(title) { office in
      office.run("form out 开学自查 2024秋 --only 甲小学")
      try office.fill("opening", #require(term), "0001", as: "甲小学.xlsx", values: [values], change: change)
      _ = office.take()
      office.run("form collect \"\(office.inbox)\"")
    }
  }

  /// The sheet with given rows of 甲小学 comes back changed.
  private static func rows(
    _ title: String, _ values: [[String: Value]],
    change: @escaping @Sendable (inout FormPage, inout [[String]]) -> Void = { _, _ in }
  ) -> Scene {
    Scene(title) { office in
      office.run("form out 自评表 2024 --only 甲小学")
      try office.fill("marks", #require(year), "0001", as: "自评.xlsx", values: values, change: change)
      _ = office.take()
      office.run("form collect \"\(office.inbox)\"")
    }
  }

  private static let score: [[String: Value]] = ["8.5", "5", "4"].map {
    ["score": ExactDecimal($0)?.rescaled(to: 1).map { .decimal($0) } ?? .null]
  }

  private static func put(_ name: String, _ bytes: Data, _ office: FormOffice) throws {
    try FileManager.default.createDirectory(atPath: office.inbox, withIntermediateDirectories: true)
    try bytes.write(to: URL(filePath: office.inbox + "/" + name))
  }

  private static let scenes: [Scene] = [
    Scene("没有这张报表") { $0.run("form out 没有的表 2024秋") },
    Scene("名称写错") { $0.run("form out 开学自检 2024秋") },
    Scene("期间不对") { $0.run("form out 开学自查 2024") },
    Scene("还没下发") { $0.run("form status 开学自查 2024秋") },
    Scene("不是填报单位") { $0.run("form out 开学自查 2024秋 --only 戊小学") },
    Scene("下发") { $0.run("form out 开学自查 2024秋") },
    Scene("没有截止日期") { $0.run("form out 自评表 2024") },
    Scene("没有填报单位") { office in
      office.run("school | delete")
      _ = office.take()
      office.run("form out 开学自查 2024秋")
    },
    Scene("没有要填的行") { office in
      office.run("item | delete")
      _ = office.take()
      office.run("form out 自评表 2024")
    },
    Scene("空文件夹") { office in
      try FileManager.default.createDirectory(atPath: office.inbox, withIntermediateDirectories: true)
      office.run("form collect \"\(office.inbox)\"")
    },
    sheet("收下"),
    sheet("错的数字", ["pupils": .integer(-1), "boarders": .integer(20)]),
    sheet("文字和超过上限", ["pupils": .text("很多"), "boarders": .integer(20), "safe": .text("一般")]) { page, _ in
      page.columns[0].type = .text
    },
    sheet("超过同行", ["pupils": .integer(10), "boarders": .integer(20), "safe": .text("安全")]),
    sheet("核对不过", ["pupils": .integer(10), "boarders": .integer(2), "safe": .text("有隐患")]),
    sheet("改了锁定的格") { page, _ in page.facts = "填报单位：别家" },
    sheet("改了工作表名称") { page, _ in page.name = "表一" },
    sheet("改了标识") { _, identity in identity[3][1] = "0002" },
    sheet("改了标识里的内容") { _, identity in identity[9][2] = "另一个标题" },
    sheet("没有标识") { _, identity in identity = [["x"]] },
    sheet("表格下面多了内容") { page, _ in
      page.columns.append(FormColumn(label: "多", type: .text, isLocked: true))
      page.rows[0].append(.text("另有两人"))
    },
    rows("评分收下", score),
    rows("评分超过满分", [["score": .decimal(ExactDecimal(units: 105, scale: 1))], score[1], score[2]]),
    rows("删了一行", score) { page, _ in page.rows.remove(at: 1) },
    rows("行换了位置", score) { page, _ in page.rows.swapAt(0, 1) },
    rows("满分被改", score) { page, _ in page.rows[0][2] = .decimal(ExactDecimal(units: 200, scale: 1)) },
    Scene("只看一看") { office in
      office.run("form out 开学自查 2024秋 --only 甲小学")
      try office.fill("opening", #require(term), "0001", as: "一.xlsx", values: [good])
      try office.fill(
        "opening", #require(term), "0002", as: "二.xlsx",
        values: [good.merging(["pupils": .integer(-1)]) { $1 }])
      _ = office.take()
      office.run("form check \"\(office.inbox)\"")
    },
    Scene("同一单位两次不同") { office in
      let term = try #require(term)
      office.run("form out 开学自查 2024秋 --only 甲小学")
      try office.fill("opening", term, "0001", as: "一.xlsx", values: [good])
      try office.fill(
        "opening", term, "0001", as: "二.xlsx", values: [good.merging(["pupils": .integer(501)]) { $1 }])
      _ = office.take()
      office.run("form collect \"\(office.inbox)\"")
    },
    Scene("原样再收一次") { office in
      office.run("form out 开学自查 2024秋 --only 甲小学")
      try office.fill("opening", #require(term), "0001", as: "一.xlsx", values: [good])
      office.run("form collect \"\(office.inbox)\"")
      _ = office.take()
      office.run("form collect \"\(office.inbox)\"")
    },
    Scene("不记名：收下，再收，换了分数再收") { office in
      let year = try #require(year)
      let book = FormBook(providers: [AnonymousScores()])
      office.run("form out 评分表 2024 --only 甲小学", book: book)
      let form = try #require(try office.withContext { try AnonymousScores().forms(for: year, in: $0).first })
      _ = office.take()
      for tenths in [85, 85, 90] {
        try office.fill(
          form, year, "0001", as: "一.xlsx",
          values: [["score": .decimal(ExactDecimal(units: Int64(tenths), scale: 1))]])
        office.run("form collect \"\(office.inbox)\"", book: book)
      }
    },
    Scene("别的期间") { office in
      office.run("form out 开学自查 2024秋 --only 甲小学")
      try office.fill("opening", #require(term), "0001", as: "一.xlsx", values: [good])
      _ = office.take()
      office.run("form collect \"\(office.inbox)\" --period 2025春")
    },
    Scene("没有下发过") { office in
      try office.fill("opening", #require(term), "0001", as: "一.xlsx", values: [good])
      office.run("form collect \"\(office.inbox)\"")
    },
    Scene("一叠都没有下发过") { office in
      for (unit, name) in [("0001", "一.xlsx"), ("0002", "二.xlsx")] {
        try office.fill("opening", #require(term), unit, as: name, values: [good])
      }
      office.run("form collect \"\(office.inbox)\"")
    },
    Scene("重新下发以后收到旧表") { office in
      office.run("form out 开学自查 2024秋 --only 甲小学")
      try office.fill("opening", #require(term), "0001", as: "一.xlsx", values: [good])
      office.day = CalendarDate(iso: "2024-09-08")
      office.run("form out 开学自查 2024秋 --only 甲小学")
      _ = office.take()
      office.run("form collect \"\(office.inbox)\"")
    },
    Scene("下发以后改了报表") { office in
      office.run("form out 开学自查 2024秋 --only 甲小学")
      var form = try #require(office.book.declared.first)
      form.fields[0].declaration.maximum = .integer(9)
      _ = office.take()
      try office.fill("opening", #require(term), "0001", as: "一.xlsx", values: [good])
      office.run("form collect \"\(office.inbox)\"", book: FormBook(declared: [form]))
    },
    Scene("报表删除以后") { office in
      office.run("form out 开学自查 2024秋 --only 甲小学")
      try office.fill("opening", #require(term), "0001", as: "一.xlsx", values: [good])
      _ = office.take()
      office.run("form collect \"\(office.inbox)\"", book: FormBook())
      office.run("form status 开学自查 2024秋", book: FormBook())
    },
    Scene("核对写错") { office in
      var form = try #require(office.book.declared.first)
      form.checks = [FormCheck("没有的列 > 1", message: "无")]
      form.contact = nil
      office.run("form out 开学自查 2024秋 --only 甲小学", book: FormBook(declared: [form]))
      try office.fill(Form(form), #require(term), "0001", as: "一.xlsx", values: [good])
      _ = office.take()
      office.run("form collect \"\(office.inbox)\"", book: FormBook(declared: [form]))
    },
    Scene("查询里没有联系人") { office in
      var form = try #require(office.book.declared.first)
      form.contact = "校长"
      office.run("form out 开学自查 2024秋", book: FormBook(declared: [form]))
    },
    Scene("变化太大") { office in
      for (day, period, name, pupils) in [
        ("2024-03-05", Period.spring(2024), "春.xlsx", 300),
        ("2024-09-05", Period.autumn(2024), "秋.xlsx", 500),
      ] {
        let period = try #require(period)
        office.day = CalendarDate(iso: day)
        office.run("form out 开学自查 \(period.label) --only 甲小学")
        try office.fill(
          "opening", period, "0001", as: name,
          values: [good.merging(["pupils": .integer(Int64(pupils))]) { $1 }])
        _ = office.take()
        office.run("form collect \"\(office.inbox)/\(name)\"")
      }
    },
    Scene("图片、别的表、坏文件和临时文件") { office in
      office.run("form out 开学自查 2024秋")
      _ = office.take()
      let picture = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 64))
      try put("乙小学截图.png", picture, office)
      try put("IMG_001.png", picture, office)
      for name in ["~$甲小学.xlsx", "说明.txt", "README.md", "Thumbs.db", ".DS_Store"] {
        try put(name, Data("x".utf8), office)
      }
      try put("坏.xlsx", Data([0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 60)), office)
      let table = Table(columns: [Column(id: "a", label: Label(zh: "甲", en: "a"), type: .text)])
      for name in ["丙中学自己的表.xlsx", "新表.xlsx"] {
        _ = try TableWriter.write(
          table, format: .xlsx, options: WritingOptions(language: .zh, time: Timestamp(seconds: 0)),
          to: .file(office.inbox + "/" + name))
      }
      office.run("form collect \"\(office.inbox)\"")
    },
    Scene("多了一张工作表") { office in
      office.run("form out 开学自查 2024秋 --only 甲小学")
      var identity: [[String]] = []
      try office.fill("opening", #require(term), "0001", as: "一.xlsx", values: [good]) { identity = $1 }
      var maker = WorkbookMaker()
      maker.sheets = []
      maker.add("开学自查", rows: xml([]))
      maker.add("补充", rows: xml([["另有两人"]]))
      maker.add("_dudao", rows: xml(identity), attributes: #"state="hidden""#)
      try put("一.xlsx", Data(maker.bytes), office)
      _ = office.take()
      office.run("form collect \"\(office.inbox)\"")
    },
  ]

  private static func xml(_ rows: [[String]]) -> String {
    rows.enumerated().map { row, texts in
      "<row>" + texts.map { "<c t=\"inlineStr\"><is><t>\(WorkbookMaker.escaped($0))</t></is></c>" }.joined()
        + "</row>"
    }.joined()
  }

  private static let declarations = [
    "id: A-1\nlabel: 表\nperiod: week\nunit: school\nrecipients: 学校 |\nfields: []\n",
    """
    id: a
    label: 表
    period: term
    unit: school
    recipients: 学校
    rows: {free: 9999}
    fields:
      - {id: unit, label: 单位, type: text}
      - {id: x, label: 甲, type: integer, limit: y, shown: true}
    checks:
      - {check: "x >", message: 错}
      - {change: z, limit: 二成, reason: x}

    """,
    "id: a\nlabel: 表\nperiod: term\nunit: school\nrecipients: 学校\nrows: 学校\nfields: [{id: x, label: 甲, type: text}]\n",
  ]

  @Test(arguments: UILanguage.allCases) func everythingReadsAsItShould(language: UILanguage) throws {
    let renderer = DiagnosticRenderer(language: language)
    var text = ""
    func add(_ title: String, _ said: [Diagnostic], _ path: String = "?") {
      #expect(!said.isEmpty, "nothing was said of \(title)")
      let lines = said.map { renderer.text($0) }.joined(separator: "\n")
      text += "» \(title)\n" + lines.replacing(path, with: "<folder>") + "\n\n"
    }
    for scene in Self.scenes {
      let office = try FormOffice()
      _ = office.take()
      try scene.run(office)
      add(scene.title, office.take(), office.scratch.folder.path)
    }
    let office = try FormOffice()
    for (index, declaration) in Self.declarations.enumerated() {
      let file = office.scratch.folder.path + "/forms/d\(index).yaml"
      try Data(declaration.utf8).write(to: URL(filePath: file))
    }
    try Data(FormOffice.record.utf8).write(to: URL(filePath: office.scratch.folder.path + "/forms/e.yaml"))
    var files = FormFiles()
    files.read(below: office.scratch.folder.path)
    #expect(files.forms.map(\.id) == ["opening", "marks", "trainings"])
    add("有错的声明", files.remarks)
    let golden = GoldenFile("forms.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }
}
