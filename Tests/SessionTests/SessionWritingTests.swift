import Foundation
import KitModel
import Testing

@testable import KitWorkspace

/// What a session changes and writes, when it asks, and what is taken back.
@Suite struct SessionWritingTests {
  private static let more =
    "numbers --to 30 | select code = text(n + 100), name = \"新\" + text(n), score = n | into unit"

  @Test func whatChangedIsSaidAndCanBeUndone() throws {
    let desk = try Desk()
    #expect(
      desk.run("[code, name; \"04\", \"石桥镇\"] | into unit; unit | where code == \"01\" | set score = 81")
        == .done)
    #expect(desk.shown == ["notice workspace.changed", "notice workspace.changed"])
    #expect(desk.ids == ["workspace.change-kept", "workspace.change-kept"])
    let last = try #require(desk.reported.last?.arguments["id"].flatMap(Int64.init))
    #expect(
      try desk.store.changeRecord(last)?.context.command == "unit | where code == \"01\" | set score = 81")
    #expect(try desk.store.changeRecord(last)?.context.person == "李")
    #expect(try desk.store.changeRecord(last)?.context.time.text == "2024-09-01 00:00:00")
  }

  @Test func manyRowsAreAskedAboutAtThePromptOnly() throws {
    let prompt = try Desk(.prompt)
    prompt.answers = [false]
    #expect(prompt.run(Self.more) == .failed)
    #expect(prompt.ids == ["workspace.change-refused"])
    #expect(prompt.questions.first?.arguments["inserted"] == "30")
    #expect(prompt.rows("unit | count") == ["3"])
    prompt.answers = [true]
    #expect(prompt.run(Self.more) == .done)
    #expect(prompt.rows("unit | count") == ["33"])
    #expect(prompt.run("unit | take 20 | set score = 1") == .done)
    #expect(prompt.questions.isEmpty)

    let script = try Desk()
    #expect(script.run(Self.more) == .done)
    #expect(script.questions.isEmpty)
    let sure = try Desk(.prompt, assumesYes: true)
    #expect(sure.run(Self.more) == .done)
    #expect(sure.questions.isEmpty)
  }

  @Test(arguments: [
    "unit | where score > 70 | set name = \"x\"", "unit | where score > 90 | delete",
    "unit | where score > 70 | select code = concat(\"9\", code), name | into unit",
    "unit | where score > 70 | save as 重点",
  ]) func rowsPassedOverAreSaidByWritingStagesToo(statement: String) throws {
    let desk = try Desk()
    #expect(desk.run(statement) == .done)
    let passed = desk.reported.first { $0.message.id.hasPrefix("query.passed") }
    #expect(passed?.arguments["count"] == "1", "\(desk.ids)")
  }

  @Test func aStatementChangesAllOrNothing() throws {
    let desk = try Desk()
    #expect(desk.run("unit | save as 备份 | set score = 1 / 0") != .done)
    #expect(desk.run("备份 | count") == .usage)
    #expect(desk.rows("unit | select score") == ["80;65;"])
  }

  @Test func aSavedTableIsARelation() throws {
    let desk = try Desk()
    #expect(desk.run("unit | where score > 70 | save as 重点\n重点 | select name") == .done)
    #expect(desk.shown == ["notice workspace.table-saved", "青石镇"])
  }

  @Test func whatIsSentBearsTitleOfficeAndDay() throws {
    let desk = try Desk()
    let line = "unit | select code | take 1 | 导出 \"名单.md\" 标题 \"学校名单\" 填表单位 督导室 填表日期 2024-9-1 序号"
    #expect(desk.run(line) == .done)
    let text = try String(contentsOf: desk.folder.appending(path: "exports/名单.md"), encoding: .utf8)
    #expect(
      text == """
        # 学校名单

        Office: 督导室 · Date: 2024-09-01

        | No. | Code |
        | ---: | --- |
        | 1 | 01 |

        """)
  }

  @Test func filesAreWrittenBelowExports() throws {
    let desk = try Desk()
    #expect(desk.run("unit | select code, score | export \"名单.csv\" | count") == .done)
    #expect(desk.shown == ["notice workspace.file-written", "3"])
    let file = desk.folder.appending(path: "exports/名单.csv")
    #expect(try String(contentsOf: file, encoding: .utf8) == "code,score\n01,80\n02,65\n03,\n")
    #expect(desk.run("report") == .done)
    #expect(
      try String(contentsOf: desk.folder.appending(path: "exports/reports/one.txt"), encoding: .utf8)
        == "whole\n")
  }

  @Test(arguments: ["../x.csv", "/tmp/x.csv", "a/../../x.csv"])
  func aScriptWritesNowhereElse(path: String) throws {
    let desk = try Desk()
    #expect(desk.run("unit | export \"\(path)\"") == .failed)
    #expect(desk.ids == [path.contains("..") ? "workspace.file-climbs" : "workspace.file-outside"])
  }

  @Test func atThePromptAFullPathIsTaken() throws {
    let desk = try Desk(.prompt)
    let target = desk.folder.appending(path: "elsewhere.json").path
    #expect(desk.run("unit | select code | take 1 | export \"\(target)\"") == .done)
    #expect(FileManager.default.fileExists(atPath: target))
  }

  @Test func wordsOfExportAreChecked() throws {
    let desk = try Desk()
    #expect(desk.run("unit | export \"a.csv\" 标题 \"名单\" --titel x") == .usage)
    #expect(desk.ids == ["workspace.option-unknown-near"])
    #expect(desk.run("unit | export \"a.doc\"") == .usage)
    #expect(desk.run("unit | to xml") == .usage)
    #expect(desk.ids == ["workspace.argument-choice"])
  }

  @Test func rowsAsText() throws {
    let desk = try Desk()
    #expect(desk.rows("unit | select code, score | take 2 | to csv") == ["text code,score\n01,80\n02,65"])
    #expect(desk.rows("unit | select code | take 1 | to csv --labels").first?.contains("编码") == false)
  }

  @Test func aDryRunKeepsNothing() throws {
    let desk = try Desk(isDryRun: true)
    #expect(desk.run("unit | set score = 5; unit | select score; unit | export \"a.csv\"") == .done)
    #expect(desk.shown == ["notice workspace.changed", "5;5;5", "notice workspace.file-named"])
    #expect(!FileManager.default.fileExists(atPath: desk.folder.appending(path: "exports/a.csv").path))
    desk.session.options.isDryRun = false
    #expect(desk.rows("unit | select score") == ["80;65;"])
  }
}
