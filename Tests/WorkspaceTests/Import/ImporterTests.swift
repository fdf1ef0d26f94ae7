import Foundation
import KitModel
import KitQuery
import KitStore
import Testing

@testable import KitWorkspace

/// Imports of small csv files into a small set of declarations.
@Suite struct ImporterTests {
  static let declarations = """
    entities:
      - id: unit
        label: 单位
        key: [code]
        order: [code]
        name: name
        match: [code, name, short, former]
        fields:
          - {id: code, label: 代码, aliases: [单位代码], type: text, required: true, max: 8}
          - {id: name, label: 名称, aliases: [校名], type: text, required: true}
          - {id: short, label: 简称, type: text}
          - {id: former, label: 曾用名, type: text, many: true}
          - {id: kind, label: 类别, type: choice, choices: [学校, 乡镇], required: true}
          - {id: parent, label: 上级, type: ref(unit)}
      - id: school
        label: 学校
        extends: unit
        kind: {field: kind, value: 学校}
        year_split: {into: yearly, key: {unit: code, year: "@school_year"}, columns: [pupils], repeats: [parent, stage]}
        fields:
          - {id: stage, label: 学段, type: choice, choices: [{value: 小学, aliases: [完小]}, 初中], required: true}
          - {id: open, label: 在办, type: boolean, default: true}
          - {id: licence, label: 证号, type: text, unique: true}
        computed:
          - pipeline: "yearly | group unit { pupils = sum(pupils) }"
            columns: [{id: pupils, label: 学生数, aliases: [在校生数], type: integer}]
      - id: yearly
        label: 年报
        key: [unit, year]
        fields:
          - {id: unit, label: 单位, aliases: [代码, 名称, 单位代码, 单位名称], type: ref(school), required: true}
          - {id: year, label: 学年, type: period(school_year), required: true}
          - {id: parent, label: 上级, type: ref(unit)}
          - {id: stage, label: 学段, type: choice, choices: [小学, 初中]}
          - {id: pupils, label: 学生数, aliases: [学生合计], type: integer, min: 0, max: 9999}
          - {id: girls, label: 女生数, aliases: [学生女生], type: integer}
          - {id: area, label: 面积, aliases: [面积（平方米）], type: "decimal(8,2)"}
          - {id: funds, label: 经费, type: "decimal(8,2)"}
    """

  /// A workspace with these declarations, and what a test does with it.
  final class Office {
    let scratch: ScratchWorkspace
    let workspace: Workspace

    init(declarations: String = ImporterTests.declarations) throws {
      scratch = try ScratchWorkspace()
      let file = try EntityFile.read(Array(declarations.utf8), plugin: "p", file: "entities.yaml")
      workspace = try scratch.open(try DeclarationSet(joining: [("entities.yaml", file)]))
    }

    deinit {
      try? workspace.store.close()
      scratch.remove()
    }

    @discardableResult
    func take(
      _ text: String, into entity: String, name: String = "名单.csv",
      change: (inout ImportRequest) -> Void = { _ in }
    ) throws -> ImportReport {
      let importer = workspace.importer()
      var request = ImportRequest(
        path: try scratch.file(name, text), entity: try importer.entity(named: entity))
      change(&request)
      return try importer.run(try importer.prepare(request), context: scratch.context)
    }

    /// Rows as text, cells joined by blanks; `-` for what is missing.
    func rows(_ sql: String, columns: Int) throws -> [String] {
      let result = (0..<columns).map { index in
        ResultColumn(
          column: Column(id: "c\(index)", label: Label(zh: "", en: ""), type: .text), index: index)
      }
      var rows: [String] = []
      try workspace.store.forEachRow(of: CompiledQuery(sql: sql, parameters: [], columns: result)) { row in
        rows.append(
          row.values.map { if case .text(let text) = $0 { text } else { "-" } }.joined(separator: " "))
        return .next
      }
      return rows
    }

    var schools: [String] {
      get throws {
        try rows(
          """
          SELECT u.code, u.name, u.kind, s.stage, CAST(s.open AS TEXT) FROM "p.school" AS s
          JOIN "p.unit" AS u ON u.code = s.code ORDER BY u.code
          """, columns: 5)
      }
    }
  }

  private func said(_ report: ImportReport) -> [String] {
    report.allRemarks().map { $0.message.text(.zh, $0.arguments) }
  }

  private func refusal(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.all.map { $0.message.text(.zh, $0.arguments) }
    } catch let diagnostic as Diagnostic {
      return [diagnostic.message.text(.zh, diagnostic.arguments)]
    } catch {
      return ["\(error)"]
    }
  }

  static let two = "代码,名称,学段,在校生数\n0001,甲小学,完小,120\n0002,乙中学,初中,300\n"

  @Test func aMappingIsUsedAgainForTheSameEntityAndOnlyWhileItsImportStands() throws {
    let office = try Office()
    let text = "代码,名称,层次\n0001,甲小学,小学\n"
    func prepared(_ entity: String) throws -> ImportPlan {
      let importer = office.workspace.importer()
      return try importer.prepare(
        ImportRequest(
          path: try office.scratch.file("名单.csv", text), entity: try importer.entity(named: entity)))
    }
    func mapping(_ entity: String) throws -> String? { try prepared(entity).sheets.first?.mapping["层次"] }
    #expect(try mapping("school") == nil)
    let report = try office.take(text, into: "school") { $0.map = ["层次": "stage"] }
    #expect(try mapping("school") == "stage")
    // The year book has a stage too, but nobody has said that it is meant there.
    #expect(try mapping("yearly") == nil)
    let change = try #require(report.change)
    _ = try office.workspace.store.undo(
      change.id, withLater: false, isDryRun: false, context: office.scratch.context)
    #expect(try mapping("school") == nil)
    let undo = try #require(try office.workspace.store.chainHead())
    _ = try office.workspace.store.undo(
      undo.change, withLater: false, isDryRun: false, context: office.scratch.context)
    #expect(try mapping("school") == "stage")
  }

  @Test func rowsGoToTheEntityItsParentAndItsYear() throws {
    let office = try Office()
    let report = try office.take(Self.two, into: "学校")
    #expect(report.counts == WriteCounts(inserted: 2))
    #expect(try office.schools == ["0001 甲小学 学校 小学 1", "0002 乙中学 学校 初中 1"])
    let yearly = try office.rows(
      #"SELECT unit, year, CAST(pupils AS TEXT) FROM "p.yearly" ORDER BY unit"#, columns: 3)
    #expect(yearly == ["0001 2024-2025 120", "0002 2024-2025 300"])
    #expect(said(report).contains("文件里没有“学年”，按 2024-2025学年 收。"))
    #expect(said(report).contains("文件里没有“在办”，一律按“是”收。"))
    #expect(FileManager.default.fileExists(atPath: office.scratch.folder.path + "/data/名单.csv"))
    #expect(report.copy == "data/名单.csv")
  }

  @Test func importingAgainUpdatesByKey() throws {
    let office = try Office()
    try office.take(Self.two, into: "school")
    let second = "代码,名称,学段\n0002,乙初级中学,初中\n0001,甲小学,小学\n0003,丙小学,小学\n"
    let report = try office.take(second, into: "school")
    #expect(report.counts == WriteCounts(inserted: 1, updated: 1, unchanged: 1))
    #expect(report.copy == "data/名单 (2).csv")
    #expect(try office.schools.map { String($0.prefix(9)) }.count == 3)
    #expect(try office.take(second, into: "school").counts == WriteCounts(unchanged: 3))
  }

  @Test func anEmptyCellKeepsWhatIsThereUnlessAskedOtherwise() throws {
    let office = try Office()
    try office.take("代码,名称,学段,简称\n1,甲小学,小学,甲\n", into: "school")
    let blank = "代码,名称,学段,简称\n1,甲小学,小学,\n"
    let report = try office.take(blank, into: "school")
    #expect(report.counts.unchanged == 1)
    #expect(said(report).contains("更新的行里有 1 格空着，保留了库里原来的值。"))
    #expect(try office.rows(#"SELECT short FROM "p.unit""#, columns: 1) == ["甲"])
    try office.take(blank, into: "school") { $0.blanksClear = true }
    #expect(try office.rows(#"SELECT short FROM "p.unit""#, columns: 1) == ["-"])
  }

  @Test func aDefaultIsOnlyForNewRows() throws {
    let office = try Office()
    try office.take("代码,名称,学段,在办\n1,甲小学,小学,否\n", into: "school")
    try office.take("代码,名称,学段\n1,甲小学,小学\n2,乙小学,小学\n", into: "school")
    #expect(try office.schools == ["1 甲小学 学校 小学 0", "2 乙小学 学校 小学 1"])
  }

  @Test func oneFaultRefusesTheFileAndLeavesNothing() throws {
    let office = try Office()
    let report = try office.take(Self.two + "0003,丙小学,大学,5\n", into: "school")
    #expect(report.change == nil)
    #expect(try office.schools.isEmpty)
    #expect(
      report.sheets.first?.faults.first?.location?.text == "\(office.scratch.folder.path)-收件/名单.csv:4:3")
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.scratch.folder.data).isEmpty)
    #expect(try office.rows(#"SELECT CAST(id AS TEXT) FROM "source""#, columns: 1).isEmpty)
  }

  @Test func goodRowsCanBeKept() throws {
    let office = try Office()
    let text = Self.two + "0003,丙小学,大学,5\n0002,丁小学,小学,7\n0004,戊小学,小学,8\n"
    let report = try office.take(text, into: "school") { $0.keepsGood = true }
    // 0002 stands twice: neither row is taken.
    #expect(report.counts == WriteCounts(inserted: 2))
    #expect(report.rejected == 3)
    #expect(try office.schools.map { $0.prefix(4) } == ["0001", "0004"])
    #expect(said(report).contains("3 行有问题，没有收。"))
  }

  @Test func totalsNotesAndSignaturesAreNamedAndLeft() throws {
    let office = try Office()
    let text = """
      学校名单,,,
      填表单位：某区,,,
      代码,名称,学段,学生数
      0001,甲小学,小学,120
      东片小计,,,120
      代码,名称,学段,学生数
      0002,乙小学,小学,80
      合计,2所,,200
      注：学生数为9月1日数。,,,
      填表人：王某,,审核人：李某,
      """
    let report = try office.take(text, into: "school")
    #expect(report.counts.inserted == 2)
    #expect(report.sheets.first?.skipped.map(\.row) == [5, 6, 8, 9, 10])
    #expect(
      report.sheets.first?.skipped.map(\.reason.zh) == ["合计或小计行", "重复的表头", "合计或小计行", "注释行", "填表人、审核人等落款行"])
    #expect(said(report).contains("第 5 行没有收：合计或小计行（东片小计 120）。"))
    #expect(said(report).contains("表头上方写着：填表单位：某区"))
  }

  @Test func anUnmatchedColumnIsListedAndALikelyOneAsked() throws {
    let office = try Office()
    let text = "代码,名称,学段,在校人数,食堂\n1,甲小学,小学,5,有\n"
    let importer = office.workspace.importer()
    let path = try office.scratch.file("a.csv", text)
    var request = ImportRequest(path: path, entity: try importer.entity(named: "school"))
    let plan = try importer.prepare(request)
    #expect(plan.questions.map(\.heading) == ["在校人数"])
    let refused = refusal { _ = try importer.run(plan, context: office.scratch.context) }
    #expect(refused == ["“在校人数”（D1）像是学生数，要确认才收。"])
    let help = plan.refusals.first.flatMap { $0.message.help(.zh, $0.arguments) }
    #expect(help == "加 --map \"在校人数=pupils\" 收进来，或加 --map \"在校人数=\" 不收。")
    request.map = ["在校人数": "pupils"]
    let report = try importer.run(try importer.prepare(request), context: office.scratch.context)
    #expect(said(report).contains("1 列没有收：食堂。"))
    // Confirmed once, it holds for the same headings, and is said.
    let again = try office.take(text.replacing(",5,", with: ",6,"), into: "school")
    #expect(said(again).contains("沿用上次确认的对应：“在校人数”→ 学生数。"))
    #expect(try office.rows(#"SELECT CAST(pupils AS TEXT) FROM "p.yearly""#, columns: 1) == ["6"])
  }

  @Test func mapNamesWhatIsNotThere() throws {
    let office = try Office()
    let refused = refusal {
      try office.take(Self.two, into: "school") { $0.map = ["班数": "classes"] }
    }
    #expect(refused == ["--map 里的表头“班数”，文件里没有。", "--map 里的“classes”不是学校的字段。"])
  }

  @Test func twoColumnsForOneFieldAreBothNamed() throws {
    let office = try Office()
    let refused = refusal { try office.take("代码,单位代码,名称,学段\n1,1,甲,小学\n", into: "school") }
    #expect(refused == ["“代码”（A1）和“单位代码”（B1）都是代码。"])
    let report = try office.take("代码,单位代码,名称,学段\n1,1,甲,小学\n", into: "school") { $0.map = ["单位代码": ""] }
    #expect(report.counts.inserted == 1)
  }

  @Test func missingRequiredColumnsAreNamed() throws {
    let office = try Office()
    #expect(refusal { try office.take("代码,学生数\n1,5\n", into: "school") } == ["缺少必填的列：“名称”、“学段”。"])
    try office.take(Self.two, into: "school")
    // A row that is there needs its key only.
    #expect(try office.take("代码,简称\n0001,甲\n", into: "school").counts.updated == 1)
    let report = try office.take("代码,简称\n0001,甲甲\n0009,新\n", into: "school")
    #expect(report.sheets.first?.faults.count == 2 && report.change == nil)
  }

  @Test func referencesAreFoundByEveryNameAndMustAgree() throws {
    let office = try Office()
    try office.take("代码,名称,学段,简称,曾用名\n0001,甲小学,小学,甲小,老甲小学、甲村小\n0002,乙小学,小学,乙小,\n", into: "school")
    let text = "代码,名称,学年,学生数\n0001,甲小学,2023-2024学年,1\n,甲村小,2022-2023,2\n乙小,,2022-2023,3\n"
    #expect(try office.take(text, into: "yearly").counts.inserted == 3)
    let rows = try office.rows(#"SELECT unit, year FROM "p.yearly" ORDER BY unit, year"#, columns: 2)
    #expect(rows == ["0001 2022-2023", "0001 2023-2024", "0002 2022-2023"])
    let bad = try office.take("代码,名称,学年,学生数\n0001,乙小学,2021-2022,1\n", into: "yearly")
    #expect(said(bad).first == "这一格指 0002 乙小学，同一行的 A2 指 0001 甲小学，不是同一个单位。")
  }

  @Test func rowsOfOneFileMayReferToEachOther() throws {
    let office = try Office()
    let text = "代码,名称,类别,上级\n2,某村小学,学校,某镇\n1,某镇,乡镇,\n"
    #expect(try office.take(text, into: "unit").counts.inserted == 2)
    #expect(try office.rows(#"SELECT parent FROM "p.unit" WHERE code = '2'"#, columns: 1) == ["1"])
  }

  @Test func aCodeOfAnotherKindIsRefused() throws {
    let office = try Office()
    try office.take("代码,名称,类别\n1,某镇,乡镇\n", into: "unit")
    let report = try office.take("代码,名称,学段\n1,某小学,小学\n", into: "school")
    #expect(said(report).first == "“1”已在库里，类别是“乡镇”，不能当作“学校”。")
  }

  @Test func theYearRepeatsWhatTheRowHas() throws {
    let office = try Office()
    try office.take("代码,名称,类别\n1,某镇,乡镇\n", into: "unit")
    try office.take("代码,名称,学段,上级\n2,甲小学,小学,某镇\n", into: "school")
    try office.take("代码,名称,学段,学生数\n2,甲小学,小学,9\n", into: "school")
    #expect(try office.rows(#"SELECT unit, parent FROM "p.yearly""#, columns: 2) == ["2 1"])
  }

  @Test func theYearRepeatsWhatAnEmptyCellLeaves() throws {
    let office = try Office()
    try office.take("代码,名称,类别\n1,某镇,乡镇\n", into: "unit")
    try office.take("代码,名称,学段,上级\n2,甲小学,小学,某镇\n", into: "school")
    // The stage is a field of the school itself and not in the file; the cell of the parent is empty.
    try office.take("代码,名称,上级,学生数\n2,甲小学,,9\n", into: "school")
    let repeated = #"SELECT unit, parent, stage FROM "p.yearly""#
    #expect(try office.rows(repeated, columns: 3) == ["2 1 小学"])
    try office.take("代码,名称,上级,学生数\n2,甲小学,,9\n", into: "school") { $0.blanksClear = true }
    #expect(try office.rows(repeated, columns: 3) == ["2 - 小学"])
  }

  @Test func whatAYearRepeatsIsNotMovedLater() throws {
    let office = try Office()
    try office.take("代码,名称,类别\nT1,青石镇,乡镇\nT2,白鹿镇,乡镇\n", into: "unit")
    let text = "代码,名称,学段,上级,学生数\n1,甲小学,小学,T1,120\n"
    let earlier = Period(stored: "2023-2024")
    try office.take(text, into: "school") { $0.year = earlier }
    try office.take(text.replacing("T1,120", with: "T2,130"), into: "school")
    func rows() throws -> [String] {
      try office.rows(
        #"SELECT year, parent, CAST(pupils AS TEXT) FROM "p.yearly" ORDER BY year"#, columns: 3)
    }
    let present = #"SELECT parent FROM "p.unit" WHERE code = '1'"#
    #expect(try rows() == ["2023-2024 T1 120", "2024-2025 T2 130"])
    // A figure of the earlier year is mended, without and with the column: the school stays where it is now.
    try office.take("代码,名称,学段,学生数\n1,甲小学,小学,121\n", into: "school") { $0.year = earlier }
    #expect(try rows() == ["2023-2024 T1 121", "2024-2025 T2 130"])
    let report = try office.take(text.replacing("120", with: "122"), into: "school") { $0.year = earlier }
    #expect(try rows() == ["2023-2024 T1 122", "2024-2025 T2 130"])
    #expect(try office.rows(present, columns: 1) == ["T2"])
    #expect(said(report).contains("库里已有比 2023-2024学年 更近的学年：上级、学段只记在这一年，学校现在的不改。"))
  }

  @Test func theYearIsTheOneAskedFor() throws {
    let office = try Office()
    try office.take(Self.two, into: "school") { $0.year = .schoolYear(from: 2022) }
    #expect(try office.rows(#"SELECT DISTINCT year FROM "p.yearly""#, columns: 1) == ["2022-2023"])
    let refused = refusal { try office.take(Self.two, into: "school") { $0.year = .year(2022) } }
    #expect(refused == ["“2022年”不合“学年”的要求。"])
  }

  @Test func uniqueValuesAndLostZeros() throws {
    let office = try Office()
    let twice = try office.take("代码,名称,学段,证号\n1,甲,小学,A\n2,乙,小学,A\n", into: "school")
    #expect(said(twice).prefix(2) == ["“证号”不能重复，“A”另见 3。", "“证号”不能重复，“A”另见 2。"])
    try office.take(Self.two, into: "school")
    let lost = try office.take("代码,名称,学段\n1,甲小学,小学\n", into: "school")
    #expect(said(lost).first == "“代码”是数值 1，库里有 0001；是不是丢了前面的 0？")
  }

  @Test func aTrialRunKeepsNothing() throws {
    let office = try Office()
    let report = try office.take(Self.two, into: "school") { $0.isDryRun = true }
    #expect(report.counts == WriteCounts(inserted: 2) && report.isDryRun)
    #expect(try office.schools.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.scratch.folder.data).isEmpty)
  }

  @Test func everyRowKnowsItsFileAndLine() throws {
    let office = try Office()
    try office.take(Self.two, into: "school")
    let school = try #require(office.workspace.declarations["p.school"])
    let origin = try office.workspace.store.origin(entity: school, key: [.text("0002")], field: "stage")
    #expect(origin?.source?.file == "名单.csv" && origin?.row == 3 && origin?.column == 3)
    #expect(origin?.source?.mapping["在校生数"] == "pupils")
  }

  @Test func namesOfEntitiesAreFoundOrProposed() throws {
    let office = try Office()
    let importer = office.workspace.importer()
    #expect(try importer.entity(named: "p.school").id == "school")
    #expect(refusal { _ = try importer.entity(named: "scool") } == ["没有“scool”这种数据，是不是“school”？"])
    #expect(refusal { _ = try importer.entity(named: "火车") }.first == "没有“火车”这种数据。")
    #expect(refusal { try office.take("甲,乙\n1,2\n", into: "school") }.first?.hasPrefix("找不到表头") == true)
  }
}
