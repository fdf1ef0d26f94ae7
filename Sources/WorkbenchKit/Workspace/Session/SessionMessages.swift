import KitModel

/// What the session and its commands have to say.
public enum SessionMessages {
  public static let all = [cancelled] + commands + arguments

  static let cancelled = Message(
    "workspace.cancelled", zh: "已停止，什么都没有改动", en: "stopped; nothing was changed")

  static let commands = [
    commandTwice, commandUnknown, commandUnknownNear, commandNeedsVerb, commandVerbUnknown,
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
    optionUnknown, optionUnknownNear, optionTwice, optionNeedsValue, flagTakesNoValue, argumentMissing,
    argumentTooMany, argumentType, argumentChoice, argumentFileKind,
  ]

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
