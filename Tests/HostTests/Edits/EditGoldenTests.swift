import FoundationEssentials
import GoldenFile
import KitFormats
import KitModel
import Testing

@testable import dudao

/// Rows go into workbooks, are changed in every way that people find, and come back: in both languages.
@Suite("Rows changed in a workbook")
struct EditGoldenTests {
  @Test("Written, changed, brought back", arguments: UILanguage.allCases)
  func everythingReadsAsItShould(language: UILanguage) throws {
    let text = try withTemporaryFolder { folder in
      let office = try SmallOffice(folder + "/区", language)
      try Self.out(office)
      try Self.changes(office)
      try Self.faults(office)
      try Self.meanwhile(office)
      try Self.renamed(office)
      try Self.rows(office)
      try Self.asked(office)
      try Self.files(office)
      return office.said.replacing(folder, with: "<folder>")
    }
    let golden = GoldenFile("edit.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }

  private static let all = "修改 (校点 | 选列 编码, 名称, 片区, 等级, 学生数, 入学率, 得分, 寄宿, 建校, 备注)"

  private static func out(_ office: SmallOffice) throws {
    office.remark("what can be changed, and what not")
    office.run("edit (site | group area { n = count() })")
    office.run("edit (site | select name)")
    office.run("edit (site | select code, name = code)")
    office.run("edit (site | where code == \"009\")")
    office.run("edit site | select code, name")
    office.run("edit (area | union area)")
    office.run("edit form.delivery")
    office.run("edit (form.delivery)")
    office.run("edit (need | select code, note)")
    let many = (1...5001).map { "9\($0),第\($0)片\n" }.joined()
    try office.write("多.csv", "编码,名称\n" + many)
    office.run("import 多.csv --into area")
    office.run("edit area")
    office.run("undo")
    try office.write("长.csv", "编码,备注\n001,\(String(repeating: "长", count: 33_000))\n")
    office.run("import 长.csv --into site")
    office.run("edit (site | select code, name, note)")
    office.run("undo")
    office.run("edit (site | select code, name, double = pupils * 2, mobile) --to 看.xlsx")
    office.run("edit (site | select code, name) --to 看.xlsx")
    office.run("edit (site | select code, name) --to 试.xlsx", options: ["--dry-run"])
    office.run(all + " --to 全.xlsx")
    let copy = try WorkbookCopy(office.folder + "/exports/看.xlsx")
    for row in copy.cells where !row.isEmpty { office.remark(row.joined(separator: " | ")) }
  }

  private static func changes(_ office: SmallOffice) throws {
    office.remark("a cell of every kind")
    try office.change("全.xlsx", as: "改.xlsx") { sheet in
      sheet.fill([
        "C6": "'东小", "D6": "'02", "E7": "'甲", "F7": "１２３人", "G8": "97.2%", "H6": "9", "I7": "√",
        "J7": "2024.9.1",
        "K6": "",
      ])
    }
    office.run("修改 收回 改.xlsx")
    office.run("修改 收回 改.xlsx --yes", options: ["--dry-run"])
    office.run("edit back 改.xlsx --yes")
    office.run("site | select code, name, area, level, pupils, rate, score, boards, opened, note")
    office.run("explain site 001")
    office.run("edit back 改.xlsx --yes")
    try office.change("全.xlsx", as: "又改.xlsx") { $0.fill(["C6": "'东小"]) }
    office.run("edit back 又改.xlsx --yes")
    try office.change("全.xlsx", as: "没改.xlsx") { _ in }
    office.run("edit back 没改.xlsx")
    office.run("undo")
    office.run("edit back 改.xlsx")
  }

  private static func faults(_ office: SmallOffice) throws {
    office.remark("all faults in one go")
    try office.change("全.xlsx", as: "错.xlsx") { sheet in
      sheet.fill([
        "C6": "", "D6": "'没有", "E6": "'丙", "F6": "-1", "G6": "200", "H6": "=1+1", "J6": "2024-13-1",
        "A7": "'也许", "B8": "'0033", "D9": "'东",
      ])
    }
    office.run("修改 收回 错.xlsx --yes")
    try office.change("看.xlsx", as: "锁.xlsx") { $0.fill(["D6": "5", "E6": "139"]) }
    office.run("修改 收回 锁.xlsx --yes")
    try office.change("全.xlsx", as: "双.xlsx") { $0.fill(["B10": "'001", "C10": "'又一个", "C6": "'西校"]) }
    office.run("修改 收回 双.xlsx --yes")
    try office.change("全.xlsx", as: "重名.xlsx") { $0.fill(["C6": "'西校"]) }
    office.run("修改 收回 重名.xlsx --yes")
  }

  private static func meanwhile(_ office: SmallOffice) throws {
    office.remark("somebody else has changed the row, or taken it away")
    office.run("site | where code == \"001\" | set pupils = 333", by: "沈文静")
    office.run("site | where code == \"004\" | delete", by: "沈文静")
    try office.change("全.xlsx", as: "冲突.xlsx") {
      $0.fill(["F6": "301", "C6": "'东小", "K9": "'还在吗", "K7": "'西备注"])
    }
    office.run("修改 收回 冲突.xlsx --yes")
    try office.change("全.xlsx", as: "不冲突.xlsx") { $0.fill(["K7": "'西备注"]) }
    office.run("修改 收回 不冲突.xlsx --yes")
    office.run("undo")
    office.run("undo")
    office.run("undo")
  }

  private static func renamed(_ office: SmallOffice) throws {
    office.remark("what a row points to has got another name, and a column was added")
    office.run("edit (site | select code, name, area) --to 片.xlsx")
    office.run("area | take 1 | set name = \"新名片\"", by: "沈文静")
    try office.change("片.xlsx", as: "改片.xlsx") { $0.fill(["C6": "'东小", "E5": "'另加一列", "E6": "'看"]) }
    office.run("修改 收回 改片.xlsx --yes")
    office.run("site | select code, name, area")
    office.run("undo")
    office.run("undo")
  }

  private static func rows(_ office: SmallOffice) throws {
    office.remark("rows added and removed")
    try office.change("全.xlsx", as: "行.xlsx") { sheet in
      sheet.fill(["A9": "'删除", "B10": "'005", "C10": "'新校", "D10": "'西片", "F10": "50", "K7": "'改"])
    }
    office.run("修改 收回 行.xlsx", options: ["--yes"])
    office.run("修改 收回 行.xlsx --add --yes")
    office.run("修改 收回 行.xlsx --add --remove --yes")
    office.run("site | select code, name, area, pupils, note")
    office.run("修改 收回 行.xlsx --add --remove --yes")
    try office.change("全.xlsx", as: "行2.xlsx") { sheet in
      sheet.fill(["B10": "'005", "C10": "'别的校", "B11": "'006", "B12": "'006", "C12": "'六", "C11": "'陆"])
    }
    office.run("修改 收回 行2.xlsx --add --yes")
    office.run("undo")
    try office.change("全.xlsx", as: "少行.xlsx") { $0.cells.remove(at: 7) }
    office.run("修改 收回 少行.xlsx --yes")
    office.run("edit (need | select code, note) --to 缺.xlsx")
    try office.change("缺.xlsx", as: "缺行.xlsx") { $0.fill(["B8": "'9", "C8": "'新"]) }
    office.run("修改 收回 缺行.xlsx --add --yes")
  }

  private static func asked(_ office: SmallOffice) throws {
    office.remark("at the prompt")
    try office.type("修改 收回 行.xlsx", answering: ["2", "2", "n"])
    try office.type("修改 收回 行.xlsx", answering: ["1", "2", "y"])
    office.run("undo")
    try office.type("修改 收回 行.xlsx", answering: ["2", "2", "y"]) {
      office.run("site | where code == \"002\" | set note = \"快手\"", by: "沈文静")
    }
    office.run("undo")
    office.run("edit (site | select code, note) --to 备注.xlsx")
    try office.change("备注.xlsx", as: "已是.xlsx") { $0.fill(["C7": "'都知道"]) }
    office.run("site | where code == \"002\" | set note = \"都知道\"")
    office.run("edit back 已是.xlsx")
    office.run("undo")
    office.run("edit (site | select code, name, mobile) --reveal \"号码核对\" --to 号码.xlsx")
    try office.change("号码.xlsx", as: "新号码.xlsx") { $0.fill(["D6": "'13900000001"]) }
    office.run("edit back 新号码.xlsx --yes")
    office.run("log | where kind == \"reveal\" | select person, command, entity")
  }

  private static func files(_ office: SmallOffice) throws {
    office.remark("other files, and what becomes of a workbook")
    office.run("site | export \"校点.xlsx\"")
    office.run("edit back exports/校点.xlsx")
    try office.change("全.xlsx", as: "报表.xlsx") { sheet in
      sheet.hidden[0] = ["'dudao-form 1"]
      sheet.hidden[1] = ["'grid", "1", "1", "1", "'0"]
    }
    office.run("edit back 报表.xlsx")
    office.run("edit back 没有的.xlsx")
    try office.change("全.xlsx", as: "外来.xlsx") { $0.hidden[2][1] = "'00000000000000000000" }
    office.run("edit back 外来.xlsx")
    try office.change("全.xlsx", as: "伪造.xlsx") { $0.hidden[14][2] = "'别校" }
    office.run("edit back 伪造.xlsx")
    try office.change("全.xlsx", as: "改名.xlsx") { sheet in
      sheet.name = "表一"
      sheet.set("K7", "'改")
    }
    office.run("edit back 改名.xlsx")
    try office.change("全.xlsx", as: "多表.xlsx") { sheet in
      sheet.name = "表一"
      sheet.others = ["备忘"]
    }
    office.run("edit back 多表.xlsx")
    try office.change("全.xlsx", as: "换列.xlsx") { sheet in
      for row in 4..<9 {
        while sheet.cells[row].count < 6 { sheet.cells[row].append("") }
        sheet.cells[row].swapAt(2, 5)
      }
      sheet.cells.swapAt(6, 7)
      sheet.set("F8", "'南中校")
    }
    office.run("edit back 换列.xlsx")
    try office.change("全.xlsx", as: "缺列.xlsx") { $0.set("F5", "") }
    office.run("edit back 缺列.xlsx")
    try office.write(
      office.folder + "/plugins-beside/Small/entities.yaml",
      SmallOffice.entities.replacing("choices: [甲, 乙]", with: "choices: [甲, 乙, 丙]"))
    office.run("edit back 改名.xlsx")
    let kept = try FileManager.default.subpathsOfDirectory(atPath: office.folder + "/data/收件").sorted()
    office.remark("kept: " + kept.joined(separator: " "))
    office.run("verify")
  }
}
