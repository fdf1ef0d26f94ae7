import KitModel
import Testing

@testable import KitLanguage

/// The examples of the reference of the language, section by section: what is typed, and what it means, written
/// canonically.
@Suite struct ReferenceTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let text: String
    let canonical: String
    init(_ text: String, _ canonical: String) {
      self.text = text
      self.canonical = canonical
    }
    var testDescription: String { text }
  }

  /// Section 1: characters, tokens, lines.
  static let characters: [Example] = [
    Example("学校｜筛选　得分＞＝６０", "学校 | where 得分 >= 60"),
    Example("学校 │ 取 1", "学校 | take 1"),
    Example("学校 丨 取 1", "学校 | take 1"),
    Example("学校∣取１", "学校 | take 1"),
    Example("abs（1、2）", "abs(1, 2)"),
    Example("【a、b；1、2】", "[a, b; 1, 2]"),
    Example("学校｜分组　学区　｛ｎ＝计数（）；ｍ＝求和（x）｝", "学校 | group 学区 { n = count(), m = sum(x) }"),
    Example("x 《 3", "x < 3"), Example("x 》= 3", "x >= 3"), Example("x 《》 3", "x != 3"),
    Example("x〈3", "x < 3"), Example("x≥3", "x >= 3"), Example("x≧3", "x >= 3"), Example("x≤3", "x <= 3"),
    Example("x≦3", "x <= 3"), Example("x≠3", "x != 3"), Example("x<>3", "x != 3"),
    Example("3×4÷2", "3 * 4 / 2"), Example("a − b", "a - b"), Example("3–2‐1‑1", "3 - 2 - 1 - 1"),
    Example("￥term", "$term"), Example("¥term", "$term"), Example("＄term", "$term"),
    Example("case { x＞1∶2 }", "case { x > 1: 2 }"),
    Example("学校 | 筛选 在校——人数 > 3", "学校 | where 在校_人数 > 3"),
    Example("open “a.csv” ——yes —dry-run", #"open "a.csv" --yes --dry-run"#),
    Example("·在校生数（人）· > 3", "`在校生数（人）` > 3"), Example("｀a b｀", "`a b`"),
    Example("尼格买提·热合曼 == 3", "尼格买提·热合曼 == 3"),
    Example("学\u{200B}校\u{FEFF} | 取 1", "学校 | take 1"),
    Example("学校 | 取 7。", "学校 | take 7"), Example("学校 | 取 7｡", "学校 | take 7"),
    Example("print 1。\nprint 2。 # 完", "print 1\nprint 2"),
    Example("学校。名称 == 1", "学校.名称 == 1"), Example("CODE == ｃｏｄｅ", "CODE == code"),
  ]

  /// Section 1: words that begin with a digit.
  static let numbers: [Example] = [
    Example(
      "print 2024年, 2024春, 2024秋, 2024年9月, 2024-2025学年", "print 2024年, 2024春, 2024秋, 2024年9月, 2024-2025学年"),
    Example(
      "print 2024年9月1日, 2024年9月1号, 2024-09-01, 2024-9-1",
      "print 2024-09-01, 2024-09-01, 2024-09-01, 2024-09-01"),
    Example("x == ２０２４年９月１日", "x == 2024-09-01"),
    Example("x > 2024-09-01且y", "x > 2024-09-01 and y"),
    Example("print 3万, 3.5万, 3 万, 3亿, 0.5亿", "print 30000, 35000, 30000, 300000000, 50000000"),
    Example("print 0.00005万", "print 0.5"),
    Example("print 30天, 3个月, 2年, 2周, 1日", "print 30 days, 3 months, 24 months, 14 days, 1 day"),
    Example("print 30 days, 1 week, 3 个月, 2 YEARS", "print 30 days, 7 days, 3 months, 24 months"),
    Example("print 11, 11.5, 0012", "print 11, 11.5, 0012"),
    Example("school | take 11..13", "school | take 11..13"),
    Example("print 1e6", "print 1e6"),
    Example("print 60且学段", "print 60 and 学段"), Example("x > 30天且y", "x > 30 days and y"),
    Example("x > 3 天且y", "x > 3 days and y"), Example("x == 2024秋或y", "x == 2024秋 or y"),
    Example("print 2024年度, 3年级人数, 3万元", "print 2024年度, 3年级人数, 3万元"),
    Example("学校 | 增列 天数 = 30, day = 5", "学校 | derive 天数 = 30, day = 5"),
    Example("学校 | 分组 x { n = 30, day = 5 }", "学校 | group x { n = 30, day = 5 }"),
    Example("[a; 3; 4]", "[a; 3; 4]"),
    Example("print 2024 / 9 / 1, 2024 - 7", "print 2024 / 9 / 1, 2024 - 7"),
    Example("print 80%, 80%-5%, 82.5%", "print 80%, 80% - 5%, 82.5%"),
    Example("得分率<80%且x", "得分率 < 80% and x"), Example("x > 80% or y", "x > 80% or y"),
    Example("print 10%3, 10 % 3, n%2, 10%n, 10%(3)", "print 10 % 3, 10 % 3, n % 2, 10 % n, 10 % 3"),
    Example("学校 | 排序 (80%)降序", "学校 | sort -80%"),
  ]

  /// Section 1: strings, names in backquotes, comments, lines.
  static let strings: [Example] = [
    Example(#"print "a""b", 'it''s', "他说“好”""#, #"print "a""b", "it's", "他说“好”""#),
    Example("print “关于“双减”工作”, ‘a’, 「甲「乙」丙」, ”小学“, ’a‘", #"print "关于“双减”工作", "a", "甲「乙」丙", "小学", "a""#),
    Example(#"x ~ "^\d+$""#, #"x matches "^\d+$""#),
    Example(#"open "C:\表\a.csv""#, #"open "C:\表\a.csv""#),
    Example("school # 注释 | count", "school"), Example("school | count # 完", "school | count"),
    Example("import 3#楼.csv # 说明", "import 3#楼.csv"),
    Example("school\n| count", "school | count"), Example("school\n\n# 注\n  | count", "school | count"),
    Example("school |\ncount", "school | count"), Example("school | select a,\n b", "school | select a, b"),
    Example("let x =\n 3", "let x = 3"), Example("x in (1,\n 2\n)", "x in (1, 2)"),
    Example("print 1; print 2\nprint 3", "print 1\nprint 2\nprint 3"),
    Example(
      "school | group zone {\n n = count()\n m = sum(x)\n}", "school | group zone { n = count(), m = sum(x) }"
    ),
    Example(
      "school | group zone {\n 每生 = count()\n 按 = 1\n 加 = 2\n}",
      "school | group zone { 每生 = count(), 按 = 1, 加 = 2 }"),
    Example(
      "school | group zone { n = count(x\n where a\n and b) }",
      "school | group zone { n = count(x where a and b) }"),
    Example("a\n- b", "a\n-b"), Example("a -\n b", "a - b"), Example("(a\n- b)", "a - b"),
    Example("if x { print 1 }\nprint 2", "if x {\n  print 1\n}\nprint 2"),
  ]

  /// Section 2: which words are words of the language.
  static let words: [Example] = [
    Example("取暖费 > 3", "取暖费 > 3"), Example("学校 | 筛选 有无操场", "学校 | where 有无操场"),
    Example("学校 | 选列 是否寄宿, 设备", "学校 | select 是否寄宿, 设备"), Example("设备", "设备"),
    Example("参数 | 计数", "参数 | count"), Example("help and", "help and"), Example("帮助 筛选 取", "help 筛选 取"),
    Example("check.x == 1", "check.x == 1"), Example("学校 | 前 3 名 按 得分", "学校 | top 3 by 得分"),
    Example("学校|取5所", "学校 | take 5"),
    Example("学校 | select count, rank, 组, 取", "学校 | select count, rank, 组, 取"),
    Example("学校 | top 3 by by", "学校 | top 3 by by"), Example("学校|取7", "学校 | take 7"),
    Example("学校|筛选得分<60", "学校 | where 得分 < 60"), Example("学校|有整改", "学校 | semi 整改"),
    Example("学校|前3按得分 每学区", "学校 | top 3 by 得分 per 学区"),
    Example("学校|排名 得分 记为名次", "学校 | rank 得分 as 名次"),
    Example(#"学校|筛选 60 且学段=="小学""#, #"学校 | where 60 and 学段 == "小学""#),
    Example("学校|筛选 x 大于60", "学校 | where x > 60"), Example("学校|取11到13", "学校 | take 11..13"),
    Example("x 介于60到80", "x between 60 and 80"), Example("x 介于 60%到80%", "x between 60% and 80%"),
    Example("x 介于2024年9月1日到2024年12月31日", "x between 2024-09-01 and 2024-12-31"),
    Example("x 介于2024-2025学年到2025-2026学年", "x between 2024-2025学年 and 2025-2026学年"),
    Example("x 不介于(1)到2", "x not between 1 and 2"),
    Example("学校 | 排序 加分, 减分, 全称, 左边", "学校 | sort 加分, 减分, 全称, 左边"),
    Example("学校 | 筛选 a 加 b 减 c 乘 d 除以 e 整除 f 取余 g > 0", "学校 | where a + b - c * d / e // f % g > 0"),
    Example("SCHOOL | WHERE x AND NOT y | TAKE 3", "SCHOOL | where x and not y | take 3"),
    Example("x 为空且y 不为空", "x is null and y is not null"),
    Example("x.and == x.2023春 and x.是", "x.and == x.2023春 and x.是"),
  ]

  /// Section 3: the grammar, every production.
  static let grammar: [Example] = [
    Example("let x = school | count", "let x = school | count"), Example("设 x = 3 + 4", "let x = 3 + 4"),
    Example(#"param 学期: choice("春", "秋") = "秋" "说明""#, #"param 学期: choice("春", "秋") = "秋" "说明""#),
    Example("param s: ref(school)", "param s: ref(school)"), Example("param x", "param x"),
    Example(#"param x "help""#, #"param x "help""#), Example("for z in zone { }", "for z in zone {\n}"),
    Example("遍历 z 取自 (学区 | 取 2) { 打印 z.名称; 打印 2 }", "for z in (学区 | take 2) {\n  print z.名称\n  print 2\n}"),
    Example("for f in open a.csv { print f.x }", "for f in open a.csv {\n  print f.x\n}"),
    Example("if a { 1 } else if b { 2 } else { 3 }", "if a {\n  1\n} else if b {\n  2\n} else {\n  3\n}"),
    Example(#"check (school | count) > 100, "少了" warning"#, #"check (school | count) > 100, "少了" warning"#),
    Example("check x note", "check x note"), Example("check x error", "check x"),
    Example("print 1, (school | count)", "print 1, (school | count)"),
    Example("$x | count", "$x | count"), Example("[a, b; 1, 2;] | count", "[a, b; 1, 2] | count"),
    Example("district.school | count", "district.school | count"),
    Example("(school | take 1) | count", "(school | take 1) | count"),
    Example(
      #"run "other" a=1 b=$x c=(b + 1) --fix --d="x y" `k`"#,
      #"run "other" a=1 b=$x c=(b + 1) --fix --d="x y" `k`"#),
    Example("school | where a", "school | where a"),
    Example("school | select a, b = c + 1, d.e", "school | select a, b = c + 1, d.e"),
    Example("school | derive a = 1, b = 2", "school | derive a = 1, b = 2"),
    Example("school | drop a, b | reorder c, d", "school | drop a, b | reorder c, d"),
    Example("school | rename a = b, c = d", "school | rename a = b, c = d"),
    Example("school | sort a, -b, c desc, d asc, (e + f)", "school | sort a, -b, -c, d, (e + f)"),
    Example(
      "school | take n | take $n | take (n + 1) | take a..b",
      "school | take n | take $n | take (n + 1) | take a..b"),
    Example("school | skip 5 个", "school | skip 5"),
    Example("school | top 3 per zone asc by pupils", "school | top 3 by pupils per zone asc"),
    Example("school | distinct | distinct a, b", "school | distinct | distinct a, b"),
    Example("school | group { n = count() }", "school | group { n = count() }"),
    Example(
      "school | group all zone, y = a + 1 { n = count(), }",
      "school | group all zone, y = a + 1 { n = count() }"),
    Example("school | group all { n = count() }", "school | group all { n = count() }"),
    Example("school | group all, x { n = 1; }", "school | group all, x { n = 1 }"),
    Example("school | group case { n = count() }", "school | group case { n = count() }"),
    Example(
      "school | join visit as v on v.unit == left.code left",
      "school | join visit as v on v.unit == left.code left"),
    Example("school | join (visit | where x) on a, b full", "school | join (visit | where x) on a, b full"),
    Example(
      "school | lookup zone on code | semi visit | anti visit",
      "school | lookup zone on code | semi visit | anti visit"),
    Example("school | prior year { a = b; c = d }", "school | prior year { a = b, c = d }"),
    Example(
      "school | total | total a, b per c | total per c", "school | total | total a, b per c | total per c"),
    Example(
      "a | union b | except (c | take 1) | intersect [x; 1]",
      "a | union b | except (c | take 1) | intersect [x; 1]"),
    Example(
      "a | window x = sum(b), y = rank() order -c, d per e",
      "a | window x = sum(b), y = rank() per e order -c, d"),
    Example("a | rank b asc per c as d", "a | rank b per c asc as d"),
    Example(
      #"a | pivot k { v = sum(x) } in ("a", "b",) per c"#, #"a | pivot k { v = sum(x) } per c in ("a", "b")"#),
    Example("a | pivot y = b + 1 { v = sum(x) }", "a | pivot y = b + 1 { v = sum(x) }"),
    Example("a | unpivot b, c as d, e | unpivot f", "a | unpivot b, c as d, e | unpivot f"),
    Example("a | bin b by 10 as c | bin d by 7 days", "a | bin b by 10 as c | bin d by 7 days"),
    Example("a | fill b = 0", "a | fill b = 0"),
    Example(#"a | sample 3 seed "x" per b"#, #"a | sample 3 per b seed "x""#),
    Example("a | sample 3 seed $s", "a | sample 3 seed $s"),
    Example("a | set b = c + 1 | delete", "a | set b = c + 1 | delete"),
    Example("a | into b.c update", "a | into b.c update"),
    Example("a | save as b replace", "a | save as b replace"),
    Example("a | 存为 b 替换", "a | save as b replace"),
    Example(
      #"a | describe | plan | show | list | chart bar x=y | export "f.xlsx" title="t" | to csv"#,
      #"a | describe | plan | show | list | chart bar x=y | export "f.xlsx" title="t" | to csv"#),
    Example("a or b and not c == d + e * -f", "a or b and not c == d + e * -f"),
    Example("(a or b) and (not (c == d))", "(a or b) and not c == d"),
    Example("a - (b - c) - d", "a - (b - c) - d"), Example("a * (b + c)", "a * (b + c)"),
    Example("-(-a)", "- -a"),
    Example(
      "x not in (1, 2) or x in y or x in $z or x in [a; 1] or x in (school | select a)",
      "x not in (1, 2) or x in y or x in $z or x in [a; 1] or x in (school | select a)"),
    Example(
      #"a contains "x" and b not contains "y" and c not starts with "z" and d ends with "w""#,
      #"a contains "x" and b not contains "y" and c not starts with "z" and d ends with "w""#),
    Example(
      #"a matches "x" and b ~ "y" and c not matches "z""#,
      #"a matches "x" and b matches "y" and c not matches "z""#),
    Example(
      #"名称 非 包含 "a" 且 名称 不包含 "b" 且 名称 开头是 "c""#,
      #"名称 not contains "a" and 名称 not contains "b" and 名称 starts with "c""#),
    Example("x > 1 且 y = null", "x > 1 and y == null"), Example("x is 空", "x is null"),
    Example("count(visit where term == 2024秋)", "count(visit where term == 2024秋)"),
    Example(
      "count(where a > 1) + count(where) + count(where, 1)",
      "count(where a > 1) + count(where) + count(where, 1)"),
    Example("f(1, 2,)", "f(1, 2)"), Example("f (1)", "f(1)"),
    Example(#"case { a > 1: "x"; b: "y"; else: "z" }"#, #"case { a > 1: "x", b: "y", else: "z" }"#),
    Example("case {\n a: 1\n b: 2\n 否则: 3\n}", "case { a: 1, b: 2, else: 3 }"),
    Example("print if(a, 1, 2), 如果(a, 1, 2)", "print if(a, 1, 2), if(a, 1, 2)"),
  ]

  /// Section 4: what a text is.
  static let decisions: [Example] = [
    Example("import ./a.csv", "import ./a.csv"), Example("undo -1", "undo -1"),
    Example("find *x*", "find *x*"),
    Example("find 《简报》", "find 《简报》"), Example("find ~x", "find ~x"),
    Example("open /tmp/a.csv", "open /tmp/a.csv"),
    Example("x - 1", "x - 1"), Example("x 《= 3", "x <= 3"),
    Example("low(60) | sort name", "low(60) | sort name"), Example("(school) | count", "school | count"),
    Example("let x = limit -10", "let x = limit - 10"),
    Example(#"let x = open "a.csv" | count"#, #"let x = open "a.csv" | count"#),
    Example("run term-opening --term 2024秋", "run term-opening --term 2024秋"),
    Example(
      "run x 2024-07 docx,pdf A1.2=85 data/学校.xlsx 《简报》", "run x 2024-07 docx,pdf A1.2=85 data/学校.xlsx 《简报》"),
    Example("run x a = b", "run x a=b"), Example("run x a=b=c", "run x a=b=c"),
    Example("run x 学区、乡镇", "run x 学区、乡镇"),
    Example("card 青石镇中心小学。", "card 青石镇中心小学"),
    Example("(open a.csv\n --sheet=x) | count", "(open a.csv --sheet=x) | count"),
    Example("x in (open a.csv | select b)", "x in (open a.csv | select b)"),
    Example("搜 全部", "find 全部"), Example("card 左家小学", "card 左家小学"),
    Example("报表 状态 开学自查 2024秋 | 计数", "form 状态 开学自查 2024秋 | count"),
    Example("解释 履职 2024 青石镇 失分", "explain 履职 2024 青石镇 失分"),
  ]

  static let all = characters + numbers + strings + words + grammar + decisions

  @Test(arguments: all) func exampleIsReadAsItSays(example: Example) {
    let result = Parser.parse(example.text)
    #expect(result.isSound, "\(result.diagnostics.map(\.message.id))")
    #expect(CanonicalFormatter(language: .en).text(result.script) == example.canonical)
    expectSameTree(example.text)
  }

  /// Fourteen lines of the design and the questions that staff ask, as they stand there.
  static let questions = [
    "青石镇中心小学",
    #"报表 状态 开学自查 2024秋 | 筛选 状态 == "未交" | 选列 单位.学区, 单位, 联系人, 电话"#,
    "学校年报 | 筛选 学年 == 2024-2025学年 | 分组 单位.学区, 单位.城乡类型 { 校数 = 去重计数(单位), 学生 = 求和(学生数), 教师 = 求和(教师数) } | 合计",
    "学校年报 | 筛选 学年 == 2024-2025学年 | 上期 学年 { 上年 = 学生数 } | 筛选 绝对值(学生数 - 上年) > 上年 * 20% 或 教师数 < 班级数",
    #"履职.结果 | 筛选 年度 == 2024年 | 上期 年度 { 上年名次 = 名次 } | 增列 升降 = 上年名次 - 名次 | 选列 单位, 得分, 名次, 上年名次, 升降 | 导出 "排名.xlsx""#,
    "解释 履职 2024 青石镇 失分",
    #"问题 | 筛选 状态 != "已销号" 且 期限 < 今天() | 增列 超期 = 工作日数(期限, 今天()) | 选列 单位, 内容, 责任人, 期限, 超期 | 排序 -超期"#,
    "学校 | 筛选 专任教师数 为空",
    #"学校 | 筛选 城乡类型 == "城区" 且 办学性质 == "公办" 且 学段 == "小学" | 前 1 按 学生数 每 学区 | 排序 -学生数 | 取 5"#,
    #"问题 | 筛选 任务.标题 == "2024秋开学专项" | 分组 全部 单位.学区, 类别 { n = 计数() } | 透视 类别 { n = 求和(n) } | 合计"#,
    "学校 | 增列 次数 = 计数(督导记录 条件 学期 == 2024秋) | 增列 够 = 次数 >= 2 | 选列 责任督学, 名称, 次数, 够",
    #"办园.结果 | 筛选 年度 == 2023年 且 得分 < 70 | 增列 未销号 = 计数(问题 条件 状态 != "已销号") | 选列 单位, 得分, 未销号"#,
    #"学校 | 增列 次数 = 计数(督导记录 条件 学期 == 2024秋) | 筛选 次数 < 2 | 导出 "走访不足.xlsx""#,
    "bulletin compile 2024-07 --to docx,pdf,html",
  ]

  @Test(arguments: questions) func questionIsReadAndWrittenInBothLanguages(question: String) {
    expectSameTree(question)
    let typed = question.replacing("|", with: "｜").replacing(" ", with: "　").replacing("(", with: "（")
    #expect(TreeDump.of(Parser.parse(typed).script) == TreeDump.of(Parser.parse(question).script))
  }
}
