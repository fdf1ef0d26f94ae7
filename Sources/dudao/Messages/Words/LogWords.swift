import KitModel

/// What the command `log` is called and takes.
enum LogWords {
  static let name = Label("日志", "log")
  static let meaning = Label("做过哪些改动", "what was changed")
  static let lastParameter = Label("条数", "count")
  static let lastHelp = Label("最近多少次改动；不写命令选项时 log 是全部改动", "the latest changes; log alone is all of them")
  static let firstExample = Label("最近五次改动", "the last five changes")
  static let secondExample = Label("一次新增一百行以上的改动", "changes that added more than a hundred rows")
}
