import Foundation
import KitModel
import Testing

@testable import KitWorkspace

/// What a session does with the statements of a text.
@Suite struct SessionTests {
  @Test func aCommandNamedAloneMayStandAmongOtherStatements() throws {
    let desk = try Desk()
    #expect(desk.run("report; report\nunit | count") == .done, "\(desk.ids)")
    #expect(desk.run("report; raport") == .usage)
  }

  // MARK: values

  @Test func pipelinesAndExpressionsAreShown() throws {
    let desk = try Desk()
    #expect(desk.run("unit | where score > 70 | select name; 1 + 2") == .done)
    #expect(desk.shown == ["青石镇", "= 3"])
  }

  @Test func whatIsWrongIsToldTogetherAndNothingRuns() throws {
    let desk = try Desk()
    #expect(desk.run("unit | set score = 1\nunit | where nothing > 1\nlet n = 1\nprint n, m") == .usage)
    #expect(desk.reported.count == 2)
    #expect(desk.reported.allSatisfy { $0.severity == .error && $0.span != nil })
    #expect(desk.rows("unit | select score") == ["80;65;"])
  }

  @Test func whatTheDataAloneCanTellIsNoFaultOfAScriptAhead() throws {
    let desk = try Desk()
    #expect(desk.run("unit | count; visit | where unit == \"青石镇\" | count") == .done, "\(desk.ids)")
    #expect(desk.shown == ["3", "0"])
    #expect(desk.run("visit | where unit == \"青石镇\" and nothing > 1; print 1") == .usage)
    #expect(desk.ids == ["query.unknown-column"] && desk.shown.isEmpty)
  }

  @Test func columnsCalledLikeInnerOnesLoseNoTotal() throws {
    let desk = try Desk()
    #expect(desk.run("[_total, _mark, _n; 9, 1, 5; -20, 2, 4] | total") == .done)
    #expect(desk.shown.first?.hasPrefix("9,1,5;-20,2,4;-11,3,9") == true, "\(desk.shown)")
    #expect(desk.run("[_side, _n; 9, 5; 1, 4] | union [_side, _n; 0, 0]") == .done)
    #expect(desk.shown.first?.hasPrefix("9,5;1,4;0,0") == true, "\(desk.shown)")
  }

  @Test func wrongSyntaxIsAUsageFault() throws {
    let desk = try Desk()
    #expect(desk.run("unit | where (") == .usage)
    #expect(desk.shown.isEmpty && !desk.reported.isEmpty)
  }

  @Test func blocksRunForEachRowAndByTheirCondition() throws {
    let desk = try Desk()
    // What is empty is not true; what the block changes does not change what it goes through.
    let text = """
      for u in unit { if u.score > 70 { print u.name, "high" } else if u.score > 60 { print u.name } else { print "-" } }
      for u in unit | where score < 70 { unit | where code == u.code | set score = 90 }
      unit | where score == 90 | select code
      """
    #expect(desk.run(text) == .done)
    #expect(
      desk.shown == ["text 青石镇 high", "text 白沙镇", "text -", "notice workspace.changed", "02"], "\(desk.shown)"
    )
  }

  @Test func namesOfABlockEndWithIt() throws {
    let desk = try Desk()
    #expect(desk.run("for u in unit { let n = u.code }; print n") == .usage)
    #expect(desk.run("let n = 1; if true { let n = 2 }") == .usage)
    #expect(desk.ids == ["workspace.let-twice"])
    #expect(desk.run("if 1 { print 1 }") == .usage)
    #expect(desk.shown.isEmpty)
  }

  @Test func aStopInALoopLeavesWholeStatements() throws {
    let desk = try Desk(assumesYes: true)
    let before = desk.rows("unit | select score")
    #expect(
      desk.run("for u in numbers --to 100000 { unit | where code == \"01\" | set score = u.n; stop }")
        == .interrupted)
    #expect(desk.rows("unit | where code == \"01\" | select score") == ["1"])
    #expect(before.count == 1)
  }

  @Test func printAndCheckAsStatements() throws {
    let desk = try Desk()
    #expect(desk.run("print 1 + 1, \"行\"; check 1 == 1; check 1 > 2, \"少了\" warning") == .done)
    #expect(desk.shown == ["text 2 行"])
    #expect(desk.ids == ["workspace.check-failed"])
    #expect(desk.reported.first?.severity == .warning && desk.reported.first?.arguments["message"] == "少了")
    #expect(desk.run("check (unit | count) == 4; print 1") == .checkFailed)
    #expect(desk.shown == ["text 1"])
    // What is neither true nor false is no condition, and is told before anything runs.
    #expect(desk.run("print 1; check \"文字\", \"少了\"") == .usage)
    #expect(desk.run("check 1 + 1") == .usage)
    #expect(desk.shown.isEmpty)
  }

  @Test func aCheckPassesRowsOnAndShowsThoseThatFail() throws {
    let desk = try Desk()
    #expect(desk.run("unit | check score >= 70, name + \"低\" | count") == .checkFailed)
    #expect(desk.shown == ["02,白沙镇,65;03,河口镇,", "3"])
    #expect(desk.reported.first?.arguments["message"]?.contains("白沙镇低") == true)
  }

  // MARK: let

  @Test func aLetOfAPipelineIsAViewAndOneOfAValueIsKept() throws {
    let desk = try Desk(.prompt)
    desk.run("let good = unit | where score >= 70")
    desk.run("let n = (unit | where score >= 70 | count) + 0")
    #expect(desk.run("unit | where code == \"02\" | set score = 90") == .done)
    #expect(desk.rows("good | count; n") == ["2", "= 1"])
  }

  @Test func aCommandInALetRunsOnce() throws {
    let desk = try Desk()
    #expect(desk.run("let few = numbers --to 2\nfew | count; few | where n >= 2") == .done)
    #expect(desk.shown == ["2", "2"])
  }

  @Test(arguments: [
    ("numbers", "workspace.let-takes-command"), ("sum", "workspace.let-takes-function"),
    ("单位", "workspace.let-takes-relation"),
  ])
  func aLetTakesNoNameThatIsTaken(name: String, id: String) throws {
    let desk = try Desk()
    #expect(desk.run("let \(name) = 1") == .usage)
    #expect(desk.ids == [id])
  }

  @Test func aNameIsGivenOnceInAScriptAndAgainAtThePrompt() throws {
    let script = try Desk()
    #expect(script.run("let a = 1; let a = 2") == .usage)
    #expect(script.ids == ["workspace.let-twice"])
    let prompt = try Desk(.prompt)
    #expect(prompt.run("let a = 1") == .done)
    #expect(prompt.run("let a = 2") == .done)
    #expect(prompt.rows("a") == ["= 2"])
  }

  // MARK: the last table

  @Test func aChainOfLetsIsCheckedFromTheLastOfThemOn() throws {
    let desk = try Desk()
    let chain = (1...60).map { "let 第\($0)步 = \($0 == 1 ? "unit" : "第\($0 - 1)步") | where score > \($0)" }
    #expect(
      desk.run(chain.joined(separator: "\n") + "\n第60步 | count; 第59步 | join 第3步 on code | count") == .done)
    #expect(desk.shown == ["2", "2"], "\(desk.shown) \(desk.ids)")
    // A fault of the last one is told once, at its place.
    let wrong = chain.joined(separator: "\n") + "\nlet x = 第60步 | select code | where score > 1"
    #expect(desk.run(wrong) == .usage)
    #expect(desk.ids == ["query.unknown-column"] && desk.reported.first?.span != nil)
  }

  @Test func whatALetRestsOnIsLookedAtAnewWhenItHasChanged() throws {
    let desk = try Desk(.prompt)
    #expect(desk.run("let a = unit | select code, score") == .done)
    #expect(desk.run("let b = a | where score > 70") == .done)
    #expect(desk.run("let a = unit | select code, name") == .done)
    #expect(desk.run("let c = b | take 1") == .usage)
    #expect(desk.run("unit | select code, score | save as kept") == .done)
    #expect(desk.run("let d = kept | where score > 1; let e = d | where score > 2; e | count") == .done)
    #expect(desk.run("unit | select code, name | save as kept replace") == .done)
    #expect(desk.run("let f = e | where score > 3") == .usage)
  }

  @Test func aLineGoesOnFromTheLastTable() throws {
    let desk = try Desk(.prompt)
    desk.run("unit | select code, score")
    #expect(desk.rows("| where score > 70") == ["01,80"])
    #expect(desk.rows("_ | count") == ["1"])
  }

  @Test func theLastTableIsWhatWasShownNotWhatIsThereNow() throws {
    let desk = try Desk(.prompt)
    desk.run("unit | select score")
    desk.run("let kept = 1")
    desk.run("unit | set score = 0")
    #expect(desk.rows("_ | where score > 0 | count") == ["2"])
  }

  // MARK: commands

  @Test func aCommandIsAStatementAndASource() throws {
    let desk = try Desk()
    #expect(desk.rows("numbers --to 2") == ["1;2"])
    #expect(desk.rows("numbers | where n > 2") == ["3"])
    #expect(desk.rows("数列 --止 2 | count") == ["2"])
    #expect(desk.rows("unit | where score in (low 70 | select s = 65) | select name") == ["白沙镇"])
  }

  @Test func whatACommandGetsIsComputed() throws {
    let desk = try Desk()
    #expect(desk.rows("let line = 60 + 10; low $line") == ["白沙镇"])
    #expect(desk.rows("low limit=(60 + 30)") == ["青石镇;白沙镇"])
    #expect(desk.rows("rows of (unit | where score > 1)") == ["2"])
    #expect(desk.rows("rows of unit") == ["3"])
  }

  @Test func aCommandThatWritesIsNoSource() throws {
    let desk = try Desk()
    #expect(desk.run("raise --now | count") == .usage)
    #expect(desk.ids == ["workspace.source-writes"])
  }

  @Test func faultsOfACommandsOwnQueryDoNotPointIntoWhatWasTyped() throws {
    let desk = try Desk(.prompt)
    #expect(desk.run("wrong") == .failed)
    let fault = try #require(desk.reported.first)
    #expect(fault.span == nil && fault.fixes.isEmpty)
    #expect(fault.notes.last?.arguments["command"] == "wrong")
  }

  @Test func aCommandChangesAllOrNothing() throws {
    let desk = try Desk(.prompt)
    #expect(desk.run("raise") == .done)
    #expect(desk.rows("unit | select score") == ["81;66;"])
    #expect(desk.run("half") == .failed)
    #expect(desk.rows("unit | select score") == ["81;66;"])
  }

  @Test func theNameOfAUnitAloneIsItsCardAtThePrompt() throws {
    let prompt = try Desk(.prompt)
    #expect(prompt.rows("青石镇") == ["document 1"])
    #expect(prompt.rows("0901") == ["document 1"])
    #expect(prompt.rows("numbers") == ["1;2;3"])
    // Digits that are no unit's code are a number; any other refusal is told.
    #expect(prompt.rows("7") == ["= 7"])
    #expect(prompt.run("8") == .failed)
    #expect(prompt.ids == [SessionMessages.changeRefused.id])
    let script = try Desk()
    #expect(script.run("青石镇") == .usage)
  }

  @Test func stoppingIsNoFailure() throws {
    let desk = try Desk(.prompt)
    #expect(desk.run("stop") == .interrupted)
    #expect(desk.ids == ["workspace.cancelled"])
    #expect(desk.rows("1 + 1") == ["= 2"])
  }

  @Test func withoutAWorkspaceACommandThatNeedsOneSaysSo() throws {
    let desk = try Desk()
    let session = Session(
      workspace: nil, registry: try DeskCommands.registry(),
      options: SessionOptions(language: .en, mode: .prompt, person: "", login: ""), delegate: desk)
    #expect(session.run("numbers") == .usage)
    #expect(desk.ids == ["workspace.none-open"])
  }
}
