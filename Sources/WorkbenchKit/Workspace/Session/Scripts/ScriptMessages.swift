import KitModel

/// What is said about scripts, their parameters and their calls.
public enum ScriptMessages {
  static let all = [
    calledHere, furtherCalls, tooDeep, forWantsRows, missing, missingOne, unknownParameter,
    unknownParameterNear, noParameters, wrongType,
    wrongChoice, noSuchRow, noSuchRowNear, severalRows, typeUnknown, typeUnknownNear, typeArguments,
    defaultType,
    notForScripts, runKept, wouldWrite, changesStay, changeStays, ask, askAgain,
  ]

  static let calledHere = Message("workspace.script-called-here", zh: "由这里运行：", en: "run from here:")
  static let furtherCalls = Message(
    "workspace.script-further-calls", zh: "再往外还有 {count} 层",
    en: "and {count} more {count:call|calls} around that")
  static let tooDeep = Message(
    "workspace.script-too-deep", zh: "脚本一层层运行超过 {limit} 层：{chain}",
    en: "scripts run one another more than {limit} deep: {chain}",
    helpZh: "多半是脚本又运行了自己；去掉这条 运行", helpEn: "most likely a script runs itself; take this run out")

  static let forWantsRows = Message(
    "workspace.script-for-wants-rows", zh: "遍历 要的是若干行，这里是一个值",
    en: "for goes through rows; this is a single value",
    helpZh: "取自 后面写数据、查询或表：遍历 校 取自 学校 { … }",
    helpEn: "write data, a query or a table behind in: for s in school { … }")

  // MARK: Parameters

  static let missing = Message(
    "workspace.script-parameters-missing", zh: "脚本 {script} 还缺 {count} 个参数",
    en: "the script {script} lacks {count} {count:parameter|parameters}",
    helpZh: "补上：{usage}", helpEn: "give them: {usage}")
  static let missingOne = Message(
    "workspace.script-parameter-missing", zh: "--{name}（{type}）{help}", en: "--{name} ({type}) {help}")
  static let unknownParameter = Message(
    "workspace.script-parameter-unknown", zh: "脚本 {script} 没有参数「{name}」",
    en: "the script {script} has no parameter “{name}”",
    helpZh: "可用：{list}", helpEn: "there are: {list}")
  static let unknownParameterNear = Message(
    "workspace.script-parameter-unknown-near", zh: "脚本 {script} 没有参数「{name}」，是不是 {near}？",
    en: "the script {script} has no parameter “{name}”; did you mean {near}?", helpZh: "可用：{list}",
    helpEn: "there are: {list}")
  static let noParameters = Message(
    "workspace.script-no-parameters", zh: "脚本 {script} 没有参数，用不上「{name}」",
    en: "the script {script} has no parameters and no use for “{name}”",
    helpZh: "直接写 {usage}", helpEn: "write {usage}")
  static let wrongType = Message(
    "workspace.script-parameter-type", zh: "参数「{name}」要{type}，这里是「{found}」",
    en: "the parameter “{name}” is to be {type}; here it is “{found}”",
    helpZh: "例如 --{name} {example}", helpEn: "such as --{name} {example}")
  static let wrongChoice = Message(
    "workspace.script-parameter-choice", zh: "参数「{name}」只能是 {allowed}，这里是「{found}」",
    en: "the parameter “{name}” is one of {allowed}; here it is “{found}”", helpZh: "换成其中之一",
    helpEn: "take one of these")
  static let noSuchRow = Message(
    "workspace.script-parameter-row", zh: "参数「{name}」：{entity}里没有「{found}」",
    en: "parameter “{name}”: there is no {entity} “{found}”",
    helpZh: "写代码或全称；find {found} 在所有数据里找",
    helpEn: "give its code or full name; find {found} looks in all data")
  static let noSuchRowNear = Message(
    "workspace.script-parameter-row-near", zh: "参数「{name}」：{entity}里没有「{found}」，是不是 {near}？",
    en: "parameter “{name}”: there is no {entity} “{found}”; did you mean {near}?", helpZh: "写代码或全称",
    helpEn: "give its code or full name")
  static let severalRows = Message(
    "workspace.script-parameter-rows", zh: "参数「{name}」：叫「{found}」的{entity}有几个，代码是 {list}",
    en: "parameter “{name}”: “{found}” is the name of several ({entity}); their codes are {list}",
    helpZh: "写代码",
    helpEn: "give the code")

  // MARK: Declarations

  static let typeUnknown = Message(
    "workspace.script-type-unknown", zh: "没有类型「{name}」", en: "there is no type “{name}”", helpZh: "可用：{list}",
    helpEn: "there are: {list}")
  static let typeUnknownNear = Message(
    "workspace.script-type-unknown-near", zh: "没有类型「{name}」，是不是 {near}？",
    en: "there is no type “{name}”; did you mean {near}?",
    helpZh: "可用：{list}", helpEn: "there are: {list}")
  static let typeArguments = Message(
    "workspace.script-type-arguments", zh: "类型「{name}」的括号里不对",
    en: "what is in the parentheses of the type “{name}” is not right",
    helpZh: "例如 {usage}", helpEn: "such as {usage}")
  static let defaultType = Message(
    "workspace.script-default-type", zh: "参数「{name}」要{type}，默认值却是{found}",
    en: "the parameter “{name}” is to be {type}, but its default is {found}",
    helpZh: "改类型或改默认值", helpEn: "change the type or the default")
  static let notForScripts = Message(
    "workspace.script-parameter-outside", zh: "参数 只用在保存的脚本里", en: "param belongs in a saved script",
    helpZh: "在这里用 设 名称 = 值", helpEn: "here write let NAME = VALUE")

  // MARK: Runs

  static let runKept = Message(
    "workspace.script-run-kept", zh: "运行记录 {id}；rerun {id} 可按当时的脚本、参数和日期重跑比对",
    en: "kept as run {id}; rerun {id} runs it as it was and compares")
  static let wouldWrite = Message(
    "workspace.script-would-write", zh: "试运行：真的运行会写 {count} 个文件：{list}",
    en: "dry run: a real one writes {count} {count:file|files}: {list}")
  static let changesStay = Message(
    "workspace.script-changes-stay", zh: "停下以前的语句已经留下改动 {first} 到 {last}",
    en: "the statements before have left the changes {first} to {last}",
    helpZh: "log 列出它们；要全部撤销，从后往前逐个撤销：undo {last} …… undo {first}",
    helpEn:
      "log lists them; to take all of them back, undo them from the last to the first: undo {last} … undo {first}"
  )
  static let changeStays = Message(
    "workspace.script-change-stays", zh: "停下以前的语句已经留下改动 {first}",
    en: "the statements before have left the change {first}", helpZh: "要撤销它：undo {first}",
    helpEn: "to take it back: undo {first}")

  // MARK: Asking

  static let ask = Message(
    "workspace.script-ask", zh: "{name}（{type}）{help}：", en: "{name} ({type}) {help}: ")
  static let askAgain = Message(
    "workspace.script-ask-again", zh: "请再写一次，空行放弃", en: "write it again, an empty line gives up")
}
