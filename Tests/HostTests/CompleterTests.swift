import KitModel
import KitWorkspace
import Testing

@testable import dudao

@Suite("Completion by the place of the cursor")
struct CompleterTests {
  /// What the text becomes with each candidate taken. `▲` marks the cursor.
  private func completions(_ marked: String, language: UILanguage = .zh) -> [String] {
    let parts = marked.split(separator: "▲", omittingEmptySubsequences: false).map(String.init)
    let before = parts[0]
    let text = parts.joined()
    let cursor = before.utf8.count
    return Completer(language: language, source: SampleSource()).complete(text, cursor: cursor).map {
      candidate in
      String(SourceSpan(0, candidate.start).slice(of: text)) + candidate.replacement
        + parts.dropFirst().joined()
    }
  }

  @Test("The commands of forms offer the names of forms")
  func forms() {
    var source = SampleSource()
    let form = FormDeclaration(
      id: "opening_check", label: Label("开学自查", "Opening check"), period: .term, unit: "school",
      recipients: "学校", fields: [])
    source.forms = [FormRelations.returns(of: form), FormRelations.sending]
    for (text, wanted) in [("报表 状态 kx", ["开学自查"]), ("form status op", ["opening_check"]), ("报表 状态 收", [])] {
      let found = Completer(language: .zh, source: source).complete(text, cursor: text.utf8.count)
      #expect(found.map(\.replacement) == wanted)
    }
  }

  @Test(
    "Each place offers what may stand there, and nothing else",
    arguments: [
      // Relations and commands begin a statement; pinyin gives the Chinese name, English the English one.
      ("xx▲", ["学校"]), ("sch▲", ["school"]), ("dang▲", []), ("da▲", ["档案"]), ("ben▲", []),
      // A unit's name begins a statement too.
      ("qs▲", ["青石镇", "青山镇", "青石镇中心小学"]), ("桥头乡小▲", ["桥头乡小学"]),
      // Stages behind a bar.
      ("学校 | 排▲", ["学校 | 排序", "学校 | 排名"]), ("school | wh▲", ["school | where"]),
      ("学校 | px▲", ["学校 | 排序"]), ("学校｜wh▲", ["学校｜where"]),
      // Columns where columns stand.
      ("学校 | 选列 xd▲", ["学校 | 选列 学段"]), ("学校 | 选列 名称, st▲", ["学校 | 选列 名称, stage"]),
      ("学校 | 选列 名称 | 排序 xd▲", []),
      ("学校 | 筛选 乡镇街道.mc▲", ["学校 | 筛选 乡镇街道.名称"]),
      // A column that reads as a word of the language, or holds brackets, is quoted.
      ("学校 | 选列 bz▲", ["学校 | 选列 `备注（人）`"]), ("学校 | 选列 ra▲", ["学校 | 选列 rank"]),
      // Values of a choice, of a reference, of a name, of a text.
      ("学校 | 筛选 学段 == c▲", ["学校 | 筛选 学段 == \"初中\""]),
      ("学校 | 筛选 学段 == \"小▲", ["学校 | 筛选 学段 == \"小学\""]),
      ("学校 | 筛选 学段 == “小▲", ["学校 | 筛选 学段 == “小学”"]),
      ("学校 | 筛选 学段 == \"小▲\"", ["学校 | 筛选 学段 == \"小学\""]),
      ("学校 | 筛选 乡镇街道 == \"qsz▲", ["学校 | 筛选 乡镇街道 == \"青石镇\"", "学校 | 筛选 乡镇街道 == \"青山镇\""]),
      ("学校 | 筛选 乡镇街道.名称 == qt▲", ["学校 | 筛选 乡镇街道.名称 == \"桥头乡\""]),
      ("学校 | 筛选 `备注（人）` == yc▲", ["学校 | 筛选 `备注（人）` == \"已撤并\""]),
      // Private phones are never offered.
      ("学校 | 筛选 联系电话 == \"1▲", []),
      // Functions with their parenthesis.
      ("学校 | 增列 n = 四舍▲", ["学校 | 增列 n = 四舍五入("]),
      // Operators and clauses behind an operand.
      ("学校 | 前 3 按 学生数 每▲", ["学校 | 前 3 按 学生数 每"]),
      ("学校 | 筛选 名称 baoh▲", []), ("学校 | 筛选 名称 bh▲", ["学校 | 筛选 名称 包含"]),
      // Commands: subcommands, options, entities, files.
      ("import 学▲", ["import 学校名单.xlsx", "import 学校.csv"]), ("import \"收▲", ["import \"收件/"]),
      ("import 收件/y▲", ["import 收件/一月.xlsx"]),
      ("import a.csv --in▲", ["import a.csv --into"]),
      ("import a.csv --into xx▲", ["import a.csv --into 学校"]),
      ("plugin l▲", ["plugin list"]), ("插件 x▲", ["插件 新建"]),
      ("card qsz▲", ["card 青石镇", "card 青山镇", "card 青石镇中心小学"]),
      ("help 筛▲", ["help 筛选"]),
      // What a script takes, and the values of that.
      ("run kx▲", ["run 开学检查"]), ("run 开学检查 --bxq▲", ["run 开学检查 --本学期"]),
      ("run 开学检查 --学段 小学 --▲", ["run 开学检查 --学段 小学 --本学期", "run 开学检查 --学段 小学 --镇"]),
      ("run 开学检查 --学段 x▲", ["run 开学检查 --学段 小学"]),
      ("run 开学检查 --镇 qs▲", ["run 开学检查 --镇 青石镇", "run 开学检查 --镇 青山镇"]),
      ("run term-opening --b▲", []),
      // Nothing in comments and numbers.
      ("# xx▲", []), ("学校 | 取 ▲", []),
    ] as [(String, [String])])
  func place(marked: String, expected: [String]) {
    #expect(completions(marked) == expected)
  }

  @Test("An empty place offers everything that may stand there, in the reader's language")
  func everything() {
    #expect(completions("学校 | ▲").contains("学校 | 筛选"))
    #expect(completions("school | ▲", language: .en).contains("school | where"))
    #expect(completions("import a.csv ▲").contains("import a.csv --keep-good"))
  }

  @Test("Ten thousand names are matched quickly enough for a key")
  func many() {
    var source = SampleSource()
    source.townships = (0..<10_000).map { "青石镇第\($0)小学" }
    let text = "学校 | 筛选 乡镇街道 == \"qszd99"
    let clock = ContinuousClock()
    var found: [Candidate] = []
    let spent = clock.measure {
      found = Completer(language: .zh, source: source).complete(text, cursor: text.utf8.count)
    }
    #expect(found.first?.replacement == "青石镇第99小学\"")
    // Generous: an unoptimised build on a busy machine. The benchmark holds the release build to 30 ms.
    #expect(spent < .seconds(2))
  }
}
