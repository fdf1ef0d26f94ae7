import KitModel

/// What the session and its commands have to say.
public enum SessionMessages {
  public static let all = running + names + effects + files + commands + arguments + ScriptMessages.all

  /// The diagnostics in an error; one that is none is told as it describes itself.
  static func diagnostics(of error: any Error) -> [Diagnostic] {
    switch error {
    case let found as Diagnostics: found.all
    case let found as Diagnostic: [found]
    case let found as UsageFault: found.diagnostics
    default: [Diagnostic(unexpected, ["reason": "\(error)"])]
    }
  }

  static let running = [
    cancelled, unexpected, noWorkspace, loneName, nothingBefore, inQuery, oneQueryWanted,
    queryWithEffects,
    valueWanted,
    sourceWrites, sourceTakesRows, sourceWithoutRows, checkFailed, failuresCut,
  ]

  static let cancelled = Message(
    "workspace.cancelled", zh: "已停止；正在进行的这一步没有留下改动",
    en: "stopped; the step that was running has changed nothing")
  static let unexpected = Message(
    "workspace.unexpected", zh: "没有预料到的错误：{reason}", en: "an error that was not foreseen: {reason}",
    helpZh: "请把这句话和刚才输入的内容告诉维护人员", helpEn: "tell the maintainers this sentence and what you typed")
  static let noWorkspace = Message(
    "workspace.none-open", zh: "还没有打开工作区", en: "no workspace is open",
    helpZh: "用 dudao open 文件夹 打开一个，或用 dudao new 文件夹 新建一个",
    helpEn: "open one with dudao open FOLDER, or make one with dudao new FOLDER")
  static let loneName = Message(
    "workspace.lone-name", zh: "没有叫“{name}”的数据、命令或变量", en: "no data, command or variable is called “{name}”",
    helpZh: "单位的档案写：{command} {name}；目录 列出全部数据",
    helpEn: "for the card of a unit: {command} {name}; catalog lists all data")
  static let nothingBefore = Message(
    "workspace.nothing-before", zh: "“_”和行首的“|”接着上一次显示的表，这里还没有",
    en: "“_” and a line that begins with “|” go on from the table shown last, and there is none yet",
    helpZh: "先运行一条查询；脚本里用“设 名称 = 查询”", helpEn: "run a query first; in a script, let NAME = QUERY")
  static let inQuery = Message(
    "workspace.in-query", zh: "出在命令“{command}”自己的查询里，不在键入的内容里。",
    en: "This is in a query of the command “{command}” itself, not in what was typed.")
  static let oneQueryWanted = Message(
    "workspace.one-query-wanted", zh: "这里只能是一个查询", en: "this is to be a single query")
  static let queryWithEffects = Message(
    "workspace.query-with-effects", zh: "这里的查询只能读，不能写入、更新、删除、导出", en: "this query may only read",
    helpZh: "去掉会改动数据或写文件的步骤", helpEn: "take out the stages that change data or write files")
  static let valueWanted = Message(
    "workspace.value-wanted", zh: "这里要一个值或一个查询", en: "a value or a query is wanted here")
  static let sourceWrites = Message(
    "workspace.source-writes", zh: "「{command}」会改动数据或文件，后面不能接 |",
    en: "“{command}” changes data or files, so no | can follow", helpZh: "单独运行它，再查询结果",
    helpEn: "run it by itself, then query what it did")
  static let sourceTakesRows = Message(
    "workspace.source-takes-rows", zh: "「{command}」后面不能接 |：它要的查询放在括号里",
    en: "no | can follow “{command}”: the rows that it takes go in parentheses",
    helpZh: "例如 {command} (学校 | 选列 代码, 名称)", helpEn: "such as {command} (school | select code, name)")
  static let sourceWithoutRows = Message(
    "workspace.source-without-rows", zh: "「{command}」给出的不是表格，后面不能接 |",
    en: "“{command}” gives no rows, so no | can follow", helpZh: "单独运行它", helpEn: "run it by itself")
  static let checkFailed = Message(
    "workspace.check-failed", zh: "校验未通过：{message}", en: "check failed: {message}")
  static let failuresCut = Message(
    "workspace.check-failures-cut", zh: "校验未通过的共 {count} 行，这里只列前 {shown} 行",
    en: "{count} {count:row|rows} failed the check; the first {shown} are shown",
    helpZh: "用 筛选 和相反的条件可看到全部", helpEn: "where with the opposite condition shows all of them")

  static let names = [letTwice, letTakesCommand, letTakesFunction, letTakesRelation]

  static let letTwice = Message(
    "workspace.let-twice", zh: "「{name}」前面已经设过", en: "“{name}” was given by a let before",
    helpZh: "换一个名称", helpEn: "take another name")
  static let letTakesCommand = Message(
    "workspace.let-takes-command", zh: "「{name}」是命令的名称", en: "“{name}” is the name of a command",
    helpZh: "换一个名称", helpEn: "take another name")
  static let letTakesFunction = Message(
    "workspace.let-takes-function", zh: "「{name}」是函数的名称", en: "“{name}” is the name of a function",
    helpZh: "换一个名称", helpEn: "take another name")
  static let letTakesRelation = Message(
    "workspace.let-takes-relation", zh: "「{name}」是数据的名称", en: "“{name}” is the name of data",
    helpZh: "换一个名称", helpEn: "take another name")

  static let effects = [
    changed, tableSaved, changeKept, confirmChange, changeRefused, noCharts, restricted,
  ]

  static let changed = Message(
    "workspace.changed", zh: "{entity}：新增 {inserted} 行，更新 {updated} 行，未变 {unchanged} 行，删除 {deleted} 行",
    en:
      "{entity}: {inserted} {inserted:row|rows} inserted, {updated} updated, {unchanged} unchanged, {deleted} deleted"
  )
  static let tableSaved = Message(
    "workspace.table-saved", zh: "已存为表「{entity}」，{rows} 行",
    en: "kept as the table “{entity}”, {rows} {rows:row|rows}")
  static let changeKept = Message(
    "workspace.change-kept", zh: "记为改动 {id}；undo {id} 可撤销",
    en: "journaled as change {id}; undo {id} takes it back")
  static let confirmChange = Message(
    "workspace.confirm-change", zh: "将新增 {inserted} 行，更新 {updated} 行，删除 {deleted} 行。继续？",
    en: "{inserted} {inserted:row|rows} will be inserted, {updated} updated, {deleted} deleted. Go on?")
  static let changeRefused = Message(
    "workspace.change-refused", zh: "没有确认，什么都没有改动", en: "not confirmed; nothing was changed")
  static let restricted = Message(
    "workspace.page-restricted", zh: "“{column}”不能写进网页和文稿：{rule}",
    en: "“{column}” may not go into a page: {rule}",
    helpZh: "用 选列 或 去列 去掉它；自己计算用，可以导出 xlsx 或 csv",
    helpEn: "leave it out with select or drop; for calculating, export xlsx or csv")
  static let noCharts = Message(
    "workspace.chart-nowhere", zh: "这里不能画图", en: "no charts can be drawn here")

  static let files = [
    fileNotWritten, fileOutside, fileClimbs, fileFromHere, fileWritten, fileNamed, layoutOffice, layoutDate,
  ]

  // Below the title of what is exported.
  static let layoutOffice = Message("workspace.layout-office", zh: "填表单位：{office}", en: "Office: {office}")
  static let layoutDate = Message(
    "workspace.layout-date", zh: "填表日期：{year}年{month}月{day}日", en: "Date: {year}-{month}-{day}")

  static let fileNotWritten = Message(
    "workspace.file-not-written", zh: "写不了文件 {file}：{reason}", en: "cannot write the file {file}: {reason}",
    helpZh: "看看文件夹是否可写、磁盘是否已满", helpEn: "see whether the folder may be written and the disk has room")
  static let fileOutside = Message(
    "workspace.file-outside", zh: "脚本只能写到工作区的 exports 文件夹里，这里是「{file}」",
    en: "a script writes only below exports/ of the workspace; here it is “{file}”",
    helpZh: "只写文件名，或在提示符下写完整路径", helpEn: "give a bare file name, or a full path at the prompt")
  static let fileClimbs = Message(
    "workspace.file-climbs", zh: "「{file}」不是 exports 文件夹里的名字",
    en: "“{file}” names nothing below exports/ of the workspace",
    helpZh: "名字里不能有 .. ；要写到别处，在提示符下写完整路径",
    helpEn: "leave out “..”; to write elsewhere give a full path at the prompt")
  static let fileFromHere = Message(
    "workspace.file-from-here", zh: "「{file}」不在工作区里，读的是当前文件夹里的；换个地方跑就没有了",
    en:
      "“{file}” is not in the workspace and was read from the current folder; started elsewhere the script finds none",
    helpZh: "把文件放进工作区的 data 文件夹，或者写完整路径",
    helpEn: "put the file into data/ of the workspace, or give a full path")
  static let fileWritten = Message(
    "workspace.file-written", zh: "已导出 {rows} 行：{file}", en: "{rows} {rows:row|rows} written: {file}")
  static let fileNamed = Message(
    "workspace.file-named", zh: "试运行，没有写文件：{file}（{rows} 行）",
    en: "dry run, no file was written: {file} ({rows} {rows:row|rows})")

  static let commands = [
    commandTwice, commandUnknown, commandUnknownNear, commandPipeMissing, explainNotPlan, commandNeedsVerb,
    commandVerbUnknown, commandIdle,
  ]

  static let commandTwice = Message(
    "workspace.command-twice", zh: "命令名「{name}」被两处使用：{first} 和 {second}",
    en: "the command name “{name}” is used twice: by {first} and by {second}",
    helpZh: "停用其中一个插件（--without 名称），或请插件的作者改名",
    helpEn: "leave one of the plugins out (--without NAME), or have its author rename the command")
  static let commandUnknown = Message(
    "workspace.command-unknown", zh: "没有命令「{name}」", en: "there is no command “{name}”",
    helpZh: "输入 help 看全部命令；如果这是数据的名称，其后要用 | 接处理步骤",
    helpEn: "type help for all commands; if this is the name of data, a | comes before what to do with it")
  static let commandIdle = Message(
    "workspace.command-unknown-idle", zh: "命令「{name}」属于插件 {plugin}，这个工作区没有启用它",
    en: "the command “{name}” belongs to the plugin {plugin}, which this workspace does not enable",
    helpZh: "在 workspace.yaml 的 plugins 里加上 {plugin}，再打开工作区",
    helpEn: "add {plugin} to plugins in workspace.yaml and open the workspace again")
  static let commandPipeMissing = Message(
    "workspace.command-pipe-missing", zh: "「{name}」和后面的步骤之间少了 |",
    en: "a | is missing between “{name}” and the stage behind it")
  static let explainNotPlan = Message(
    "workspace.explain-not-plan", zh: "explain 解释一个数从哪里来；看查询的 SQL，在管道末尾加 | 查询计划",
    en: "explain says where a figure comes from; for the SQL of a query put | plan at its end")
  static let commandUnknownNear = Message(
    "workspace.command-unknown-near", zh: "没有命令「{name}」，是不是 {near}？",
    en: "there is no command “{name}”; did you mean {near}?", helpZh: "输入 help 看全部命令",
    helpEn: "type help for all commands")
  static let commandNeedsVerb = Message(
    "workspace.command-needs-verb", zh: "「{name}」后面还要一个词", en: "“{name}” needs one more word",
    helpZh: "可用：{verbs}", helpEn: "there are: {verbs}")
  static let commandVerbUnknown = Message(
    "workspace.command-verb-unknown", zh: "「{name}」没有「{verb}」这一项", en: "“{name}” has no “{verb}”",
    helpZh: "可用：{verbs}", helpEn: "there are: {verbs}")

  static let arguments = [
    optionOfProgram, optionUnknown, optionUnknownNear, optionTwice, optionNeedsValue, flagTakesNoValue,
    argumentMissing,
    argumentTooMany, argumentType, argumentChoice, argumentFileKind,
  ]

  static let optionOfProgram = Message(
    "workspace.option-of-program", zh: "「--{name}」是程序的选项，不是「{command}」的，写在这里没有作用",
    en: "--{name} is an option of the program, not of “{command}”, and has no effect here",
    helpZh: "在系统的命令行里写：dudao --{name} {command} …",
    helpEn: "write it in the shell: dudao --{name} {command} …")
  static let optionUnknown = Message(
    "workspace.option-unknown", zh: "「{command}」没有选项「{name}」",
    en: "“{command}” has no option “{name}”", helpZh: "用法：{usage}", helpEn: "usage: {usage}")
  static let optionUnknownNear = Message(
    "workspace.option-unknown-near", zh: "「{command}」没有选项「{name}」，是不是 {near}？",
    en: "“{command}” has no option “{name}”; did you mean {near}?", helpZh: "用法：{usage}",
    helpEn: "usage: {usage}")
  static let optionTwice = Message(
    "workspace.option-twice", zh: "选项「{name}」写了两次", en: "the option “{name}” is given twice",
    helpZh: "只保留一个", helpEn: "keep one of them")
  static let optionNeedsValue = Message(
    "workspace.option-needs-value", zh: "选项「{name}」后面要有值：{label}",
    en: "the option “{name}” needs a value: {label}", helpZh: "例如 --{name}={label}；用法：{usage}",
    helpEn: "such as --{name}={label}; usage: {usage}")
  static let flagTakesNoValue = Message(
    "workspace.flag-value", zh: "选项「{name}」只能写 是 或 否，这里是「{found}」",
    en: "the option “{name}” is true or false; here it is “{found}”", helpZh: "直接写 --{name} 即可",
    helpEn: "writing --{name} is enough")
  static let argumentMissing = Message(
    "workspace.argument-missing", zh: "「{command}」缺少{label}", en: "“{command}” lacks {label}",
    helpZh: "用法：{usage}", helpEn: "usage: {usage}")
  static let argumentTooMany = Message(
    "workspace.argument-too-many", zh: "「{command}」用不上「{found}」", en: "“{command}” has no use for “{found}”",
    helpZh: "用法：{usage}。中间有空格的文字要加引号", helpEn: "usage: {usage}. Text with blanks needs quotes")
  static let argumentType = Message(
    "workspace.argument-type", zh: "{label}要{type}，这里是「{found}」",
    en: "{label} is to be {type}; here it is “{found}”", helpZh: "例如 {example}", helpEn: "such as {example}")
  static let argumentChoice = Message(
    "workspace.argument-choice", zh: "{label}只能是 {allowed}，这里是「{found}」",
    en: "{label} is one of {allowed}; here it is “{found}”", helpZh: "换成其中之一", helpEn: "take one of these")
  static let argumentFileKind = Message(
    "workspace.argument-file-kind", zh: "{label}要 {allowed} 文件，这里是「{found}」",
    en: "{label} is to be a {allowed} file; here it is “{found}”", helpZh: "换一个文件，或先另存为其中一种格式",
    helpEn: "take another file, or save it as one of these first")
}
