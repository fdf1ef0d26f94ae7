import KitModel

/// What the host itself has to say. Messages of one command stand with the command's file.
enum HostMessages {
  static let all =
    usage + history + prompt + workspace + HelpMessages.all + CardMessages.all + FindMessages.all
    + RevealMessages.all + RunsMessages.all + DueCommandMessages.all
    + UndoMessages.all + VerifyMessages.all + BackupMessages.all + TimingMessages.all + ExplainMessages.all
    + NewMessages.all + TourMessages.all + ImportCommandMessages.all + PagerMessages.all

  static let usage = [
    usageExtraWord, usageMissingOperand, usageUnknownOption, usageWrongValue, usageNotACommand,
    usageNewlineInWord,
    usageMissingValue, usageFlagValue, usageOther,
  ]

  static let usageExtraWord = Message(
    "host.usage-extra-word",
    zh: "命令行上多出一个词：{word}", en: "one word too many on the command line: {word}",
    helpZh: "含空格的文字请加引号，例如 dudao -c '学校 | 计数'",
    helpEn: "put quotes around text with blanks: dudao -c 'school | count'")
  static let usageMissingOperand = Message(
    "host.usage-missing-operand",
    zh: "{verb} 后面还缺一个文件或文件夹", en: "{verb} needs a file or folder behind it",
    helpZh: "例如 dudao {verb} workspaces/sample-2024",
    helpEn: "for example: dudao {verb} workspaces/sample-2024")
  static let usageUnknownOption = Message(
    "host.usage-unknown-option",
    zh: "没有选项 {option}", en: "there is no option {option}", helpZh: "dudao --help 列出全部选项",
    helpEn: "dudao --help lists all options")
  static let usageWrongValue = Message(
    "host.usage-wrong-value",
    zh: "{option} 不能是“{found}”，可以是：{allowed}", en: "{option} cannot be “{found}”; it may be: {allowed}")
  static let usageNotACommand = Message(
    "host.usage-not-a-command",
    zh: "“{word}”不是命令的名字", en: "“{word}” is not the name of a command",
    helpZh: "查询语句请写在 -c 后面：dudao -c '{word}'", helpEn: "put a query behind -c: dudao -c '{word}'")
  static let usageNewlineInWord = Message(
    "host.usage-newline-in-word",
    zh: "命令行上的一个词里不能换行", en: "a word of the command line cannot hold a line break",
    helpZh: "多行语句请存成脚本，用 dudao run 文件 运行", helpEn: "keep several lines in a script and use: dudao run FILE")
  static let usageMissingValue = Message(
    "host.usage-missing-value",
    zh: "选项 {option} 后面缺少内容", en: "option {option} needs a value", helpZh: "dudao --help 说明每个选项",
    helpEn: "dudao --help explains each option")
  static let usageFlagValue = Message(
    "host.usage-flag-value",
    zh: "选项 {option} 后面不带内容", en: "option {option} takes no value", helpZh: "只写 {option}",
    helpEn: "write {option} alone")
  static let usageOther = Message(
    "host.usage-other", zh: "命令行有误：{text}", en: "the command line is wrong: {text}",
    helpZh: "dudao --help 有说明",
    helpEn: "see dudao --help")

  static let history = [historyMovedAside, historyUnreadable, historyNotKept]

  static let historyMovedAside = Message(
    "host.history-moved-aside",
    zh: "输入历史 {file} 已损坏，改名为 {aside}，从空白历史重新开始",
    en: "the input history {file} is damaged; it is now {aside}, and a new one begins",
    helpZh: "里面也许还有可用的内容，可以用文本编辑器查看", helpEn: "a text editor may still find something in it")
  static let historyUnreadable = Message(
    "host.history-unreadable",
    zh: "输入历史 {file} 已损坏，也无法改名为 {aside}；本次不使用它",
    en: "the input history {file} is damaged and cannot be renamed to {aside}; it is not used",
    helpZh: "请检查该文件夹能否写入", helpEn: "see whether the folder may be written")
  static let historyNotKept = Message(
    "host.history-not-kept",
    zh: "输入历史写不进 {file}：{reason}", en: "the input history cannot be written to {file}: {reason}",
    helpZh: "本次仍可用上下键；要长期保留请检查该文件夹", helpEn: "the arrow keys still work now; to keep it, see to the folder")

  static let prompt = [moreCandidates, progress, progressOfTotal, whichOne, noSuchChoice] + banner

  static let moreCandidates = Message(
    "host.more-candidates", zh: "……还有 {count} 个，再输入几个字会少一些",
    en: "… and {count} more; type on to narrow them down")
  static let progress = Message(
    "host.progress", zh: "{what}：{done}……（Ctrl-C 停止）", en: "{what}: {done} … (Ctrl-C stops)")
  static let progressOfTotal = Message(
    "host.progress-of-total", zh: "{what}：{done} / {total}（{percent}%，Ctrl-C 停止）",
    en: "{what}: {done} of {total} ({percent}%, Ctrl-C stops)")

  static let workspace = [
    dryRun,
    notAWorkspace, fileIsNoWorkspace, noSuchFolder, noWorkspace, noScript, noScriptNear, scriptUnreadable,
    scriptNotText,
    unexpected, created, workspaceWithin, rebuilding, notBuiltYet, resuming, buildLeftOpen, missingImport,
    buildStopped,
    buildInterrupted,
    whoSitsHere,
    outputCut,
  ]

  static let notAWorkspace = Message(
    "host.workspace-not-one", zh: "{folder} 不是工作区：里面没有 workspace.yaml",
    en: "{folder} is no workspace: it holds no workspace.yaml", helpZh: "新建一个：dudao new 文件夹",
    helpEn: "to make one: dudao new FOLDER")
  static let fileIsNoWorkspace = Message(
    "host.workspace-is-file", zh: "{folder} 是文件，不是工作区的文件夹",
    en: "{folder} is a file and no folder of a workspace",
    helpZh: "在工作区里查看它：dudao -c 'open \"{folder}\"'；收进来：dudao import \"{folder}\" --into 数据",
    helpEn:
      "to look at it within a workspace: dudao -c 'open \"{folder}\"'; to take it in: dudao import \"{folder}\" --into ENTITY"
  )
  static let noSuchFolder = Message(
    "host.workspace-no-folder", zh: "没有文件夹 {folder}", en: "there is no folder {folder}",
    helpZh: "请检查路径；新建工作区：dudao new 文件夹", helpEn: "check the path; to make a workspace: dudao new FOLDER")
  static let noWorkspace = Message(
    "host.workspace-none", zh: "当前文件夹和上级文件夹里都没有工作区", en: "there is no workspace in this folder or above it",
    helpZh: "指明一个：dudao open 文件夹，或 -w 文件夹；新建：dudao new 文件夹",
    helpEn: "name one: dudao open FOLDER, or -w FOLDER; to make one: dudao new FOLDER")
  static let outputCut = Message(
    "host.output-cut", zh: "输出没有写完整：{reason}", en: "the output was not written to its end: {reason}",
    helpZh: "已写出的部分不完整，不要使用；检查磁盘空间或接收输出的程序后重新运行",
    helpEn:
      "what was written is incomplete, do not use it; check the disk or the program that reads, then run again"
  )
  static let whichOne = Message(
    "host.which-one", zh: "哪一个？1 到 {count}，直接回车都不选：", en: "which one? 1 to {count}, Enter for none: ")

  static let noSuchChoice = Message(
    "host.no-such-choice", zh: "里面没有“{answer}”", en: "“{answer}” is none of them",
    helpZh: "请输入 1 到 {count}，或照抄一个名字", helpEn: "type 1 to {count}, or one of the names")

  static let banner = [bannerTitle, bannerNoBackup, bannerBackup, bannerBackupToday, bannerHelp]

  static let bannerTitle = Message(
    "host.banner-title", zh: "{title} · {folder} · {person}", en: "{title} · {folder} · {person}")
  static let bannerNoBackup = Message(
    "host.banner-no-backup", zh: "还没有备份过，输入 backup 备份一次",
    en: "there is no backup yet; type backup to make one")
  static let bannerBackup = Message(
    "host.banner-backup", zh: "上次备份：{day}（{days} 天前）", en: "last backup: {day} ({days} {days:day|days} ago)")
  static let bannerBackupToday = Message(
    "host.banner-backup-today", zh: "上次备份：{day}（今天）", en: "last backup: {day} (today)")
  static let bannerHelp = Message(
    "host.banner-help", zh: "help 说明 · tour 导览 · catalog 有哪些数据 · exit 退出",
    en: "help · tour · catalog: what data there is · exit")

  static let noScript = Message(
    "host.usage-script", zh: "没有脚本“{name}”", en: "there is no script “{name}”",
    helpZh: "脚本放在工作区的 scripts 文件夹里，文件名以 .dd 结尾",
    helpEn: "scripts lie in the folder scripts of the workspace and end in .dd")
  static let noScriptNear = Message(
    "host.usage-script-near", zh: "没有脚本“{name}”，是不是 {near}？",
    en: "there is no script “{name}”; did you mean {near}?",
    helpZh: "脚本放在工作区的 scripts 文件夹里", helpEn: "scripts lie in the folder scripts of the workspace")
  static let scriptUnreadable = Message(
    "host.script-unreadable", zh: "读不了文件 {file}", en: "the file {file} cannot be read",
    helpZh: "请检查文件在不在、有没有读的权限",
    helpEn: "see whether it is there and may be read")
  static let scriptNotText = Message(
    "host.script-not-text", zh: "{file} 不是 UTF-8 文本", en: "{file} is no UTF-8 text",
    helpZh: "请在编辑器里另存为 UTF-8 编码",
    helpEn: "save it as UTF-8 in the editor")
  static let unexpected = Message(
    "host.unexpected", zh: "出了意外：{text}", en: "something unexpected happened: {text}",
    helpZh: "请把这句话和刚才输入的内容告诉维护人员", helpEn: "tell the maintainers this sentence and what you typed")
  static let dryRun = Message(
    "host.dry-run", zh: "这是试运行：什么都没有保存", en: "this was a dry run: nothing was kept")
  static let workspaceWithin = Message(
    "host.workspace-within", zh: "这里已经在工作区 {outer} 里面，没有再新建工作区 {folder}",
    en: "this is inside the workspace {outer}: no workspace {folder} was made in it",
    helpZh: "登记一行数据：dudao new {folder} 列=值 …；真要新建工作区，写成 ./{folder}",
    helpEn: "to add a row: dudao new {folder} COLUMN=VALUE …; for a new workspace: ./{folder}")
  static let created = Message(
    "host.workspace-created", zh: "工作区建好了：{folder}", en: "the workspace is made: {folder}",
    helpZh: "打开：dudao open {quoted}；先在 workspace.yaml 里写上办公室的人员",
    helpEn: "to open it: dudao open {quoted}; first enter the staff in its workspace.yaml")
  static let rebuilding = Message(
    "host.workspace-rebuilding", zh: "第一次打开，按 workspace.yaml 的清单导入 {count} 个文件",
    en: "opened for the first time: {count} {count:file is|files are} imported as workspace.yaml lists them")
  static let notBuiltYet = Message(
    "host.workspace-not-built-yet",
    zh: "workspace.yaml 清单里还有 {count} 个文件没有导入；试运行不导入，下面只按已有的数据回答",
    en:
      "{count} {count:file|files} that workspace.yaml lists {count:is|are} not imported yet; a dry run imports nothing and answers from what is there",
    helpZh: "先打开一次：dudao", helpEn: "open it once first: dudao")
  static let resuming = Message(
    "host.workspace-resuming",
    zh: "上次按 workspace.yaml 的清单导入没有做完，接着导入余下的 {count} 个文件（共 {total} 个）",
    en:
      "importing the files that workspace.yaml lists was broken off; the {count} of {total} that are left are imported now"
  )
  static let buildLeftOpen = Message(
    "host.workspace-build-left-open",
    zh: "workspace.yaml 的清单里有 {count} 个文件还没有导入；导入中断之后又改过数据，所以没有自动接着导入",
    en:
      "{count} {count:file|files} that workspace.yaml lists {count:is|are} not imported yet; the data was changed since that was broken off, so it does not go on by itself",
    helpZh: "先看看改过的数据会不会被文件里的值盖掉，再逐个导入",
    helpEn: "see whether values of the files would overwrite what was changed, then import them one by one")
  static let missingImport = Message("host.workspace-missing-import", zh: "{command}", en: "{command}")
  static let buildInterrupted = Message(
    "host.workspace-build-interrupted", zh: "已停止导入：共 {total} 个文件，已导入 {done} 个",
    en: "importing was stopped: {done} of {total} files are in", helpZh: "下次打开工作区时接着导入",
    helpEn: "opening the workspace again goes on")
  static let buildStopped = Message(
    "host.workspace-build-stopped", zh: "导入停在 {file}：共 {total} 个文件，已导入 {done} 个",
    en: "importing stopped at {file}: {done} of {total} files are in",
    helpZh: "改好这个文件，或从 workspace.yaml 的 imports 里去掉它，再打开工作区，会接着导入",
    helpEn: "mend the file or take it out of imports in workspace.yaml; opening the workspace again goes on")
  static let whoSitsHere = Message("host.who-sits-here", zh: "坐在这里的是谁？", en: "who sits here?")
}
