import KitModel

/// What is said of files that come back.
enum FormReturnMessages {
  static let noFiles = Message(
    "workspace.form-no-files", zh: "{place} 里没有文件", en: "there are no files in {place}", helpZh: "把收到的表放进去再收",
    helpEn: "put the received sheets there")
  static let openFile = Message(
    "workspace.form-open-file", zh: "{file} 是打开表格时留下的临时文件，略过",
    en: "{file} is left by a program that has a workbook open; skipped")
  static let otherFile = Message(
    "workspace.form-other-file", zh: "{file} 不是下发的表，略过", en: "{file} is no sheet that was sent out; skipped")
  static let sameBytes = Message(
    "workspace.form-same-bytes", zh: "{file} 和上次收到的 {unit} 的表一字不差，略过",
    en: "{file} is the very file of {unit} that is here already; skipped")
  static let notTable = Message(
    "workspace.form-not-table", zh: "{file} 不是表格（{kind}），看名称是 {unit} 交的",
    en: "{file} is no workbook ({kind}); by its name {unit} sent it", helpZh: "请单位填发下去的 xlsx 表，不要截图、扫描或另存",
    helpEn: "ask the unit to fill the xlsx that was sent, not a picture or a scan")
  static let notTableUnknown = Message(
    "workspace.form-not-table-unknown", zh: "{file} 不是表格（{kind}），也看不出是哪家交的",
    en: "{file} is no workbook ({kind}), and its name tells no unit", helpZh: "问清是谁交的，请它填发下去的 xlsx 表",
    helpEn: "find out who sent it and ask for the xlsx that was sent out")
  static let notOurs = Message(
    "workspace.form-not-ours", zh: "{file} 不是发下去的那张表，看名称是 {unit} 交的",
    en: "{file} is not the sheet that was sent out; by its name {unit} sent it",
    helpZh: "请在发下去的文件里填，不要复制到新文件", helpEn: "ask for the file that was sent, not for a copy of its cells")
  static let notOursUnknown = Message(
    "workspace.form-not-ours-unknown", zh: "{file} 不是发下去的表，也看不出是哪家交的",
    en: "{file} is no sheet that was sent out, and its name tells no unit", helpZh: "看是不是放错了文件",
    helpEn: "see whether it is the right file")
  static let unreadable = Message(
    "workspace.form-unreadable", zh: "{file} 打不开：{reason}", en: "{file} cannot be read: {reason}",
    helpZh: "请单位重新发一次", helpEn: "ask the unit to send it again")
  static let neverSent = Message(
    "workspace.form-never-sent", zh: "{file} 是 {unit} 的表，可是没有下发过（或下发已撤销）",
    en: "{file} is a sheet of {unit} that was never sent out from here, or its sending was undone",
    helpZh: "看是不是另一个工作区下发的", helpEn: "see whether another workspace sent it")
  static let neverSentAny = Message(
    "workspace.form-never-sent-any",
    zh: "“{form}”{period} 的表有 {count} 份没有收（{file} 等）：没有下发过，或下发已撤销",
    en:
      "{count} sheets of “{form}” for {period} ({file} and others) were never sent out from here, or that was undone",
    helpZh: "先下发再收：报表 下发 {form} {period}；另一个工作区下发的，到那里收",
    helpEn:
      "send them out first: form out {form} {period}; sheets that another workspace sent out are collected there"
  )
  static let reissued = Message(
    "workspace.form-reissued", zh: "{file} 是另一次下发的表：{unit} 现在要填的是 {day} 下发的那张",
    en: "{file} was sent out another time: the sheet that {unit} is to fill is that of {day}",
    helpZh: "请单位填 {day} 下发的表", helpEn: "ask the unit to fill the sheet of {day}")
  static let otherPeriod = Message(
    "workspace.form-other-period", zh: "{file} 是 {found} 的表，这里收的是 {wanted}",
    en: "{file} is a sheet for {found}; {wanted} is being collected",
    helpZh: "收那一期的表时再收，或去掉 --period", helpEn: "collect it with its own period, or leave --period out")
  static let tampered = Message(
    "workspace.form-tampered", zh: "{file} 里隐藏的标识被改过，认不出是不是发给 {unit} 的那张",
    en: "the hidden identity in {file} was changed: it cannot be told from the sheet of {unit}",
    helpZh: "请 {unit} 在原来发下去的文件里重填", helpEn: "ask {unit} to fill the file that was sent, once more")
  static let formGone = Message(
    "workspace.form-gone", zh: "{file} 属于报表“{form}”，现在没有这张报表",
    en: "{file} belongs to the form “{form}”, which is not there now",
    helpZh: "看报表的声明是不是有错或被删除", helpEn: "see whether its declaration has faults or was removed")
  static let otherVersion = Message(
    "workspace.form-other-version", zh: "“{form}”下发以后改过，{file} 还是改以前的",
    en: "“{form}” was changed after it was sent; {file} is from before",
    helpZh: "改回原来的声明再收，或重新下发：报表 下发 {form} {period}",
    helpEn: "put the declaration back as it was, or send the form again: form out {form} {period}")
  static let sheetMissing = Message(
    "workspace.form-sheet-missing", zh: "工作表“{sheet}”不见了，现在有：{found}",
    en: "the sheet “{sheet}” is gone; there are: {found}",
    helpZh: "不要改工作表的名称，也不要删除", helpEn: "leave the sheet and its name as they were")
  static let sheetAdded = Message(
    "workspace.form-sheet-added", zh: "多了工作表“{sheet}”，里面的内容不会被收",
    en: "there is a further sheet “{sheet}”, which is not read",
    helpZh: "把内容填到“{wanted}”里，删去多的表", helpEn: "put what it holds into “{wanted}” and remove it")
  static let rowsAdded = Message(
    "workspace.form-rows-added", zh: "表格下面多了内容（从第 {row} 行起）",
    en: "there is something below the form, from row {row} on",
    helpZh: "不要加行；表里放不下的，写在说明栏或另行报告", helpEn: "add no rows; tell the rest in another way")
  static let rowsMoved = Message(
    "workspace.form-rows-moved", zh: "行换了位置，或者插入了行：{rows}",
    en: "rows were moved, or others inserted: {rows}",
    helpZh: "请在发下去的文件里重填，不要增删行或排序", helpEn: "ask for the file as it was sent, without rows removed or sorted")
  static let notListed = Message(
    "workspace.form-not-listed", zh: "没有问题的 {count} 份没有逐一列出",
    en: "{count} sheets without problems are not listed",
    helpZh: "全部单位：报表 状态 报表 期间", helpEn: "all units: form status FORM PERIOD")
  static let rowsGone = Message(
    "workspace.form-rows-gone", zh: "少了行：{rows}", en: "rows are missing: {rows}",
    helpZh: "请在发下去的文件里重填，不要增删行或排序", helpEn: "ask for the file as it was sent, without rows removed or sorted")
  static let namedOtherwise = Message(
    "workspace.form-named-otherwise", zh: "{file} 的文件名像是 {named} 的，里面是 {unit} 的表，按 {unit} 的收下",
    en: "by its name {file} is of {named}, but it is the sheet of {unit} and was taken as such",
    helpZh: "问清是谁填的；填错了表的，请 {named} 填自己的那一份",
    helpEn: "ask who filled it in; {named} may have filled in the wrong sheet")
  static let lockedChanged = Message(
    "workspace.form-locked-changed", zh: "锁定的格 {cell} 被改过：原来是“{before}”，现在是“{found}”",
    en: "the locked cell {cell} was changed: it was “{before}” and is “{found}”", helpZh: "改回原来的内容；内容有误请来电更正",
    helpEn: "put back what it was; if that is wrong, tell the office")
  static let aboveLimit = Message(
    "workspace.form-above-limit", zh: "{field}是 {found}，超过同行的{limit}（{most}）",
    en: "{field} is {found}, above {limit} of its row ({most})",
    helpZh: "改成不超过 {most}", helpEn: "make it {most} at most")
  static let required = Message(
    "workspace.form-required", zh: "{field}必填，这里空着", en: "{field} is required; the cell is empty",
    helpZh: "填上；没有的按填报说明办，不要用 0 代替",
    helpEn: "fill it in; where there is none do as the guide says, and do not put 0")
  static let requiredDash = Message(
    "workspace.form-required-dash", zh: "{field}必填，这里写的是“{found}”",
    en: "{field} is required; the cell holds “{found}”",
    helpZh: "填上；没有的按填报说明办，不要用 0 代替",
    helpEn: "fill it in; where there is none do as the guide says, and do not put 0")
  static let requiredNumber = Message(
    "workspace.form-required-number", zh: "{field}必填，应是数字，现在是“{found}”",
    en: "{field} is required and has to be a number; the cell holds “{found}”",
    helpZh: "只写数字，如 4.5，不写约、余、分", helpEn: "write digits only, like 4.5")
  static let requiredInteger = Message(
    "workspace.form-required-integer", zh: "{field}必填，应是整数，现在是“{found}”",
    en: "{field} is required and has to be a whole number; the cell holds “{found}”",
    helpZh: "只写数字，如 300，不写约、余、多", helpEn: "write digits only, like 300")
  static let dateForNumber = Message(
    "workspace.form-date-for-number", zh: "{field}是日期 {found}，多半是 {guess} 被表格软件改成的",
    en: "{field} is the day {found}; most likely {guess} was typed and the spreadsheet made a day of it",
    helpZh: "把这一格的格式改为数值，重填", helpEn: "format the cell as a number and type it again")
  static let rounded = Message(
    "workspace.form-rounded", zh: "{field}填的是 {found}，只保留 {places} 位小数，取 {kept}",
    en: "{field} is {found}; {places} decimal places are kept: {kept}")
  static let checkFailed = Message(
    "workspace.form-check-failed", zh: "{message}", en: "{message}", helpZh: "核对这一行的各格",
    helpEn: "look at the cells of the row again")
  static let changed = Message(
    "workspace.form-changed", zh: "{field}上期是 {before}，这期是 {found}，变化超过 {limit}，没有写原因",
    en: "{field} was {before} and is {found}: more than {limit} apart, and no reason is given",
    helpZh: "核对数字；属实的，在“{reason}”里写明原因",
    helpEn: "check the figure; if it is right, give the reason in “{reason}”")
  static let twice = Message(
    "workspace.form-twice-different", zh: "{field}已收的是“{before}”，这次是“{found}”",
    en: "{field} was received as “{before}” and is now “{found}”",
    helpZh: "问清以哪次为准；以这次为准就加 --replace", helpEn: "ask which holds; if this one, add --replace")
  static let checkBroken = Message(
    "workspace.form-check-broken", zh: "报表“{form}”里的核对“{condition}”执行不了",
    en: "the check “{condition}” of the form “{form}” cannot be run",
    helpZh: "改好报表的声明，重新打开工作区再收；收到的文件都没有动",
    helpEn: "mend the declaration and open the workspace again; no file was taken")
  static let anonymousSame = Message(
    "workspace.form-anonymous-same", zh: "{file} 不记名，这家单位交过了，内容和已收的一份相同，略过",
    en:
      "{file} is anonymous; its unit has returned a sheet before, and one that is here says the same; skipped"
  )
  static let anonymousTwice = Message(
    "workspace.form-anonymous-twice", zh: "{file} 不记名，这家单位交过一份内容不同的；哪一份是它的没有留底，不能替换",
    en:
      "{file} is anonymous; its unit has returned a sheet before that says otherwise, and which one that was is kept nowhere",
    helpZh: "要更正：用 撤销 撤回收它的那一次（日志 里有编号），换上这一份，全部重收",
    helpEn:
      "to correct it, undo the collecting of that time (see log) and collect all again, with this file instead"
  )
  static let anonymousFew = Message(
    "workspace.form-anonymous-few", zh: "不记名的表有 {count} 份，评同样对象的这次不到 {fewest} 份：看日志可以推断是谁填的",
    en:
      "{count} anonymous {count:sheet comes|sheets come} with fewer than {fewest} over the same rows: the journal lets guess whose they are",
    helpZh: "评同一对象的几份等齐了一起收；要重来，先 撤销 这一次",
    helpEn: "collect those of the same rows together; to begin anew, undo this collecting")
  static let anonymousKept = Message(
    "workspace.form-anonymous-kept", zh: "不记名的表只留重新写过的副本，看不出是谁填的；收到的原件看得出，没有复制",
    en:
      "of anonymous sheets copies are kept that tell nobody's name; the files as received do, and were not copied",
    helpZh: "原件用完，由收件的人删除或另行封存", helpEn: "whoever received the files removes them or locks them away")
  static let issueList = Message(
    "workspace.form-issue-list", zh: "{unit} 有 {count} 处问题，问题清单：{file}",
    en: "{unit}: {count} {count:problem|problems}, listed in {file}")
  static let summary = Message(
    "workspace.form-summary", zh: "收下 {taken} 份，退回 {returned} 份，略过 {skipped} 份，未收 {unknown} 份",
    en: "{taken} taken, {returned} sent back, {skipped} skipped, {unknown} not taken")

  static let looked = Message(
    "workspace.form-looked", zh: "只看一看，什么都没有存：可以收 {taken} 份，要退回 {returned} 份，略过 {skipped} 份，收不了 {unknown} 份",
    en:
      "a look, nothing is kept: {taken} would be taken, {returned} sent back, {skipped} skipped, {unknown} not taken",
    helpZh: "要收：报表 收取", helpEn: "to take them: form collect")

  static let all = [
    noFiles, openFile, otherFile, sameBytes, notTable, notTableUnknown, notOurs, notOursUnknown, unreadable,
    neverSent, neverSentAny,
    reissued, otherPeriod, tampered, formGone, otherVersion, sheetMissing, sheetAdded, rowsAdded, rowsMoved,
    notListed, rowsGone, namedOtherwise, lockedChanged, aboveLimit, required, requiredDash,
    requiredNumber, requiredInteger, dateForNumber, rounded, checkFailed, changed, twice,
    checkBroken, anonymousSame, anonymousTwice, anonymousFew, anonymousKept,
    issueList, summary, looked,
  ]
}
