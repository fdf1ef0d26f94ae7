import KitModel

/// The way round for someone new, over the sample workspace: a dozen lines to type, each with what it shows. The
/// catalogue of the tour.
enum Tour {
  static let steps: [TourStep] = [
    TourStep(
      title: Label("有哪些数据", "What data there is"),
      text: Label(
        "“目录”列出工作区里的全部数据：多少行，什么时候更新的，来自哪个文件。",
        "catalog lists all data: how many rows, when it last changed, from which file."),
      line: Label("目录", "catalog")),
    TourStep(
      title: Label("看一组数据", "Looking at data"),
      text: Label(
        "写出名称就能看到。| 后面写处理步骤，这里只取前 5 行。",
        "Its name shows it. Behind | stands what to do with it; here the first five rows are taken."),
      line: Label("学校 | 取 5", "school | take 5")),
    TourStep(
      title: Label("筛选和选列", "Filtering and choosing columns"),
      text: Label("中文标点、全角半角都可以，不必切换输入法。", "Chinese punctuation and full-width characters are read too."),
      line: Label(
        "学校｜筛选 学段＝“小学” 且 学生数 > 1000｜选列 名称，学区，学生数",
        "school | where stage == \"小学\" and pupils > 1000 | select name, zone, pupils")),
    TourStep(
      title: Label("接着上一个结果", "Going on from the last result"),
      text: Label("以 | 开头的一行接着上一个结果往下做。", "A line that begins with | goes on from the last result."),
      line: Label("| 排序 -学生数 | 取 3", "| sort -pupils | take 3")),
    TourStep(
      title: Label("分组汇总", "Grouping"),
      text: Label("分组的大括号里写要算什么；“合计”加一行总数。", "The braces say what to compute; total adds a line."),
      line: Label(
        "学校 | 分组 学区 { 校数 = 计数(), 学生 = 求和(学生数) } | 合计",
        "school | group zone { n = count(), pupils = sum(pupils) } | total")),
    TourStep(
      title: Label("顺着引用往上走", "Following references"),
      text: Label(
        "点号顺着引用走：学校的乡镇街道是一个单位，它有自己的名称。",
        "A dot follows a reference: a school's township is a unit and has a name of its own."),
      line: Label(
        "学校 | 筛选 乡镇街道.名称 == \"青石镇\" | 选列 名称, 学段, 学生数",
        "school | where township.name == \"青石镇\" | select name, stage, pupils")),
    TourStep(
      title: Label("数一数别处的记录", "Counting what refers to a row"),
      text: Label("“计数(督导记录)”数的是与这所学校有关的督导记录。", "count(visit) counts the visits of each school."),
      line: Label(
        "学校 | 增列 次数 = 计数(督导记录 条件 学期 == 2024秋) | 筛选 次数 < 2 | 选列 名称, 责任督学, 次数 | 取 5",
        "school | derive visits = count(visit where term == 2024秋) | where visits < 2 | select name, inspector, visits | take 5"
      )),
    TourStep(
      title: Label("一校一档", "Everything about one school"),
      text: Label(
        "只写单位的名称，就是它的档案；简称和曾用名也认。", "A unit's name alone is its card; short and former names work too."),
      line: Label("青石镇中心小学", "青石镇中心小学")),
    TourStep(
      title: Label("数字从哪里来", "Where a figure comes from"),
      text: Label(
        "每个数字都能查到来自哪个文件的哪个格子，后来谁改过。",
        "Every value leads to the cell of the file it came from, and to whoever changed it since."),
      line: Label("解释 学校 青石镇中心小学 学段", "explain school 青石镇中心小学 stage")),
    TourStep(
      title: Label("导入有错的文件", "Importing a file with mistakes"),
      text: Label(
        "有错的文件整个不收，每处错误都说清楚在哪一格、应当怎样改。",
        "A file with mistakes is refused as a whole; each is named with its cell and how to mend it."),
      line: Label(
        "导入 \"data/faulty/03-学段写错.xlsx\" --into 学校",
        "import \"data/faulty/03-学段写错.xlsx\" --into school")),
    TourStep(
      title: Label("改动和撤销", "Changes and undo"),
      text: Label(
        "每次改动都有记录，都能撤销：undo 撤销最后一次。",
        "Every change is on record and can be undone: undo takes the last one back."),
      line: Label("日志 --last 3", "log --last 3")),
    TourStep(
      title: Label("导出", "Writing a workbook"),
      text: Label("导出的文件在工作区的 exports 文件夹里。", "Files are written to the folder exports of the workspace."),
      line: Label(
        "学校 | 选列 代码, 名称, 学区, 学生数 | 导出 \"学校.xlsx\"",
        "school | select code, name, zone, pupils | export \"schools.xlsx\"")),
  ]
}
