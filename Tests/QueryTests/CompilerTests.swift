import KitLanguage
import KitModel
import KitQuery
import Testing

/// What goldens do not show: effects, write intents, limits, names for completion.
@Suite struct CompilerTests {
  @Test func messagesAreOfOneMake() {
    let all = QueryMessages.all
    #expect(Set(all.map(\.id)).count == all.count)
    for message in all {
      #expect(message.id.hasPrefix("query."))
      #expect(Set(Message.places(in: message.zh)) == Set(Message.places(in: message.en)), "\(message.id)")
      #expect((message.helpZh == nil) == (message.helpEn == nil))
      #expect(
        Set(Message.places(in: message.helpZh ?? "")) == Set(Message.places(in: message.helpEn ?? "")),
        "\(message.id)")
    }
  }

  @Test func effectsComeInTheOrderWritten() throws {
    let statement = try Compilation().statement(
      "学校 | 校验 建校年份 > 1900, \"太早\" 警告 | 显示 | 筛选 学段 == \"小学\" | 存为 小学名单 | 导出 \"x.csv\"")
    let names = statement.steps.map { step -> String in
      switch step {
      case .check(let check): "check \(check.severity)"
      case .output(let stage, _, _, _): stage.rawValue
      case .plan: "plan"
      case .write(.save(let name, _, _), _): "save \(name)"
      case .write: "write"
      }
    }
    #expect(names == ["check warning", "show", "save 小学名单", "export"])
    guard case .none = statement.result else {
      Issue.record("a pipeline that ends in an effect shows nothing")
      return
    }
  }

  @Test func checkTakesNullAsFailed() throws {
    let compilation = try Compilation()
    guard
      case .check(let check)? = try compilation.statement("学校 | 校验 建校年份 > 1990, 连接(名称, \"太早\")").steps.first
    else {
      Issue.record("no check")
      return
    }
    let failing = try compilation.database.table(check.failing)
    #expect(failing.rows.count == 2)
    #expect(failing.rows.first?.values[check.messageColumn ?? 0] == .text("青石镇中心小学太早"))
    #expect(failing.rows.last?.values.first == .text("0003"))
  }

  @Test func setGivesRowIdsOfEveryTableAndNewValues() throws {
    let compilation = try Compilation()
    guard
      case .write(.set(let entity, let tables, let fields, let rows), _)? = try compilation.statement(
        "学校 | 筛选 学段 == \"小学\" | 更新 名称 = 名称 + \"（老）\", 建校年份 = 建校年份 + 1, 学区 = \"第二学区\""
      ).steps.first
    else {
      Issue.record("no set")
      return
    }
    #expect(entity == "district.school")
    #expect(tables == ["district.school", "district.unit"])
    #expect(fields.map(\.table) == ["district.unit", "district.school", "district.unit"])
    let lines = try compilation.database.table(rows).rows.map {
      $0.values.map(TableText.text).joined(separator: " ")
    }
    #expect(Set(lines) == ["1 6 青石镇中心小学（老） 1951 Z2", "2 7 李渡小学（老） 2002 Z2"])
  }

  @Test func deleteAndIntoNameTheirRows() throws {
    let compilation = try Compilation()
    guard
      case .write(.delete(_, let tables, let rows), _)? = try compilation.statement("乡镇 | 前 1 按 常住人口 | 删除")
        .steps.first,
      case .write(.insert(let entity, let fields, let update, let added), _)? = try compilation.statement(
        "[编码, 名称, 学段; \"0005\", \"新校\", \"小学\"] | 写入 学校 更新"
      ).steps.first
    else {
      Issue.record("no intents")
      return
    }
    #expect(tables == ["district.township", "district.unit"])
    #expect(try compilation.database.table(rows).rows.map(\.values) == [[.integer(2), .integer(2)]])
    #expect(entity == "district.school" && update)
    #expect(fields.map(\.id) == ["code", "name", "stage"])
    #expect(try compilation.database.table(added).rows.count == 1)
  }

  @Test func sensitiveAndRestrictedFollowTheirColumn() throws {
    let columns = try Compilation().table(
      "学校 | 改名 电话 = 负责人手机 | 增列 尾号 = 右取(电话, 4), 有 = 电话 不为空 | 选列 电话, 尾号, 代码"
    ).columns
    #expect(columns.map(\.isSensitive) == [true, true, false])
  }

  @Test func threeHundredDerivesFold() throws {
    let stages = (1...300).map { "derive c\($0) = founded + \($0)" }.joined(separator: " | ")
    let query = try Compilation().query("school | \(stages) | select c300")
    #expect(!query.sql.contains("WITH"))
  }

  @Test(arguments: [300, 950]) func longChainsWork(count: Int) throws {
    let chain = (1...count).map { _ in "derive founded = founded + 1" }.joined(separator: " | ")
    #expect(try Compilation().value("school | \(chain) | select founded") == .integer(1950 + Int64(count)))
    let sum = Array(repeating: "founded", count: count).joined(separator: " + ")
    #expect(try Compilation().value("school | select x = \(sum)") == .integer(1950 * Int64(count)))
    let tests = (1...(count / 2)).map { "founded > \($0)" }.joined(separator: " or ")
    #expect(try Compilation().value("school | where \(tests) | count") == .integer(3))
    let wheres = (1...count).map { "where founded > \($0)" }.joined(separator: " | ")
    #expect(try Compilation().value("school | \(wheres) | count") == .integer(3))
  }

  @Test func aChainThatCannotFoldIsRefused() throws {
    let chain = Array(repeating: "take 5 | sort code", count: 150).joined(separator: " | ")
    #expect(try Compilation().failures("school | \(chain)").first?.message.id == "query.too-deep")
  }

  @Test func pivotAndSampleAreStrictInScripts() throws {
    var compilation = try Compilation()
    compilation.environment.isStrict = true
    #expect(
      compilation.failures("school | pivot founded { n = count() }").first?.message.id
        == "query.pivot-needs-values")
    #expect(compilation.failures("school | sample 2").first?.message.id == "query.seed-needed")
  }

  @Test func aChoiceHasItsColumnsInScriptsToo() throws {
    var compilation = try Compilation()
    compilation.environment.isStrict = true
    let table = try compilation.table("finding | pivot category { n = count() } per unit")
    #expect(table.columns.map(\.id) == ["unit", "安全", "教学", "财务"])
    #expect(table.remarks.map(\.message.id) == ["query.pivot-left-out"])
    #expect(table.remarks.first?.arguments["count"] == "1")
  }

  @Test func commandsAreFoundBeforeTheyAreRead() throws {
    var compilation = try Compilation()
    compilation.catalog.commands = ["log", "unit"]
    let script = try Parser.parse("open \"a.csv\" | join (log | take 3) on a == b").get()
    guard case .value(let value)? = script.statements.first?.kind else { return }
    #expect(compilation.compiler.commandSources(in: value).map(\.name.text) == ["open", "log"])
  }

  /// Wherever an expression may stand.
  @Test(arguments: [
    "school | check true, text((log | count))", "school | sample 3 seed (log | count)",
    "school | window r = row_number() order (log | count)", "school | sort (log | count)",
    "school | derive n = (log | count)", "school | top 3 by (log | count)",
  ])
  func commandsAreFoundInEveryStage(text: String) throws {
    var compilation = try Compilation()
    compilation.catalog.commands = ["log"]
    let statement = try #require(try Parser.parse(text).get().statements.first)
    guard case .value(let value) = statement.kind else {
      Issue.record("no value: \(text)")
      return
    }
    #expect(compilation.compiler.commandSources(in: value).map(\.name.text) == ["log"])
  }

  @Test func columnsAliveAreKnownInTheMiddleOfATyping() throws {
    let script = try Parser.parse("学校 | 选列 名称, x = 学生数 | 改名 y = x").get()
    guard case .value(.pipeline(let pipeline))? = script.statements.first?.kind else { return }
    #expect(try Compilation().compiler.columns(of: pipeline).map(\.id) == ["name", "y"])
  }

  @Test func rowVariablesReachTheirFieldsAndReferences() throws {
    var compilation = try Compilation()
    let zone = Column(id: "zone", label: Label(zh: "学区", en: "zone"), type: .reference("district.zone"))
    compilation.scope.variables[NameKey("z")] = .row([zone], [.reference(Reference(key: "Z1"))])
    #expect(try compilation.value("z.zone.name") == .text("第一学区"))
    #expect(try compilation.value("school | where zone == z.zone | count") == .integer(2))
  }

  @Test func aVariableThatIsAlsoAColumnIsAskedFor() throws {
    var compilation = try Compilation()
    compilation.scope.variables[NameKey("stage")] = .value(.text("小学"), .text)
    let failure = try #require(compilation.failures("school | where stage == \"小学\"").first)
    #expect(failure.fixes.map(\.replacement) == ["$stage", "`stage`"])
    #expect(try compilation.value("school | where `stage` == $stage | count") == .integer(2))
  }

  @Test func aCalculationWithTheLiteralNullHasNoOtherType() throws {
    let table = try Compilation().table(
      "[n; 1] | derive a = floor(null), b = ceil(null), c = round(null, 1), d = abs(null) + 1, e = power(null, 2)"
    )
    #expect(table.columns.dropFirst().map(\.type) == Array(repeating: .null, count: 5))
    #expect(table.rows.first?.values.dropFirst().allSatisfy(\.isNull) == true)
  }

  @Test func rowsOfAnUnpivotHaveNoKeyToFindThePriorOnesBy() throws {
    let compilation = try Compilation()
    let text = "visit | group unit, term { a = count(), b = count(seen) }"
    #expect(compilation.failures(text + " | prior term { c = a }").isEmpty)
    #expect(
      compilation.failures(text + " | unpivot a, b | prior term { c = value }").first?.message.id
        == "query.prior-key")
  }
}
