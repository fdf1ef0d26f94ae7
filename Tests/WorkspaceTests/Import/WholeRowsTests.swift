import Foundation
import GoldenFile
import KitModel
import KitStore
import Testing

@testable import KitWorkspace

/// A row for a whole and rows for its parts are never taken side by side: a sum over them would count twice.
@Suite struct WholeRowsTests {
  private static let declarations = """
    entities:
      - id: unit
        label: 单位
        key: [code]
        name: name
        match: [code, name]
        year_split: {into: yearly, key: {unit: code, year: "@school_year", part: "@default"}, columns: [pupils]}
        fields:
          - {id: code, label: 代码, type: text, required: true}
          - {id: name, label: 名称, type: text, required: true}
      - id: yearly
        label: 年报
        key: [unit, year, part]
        whole: {field: part, value: 全校}
        fields:
          - {id: unit, label: 单位, type: ref(unit), required: true}
          - {id: year, label: 学年, type: period(school_year), required: true}
          - {id: part, label: 学部, english: Part, type: choice, choices: [全校, 小学部, 初中部], required: true, default: 全校}
          - {id: pupils, label: 学生数, type: integer}
    """

  private static func office() throws -> ImporterTests.Office {
    let office = try ImporterTests.Office(declarations: declarations)
    try office.take("代码,名称\n01,甲小学\n02,乙小学\n", into: "unit")
    return office
  }

  private static func faults(_ report: ImportReport, _ language: UILanguage = .zh) -> [String] {
    report.sheets.flatMap(\.faults).map {
      "\($0.location?.row ?? 0):\($0.location?.column ?? 0) " + $0.message.text(language, $0.arguments)
    }
  }

  private static func kept(_ office: ImporterTests.Office) throws -> [String] {
    try office.rows(
      #"SELECT unit, part, CAST(pupils AS TEXT) FROM "p.yearly" ORDER BY unit, year, part"#, columns: 3)
  }

  @Test func rowsOfOneFileAreAllNamed() throws {
    let office = try Self.office()
    let text = """
      单位,学年,学部,学生数
      01,2024-2025,小学部,300
      01,2024-2025,全校,500
      01,2024-2025,初中部,200
      01,2023-2024,全校,490
      02,2024-2025,小学部,90

      """
    let report = try office.take(text, into: "yearly")
    #expect(
      Self.faults(report) == [
        "2:3 01 甲小学 2024-2025学年：这一行是“小学部”，第 3 行又是“全校”，合起来会重复计数。",
        "3:3 01 甲小学 2024-2025学年：这一行是“全校”，第 2 行又是“小学部”，合起来会重复计数。",
        "3:3 01 甲小学 2024-2025学年：这一行是“全校”，第 4 行又是“初中部”，合起来会重复计数。",
        "4:3 01 甲小学 2024-2025学年：这一行是“初中部”，第 3 行又是“全校”，合起来会重复计数。",
      ])
    #expect(try report.isRefused && Self.kept(office).isEmpty)
    let good = try office.take(text, into: "yearly") { $0.keepsGood = true }
    #expect(good.rejected == 3)
    #expect(try Self.kept(office) == ["01 全校 490", "02 小学部 90"])
  }

  @Test func aRowThatIsThereIsNamedWithItsPlace() throws {
    let office = try Self.office()
    try office.take("单位,学年,学部,学生数\n01,2024-2025,小学部,300\n02,2024-2025,全校,90\n", into: "yearly", name: "甲.csv")
    // The same rows again, and another part beside a part, are right.
    #expect(
      try !office.take("单位,学年,学部,学生数\n01,2024-2025,小学部,301\n01,2024-2025,初中部,9\n", into: "yearly").isRefused)
    let report = try office.take("单位,学年,学生数\n乙小学,2024-2025,91\n甲小学,2024-2025,500\n", into: "yearly")
    #expect(
      Self.faults(report) == ["3:1 01 甲小学 2024-2025学年：这一行是“全校”，库里已有“小学部”（名单.csv 第 2 行），合起来会重复计数。"])
    #expect(
      Self.faults(report, .en) == [
        "3:1 01 甲小学 2024-2025学年: this row is for 全校, and the store has one for 小学部 (名单.csv, row 2); together they would be counted twice."
      ])
    let fault = report.sheets.first?.faults.first
    #expect(fault?.arguments["remedy"] == #"年报 | 筛选 单位 == "01" 且 学年 == 2024-2025学年 且 学部 != "全校" | 删除"#)
    #expect(
      fault?.arguments["remedyEn"]
        == #"yearly | where unit == "01" and year == 2024-2025学年 and part != "全校" | delete"#)
    #expect(try Self.kept(office) == ["01 初中部 9", "01 小学部 301", "02 全校 90"])
  }

  @Test func figuresOfAnotherImportAreKeptForTheWholeOnlyWhereThereAreNoParts() throws {
    let office = try Self.office()
    try office.take("单位,学年,学部,学生数\n01,2024-2025,小学部,300\n", into: "yearly")
    let report = try office.take("代码,学生数\n01,500\n02,90\n", into: "unit")
    #expect(Self.faults(report) == ["2:2 01 2024-2025学年：年报里已有“小学部”（名单.csv 第 2 行），这一行的数会记成“全校”，合起来会重复计数。"])
    #expect(try !office.take("代码,学生数\n01,\n02,90\n", into: "unit").isRefused)
    #expect(
      try office.take("代码,学生数\n01,500\n", into: "unit") { $0.year = .schoolYear(from: 2023) }.change != nil)
  }

  @Test func theDeclarationIsChecked() {
    func faults(_ key: String, _ whole: String) -> [String] {
      EntityFileTests.faults(
        of: """
          entities:
            - id: yearly
              label: 年报
              key: \(key)
              whole: \(whole)
              fields:
                - {id: unit, label: 单位, type: text}
                - {id: part, label: 学部, type: choice, choices: [全校, 小学部]}
                - {id: size, label: 人数, type: integer}
          """)
    }
    #expect(faults("[unit, part]", "{field: part, value: 全校}") == [])
    #expect(
      faults("[unit]", "{field: part, value: 全校}") == [
        "2 The field “part” of whole has to be one of several key fields of “yearly”."
      ])
    #expect(
      faults("[part]", "{field: part, value: 合校}") == [
        "2 The field “part” of whole has to be one of several key fields of “yearly”.",
        "2 The value “合校” of whole is no choice of “part”.",
      ])
    #expect(
      faults("[unit, size]", "{field: size, value: 3}") == ["2 “whole” does not go with the type integer."])
    #expect(
      faults("[unit, part]", "{field: parts, value: 全校}") == [
        "2 whole names “parts”, which is no field of “yearly”."
      ])
    #expect(faults("[unit, part]", "{field: part}") == ["5 “value” is missing."])
  }

  /// A store from before the rule, which verify tells, and declarations that are not right.
  private static func said() throws -> [Diagnostic] {
    let scratch = try ScratchWorkspace()
    defer { scratch.remove() }
    func open(_ text: String) throws -> Workspace {
      let file = try EntityFile.read(Array(text.utf8), plugin: "p", file: "entities.yaml")
      return try scratch.open(try DeclarationSet(joining: [("entities.yaml", file)]))
    }
    let before = try open(declarations.replacing("    whole: {field: part, value: 全校}\n", with: ""))
    for (entity, text) in [
      ("unit", "代码,名称\n01,甲小学\n"), ("yearly", "单位,学年,学部,学生数\n01,2024-2025,小学部,3\n01,2024-2025,全校,5\n"),
    ] {
      let importer = before.importer()
      let request = ImportRequest(
        path: try scratch.file("名单.csv", text), entity: try importer.entity(named: entity))
      _ = try importer.run(try importer.prepare(request), context: scratch.context)
    }
    try before.store.close()
    let after = try open(declarations)
    defer { try? after.store.close() }
    var said = try after.store.verify().faults
    for wrong in ["{field: pupils, value: 全校}", "{field: part, value: 合校}", "{field: parts, value: 全校}"] {
      do {
        _ = try EntityFile.read(
          Array(declarations.replacing("{field: part, value: 全校}", with: wrong).utf8), plugin: "p",
          file: "entities.yaml")
      } catch let faults as Diagnostics {
        said += faults.all
      }
    }
    return said
  }

  @Test(arguments: UILanguage.allCases) func whatIsSaidOfDeclarationsAndOlderStores(language: UILanguage)
    throws
  {
    let renderer = DiagnosticRenderer(language: language)
    let text = try Self.said().map { renderer.text($0) + "\n" }.joined()
    let folder = URL(filePath: #filePath).deletingLastPathComponent().path
    let golden = GoldenFile("wholes.\(language.rawValue).txt", besides: folder)
    #expect(try golden.text(recording: text) == text)
  }
}
