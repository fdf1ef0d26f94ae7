import Foundation
import KitFormats
import KitModel
import KitStore
import Testing

@testable import KitWorkspace

/// Forms go out and come back: what is written, kept, followed and taken back.
@Suite struct FormTests {
  private static let good: [String: Value] = [
    "pupils": .integer(500), "boarders": .integer(20), "safe": .text("安全"),
  ]

  private func texts(_ table: Table?) -> [[String]] {
    let formatter = ValueFormatter(language: .zh)
    return (table?.rows ?? []).map { row in
      zip(row.values, table?.columns ?? []).map { formatter.text($0, type: $1.type) }
    }
  }

  @Test func whatGoesOutIsReadBack() throws {
    let office = try FormOffice()
    #expect(office.run("form out 自评表 2024") == .done)
    let path = office.scratch.folder.exports + "/自评表-2024年/乙小学-自评表-2024年.xlsx"
    let file = try InputFile.open(path)
    #expect(file.sheets.map(\.name) == ["自评表", FormWorkbook.identityName])
    #expect(file.sheets.map(\.isHidden) == [false, true])
    let cells = try ReturnedCells(file, sheet: 0)
    #expect(cells.text("A1") == "自评表")
    #expect(cells.text("A2") == "填报单位：乙小学　期间：2024年")
    #expect(cells.rows[3] == ["编号", "指标名称", "满分", "得分", "说明"])
    #expect(cells.rows[4].map { Array($0.prefix(3)) } == ["A1", "经费", "10"])
    let (identity, seal) = try #require(try ReturnReader.identity(file))
    #expect(identity.unit == "0002" && identity.grid.rows == 3)
    office.run("form.delivery | where unit == \"0002\" | select digest")
    #expect(texts(office.table) == [[seal]])
  }

  @Test func theStateOfEachUnitIsARelation() throws {
    let office = try FormOffice()
    let term = try #require(Period.autumn(2024))
    office.run("form out 开学自查 2024秋")
    try office.fill("opening", term, "0001", as: "甲.xlsx", values: [Self.good])
    try office.fill("opening", term, "0002", as: "乙.xlsx", values: [["pupils": .integer(1)]])
    office.day = CalendarDate(iso: "2024-09-20")
    #expect(office.run("form collect \"\(office.inbox)\"") == .failed)
    office.run("form status 开学自查 2024秋 | 选列 单位.学区, 单位, 状态, 联系人, 电话, 问题数")
    #expect(
      texts(office.table) == [
        ["东", "甲小学", "迟交", "张三", "72600001", ""], ["西", "乙小学", "退回", "李四", "72600002", "2"],
        ["东", "丙中学", "未交", "王五", "72600003", ""], ["西", "丁中学", "未交", "赵六", "72600004", ""],
      ])
    office.run("form chase 开学自查 2024秋")
    guard case .document(let document)? = office.outputs.last?.content,
      case .code(let text)? = document.blocks.first
    else { throw Diagnostic(SessionMessages.noWorkspace) }
    #expect(
      text == """
        【催报】开学自查（2024秋）截止 2024-09-15，还有 2 家没有交：
        丙中学（王五 72600003）
        丁中学（赵六 72600004）
        退回待改（1）：
        乙小学（李四 72600002）
        """)
  }

  @Test func aLookKeepsNothing() throws {
    let office = try FormOffice()
    let term = try #require(Period.autumn(2024))
    office.run("form out 开学自查 2024秋")
    try office.fill("opening", term, "0001", as: "甲.xlsx", values: [Self.good])
    try office.fill(
      "opening", term, "0001", as: "甲再.xlsx", values: [Self.good.merging(["pupils": .integer(7)]) { $1 }])
    try office.fill("opening", term, "0002", as: "乙.xlsx", values: [["pupils": .integer(1)]])
    let before = try office.workspace.store.chainHead()
    #expect(office.run("form check \"\(office.inbox)\" | select 单位, 结果, 问题数") == .done)
    // What an earlier file of the same look would make of it counts.
    #expect(texts(office.table) == [["乙小学", "退回", "2"], ["甲小学", "已交", "0"], ["甲小学", "退回", "1"]])
    #expect(try office.workspace.store.chainHead() == before)
    office.run("form.opening | count")
    #expect(texts(office.table) == [["0"]])
    let files = FileManager.default
    #expect(!files.fileExists(atPath: office.scratch.folder.path + "/data/收件/开学自查-2024秋"))
    #expect(!files.fileExists(atPath: office.scratch.folder.exports + "/开学自查-2024秋-问题清单"))
    #expect(office.run("form collect \"\(office.inbox)/甲.xlsx\"") == .done)
  }

  @Test func aValueLeadsToItsCellAndUndoTakesItBack() throws {
    let office = try FormOffice()
    let term = try #require(Period.autumn(2024))
    office.run("form out 开学自查 2024秋")
    try office.fill("opening", term, "0001", as: "甲.xlsx", values: [Self.good])
    office.run("form collect \"\(office.inbox)\"")
    let entity = try #require(office.workspace.declarations["form.opening"])
    let origin = try #require(
      try office.workspace.store.origin(
        entity: entity, key: [.reference(Reference(key: "0001")), .period(term)], field: "boarders"))
    #expect(origin.source?.copy == "data/收件/开学自查-2024秋/甲.xlsx")
    #expect(origin.source?.sheet == "开学自查" && origin.row == 6 && origin.column == 2)
    _ = try office.workspace.store.undo(
      nil, withLater: false, isDryRun: false, context: office.scratch.context)
    office.run("form.opening")
    #expect(office.table?.rows.isEmpty == true)
    office.run("form status 开学自查 2024秋 | where state != \"未交\"")
    #expect(office.table?.rows.isEmpty == true)
    #expect(
      FileManager.default.fileExists(atPath: office.scratch.folder.path + "/data/收件/开学自查-2024秋/甲.xlsx"))
    #expect(try office.workspace.store.verify().faults.isEmpty)
  }

  @Test func aSecondSheetReplacesOnlyWhenAsked() throws {
    let office = try FormOffice()
    let month = try #require(Period.month(9, of: 2024))
    office.run("form out 培训清单 2024-09")
    let rows: [[String: Value]] = [
      ["name": .text("读书"), "hours": .integer(2)], ["name": .text("听课"), "hours": .integer(3)],
    ]
    try office.fill("trainings", month, "0001", as: "一.xlsx", values: rows)
    #expect(office.run("form collect \"\(office.inbox)/一.xlsx\"") == .done)
    try office.fill("trainings", month, "0001", as: "二.xlsx", values: [rows[1]])
    #expect(office.run("form collect \"\(office.inbox)/二.xlsx\"") == .failed)
    office.run("form.trainings | select row, name, hours")
    #expect(texts(office.table) == [["1", "读书", "2"], ["2", "听课", "3"]])
    #expect(office.run("form collect \"\(office.inbox)/二.xlsx\" --replace") == .done)
    office.run("form.trainings | select row, name, hours")
    #expect(texts(office.table) == [["1", "听课", "3"]])
    office.run("form status 培训清单 2024-09 | select state")
    #expect(texts(office.table) == [["已交"]])
  }

  @Test func writingPastTheCommandsIsRefused() throws {
    let office = try FormOffice()
    #expect(office.run("form.delivery | delete") == .usage)
    #expect(office.run("[unit, period; \"0001\", 2024秋] | into form.opening") == .usage)
  }

  @Test func anArchiveIsTakenLikeAFolder() throws {
    let office = try FormOffice()
    let term = try #require(Period.autumn(2024))
    office.run("form out 开学自查 2024秋")
    try office.fill("opening", term, "0001", as: "甲.xlsx", values: [Self.good])
    let zip = Process()
    zip.executableURL = URL(filePath: "/usr/bin/python3")
    zip.arguments = ["-m", "zipfile", "-c", office.inbox + "/全部.zip", office.inbox + "/甲.xlsx"]
    try zip.run()
    zip.waitUntilExit()
    #expect(office.run("form collect \"\(office.inbox)/全部.zip\"") == .done)
    office.run("form.opening | select pupils")
    #expect(texts(office.table) == [["500"]])
  }

  @Test func changesAreComparedExactly() throws {
    func number(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }
    let fifth = try number("0.2000")
    #expect(try !ReturnChecks.isBeyond(number("120"), number("100"), fifth))
    #expect(try ReturnChecks.isBeyond(number("120.1"), number("100"), fifth))
    #expect(try !ReturnChecks.isBeyond(number("80"), number("100"), fifth))
    #expect(try ReturnChecks.isBeyond(number("1"), number("0"), fifth))
  }

  // MARK: forms made in Swift
}
