import Foundation
import GoldenFile
import KitModel
import KitStore
import Testing

@testable import KitWorkspace

/// What a clerk reads when an import, a declaration or a configuration is refused, and what an import says beside
/// its counts: in both languages.
@Suite struct RefusalGoldenTests {
  static let wide = """
    entities:
      - id: unit
        label: 单位
        english: Unit
        key: [code]
        name: name
        match: [code, name, short]
        fields:
          - {id: code, label: 代码, english: Code, type: text, required: true, min: 2, max: 6}
          - {id: name, label: 名称, english: Name, type: text, required: true}
          - {id: short, label: 简称, english: Short name, type: text}
          - {id: mail, label: 邮箱, english: Mail, type: text, pattern: "[^@]+@[^@]+"}
          - {id: stage, label: 学段, english: Stage, type: choice, choices: [小学, 初中]}
          - {id: pupils, label: 学生数, english: Pupils, type: integer, min: 0, max: 9999}
          - {id: funds, label: 经费（万元）, english: Funds, type: "decimal(8,2)", min: 0}
          - {id: books, label: 图书, english: Books, type: real, max: 100000}
          - {id: rate, label: 达标率, english: Rate, type: percent}
          - {id: boarding, label: 寄宿, english: Boarding, type: boolean}
          - {id: opened, label: 开办, english: Opened, type: date}
          - {id: seen, label: 到校, english: Seen at, type: time}
          - {id: term, label: 学期, english: Term, type: period(term)}
          - {id: parent, label: 上级, english: Parent, type: ref(unit)}
          - {id: number, label: 证号, english: Number, type: text, unique: true}
      - id: yearly
        label: 年报
        english: Yearly return
        key: [unit, year]
        fields:
          - {id: unit, label: 学校, english: School, type: ref(unit), required: true}
          - {id: year, label: 学年, english: School year, type: period(school_year), required: true}
          - {id: count, label: 人数, english: Count, type: integer}
    """

  private static let known = "代码,名称,简称\n0001,甲小学,中心小学\n0002,乙小学,中心小学\n"

  private struct Case {
    var file = "名单.csv"
    let text: String
    var entity = "unit"
    var change: @Sendable (inout ImportRequest) -> Void = { _ in }
  }

  private static let imports: [Case] = [
    Case(text: "代码,名称\n1,\n00000001,太长\n"),
    Case(text: "代码,名称,邮箱,学段\n11,甲,无,小学校\n12,乙,a@b,大学\n"),
    Case(text: "代码,名称,学生数\n11,甲,约300\n12,乙,-3\n13,丙,10000\n14,丁,12.5\n15,戊,3年\n16,己,99999999999999999999\n"),
    Case(text: "代码,名称,经费（万元）,图书,达标率\n11,甲,-1,很多,80\n12,乙,5亩,1e99,百分之八十\n13,丙,12345678.9,200000,0.8\n"),
    Case(text: "代码,名称,寄宿,开办,到校,学期\n11,甲,大概,2024-02-30,上午,去年\n12,乙,是,不详,2024-09-01 25:00,2024\n"),
    Case(text: "代码,名称,上级\n11,甲,丙小学\n12,乙,甲小孝\n13,丙,中心小学\n14,丁,1\n"),
    Case(text: "代码,名称,证号\n11,甲,A\n11,乙,A\n"),
    Case(text: "代码,名称\n1,甲小学\n"),
    Case(text: "代码,名称,上级,上级\n11,甲,0001,乙小学\n"),
    Case(text: "代码,名称\n11,甲,多一列,又一列\n"),
    Case(text: "食堂,操场\n有,无\n"),
    Case(text: "名称\n甲\n"),
    Case(text: "代码,名称,名称\n11,甲,乙\n"),
    Case(text: "代码,名称,学生人数\n11,甲,5\n"),
    Case(text: "代码,名称\n11,甲\n") { $0.map = ["没有": "short", "名称": "没有"] },
    Case(text: "代码,名称\n11,甲\n") { $0.sheet = "表二" },
    Case(text: "代码,名称,经费（亩）\n11,甲,5\n"),
    Case(text: "代码,名称,图书（万吨）\n11,甲,5\n"),
    Case(text: "学校,人数\n0001,5\n", entity: "yearly"),
    Case(text: "学校,人数\n0001,5\n", entity: "yearly") { $0.year = .year(2024) },
    Case(text: "学校,学年,人数\n0001,2024,5\n", entity: "yearly"),
    Case(text: "代码,名称\n11,甲\n") { $0.entity.writtenBy = Label(zh: "报表 收取", en: "form collect") },
    Case(file: "没有表.zip", text: ""),
    Case(file: "空.csv", text: ""),
    // What is taken, with all that is to be said of it.
    Case(
      text: """
        序号,代码,名称,学段,学生数,经费（元）,达标率,寄宿,开办,上级,食堂
        1,２１,张　三, 小学,"1,200",50000,80%,√,2024.9.1,甲小学,有
        2,22,李四,—,1.2万人,123.4567,0.8,有,2024-09-01 08:30,0002,无
        3,,,,,,,,,,
        合计,,2,,,,,,,,
        注：以上为样例,,,,,,,,,,

        """
    ) { $0.keepsGood = true },
  ]

  private static let declarations = [
    "", "entities: [", "entities:\n  - id: a\n    id: b\n", "entities: {a: 1}\n", "entitys: []\n", "- a\n",
    "entities:\n\t- id: a\n", "entities: &x [*x]\n", "entities: []\n---\nentities: []\n", "entities: a: b\n",
    "entities:\n  - {id: a, label: [甲], key: [x], fields: [{id: x, label: 某, type: number}]}\n",
    "entities:\n  - {id: a, label: 甲, key: [x], fields: []}\n",
    "entities:\n  - {id: a, label: 甲, key: [x], fields: [{id: x, label: 某, type: text, required: 是}]}\n",
    """
    entities:
      - id: Thing
        label: 物
        key: [code, nope]
        fields:
          - {id: code, label: 代码, type: text, min: short}
          - {id: size, label: 大小, aliases: [代码], type: "decimal(30,2)"}
          - {id: level, label: 级别, type: choice, choices: [甲, 甲, {value: 乙, aliases: [甲]}], default: 丙}
          - {id: mail, label: 邮箱, type: text, pattern: "["}
          - {id: day, label: 日期, type: date, many: true, min: 2024-02-30}
      - {id: a, label: 甲, extends: b, key: [x], fields: [{id: x, label: 某, type: text}]}
      - {id: b, label: 甲, extends: a, fields: [{id: y, label: 另, type: text}]}

    """,
    "entities: [{id: a, label: 甲, key: [x], fields: [{id: x, label: 某, type: ref(nobody)}]}]\n",
    """
    entities:
      - {id: a, label: 甲, key: [x], year_split: {into: b, key: {unit: x}, columns: [n]}, fields: [{id: x, label: 某, type: text}]}
      - {id: b, label: 乙, key: [unit, year], fields: [{id: unit, label: 单位, type: text}, {id: year, label: 年, type: text}, {id: n, label: 数, type: integer}]}

    """,
  ]

  private static let configurations = [
    "title: 甲\nlanguage: fr\nschool_year: 2024\nstore: {kind: oracle}\n",
    "title: 甲\nstaff: [{name: 张三, duties: [审批]}]\ncalendar: {spring_starts: 2月1日}\n",
    "title: 甲\nimports: [{file: ../外.xlsx, into: unit}]\n", "titel: 甲\n",
  ]

  static func all(_ body: () throws -> [Diagnostic]) -> [Diagnostic] {
    do {
      return try body()
    } catch let diagnostics as Diagnostics {
      return diagnostics.all
    } catch let diagnostic as Diagnostic {
      return [diagnostic]
    } catch {
      return []
    }
  }

  private func imported(_ item: Case) throws -> [Diagnostic] {
    let scratch = try ScratchWorkspace(configuration: "title: 试验\n")
    defer { scratch.remove() }
    let file = try EntityFile.read(Array(Self.wide.utf8), plugin: "p", file: "entities.yaml")
    let workspace = try scratch.open(try DeclarationSet(joining: [("entities.yaml", file)]))
    defer { try? workspace.store.close() }
    let importer = workspace.importer()
    func take(_ name: String, _ text: String, _ entity: String, _ change: (inout ImportRequest) -> Void)
      throws
      -> [Diagnostic]
    {
      try scratch.keep(name, text)
      if name.hasSuffix(".zip") {
        let empty: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
        try Data(empty).write(to: URL(filePath: scratch.folder.data + "/" + name))
      }
      var request = ImportRequest(
        path: scratch.folder.data + "/" + name, entity: try importer.entity(named: entity))
      change(&request)
      return try importer.run(try importer.prepare(request), context: scratch.context).allRemarks()
    }
    _ = try take("已有.csv", Self.known, "unit") { _ in }
    return Self.all { try take(item.file, item.text, item.entity, item.change) }
  }

  private func declared(_ text: String) -> [Diagnostic] {
    Self.all {
      let file = try EntityFile.read(Array(text.utf8), plugin: "p", file: "entities.yaml")
      _ = try DeclarationSet(joining: [("entities.yaml", file)])
      return []
    }
  }

  private func configured(_ text: String) throws -> [Diagnostic] {
    let scratch = try ScratchWorkspace(configuration: text)
    defer { scratch.remove() }
    return Self.all {
      _ = try scratch.folder.configuration()
      return []
    }
  }

  @Test(arguments: UILanguage.allCases) func everyRefusalReadsAsItShould(language: UILanguage) throws {
    var parts: [(String, [Diagnostic])] = []
    for item in Self.imports { parts.append((item.file + "\n" + item.text, try imported(item))) }
    for text in Self.declarations { parts.append(("entities.yaml\n" + text, declared(text))) }
    for text in Self.configurations { parts.append(("workspace.yaml\n" + text, try configured(text))) }
    let renderer = DiagnosticRenderer(language: language)
    let text = parts.map { source, said in
      #expect(!said.isEmpty, "nothing was said of \(source)")
      return "» " + source + (source.hasSuffix("\n") ? "" : "\n")
        + said.map { renderer.text($0) + "\n" }.joined()
    }.joined(separator: "\n")
    let golden = GoldenFile("refusals.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }
}
