import Foundation
import KitModel
import KitQuery
import KitStore
import Testing

@testable import KitWorkspace

@Suite struct FileOpenerTests {
  /// Columns with their types, then the rows.
  private func open(_ files: [(name: String, text: String)], pattern: String? = nil, places: Bool = false)
    throws
    -> (columns: [String], rows: [String], remarks: [String])
  {
    let scratch = try ScratchWorkspace()
    defer { scratch.remove() }
    var path = ""
    for file in files { path = try scratch.file(file.name, file.text) }
    if let pattern { path = scratch.folder.path + "-收件/" + pattern }
    let workspace = try scratch.open(DeclarationSet())
    defer { try? workspace.store.close() }
    let opened = try workspace.opener().open(OpenRequest(path: path, withPlaces: places))
    let columns = opened.table.columns.map { "\($0.id) \($0.type.name(.en))" }
    let selected = opened.table.columns.map { "CAST(\"\($0.id)\" AS TEXT)" }.joined(separator: ", ")
    let name = "\"\(opened.table.storedName)\""
    let result = opened.table.columns.indices.map { index in
      ResultColumn(column: Column(id: "c\(index)", label: Label(zh: "", en: ""), type: .text), index: index)
    }
    var rows: [String] = []
    let query = CompiledQuery(sql: "SELECT \(selected) FROM \(name)", parameters: [], columns: result)
    try workspace.store.forEachRow(of: query) { row in
      rows.append(
        row.values.map { if case .text(let text) = $0 { text } else { "-" } }.joined(separator: " "))
      return .next
    }
    return (columns, rows, opened.remarks.map { $0.message.text(.zh, $0.arguments) })
  }

  @Test func typesAreThoseOfAllValues() throws {
    let text = """
      代码,人数,均分,占比,达标,日期,备注,空列
      0012,12,82.5,80%,是,2024.9.1,甲,
      0013,"1,200",7.25,5.5%,否,2024年9月2日,12,
      0014,—,,,,,,
      """
    let opened = try open([("a.csv", text)])
    #expect(
      opened.columns == [
        "代码 text", "人数 integer", "均分 decimal", "占比 percent", "达标 boolean", "日期 date", "备注 text", "空列 text",
      ])
    #expect(
      opened.rows == [
        "0012 12 8250 800 1 2024-09-01 甲 -", "0013 1200 725 55 0 2024-09-02 12 -", "0014 - - - - - - -",
      ])
  }

  @Test func aColumnThatIsEmptyInOneFileTakesTheTypeOfTheOthers() throws {
    let opened = try open(
      [("1.csv", "名称,人数,备注\n甲,,\n"), ("2.csv", "名称,人数,备注\n乙,—,x\n"), ("3.csv", "名称,人数,备注\n丙,5,\n")],
      pattern: "*.csv")
    #expect(opened.columns.prefix(3) == ["名称 text", "人数 integer", "备注 text"])
  }

  @Test func headingsThatNoTableCanHaveAreMadeFit() throws {
    let json = #"[{"_rid": 1, "a\u0000b": 2, "\u0007": 3}]"#
    let opened = try open([("a.json", json)])
    #expect(opened.columns == ["_rid_2 integer", "ab integer", "C integer"])
    #expect(opened.rows == ["1 2 3"])
    #expect(opened.remarks == ["1 列的名称已被占用，改称：“_rid”→“_rid_2”。"])
  }

  @Test func columnsThatAreCalledOtherwiseAreSaidOnceForAllFiles() throws {
    let text = "_rid,名称,名称\n1,甲,乙\n"
    let opened = try open([("a.csv", text), ("b.csv", text)], pattern: "*.csv")
    #expect(opened.columns.prefix(3) == ["_rid_2 integer", "名称 text", "名称_2 text"])
    #expect(opened.remarks == ["2 列的名称已被占用，改称：“_rid”→“_rid_2”、“名称”→“名称_2”。"])
  }

  @Test func theWidestTableThatIsReadCanBeOpenedWithItsPlaces() throws {
    let names = (1...1996).map { "k\($0)" }.joined(separator: ",")
    let opened = try open([("a.csv", names + "\n" + names.filter { $0 != "k" } + "\n")], places: true)
    #expect(opened.columns.count == 1999 && opened.rows.count == 1)
  }

  @Test(arguments: [
    ("1\n2\n007", "text"), ("1\n2", "integer"), ("1\n2.50", "decimal"), ("1.5\n1.123456", "real"),
    ("1234567890123456.5\n1", "text"), ("1e5", "text"), ("80%\n7", "text"), ("是\n不详", "text"),
    ("999999999999999999", "integer"), ("9999999999999999999", "text"), ("-0", "integer"), ("+1", "text"),
    ("2024-02-30", "text"), ("20240901", "integer"), ("√\n×", "boolean"),
  ]) func oneOddValueDecides(values: String, type: String) throws {
    let opened = try open([("a.csv", "列,另\n" + values.replacing("\n", with: ",a\n") + ",a\n")])
    #expect(opened.columns.first == "列 \(type)")
  }

  @Test func severalFilesOfOneLayoutAreOneTable() throws {
    let opened = try open(
      [("甲.csv", "名称,人数\n甲,1\n合计,1\n"), ("乙.csv", "名称,人数\n乙,2.5\n"), ("说明.txt", "略")], pattern: "*.csv")
    #expect(opened.columns == ["名称 text", "人数 decimal", "文件 text", "工作表 text", "行 integer"])
    #expect(
      opened.rows.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == ["乙 25", "甲 10"])
    #expect(opened.rows.allSatisfy { $0.hasSuffix(" - 2") })
    #expect(opened.remarks.contains { $0.contains("合计或小计行") })
  }

  @Test func unlikeLayoutsAreNamed() throws {
    do {
      _ = try open([("甲.csv", "名称,人数\n甲,1\n"), ("乙.csv", "名称,教师数\n乙,2\n")], pattern: "*.csv")
      Issue.record("files of unlike layout made one table")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.message == ImportMessages.unlikeLayouts)
      #expect(diagnostic.arguments["files"]?.contains("甲.csv（+人数 −教师数）") == true)
    }
  }

  @Test func columnsAlwaysHaveNamesOfTheirOwn() throws {
    #expect(
      try open([("a.csv", "名称,名称,\n甲,乙,丙\n")]).columns.map { $0.split(separator: " ")[0] } == [
        "名称", "名称_2", "C",
      ])
    let headless = try open([("a.csv", "1,2\n3,4\n")])
    #expect(headless.columns == ["A integer", "B integer"] && headless.rows.count == 2)
    #expect(headless.remarks.contains("没有找到表头，各列用 A、B、C 称呼。"))
  }

  @Test func titlesAndMergedHeadingsOfAWorkbookAreUnderstood() throws {
    let scratch = try ScratchWorkspace()
    defer { scratch.remove() }
    let workspace = try scratch.open(DeclarationSet())
    defer { try? workspace.store.close() }
    let path = Sample.folder.path + "/data/2023-2024学年义务教育学校年报.xlsx"
    let opened = try workspace.opener().open(OpenRequest(path: path))
    #expect(opened.rows == 157)
    let types = Dictionary(uniqueKeysWithValues: opened.table.columns.map { ($0.id, $0.type) })
    #expect(types["学校代码"] == .text && types["学生数（人）·合计"] == .integer)
    #expect(types["占地面积（平方米）"] == .decimal(precision: 18, scale: 1))
  }

  @Test(
    "A line that says who filled the sheet in is no heading",
    arguments: [
      ("督学名册.xlsx", "责任督学"), ("乡镇街道和学区名录.xlsx", "乡镇街道"), ("机构调整台账.xlsx", nil),
      ("2024年秋季幼儿园基本情况汇总.xlsx", nil),
    ])
  func linesAboveTheHeading(file: String, sheet: String?) throws {
    let scratch = try ScratchWorkspace()
    defer { scratch.remove() }
    let workspace = try scratch.open(DeclarationSet())
    defer { try? workspace.store.close() }
    let opened = try workspace.opener().open(
      OpenRequest(path: Sample.folder.path + "/data/" + file, sheet: sheet))
    let names = opened.table.columns.map(\.id)
    #expect(names.first == "序号", "\(names)")
    #expect(!names.contains { $0.contains("云岭区") || $0.contains("制表") || $0.contains("填表") }, "\(names)")
  }

  @Test(arguments: [
    ("*.xlsx", "学校.xlsx", true), ("20?4*", "2024年.csv", true), ("a*b*c", "axxbyyc", true),
    ("a*b", "abx", false),
    ("*", "", true), ("?", "", false), ("学校*.csv", "学校.csv", true),
  ]) func patterns(pattern: String, name: String, matches: Bool) {
    #expect(FilePattern.matches(Array(name), Array(pattern)) == matches)
  }

  @Test func aPatternWithoutFilesSaysSo() {
    #expect(throws: Diagnostic.self) { _ = try FilePattern.files("/nowhere/*.xlsx") }
  }
}
