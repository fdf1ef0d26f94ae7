import Foundation
import KitFormats
import KitModel
import Testing

@testable import KitWorkspace

/// Sheets that bear no name: what is kept of them tells nobody whose they are.
@Suite struct AnonymousFormTests {
  private let year = Period.year(2024)

  private func texts(_ table: Table?) -> [[String]] {
    let formatter = ValueFormatter(language: .zh)
    return (table?.rows ?? []).map { row in
      row.values.enumerated().map { formatter.text($1, type: table?.columns[$0].type ?? .text) }
    }
  }

  private func said(_ office: FormOffice) -> [String] {
    office.take().map { $0.message.text(.zh, $0.arguments) }
  }

  private func score(_ tenths: Int64) -> Value { .decimal(ExactDecimal(units: tenths, scale: 1)) }

  /// Sheets of units with these marks come back; `place` below the workspace.
  private func send(_ office: FormOffice, _ marks: [(unit: String, file: String, tenths: Int64)]) throws {
    let year = try #require(year)
    let form = try #require(try office.withContext { try AnonymousScores().forms(for: year, in: $0).first })
    for (unit, file, tenths) in marks {
      try office.fill(form, year, unit, as: file, values: [["score": score(tenths)]])
    }
    _ = office.take()
  }

  private func office() throws -> FormOffice {
    let office = try FormOffice(providers: [AnonymousScores()])
    office.run("form out 评分表 2024")
    return office
  }

  @Test func marksAreTakenAndTheUnitIsMarkedAsIn() throws {
    let office = try office()
    try send(office, [("0001", "甲小学.xlsx", 85), ("0002", "乙.xlsx", 85), ("0003", "丙.xlsx", 90)])
    #expect(office.run("form collect \"\(office.inbox)\"") == .done)
    let unit = office.table?.columns.firstIndex { $0.id == "unit" } ?? 0
    #expect(office.table?.rows.map { $0.values[unit] } == [.null, .null, .null])
    let kept = "不记名的表只留重新写过的副本，看不出是谁填的；收到的原件看得出，没有复制"
    #expect(said(office) == [kept, "收下 3 份，退回 0 份，略过 0 份，未收 0 份"])
    office.run("p.mark | select year, item, kind, score | sort score")
    #expect(
      texts(office.table) == [
        ["2024年", "A1", "学校", "8.5"], ["2024年", "A1", "学校", "8.5"], ["2024年", "A1", "学校", "9.0"],
      ])
    office.run("form status 评分表 2024 | select 单位, 状态, 文件")
    #expect(
      texts(office.table) == [
        ["甲小学", "已交", ""], ["乙小学", "已交", ""], ["丙中学", "已交", ""], ["丁中学", "未交", ""],
      ])
  }

  @Test func aKeptCopyHasTheMarksAndNoIdentity() throws {
    let office = try office()
    try send(office, [("0001", "甲小学.xlsx", 85)])
    office.run("form collect \"\(office.inbox)\"")
    #expect(said(office).first == "不记名的表有 1 份，评同样对象的这次不到 3 份：看日志可以推断是谁填的")
    let place = office.scratch.folder.path + "/data/收件/评分表-2024年"
    let names = try FileManager.default.contentsOfDirectory(atPath: place)
    office.run("p.mark | select ordinal")
    #expect(names == [texts(office.table)[0][0] + ".xlsx"])
    let file = try InputFile.open(place + "/" + names[0], name: names[0])
    #expect(file.sheets.map(\.name) == ["评分表"])
    #expect(try ReturnedCells(file, sheet: 0).text("A2") == "本表不记名　期间：2024年")
    #expect(try ReturnedCells(file, sheet: 0).text("C4") == "8.5")
    // The store has the digest of the copy, by which `verify` looks after it.
    office.run("source | select sha256")
    #expect(texts(office.table) == [[try ReceivedFile.hash(place + "/" + names[0])]])
  }

  /// Whoever gave which marks: store and kept files are the same to the byte.
  @Test func whatIsKeptDoesNotHangOnWhoGaveWhichMarks() throws {
    func kept(_ marks: [Int64], _ faulty: Int64) throws -> [String: Data] {
      let office = try office()
      let units = ["0001", "0002", "0003", "0004"]
      try send(
        office, zip(units, marks + [faulty]).map { ($0, "\($0).xlsx", $1) })
      let inner = office.scratch.folder.data + "/来件"
      try FileManager.default.moveItem(atPath: office.inbox, toPath: inner)
      #expect(office.run("form collect data/来件") == .failed)
      try office.workspace.store.close()
      try FileManager.default.removeItem(atPath: inner)
      let root = office.scratch.folder.path
      var found: [String: Data] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
        if !name.hasPrefix("exports") {
          found[name] = FileManager.default.contents(atPath: root + "/" + name)
        }
      }
      return found
    }
    let (one, other) = (try kept([70, 85, 100], 200), try kept([100, 70, 85], 300))
    #expect(one.keys.contains("workspace.sqlite") && one.count > 4)
    #expect(one.keys.sorted() == other.keys.sorted())
    for (name, data) in one { #expect(data == other[name], "\(name)") }
  }

  @Test func aUnitReturnsOneSheet() throws {
    let office = try office()
    try send(office, [("0001", "一.xlsx", 85), ("0002", "二.xlsx", 90)])
    office.run("form collect \"\(office.inbox)\"")
    _ = office.take()
    // The same sheet under another name.
    try send(office, [("0001", "一.xlsx", 85), ("0002", "二.xlsx", 90)])
    #expect(office.run("form collect \"\(office.inbox)\"") == .done)
    #expect(said(office).last == "收下 0 份，退回 0 份，略过 2 份，未收 0 份")
    // Other marks: which ones were its own is not known, not for --replace either.
    try send(office, [("0001", "一.xlsx", 70)])
    #expect(office.run("form collect \"\(office.inbox)/一.xlsx\" --replace") == .failed)
    #expect(office.take().contains { $0.message.id == "workspace.form-anonymous-twice" })
    office.run("p.mark | select score | sort score")
    #expect(texts(office.table) == [["8.5"], ["9.0"]])
    office.run("form status 评分表 2024 | select 状态 | take 1")
    #expect(texts(office.table) == [["已交"]])
  }

  @Test func nothingIsKeptOfARefusedSheet() throws {
    let office = try office()
    try send(office, [("0001", "一.xlsx", 200)])
    #expect(office.run("form collect \"\(office.inbox)\"") == .failed)
    #expect(said(office).contains { $0.contains("问题清单：exports/评分表-2024年-问题清单/一-问题清单.xlsx") })
    #expect(!FileManager.default.fileExists(atPath: office.scratch.folder.data + "/收件"))
    office.run("form status 评分表 2024 | select 状态, 问题数 | take 1")
    #expect(texts(office.table) == [["退回", "1"]])
    try send(office, [("0001", "一.xlsx", 100)])
    #expect(office.run("form collect \"\(office.inbox)\"") == .done)
    // Another basis: what was sent before is not taken any more, and no sentence names the unit.
    try send(office, [("0002", "二.xlsx", 90)])
    let later = FormBook(declared: office.book.declared, providers: [AnonymousScores(basis: "2024-2")])
    #expect(office.run("form collect \"\(office.inbox)/二.xlsx\"", book: later) == .failed)
    let refusals = office.take()
    #expect(refusals.contains { $0.message.id == "workspace.form-other-version" })
    office.run("form out 评分表 2024", book: later)
    #expect(office.run("form collect \"\(office.inbox)/二.xlsx\"", book: later) == .failed)
    #expect(said(office).contains("二.xlsx 是另一次下发的表：一家不记名的单位 现在要填的是 2024-09-05 下发的那张"))
  }
}
