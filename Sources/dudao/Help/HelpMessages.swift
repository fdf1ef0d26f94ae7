import KitModel

/// Words of the help pages.
enum HelpMessages {
  static let all = [
    topicUnknown, topicNear, topicLater, colon, examples, kindStage, kindStatement, kindClause,
    kindOperator,
    kindValue,
    kindType,
    kindAggregate, kindWindow, kindFunction, kindCommand, kindRelation, fieldLabel, fieldId, fieldType,
    fieldMeaning,
    title, introduction, firstLines, allCommands, allStages, allStatements, allOperators, more,
    kindScript, allScripts, scriptDefault, scriptFaulty,
    commandLineTitle, commandLineCommands, commandLineOptions, commandLineCodes,
  ]

  static let topicUnknown = Message(
    "host.help-unknown", zh: "没有关于“{topic}”的说明", en: "there is no help on “{topic}”",
    helpZh: "help 列出全部词和命令，catalog 列出全部数据", helpEn: "help lists all words and commands, catalog all data")
  static let topicLater = Message(
    "host.help-later", zh: "没有启用带“{topic}”的插件：{meaning}",
    en: "no plugin in use brings “{topic}”: {meaning}",
    helpZh: "workspace.yaml 的 plugins 里写着启用哪些；plugin list 看有哪些",
    helpEn: "plugins in workspace.yaml says which are used; plugin list shows which there are")
  static let topicNear = Message(
    "host.help-near", zh: "没有关于“{topic}”的说明，是不是 {near}？",
    en: "there is no help on “{topic}”; did you mean {near}?",
    helpZh: "help 列出全部词和命令", helpEn: "help lists all words and commands")
  static let colon = Message("host.help-colon", zh: "：", en: ": ")
  static let examples = Message("host.help-examples", zh: "例子：", en: "Examples:")
  static let kindStage = Message("host.help-kind-stage", zh: "处理步骤，写在 | 后面", en: "stage, written behind |")
  static let kindStatement = Message("host.help-kind-statement", zh: "语句", en: "statement")
  static let kindClause = Message("host.help-kind-clause", zh: "步骤里的用词", en: "word within a stage")
  static let kindOperator = Message("host.help-kind-operator", zh: "运算", en: "operator")
  static let kindValue = Message("host.help-kind-value", zh: "值的写法", en: "how a value is written")
  static let kindType = Message("host.help-kind-type", zh: "类型", en: "type")
  static let kindAggregate = Message("host.help-kind-aggregate", zh: "汇总函数", en: "aggregate")
  static let kindWindow = Message(
    "host.help-kind-window", zh: "窗口函数，只用于“窗口”", en: "window function, only in window")
  static let kindFunction = Message("host.help-kind-function", zh: "函数", en: "function")
  static let kindCommand = Message("host.help-kind-command", zh: "命令", en: "command")
  static let kindRelation = Message("host.help-kind-relation", zh: "数据", en: "data")
  static let fieldLabel = Message("host.help-field-label", zh: "列", en: "column")
  static let fieldId = Message("host.help-field-id", zh: "英文名", en: "id")
  static let fieldType = Message("host.help-field-type", zh: "类型", en: "type")
  static let fieldMeaning = Message("host.help-field-meaning", zh: "含义", en: "meaning")

  static let title = Message("host.help-title", zh: "督导工作台：怎么问", en: "Dudao: how to ask")
  static let introduction = Message(
    "host.help-introduction",
    zh: "先写数据的名称，再用 | 接处理步骤；中文英文都可以，全角半角都可以。按 Tab 补全，拼音首字母也行；按上下键找回输入过的语句。",
    en:
      "Name the data, then what to do with it, step by step behind |. Chinese and English words both work. Tab completes, pinyin initials too; the arrow keys bring back what was typed."
  )
  static let firstLines = Message(
    "host.help-first-lines",
    zh: "学校\n学校 | 筛选 学段 == \"小学\" | 计数\n学校 | 排序 -学生数 | 取 5\n青石镇中心小学\n目录\n导览",
    en:
      "school\nschool | where stage == \"小学\" | count\nschool | sort -pupils | take 5\n青石镇中心小学\ncatalog\ntour"
  )
  static let allCommands = Message("host.help-commands", zh: "命令", en: "Commands")
  static let kindScript = Message("host.help-kind-script", zh: "脚本", en: "script")
  static let allScripts = Message(
    "host.help-scripts", zh: "脚本（用“运行 名称”，help 名称 看要填什么）",
    en: "Scripts (run NAME; help NAME tells what it takes)")
  static let scriptDefault = Message(
    "host.help-script-default", zh: "不写就是 {value}", en: "{value} unless given")
  static let scriptFaulty = Message(
    "host.help-script-faulty", zh: "这个脚本有写错的地方，运行它会指出在哪一行",
    en: "something in this script is written wrongly: running it tells where")
  static let allStages = Message("host.help-stages", zh: "处理步骤（写在 | 后面）", en: "Stages (behind |)")
  static let allStatements = Message("host.help-statements", zh: "语句", en: "Statements")
  static let allOperators = Message("host.help-operators", zh: "运算", en: "Operators")
  static let more = Message(
    "host.help-more", zh: "详细说明和例子：help 加一个词，例如 help 筛选、help 导入、help 学校。每条命令都可以加 --as-of 日期 和 --person 姓名。",
    en:
      "More, with examples: help and a word, such as help where, help import, help school. Every command takes --as-of DATE and --person NAME."
  )

  static let commandLineTitle = Message(
    "host.help-command-line", zh: "督导工作台：命令行", en: "Dudao: the command line")
  static let commandLineCommands = Message(
    "host.help-command-line-commands", zh: "命令（在工作区里也这样用，中文名也行）", en: "Commands (the same at the prompt)")
  static let commandLineOptions = Message("host.help-command-line-options", zh: "选项", en: "Options")
  static let commandLineCodes = Message("host.help-command-line-codes", zh: "退出码", en: "Exit codes")

  static func label(_ message: Message) -> Label { Label(zh: message.zh, en: message.en) }
}
