import KitModel

extension Words {
  /// Commands of the host. Their options are declared where they are carried out; plugins add commands of
  /// their own.
  public static let commands: [Word] = [
    command("open", "打开", "把文件读成表。", "Reads a file as a table.", #""学校.xlsx""#, #""schools.xlsx""#),
    command("run", "运行", "运行保存的脚本。", "Runs a saved script.", "开学检查 学期=2024秋", "term-opening --term 2024秋"),
    command(
      "import", "导入", "把文件导入一张表。", "Imports a file into a relation.", #""学校.xlsx" --into 学校"#,
      #""schools.xlsx" --into school"#),
    command("catalog", "目录", "工作区里有哪些表。", "All relations of the workspace.", nil, nil),
    command("card", "档案", "一个单位的全部情况。", "All that is known about a unit.", "青石镇中心小学", "青石镇中心小学"),
    command("find", "搜", "在所有表里找文字。", "Looks for text everywhere.", "青石", "青石"),
    command("new", "新建", "新增一行。", "Adds a row.", "督导记录", "visit"),
    command("edit", "修改", "把行放进工作簿修改。", "Puts rows into a workbook to change them.", "学校", "school"),
    command(
      "form", "报表", "下发、收集、核对报表。", "Sends out, collects and checks forms.", "状态 开学自查 2024秋",
      "status 开学自查 2024秋"),
    command("draw", "抽取", "随机抽取并留下记录。", "Draws at random, on record.", "督学 2", "inspector 2"),
    command("help", "帮助", "解释一个词或命令。", "Explains a word or command.", "筛选", "where"),
    command("describe", "概况", "一张表每列的情况。", "What the columns of a relation hold.", "学校", "school"),
    command("explain", "解释", "一个数字从哪里来。", "Where a figure comes from.", "履职 2024 青石镇 失分", "duty 2024 青石镇 失分"),
    command("log", "日志", "做过哪些改动。", "What was changed.", "--last 5", "--last 5"),
    command("undo", "撤销", "撤销一次改动。", "Takes a change back.", "12", "12"),
    command(
      "verify", "核验", "检查库和改动链是否完好。", "Checks the store and its chain of changes.", "--against a1b2",
      "--against a1b2"),
    command("due", "待办", "什么快到期了。", "What is due.", nil, nil),
    command("runs", "运行史", "脚本运行过的记录。", "The runs of scripts.", nil, nil),
    command("rerun", "重跑", "按原样再运行一次。", "Runs a recorded run again.", "3", "3"),
    command("backup", "备份", "备份工作区。", "Makes a backup of the workspace.", #""备份""#, #""backups""#),
    command(
      "restore", "恢复", "从备份恢复。", "Brings a backup back.", #""备份/2024-09-01""#, #""backups/2024-09-01""#),
    command("archive", "归档", "把一年的材料归档。", "Archives the papers of a year.", "2024", "2024"),
    command("plugin", "插件", "列出、检查、新建插件。", "Lists, checks and scaffolds plugins.", "列表", "list"),
    command("seal", "封存", "封存结果。", "Seals a result.", "履职 2024", "duty 2024"),
    command("diff", "比对", "比较两个版本。", "Compares two versions.", "履职 2024", "duty 2024"),
    command("timing", "计时", "显示每条语句用时。", "Shows how long statements take.", nil, nil),
    command("tour", "导览", "带着走一遍。", "Shows the way round.", nil, nil),
    command("exit", "退出", "离开。", "Leaves.", nil, nil),
  ]

  /// Commands whose first argument is rows in parentheses: behind them, at the start of a statement, `(` is no call.
  static let commandsOfRows: Set<String> = ["edit", "修改"]

  private static func command(
    _ english: String, _ chinese: String, _ zh: String, _ en: String, _ exampleZh: String?,
    _ exampleEn: String?
  ) -> Word {
    func line(_ name: String, _ rest: String?) -> String { rest.map { name + " " + $0 } ?? name }
    return Word(
      .command, english, chinese, meaning: both(zh, en),
      examples: [both(line(chinese, exampleZh), line(english, exampleEn))])
  }
}
