import KitModel

extension Words {
  /// What may stand after `|`.
  public static let stages: [Word] = rowStages + columnStages + groupStages + relationStages + outputStages

  private static func stage(
    _ english: String, _ chinese: String, or alternatives: [String] = [], _ usage: (zh: String, en: String),
    _ zh: String, _ en: String, _ examples: [(zh: String, en: String)]
  ) -> Word {
    Word(
      .stage, english, chinese, or: alternatives, meaning: both(zh, en), usage: both(usage.zh, usage.en),
      examples: examples.map { both($0.zh, $0.en) })
  }

  private static let rowStages: [Word] = [
    stage(
      "where", "筛选", ("筛选 条件", "where CONDITION"), "留下符合条件的行。", "Keeps the rows that meet a condition.",
      [
        (#"学校 | 筛选 学段 == "小学" 且 学生数 > 500"#, #"school | where stage == "小学" and pupils > 500"#),
        ("学校 | 筛选 专任教师数 为空", "school | where teachers is null"),
      ]),
    stage(
      "sort", "排序", ("排序 列 [升序|降序], …", "sort COLUMN [asc|desc], …"), "按列排序，默认升序，前加 - 为降序。",
      "Sorts by columns, ascending unless desc or a leading -.",
      [("学校 | 排序 学区, -学生数", "school | sort zone, -pupils")]),
    stage(
      "take", "取", ("取 n 或 取 a..b", "take N or take A..B"), "只要前 n 行，或第 a 到第 b 行。",
      "Keeps the first N rows, or rows A to B.",
      [("学校 | 排序 -学生数 | 取 5", "school | sort -pupils | take 5"), ("学校 | 取 11到20", "school | take 11..20")]),
    stage(
      "skip", "跳过", ("跳过 n", "skip N"), "跳过前 n 行。", "Leaves out the first N rows.",
      [("学校 | 跳过 10", "school | skip 10")]),
    stage(
      "top", "前", ("前 n 按 算式 [每 列] [升序]", "top N by EXPRESSION [per COLUMNS] [asc]"),
      "取最高的 n 行（升序则最低），可在每组内取。", "Keeps the N highest rows (lowest with asc), in each group with per.",
      [
        ("学校 | 前 3 名 按 学生数", "school | top 3 by pupils"),
        ("学校 | 前 1 按 学生数 每 学区", "school | top 1 by pupils per zone"),
      ]),
    stage(
      "distinct", "去重", ("去重 [列, …]", "distinct [COLUMNS]"), "去掉重复的行；写了列则每种取值留第一行。",
      "Drops repeated rows; with columns keeps the first row for each of their values.",
      [("学校 | 选列 学区, 学段 | 去重", "school | select zone, stage | distinct")]),
    stage(
      "sample", "抽样", ("抽样 n [每 列] [种子 \"…\"]", "sample N [per COLUMNS] [seed \"…\"]"),
      "随机抽 n 行；同一种子、同样的数据抽出的行相同。", "Draws N rows; the same seed and data draw the same rows.",
      [(#"学校 | 抽样 2 每 学区 种子 "2024秋""#, #"school | sample 2 per zone seed "2024秋""#)]),
    stage(
      "check", "校验", ("校验 条件 [, \"说明\"] [错误|警告|提示]", "check CONDITION [, \"MESSAGE\"] [error|warning|note]"),
      "所有行照常往下传，不符合条件的报出来。", "Passes all rows on and reports those that fail the condition.",
      [
        (
          #"学校年报 | 校验 专任教师数 >= 班级数, "教师比班级少" 警告"#,
          #"school_year | check teachers >= classes, "fewer teachers than classes" warning"#
        )
      ]),
  ]

  private static let columnStages: [Word] = [
    stage(
      "select", "选列", ("选列 列, 名称 = 算式, …", "select COLUMN, NAME = EXPRESSION, …"), "只留列出的列，也可当场算新列。",
      "Keeps the listed columns, and may compute new ones.",
      [("学校 | 选列 名称, 学区.名称, 生师比 = 学生数 / 专任教师数", "school | select name, zone.name, ratio = pupils / teachers")]
    ),
    stage(
      "derive", "增列", ("增列 名称 = 算式, …", "derive NAME = EXPRESSION, …"), "增加算出来的列；同名则替换。",
      "Adds computed columns; one of the same name is replaced.",
      [
        ("学校 | 增列 生师比 = 学生数 / 专任教师数", "school | derive ratio = pupils / teachers"),
        ("学校 | 增列 次数 = 计数(督导记录 条件 学期 == 2024秋)", "school | derive visits = count(visit where term == 2024秋)"),
      ]),
    stage(
      "fill", "补缺", ("补缺 列 = 值, …", "fill COLUMN = VALUE, …"), "把空单元格补成给定的值，有值的不动。",
      "Puts a value where a column is empty and leaves the rest.",
      [("学校年报 | 补缺 寄宿生数 = 0", "school_year | fill boarders = 0")]),
    stage(
      "drop", "去列", ("去列 列, …", "drop COLUMNS"), "去掉列。", "Leaves columns out.",
      [("学校 | 去列 备注, 地址", "school | drop note, address")]),
    stage(
      "rename", "改名", ("改名 新名 = 旧名, …", "rename NEW = OLD, …"), "给列改名，位置不变。",
      "Renames columns in their place.",
      [("学校 | 改名 在校生 = 学生数", "school | rename enrolment = pupils")]),
    stage(
      "reorder", "调序", ("调序 列, …", "reorder COLUMNS"), "把列出的列排到最前。", "Puts the listed columns first.",
      [("学校 | 调序 学区, 名称", "school | reorder zone, name")]),
    stage(
      "bin", "分段", ("分段 算式 按 宽度 [记为 名称]", "bin EXPRESSION by WIDTH [as NAME]"), "把数或日期分段，新列是各段的下限。",
      "Adds the lower limit of the band that a number or date falls in.",
      [
        (
          "学校 | 分段 学生数 按 200 记为 规模 | 分组 规模 { 校数 = 计数() }",
          "school | bin pupils by 200 as size | group size { schools = count() }"
        )
      ]),
    stage(
      "unpivot", "逆透视", ("逆透视 列, … [记为 项目, 值]", "unpivot COLUMNS [as NAME, NAME]"), "把几列变成“项目、值”两列的多行。",
      "Turns columns into rows of name and value.",
      [
        (
          "学校年报 | 选列 单位, 女生数, 寄宿生数 | 逆透视 女生数, 寄宿生数 记为 项目, 人数",
          "school_year | select unit, girls, boarders | unpivot girls, boarders as item, pupils"
        )
      ]),
  ]

  private static let groupStages: [Word] = [
    stage(
      "count", "计数", ("计数", "count"), "数行数。", "Counts the rows.", [("学校 | 计数", "school | count")]),
    stage(
      "group", "分组", ("分组 [全部] [列, …] { 名称 = 汇总, … }", "group [all] [COLUMNS] { NAME = AGGREGATE, … }"),
      "按列分组汇总；“全部”连没有行的组也列出。", "Sums up by groups; all also lists groups without rows.",
      [
        (
          "学校 | 分组 学区 { 校数 = 计数(), 学生 = 求和(学生数) }",
          "school | group zone { schools = count(), pupils = sum(pupils) }"
        ),
        ("问题 | 分组 全部 单位.学区 { 问题数 = 计数() }", "finding | group all unit.zone { findings = count() }"),
      ]),
    stage(
      "window", "窗口", ("窗口 名称 = 算式, … [每 列] [按 列]", "window NAME = EXPRESSION, … [per COLUMNS] [order KEYS]"),
      "行数不变，增加组内的汇总、名次、累计。", "Adds figures over the group of each row: totals, ranks, running sums.",
      [("学校 | 窗口 占比数 = 占比(学生数) 每 学区", "school | window part = share(pupils) per zone")]),
    stage(
      "rank", "排名", ("排名 算式 [每 列] [升序] [记为 名称]", "rank EXPRESSION [per COLUMNS] [asc] [as NAME]"),
      "增加名次列，最高为 1，并列同名次。", "Adds a rank, the highest first; equals share it.",
      [("学校 | 排名 学生数 每 学区 记为 名次", "school | rank pupils per zone as place")]),
    stage(
      "pivot", "透视",
      ("透视 列 { 名称 = 汇总 } [每 列] [属于 (值, …)]", "pivot COLUMN { NAME = AGGREGATE } [per COLUMNS] [in (VALUES)]"),
      "把一列的每个取值变成一列。", "Makes a column of each value of a column.",
      [("学校 | 透视 学段 { 校数 = 计数() } 每 学区", "school | pivot stage { schools = count() } per zone")]),
    stage(
      "prior", "上期", ("上期 周期列 { 名称 = 列 }", "prior PERIOD { NAME = COLUMN }"), "增加同一单位上一期的值。",
      "Adds the values of the same key one period earlier.",
      [("学校年报 | 上期 学年 { 上年 = 学生数 }", "school_year | prior year { before = pupils }")]),
    stage(
      "total", "合计", ("合计 [列, …] [每 列]", "total [COLUMNS] [per COLUMNS]"), "增加小计行和合计行。",
      "Adds subtotal rows and a total row.",
      [
        (
          "学校 | 分组 学区 { 校数 = 计数() } | 合计", "school | group zone { schools = count() } | total"
        )
      ]),
  ]

  private static let relationStages: [Word] = [
    stage(
      "join", "关联",
      ("关联 表 [按 列|条件] [记为 名称] [左|全]", "join RELATION [on COLUMNS|CONDITION] [as NAME] [left|full]"),
      "把另一张表中对得上的行接在右边。", "Puts the matching rows of another relation to the right.",
      [("学校年报 | 关联 学校 按 left.单位 == right.代码", "school_year | join school on left.unit == right.code")]),
    stage(
      "lookup", "查找", ("查找 表 [按 列|条件] [记为 名称]", "lookup RELATION [on COLUMNS|CONDITION] [as NAME]"),
      "从另一张表查出一行接在右边，查不到为空，查到两行报错。", "Finds one row of another relation; none is empty, two are an error.",
      [("督导记录 | 查找 督导任务", "visit | lookup inspection")]),
    stage(
      "semi", "存在", or: ["有"], ("存在 表 [按 列|条件]", "semi RELATION [on COLUMNS|CONDITION]"), "留下在另一张表里有对应行的行。",
      "Keeps the rows that have a match in another relation.",
      [(#"学校 | 存在 (问题 | 筛选 状态 != "已销号")"#, #"school | semi (finding | where status != "已销号")"#)]),
    stage(
      "anti", "不存在", or: ["无"], ("不存在 表 [按 列|条件]", "anti RELATION [on COLUMNS|CONDITION]"),
      "留下在另一张表里没有对应行的行。",
      "Keeps the rows without a match in another relation.",
      [("学校 | 不存在 (督导记录 | 筛选 学期 == 2024秋)", "school | anti (visit | where term == 2024秋)")]),
    stage(
      "union", "合并", ("合并 表", "union RELATION"), "接上另一张表的行，按列名对齐。",
      "Adds the rows of another relation, columns matched by name.",
      [
        (
          "学校 | 选列 代码, 名称 | 合并 (幼儿园 | 选列 代码, 名称)",
          "school | select code, name | union (kindergarten | select code, name)"
        )
      ]),
    stage(
      "except", "剔除", ("剔除 表", "except RELATION"), "去掉另一张表里也有的行。",
      "Removes the rows that another relation has too.",
      [("学校 | 选列 代码 | 剔除 (督导记录 | 选列 代码 = 单位)", "school | select code | except (visit | select code = unit)")]),
    stage(
      "intersect", "交集", ("交集 表", "intersect RELATION"), "只留另一张表里也有的行。",
      "Keeps the rows that another relation has too.",
      [
        (
          "学校 | 选列 代码 | 交集 (督导记录 | 选列 代码 = 单位)",
          "school | select code | intersect (visit | select code = unit)"
        )
      ]),
    stage(
      "into", "写入", ("写入 表 [更新]", "into RELATION [update]"), "把行写进一张表；主键已有的拒绝，除非写“更新”。",
      "Inserts the rows; a key that exists is refused unless update.",
      [(#"打开 "新增学校.csv" | 写入 学校"#, #"open "新增学校.csv" | into school"#)]),
    stage(
      "set", "更新", ("更新 列 = 算式, …", "set COLUMN = EXPRESSION, …"), "修改这些行的字段。",
      "Changes fields of these rows.",
      [
        (
          #"学校 | 筛选 代码 == "0012" | 更新 简称 = "青石小学""#,
          #"school | where code == "0012" | set short_name = "青石小学""#
        )
      ]),
    stage(
      "delete", "删除", ("删除", "delete"), "删除这些行，可撤销。", "Deletes these rows; it can be undone.",
      [("督导记录 | 筛选 日期 < 2020-01-01 | 删除", "visit | where day < 2020-01-01 | delete")]),
    stage(
      "save as", "存为", ("存为 名称 [替换]", "save as NAME [replace]"), "存成工作区里的一张表。",
      "Makes a table of the workspace.",
      [("学校 | 筛选 学生数 > 2000 | 存为 大校", "school | where pupils > 2000 | save as large_schools")]),
  ]

  private static let outputStages: [Word] = [
    stage(
      "describe", "概况", ("概况", "describe"), "每列一行：类型、非空、缺失、最小、最大等。",
      "One row for each column: type, filled, missing, least, greatest.",
      [("学校 | 概况", "school | describe")]),
    stage(
      "plan", "查询计划", ("查询计划", "plan"), "显示这条查询的 SQL 和执行计划。",
      "Shows the SQL of the query and the engine's plan.",
      [("学校 | 筛选 学生数 > 500 | 查询计划", "school | where pupils > 500 | plan")]),
    stage(
      "show", "显示", ("显示", "show"), "显示为表格，行继续往下传。", "Shows the rows as a table and passes them on.",
      [("学校 | 取 5 | 显示", "school | take 5 | show")]),
    stage(
      "list", "列表", ("列表", "list"), "每条记录显示为一块，一列一行。", "Shows each record as a block, one column to a line.",
      [("学校 | 取 1 | 列表", "school | take 1 | list")]),
    stage(
      "chart", "图", (#"图 种类 "文件""#, #"chart KIND "FILE""#),
      "把数字列画成图：柱状、折线、散点、直方；不写文件就显示在屏幕上。",
      "Draws columns of numbers: bar, line, dot, histogram; on the screen without a file.",
      [
        (
          "学校 | 分组 学区 { 校数 = 计数() } | 图 柱状", "school | group zone { schools = count() } | chart bar"
        ),
        (#"学校 | 选列 学生数 | 图 直方 "学生数.png""#, #"school | select pupils | chart histogram "pupils.png""#),
      ]),
    stage(
      "export", "导出", ("导出 \"文件\"", "export \"FILE\""), "写成文件：xlsx、csv、json、md、html、docx、pdf。",
      "Writes a file: xlsx, csv, json, md, html, docx, pdf.",
      [
        (#"学校 | 导出 "学校名单.xlsx""#, #"school | export "schools.xlsx""#),
        (
          #"学校 | 导出 "学校名单.xlsx" 标题 "全区学校名单" 序号 打印"#,
          #"school | export "schools.xlsx" title "Schools of the district" numbers print"#
        ),
      ]),
    stage(
      "to", "转", ("转 格式", "to FORMAT"), "转成某种格式的文本：csv、json、md、html。",
      "Gives the text in a format: csv, json, md, html.",
      [("学校 | 转 csv", "school | to csv")]),
  ]
}
