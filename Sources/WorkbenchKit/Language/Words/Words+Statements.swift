import KitModel

extension Words {
  /// What may begin a statement, and the words inside `for` and `if`.
  public static let statements: [Word] = [
    statement(
      "let", "设", ("设 名称 = 查询或算式", "let NAME = QUERY OR EXPRESSION"), "给查询或值起名字。",
      "Names a query or a value.",
      [(#"设 城区 = 学校 | 筛选 城乡类型 == "城区""#, #"let urban = school | where locale == "城区""#)]),
    statement(
      "param", "参数", ("参数 名称[: 类型] [= 默认值] [\"说明\"]", "param NAME[: TYPE] [= DEFAULT] [\"HELP\"]"),
      "声明脚本的参数。",
      "Declares a parameter of the script.",
      [(#"参数 学期: 周期 = 2024秋 "要查的学期""#, #"param term: period = 2024秋 "the term to look at""#)]),
    statement(
      "for", "遍历", ("遍历 名称 取自 查询 { … }", "for NAME in QUERY { … }"), "对每一行做一遍。",
      "Does something for each row.",
      [
        (
          "遍历 z 取自 学区 { 学校 | 筛选 学区 == $z.代码 | 计数 }",
          "for z in zone { school | where zone == $z.code | count }"
        )
      ]),
    statement(
      "in", "取自", ("遍历 名称 取自 查询 { … }", "for NAME in QUERY { … }"), "遍历的行从哪里来。",
      "Where the rows of for come from.",
      [("遍历 z 取自 (学区 | 取 2) { 打印 z.名称 }", "for z in (zone | take 2) { print z.name }")]),
    statement(
      "if", "如果", ("如果 条件 { … } 否则 { … }", "if CONDITION { … } else { … }"), "条件成立才做。",
      "Does something only when a condition holds.",
      [(#"如果 今天() > 2024-09-30 { 打印 "已截止" }"#, #"if today() > 2024-09-30 { print "closed" }"#)]),
    statement(
      "else", "否则", ("如果 条件 { … } 否则 { … }", "if CONDITION { … } else { … }"), "条件不成立时做；也用在分情况里。",
      "What is done when the condition does not hold; also in case.",
      [("如果 1 < 2 { 打印 1 } 否则 { 打印 2 }", "if 1 < 2 { print 1 } else { print 2 }")]),
    statement(
      "check", "校验", ("校验 条件 [, \"说明\"] [错误|警告|提示]", "check CONDITION [, \"MESSAGE\"] [error|warning|note]"),
      "不成立就报告；是错误则退出码为 3。", "Reports when it does not hold; an error makes exit code 3.",
      [(#"校验 (学校 | 计数) > 100, "学校少了""#, #"check (school | count) > 100, "schools are missing""#)]),
    statement(
      "print", "打印", ("打印 算式, …", "print EXPRESSIONS"), "打印值。", "Prints values.",
      [("打印 \"学校数\", (学校 | 计数)", "print \"schools\", (school | count)")]),
  ]

  /// Words that stand where an operand has just ended and belong to the stage.
  public static let clauses: [Word] = [
    clause(
      "by", "按", "排的依据，或分段的宽度。", "What top orders by, or how wide a band is.",
      ("学校 | 前 3 按 学生数", "school | top 3 by pupils")),
    clause(
      "on", "按", "关联的依据。", "What rows are matched on.",
      ("学校年报 | 关联 (督导记录 | 去重 单位) 按 单位", "school_year | join (visit | distinct unit) on unit")),
    clause(
      "order", "按", "窗口里的行序。", "The order of rows in window.",
      (
        "督导记录 | 窗口 第几次 = 序号() 每 单位 按 日期", "visit | window nth = row_number() per unit order day"
      )),
    clause(
      "per", "每", "在每组内。", "Within each group.", ("学校 | 前 1 按 学生数 每 学区", "school | top 1 by pupils per zone")),
    clause(
      "all", "全部", "连没有行的组也列出。", "Also groups without rows.",
      ("问题 | 分组 全部 类别 { n = 计数() }", "finding | group all category { n = count() }")),
    clause(
      "where", "条件", "汇总只算符合条件的行。", "An aggregate over the rows that meet a condition.",
      (
        "学校 | 分组 学区 { 小学 = 计数(条件 学段 == \"小学\") }",
        "school | group zone { primary = count(where stage == \"小学\") }"
      )),
    clause(
      "update", "更新", "主键已有的行改为更新。", "Rows whose key exists are updated.",
      (#"打开 "学校.csv" | 写入 学校 更新"#, #"open "schools.csv" | into school update"#)),
    clause(
      "replace", "替换", "替换已有的表。", "Replaces the table that exists.",
      ("学校 | 存为 备份表 替换", "school | save as copy replace")),
    clause(
      "as", "记为", "给结果起名字。", "Names the result.", ("学校 | 排名 学生数 记为 名次", "school | rank pupils as place")),
    clause("asc", "升序", "从小到大。", "Lowest first.", ("学校 | 排序 学生数 升序", "school | sort pupils asc")),
    clause("desc", "降序", "从大到小。", "Highest first.", ("学校 | 排序 学生数 降序", "school | sort pupils desc")),
    clause(
      "left", "左", "左边的行都留下；在关联条件里指左边的表。",
      "Keeps all rows of the left side; in a join condition, the left side.",
      ("学校 | 关联 问题 左", "school | join finding left")),
    clause(
      "right", "右", "在关联条件里指右边的表。", "In a join condition, the right side.",
      ("学校年报 | 关联 学校 按 左.单位 == 右.代码", "school_year | join school on left.unit == right.code")),
    clause(
      "full", "全", "两边的行都留下。", "Keeps all rows of both sides.", ("学校 | 关联 问题 全", "school | join finding full")
    ),
    clause(
      "seed", "种子", "抽样的种子。", "What a sample is drawn with.",
      (#"学校 | 抽样 3 种子 "督导""#, #"school | sample 3 seed "2024""#)),
    clause("..", "到", "从几到几。", "From … to ….", ("学校 | 取 11 到 20", "school | take 11 .. 20")),
    clause(
      "error", "错误", "不成立是错误。", "A failure is an error.",
      ("学校 | 校验 学生数 > 0 错误", "school | check pupils > 0 error")),
    clause(
      "warning", "警告", "不成立只警告。", "A failure is a warning.",
      ("学校 | 校验 学生数 > 0 警告", "school | check pupils > 0 warning")),
    clause(
      "note", "提示", "不成立只提示。", "A failure is a note.",
      ("学校 | 校验 学生数 > 0 提示", "school | check pupils > 0 note")),
  ]

  /// Words read over behind the number of take, skip, top and sample: `前 3 名`, `取 5 所`.
  public static let measureWords: [String] = ["名", "个", "所", "家", "位", "条", "行", "园", "校", "件"]

  private static func statement(
    _ english: String, _ chinese: String, _ usage: (zh: String, en: String), _ zh: String, _ en: String,
    _ examples: [(zh: String, en: String)]
  ) -> Word {
    Word(
      .statement, english, chinese, meaning: both(zh, en), usage: both(usage.zh, usage.en),
      examples: examples.map { both($0.zh, $0.en) })
  }

  private static func clause(
    _ english: String, _ chinese: String, _ zh: String, _ en: String, _ example: (zh: String, en: String)
  ) -> Word {
    Word(.clause, english, chinese, meaning: both(zh, en), examples: [both(example.zh, example.en)])
  }
}
