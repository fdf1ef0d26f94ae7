import KitModel

/// What the commands `runs` and `rerun` are called, take and say.
enum RunsWords {
  static let name = Label("运行史", "runs")
  static let meaning = Label("运行过哪些脚本", "the runs of saved scripts")
  static let lastParameter = Label("条数", "count")
  static let lastHelp = Label("最近多少次；全部是数据 运行记录", "the latest runs; run_record is all of them")
  static let firstExample = Label("最近五次运行", "the last five runs")

  static let rerun = Label("重跑", "rerun")
  static let rerunMeaning = Label(
    "按记录里的脚本、参数和日期在今天的数据上重跑，什么都不保存，逐项比对",
    "run a recorded script again on today's data, keep nothing, and compare")
  static let rerunParameter = Label("编号", "number")
  static let rerunHelp = Label("运行史里的编号", "its number in runs")
  static let rerunExample = Label("第 24 号记录的运行", "the run that entry 24 records")

  static let script = Label("脚本", "Script")
  static let line = Label("行", "Line")
  static let subject = Label("内容", "What")
  static let change = Label("情况", "How")
  static let then = Label("那时", "Then")
  static let now = Label("现在", "Now")
  static let by = Label("由改动", "By changes")
  /// The column of the journal with the number of a change.
  static let id = Label("编号", "id")

  static let kinds: [String: Label] = [
    "table": Label("表", "table"), "document": Label("文档", "document"), "text": Label("文字", "text"),
    "value": Label("值", "value"), "change": Label("写入", "rows written"), "check": Label("校验", "check"),
    "fault": Label("出错", "error"),
  ]
  static let changed = Label("不同", "differs")
  static let missing = Label("没有了", "gone")
  static let added = Label("多出来", "new")
}

enum RunsMessages {
  static let all = [unknown, same, explained, unexplained, filesUnknown]

  static let unknown = Message(
    "host.run-unknown", zh: "{id} 不是一次脚本运行的记录", en: "{id} is no record of a script's run",
    helpZh: "运行史 列出它们的编号",
    helpEn: "runs lists their numbers")
  static let same = Message(
    "host.rerun-same", zh: "重跑运行 {id}（{script}，按 {day}）：{count} 项结果和文件都与当时相同",
    en: "run {id} again ({script}, as of {day}): all {count} results and files are as they were")
  static let explained = Message(
    "host.rerun-explained", zh: "重跑运行 {id}（{script}，按 {day}）：{same} 项相同，{count} 项不同，都在这以后的改动里能找到原因",
    en:
      "run {id} again ({script}, as of {day}): {same} the same, {count} not, and changes since explain all of these",
    helpZh: "看是哪些改动：日志 | 筛选 {changes}", helpEn: "see which: log | where {changes}")
  static let unexplained = Message(
    "host.rerun-unexplained", zh: "重跑运行 {id}（{script}，按 {day}）：{count} 项不同，而这以后没有改动过它们所用的数据",
    en:
      "run {id} again ({script}, as of {day}): {count} {count:result differs|results differ} though nothing they are made of was changed since",
    helpZh: "多半是配置、指标体系、模板或程序变了；核对后把这次的编号和表告诉维护人员",
    helpEn:
      "most likely configuration, rubrics, templates or the program changed; look, then tell the maintainers")
  static let filesUnknown = Message(
    "host.rerun-files-unknown", zh: "无法比对的文件：{list}", en: "files that cannot be compared: {list}",
    helpZh: "它们由命令直接写出，试运行时不生成", helpEn: "a command writes them itself, which a dry run does not")
}
