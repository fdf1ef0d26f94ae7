import KitModel

/// What is said about plugins.
public enum PluginMessages {
  public static let all = manifest + loading + managing + scaffold

  static let manifest = [
    apiMissing, apiOther, identifier, fileName, placesOutside, commandsWithoutLibrary, nameTwice, commandName,
    wordUnknown,
    optionName, optionTaken, positionalOrder, choicesMissing, defaultType,
  ]

  static let apiMissing = Message(
    "plugin.api-missing", zh: "没有写 api", en: "api is missing", helpZh: "加一行 api: 1",
    helpEn: "add the line api: 1")
  static let apiOther = Message(
    "plugin.api-other", zh: "插件按接口 {found} 编写，这个工作台用的是接口 {current}",
    en: "the plugin was written for interface {found}; this workbench has interface {current}",
    helpZh: "换用同一接口的插件版本，或更新工作台",
    helpEn: "take a version of the plugin for that interface, or update the workbench")
  static let identifier = Message(
    "plugin.identifier", zh: "「{found}」不能作标识：只用小写字母、数字和下划线，字母开头",
    en: "“{found}” is no identifier: lower-case letters, digits and underscores, a letter first")
  static let fileName = Message(
    "plugin.file-name", zh: "「{found}」要写成不带文件夹的文件名", en: "“{found}” is to be a file name without folders",
    helpZh: "文件放在 plugin.yaml 旁边", helpEn: "the file stands beside plugin.yaml")
  static let placesOutside = Message(
    "plugin.places-outside", zh: "places 应为 0 到 6", en: "places is to be 0 to 6",
    helpZh: "结果里的分数保留几位小数，一般是 2", helpEn: "how many decimal places marks have, commonly 2")
  static let commandsWithoutLibrary = Message(
    "plugin.commands-without-library", zh: "声明了命令，但没有写 library",
    en: "commands are declared, but no library", helpZh: "加一行 library: 库名",
    helpEn: "add the line library: NAME")
  static let nameTwice = Message(
    "plugin.name-twice", zh: "名称「{name}」用了两次", en: "the name “{name}” is used twice")
  static let commandName = Message(
    "plugin.command-name", zh: "「{found}」不能作命令名：一个或两个词，词里只有字母、汉字、数字、- 和 _",
    en: "“{found}” is no name of a command: one or two words of letters, digits, - and _")
  static let wordUnknown = Message(
    "plugin.word-unknown", zh: "这里不能写「{found}」", en: "“{found}” cannot stand here", helpZh: "可以写：{allowed}",
    helpEn: "allowed: {allowed}")
  static let optionName = Message(
    "plugin.option-name", zh: "「{found}」不能作选项名：只用小写字母、数字和 -，字母开头",
    en: "“{found}” is no name of an option: lower-case letters, digits and -, a letter first")
  static let optionTaken = Message(
    "plugin.option-taken", zh: "「--{found}」是程序自己的选项，写在命令行里到不了命令",
    en: "--{found} is an option of the program itself and would never reach the command",
    helpZh: "换一个名称", helpEn: "give it another name")
  static let positionalOrder = Message(
    "plugin.positional-order", zh: "「{second}」排在可省略或可重复的「{first}」之后，无法区分",
    en: "“{second}” comes behind “{first}”, which may be left out or repeated: the two cannot be told apart")
  static let choicesMissing = Message(
    "plugin.choices-missing", zh: "choice 要列出 choices", en: "a choice needs its choices")
  static let defaultType = Message(
    "plugin.default-type", zh: "默认值「{found}」不是 {type}", en: "the default “{found}” is no {type}")

  static let loading = [
    manifestUnreadable, libraryMissing, stampMissing, stampOther, notALibrary, trialDied, trialHung,
    trialRefused, loadFailed, entryMissing, commandMissing, requirementMissing, idTwice, leftOutUnknown,
    disabledHere,
    codeDisabled, workspaceNotAllowed, dataFault,
    additionLeftOut,
  ]

  static let additionLeftOut = Message(
    "plugin.addition-left-out", zh: "{file} 没有用上：它的数据表与别的声明不合",
    en: "{file} is left out: its relations do not go with the other declarations", helpZh: "按下面所列改好，重新打开工作区",
    helpEn: "mend what is listed below and open the workspace again")
  static let manifestUnreadable = Message(
    "plugin.manifest-unreadable", zh: "读不了 {file}：{reason}", en: "cannot read {file}: {reason}")
  static let libraryMissing = Message(
    "plugin.library-missing", zh: "缺少插件的程序文件 {file}", en: "the plugin's library {file} is missing",
    helpZh: "重新安装插件，或在插件的文件夹里执行 swift build",
    helpEn: "install the plugin again, or run swift build in its folder")
  static let stampMissing = Message(
    "plugin.stamp-missing", zh: "{file} 里没有构建标记，无法确认它与工作台相符",
    en: "{file} holds no build stamp, so nothing shows that it fits this workbench",
    helpZh: "在 Package.swift 里给目标加上 plugins: [.plugin(name: \"BuildStamp\", package: \"WorkbenchKit\")]，重新构建",
    helpEn:
      "give the target plugins: [.plugin(name: \"BuildStamp\", package: \"WorkbenchKit\")] and build it again"
  )
  static let stampOther = Message(
    "plugin.stamp-other", zh: "{file} 是用另一版工作台或另一版 Swift 构建的（标记 {found}，工作台 {current}）",
    en:
      "{file} was built with another version of the workbench or of Swift (stamp {found}, workbench {current})",
    helpZh: "用现在的工作台重新构建插件", helpEn: "build the plugin again with this workbench")
  static let notALibrary = Message(
    "plugin.not-a-library", zh: "{file} 不是这种电脑的程序库", en: "{file} is no library for this kind of machine",
    helpZh: "重新构建或重新安装插件", helpEn: "build or install the plugin again")
  static let trialDied = Message(
    "plugin.trial-died", zh: "试装 {file} 时它崩溃了（{reason}）", en: "{file} crashed while being tried ({reason})",
    helpZh: "请插件的作者修正；文件换新后会重新试装", helpEn: "its author has to mend it; a new file is tried again")
  static let trialHung = Message(
    "plugin.trial-hung", zh: "试装 {file} 时它 {seconds} 秒没有反应",
    en: "{file} did not answer for {seconds} {seconds:second|seconds} while being tried",
    helpZh: "请插件的作者修正；文件换新后会重新试装", helpEn: "its author has to mend it; a new file is tried again")
  static let trialRefused = Message(
    "plugin.trial-refused", zh: "试装 {file} 没有成功：{reason}", en: "{file} could not be loaded: {reason}",
    helpZh: "用现在的工作台重新构建插件", helpEn: "build the plugin again with this workbench")
  static let loadFailed = Message(
    "plugin.load-failed", zh: "装载 {file} 失败：{reason}", en: "loading {file} failed: {reason}")
  static let entryMissing = Message(
    "plugin.entry-missing", zh: "{file} 没有入口 {entry}", en: "{file} has no entry point {entry}",
    helpZh: "库里要有 @c({entry}) 的函数", helpEn: "the library has to export a function with @c({entry})")
  static let commandMissing = Message(
    "plugin.command-missing", zh: "plugin.yaml 声明了命令「{command}」，但 {file} 里没有它",
    en: "plugin.yaml declares the command “{command}”, but {file} does not have it")
  static let requirementMissing = Message(
    "plugin.requirement-missing", zh: "它需要插件 {names}，而这些没有启用或不能用",
    en: "it requires the plugins {names}, which are not enabled or cannot be used",
    helpZh: "在 workspace.yaml 的 plugins 里加上它们", helpEn: "add them to plugins in workspace.yaml")
  static let idTwice = Message(
    "plugin.id-twice", zh: "插件标识 {id} 在两处出现：{first} 和 {second}；用前一处",
    en: "the plugin id {id} stands in two places: {first} and {second}; the first one is used",
    helpZh: "去掉其中一处", helpEn: "take one of them away")
  static let leftOutUnknown = Message(
    "plugin.left-out-unknown", zh: "没有叫“{name}”的插件，--without 没有停用什么",
    en: "there is no plugin “{name}”; --without leaves nothing out", helpZh: "现有：{known}",
    helpEn: "there are: {known}")
  static let disabledHere = Message(
    "plugin.disabled-here", zh: "这次启动停用了它（--without）", en: "it was left out of this run (--without)")
  static let codeDisabled = Message(
    "plugin.code-disabled", zh: "插件「{plugin}」的命令不能用",
    en: "the commands of the plugin “{plugin}” cannot be used",
    helpZh: "输入 plugin doctor 看原因；它的数据仍可查询",
    helpEn: "type plugin doctor for the reason; its data can still be queried")
  static let workspaceNotAllowed = Message(
    "plugin.workspace-not-allowed", zh: "工作区自带插件（{folder}），没有启用：要先由你允许",
    en: "the workspace brings plugins of its own ({folder}); they are not used until you allow it",
    helpZh: "确认来源可靠后，在 {file} 的 allow 里写上这个文件夹",
    helpEn: "if you trust where it came from, add the folder to allow in {file}")
  static let dataFault = Message(
    "plugin.data-fault", zh: "它的数据声明有错，整个插件停用", en: "its declarations are wrong; the whole plugin is disabled"
  )

  static let managing = [
    notInstalled, pluginUnknown, allWell, stateReady, stateDataOnly, stateCodeDisabled, stateDisabled,
    stateIdle,
  ]

  static let notInstalled = Message(
    "plugin.not-installed", zh: "工作区启用了插件「{name}」，但没有安装它",
    en: "the workspace enables the plugin “{name}”, which is not installed",
    helpZh: "安装它，或从 workspace.yaml 的 plugins 里去掉；输入 plugin list 看已安装的",
    helpEn: "install it, or take it out of plugins in workspace.yaml; plugin list shows what is installed")
  static let pluginUnknown = Message(
    "plugin.unknown", zh: "没有插件「{name}」", en: "there is no plugin “{name}”", helpZh: "输入 plugin list 看已安装的",
    helpEn: "plugin list shows what is installed")
  static let allWell = Message(
    "plugin.all-well", zh: "{count} 个插件都正常", en: "{count} {count:plugin is|plugins are} well")
  static let stateReady = Message("plugin.state-ready", zh: "可用", en: "ready")
  static let stateDataOnly = Message("plugin.state-data-only", zh: "可用（只有数据）", en: "ready (data alone)")
  static let stateCodeDisabled = Message("plugin.state-code-disabled", zh: "命令停用", en: "commands disabled")
  static let stateDisabled = Message("plugin.state-disabled", zh: "停用", en: "disabled")
  static let stateIdle = Message(
    "plugin.state-idle", zh: "工作区没有启用", en: "not enabled in this workspace")

  static let scaffold = [scaffolded, scaffoldName, scaffoldExists, scaffoldKitMissing, scaffoldFailed]

  static let scaffolded = Message(
    "plugin.scaffolded", zh: "已建好插件 {name}：{folder}", en: "the plugin {name} is made: {folder}",
    helpZh:
      "构建：cd {folder} && swift build；启用：在 workspace.yaml 的 plugins 里加上 {id}；试用：DUDAO_PLUGIN_PATH={folder}/.build/debug dudao，再输入 plugin list",
    helpEn:
      "build: cd {folder} && swift build; enable: add {id} to plugins in workspace.yaml; try: DUDAO_PLUGIN_PATH={folder}/.build/debug dudao, then type plugin list"
  )
  static let scaffoldName = Message(
    "plugin.scaffold-name", zh: "「{found}」不能作插件名：英文单词首字母大写连写，如 TownshipDuty",
    en: "“{found}” is no name for a plugin: English words in capitals joined, such as TownshipDuty")
  static let scaffoldExists = Message(
    "plugin.scaffold-exists", zh: "{folder} 已经存在", en: "{folder} exists already", helpZh: "换一个名称，或先移走它",
    helpEn: "take another name, or move it away first")
  static let scaffoldKitMissing = Message(
    "plugin.scaffold-kit-missing", zh: "找不到工作台的源码 WorkbenchKit",
    en: "the sources of WorkbenchKit are not found",
    helpZh: "用 --kit 指出它的文件夹，如 --kit ~/dudao/Sources/WorkbenchKit",
    helpEn: "say where they are, such as --kit ~/dudao/Sources/WorkbenchKit")
  static let scaffoldFailed = Message(
    "plugin.scaffold-failed", zh: "写不了 {file}", en: "cannot write {file}", helpZh: "看看文件夹是否可写、磁盘是否已满",
    helpEn: "see whether the folder may be written and the disk has room")
}
