import KitModel

/// What stands in the help for the command line: what is typed, and what it does.
enum CommandLineWords {
  /// The verbs that belong to the shell alone.
  static let verbs: [(line: String, meaning: Label)] = [
    ("dudao", Label("打开当前文件夹所在的工作区", "open the workspace of the current folder")),
    ("dudao open DIR", Label("打开工作区", "open a workspace")),
    ("dudao new DIR", Label("新建工作区", "make a workspace")),
    ("dudao new DATA COLUMN=VALUE …", Label("登记一行", "add a row")),
    (
      "dudao -c 'TEXT'",
      Label("运行一段语句，例如 dudao -c '学校 | 计数'", "run statements, such as dudao -c 'school | count'")
    ),
    ("dudao run SCRIPT", Label("运行脚本", "run a script")),
    ("dudao help [WORD]", Label("语言和命令的说明", "help on the language and the commands")),
  ]

  /// Options of the command line.
  static let options: [(line: String, meaning: Label)] = [
    (
      "-w, --workspace DIR",
      Label("用这个工作区（否则从当前文件夹往上找）", "use this workspace (else the nearest from here upwards)")
    ),
    (
      "--format FORMAT",
      Label("输出格式：table、csv、json、jsonl、md、html", "how values are written: table, csv, json, jsonl, md, html")
    ),
    ("--labels", Label("csv 和 json 用中文列名（否则用英文名）", "labels instead of ids in csv and json")),
    ("--lang zh|en", Label("界面语言", "language of messages")),
    ("--as-of DATE", Label("把这一天当作今天", "the day that counts as today")),
    ("--person NAME", Label("坐在这里的人", "who sits here")),
    ("--dry-run", Label("只试不改：什么都不保存", "keep nothing: show what would happen")),
    (
      "--allow-write DIR",
      Label("允许脚本写到这个文件夹（否则只能写工作区的 exports）", "let a script write there too, not only into exports")
    ),
    ("--yes", Label("一律回答“是”", "answer yes to every question")),
    ("--no-color", Label("不用颜色", "no colour")),
    ("--no-plugins", Label("不用任何插件", "leave all plugins out")),
    ("--without NAME", Label("不用这个插件（可写多次）", "leave a plugin out (may be repeated)")),
    ("--version", Label("版本", "the version")),
    ("--help", Label("本页", "this page")),
  ]

  /// Exit codes.
  static let codes: [(line: String, meaning: Label)] = [
    ("0", Label("完成", "done")), ("1", Label("被拒绝，或运行时出错", "refused, or failed while running")),
    ("2", Label("命令行或语句写错", "the command line or the text is wrong")),
    ("3", Label("检查没通过，或有数据被退回", "a check failed, or rows were rejected")),
    ("130", Label("被 Ctrl-C 停止", "stopped by Ctrl-C")),
  ]
}
