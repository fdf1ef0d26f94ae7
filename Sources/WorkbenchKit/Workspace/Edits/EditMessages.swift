import KitModel

/// What is said when rows go into a workbook to be changed.
enum EditMessages {
  static let notRowsOfEntity = Message(
    "workspace.edit-not-rows", zh: "这些行不是一种数据里的行，不能修改",
    en: "these are not rows of one kind of data and cannot be changed",
    helpZh: "只用筛选、排序、取、增列、选列；分组、合并、并上之后的行不再是原来的行",
    helpEn:
      "use where, sort, take, derive and select alone; behind group, join or union rows are no longer those of the data"
  )
  static let writtenByCommand = Message(
    "workspace.edit-written-by-command", zh: "“{entity}”只由“{command}”写入，不能修改",
    en: "{entity} is written by “{command}” alone and cannot be changed",
    helpZh: "用“{command}”；看用法：帮助 {command}", helpEn: "use “{command}”; see help {command}")
  static let keyMissing = Message(
    "workspace.edit-key-missing", zh: "少了认行用的列：{columns}",
    en: "the columns that tell rows apart are missing: {columns}",
    helpZh: "在选列里加上它们，不要改名；敏感的先用 --reveal",
    helpEn: "select them too, under their own names; sensitive ones with --reveal")
  static let noRows = Message(
    "workspace.edit-no-rows", zh: "没有行，没有写工作簿", en: "there are no rows; no workbook was written")
  static let tooManyRows = Message(
    "workspace.edit-too-many-rows", zh: "有 {count} 行，一次最多改 {limit} 行",
    en: "there are {count} rows; {limit} are changed at once",
    helpZh: "用筛选缩小范围；大批的改动用「更新」或导入", helpEn: "narrow them with where; for many rows use set or import")
  static let nothingOpen = Message(
    "workspace.edit-nothing-open", zh: "“{entity}”的这些列都不能改：是认行的列、算出来的列或敏感的列",
    en: "none of these columns of {entity} can be changed: they are keys, calculated or sensitive",
    helpZh: "在选列里加上要改的列", helpEn: "select the columns to be changed too")
  static let tooLong = Message(
    "workspace.edit-too-long", zh: "“{row}”的{column}太长，工作簿的一格放不下",
    en: "{column} of {row} is longer than a cell of a workbook takes",
    helpZh: "在选列里去掉这一列，或用筛选去掉这一行", helpEn: "leave the column or the row out")
  static let fileIsThere = Message(
    "workspace.edit-file-is-there", zh: "{file} 已经有了，没有覆盖：里面可能有还没收回的改动",
    en: "{file} is there already and stays: it may hold changes that were not brought back",
    helpZh: "换一个名称，或先收回它", helpEn: "take another name, or bring it back first")
  static let written = Message(
    "workspace.edit-written", zh: "“{entity}”{count} 行已写到 {file}",
    en: "{count} {count:row|rows} of {entity} written to {file}",
    helpZh: "改好存盘，再收回：修改 收回 \"{file}\"", helpEn: "change and save it, then: edit back \"{file}\"")
  static let computedLocked = Message(
    "workspace.edit-computed-locked", zh: "算出来的列只供查看，锁定：{columns}",
    en: "calculated columns are locked: {columns}")
  static let sensitiveLocked = Message(
    "workspace.edit-sensitive-locked", zh: "敏感的列隐去并锁定：{columns}",
    en: "sensitive columns are masked and locked: {columns}",
    helpZh: "确实要改，加 --reveal 和理由", helpEn: "to change them add --reveal with a reason")
  static let noNewRows = Message(
    "workspace.edit-no-new-rows", zh: "这份工作簿里不能加行：没有必填的列 {columns}",
    en: "no rows can be added in this workbook: required columns are missing: {columns}")

  static let all =
    [
      notRowsOfEntity, writtenByCommand, keyMissing, noRows, tooManyRows, nothingOpen, tooLong, fileIsThere,
      written,
      computedLocked, sensitiveLocked, noNewRows,
    ] + backing + cells

  // MARK: A workbook that comes back

  static let notEdit = Message(
    "workspace.edit-not-edit", zh: "{file} 不是「修改」写出的工作簿", en: "{file} is no workbook that edit wrote",
    helpZh: "收到的别的文件用「导入」", helpEn: "take other files in with import")
  static let isForm = Message(
    "workspace.edit-is-form", zh: "{file} 是下发的报表，不是「修改」写出的工作簿",
    en: "{file} is a form that was sent out, no workbook that edit wrote",
    helpZh: "用「报表 收取」收", helpEn: "take it in with form collect")
  static let unknown = Message(
    "workspace.edit-unknown", zh: "{file} 不是这个工作区写出的", en: "{file} was not written by this workspace",
    helpZh: "在写出它的工作区里收回", helpEn: "bring it back where it was written")
  static let tampered = Message(
    "workspace.edit-tampered", zh: "{file} 里隐藏的标识被改过，认不出原来的行",
    en: "the hidden part of {file} was changed; its rows cannot be told",
    helpZh: "重新用「修改」写出，再改一次", helpEn: "write the rows out once more with edit, and change them there")
  static let sheetMissing = Message(
    "workspace.edit-sheet-missing", zh: "{file} 里没有工作表“{sheet}”，现在有：{found}",
    en: "{file} has no sheet “{sheet}”; there are: {found}",
    helpZh: "把工作表的名称改回来，删去多的表", helpEn: "give the sheet its name back, and remove the others")
  static let sheetRenamed = Message(
    "workspace.edit-sheet-renamed", zh: "工作表“{sheet}”改名成了“{found}”，照收",
    en: "the sheet “{sheet}” is now called “{found}”; it is read")
  static let columnMissing = Message(
    "workspace.edit-column-missing", zh: "{file} 里找不到这些列的表头，或者有两列同名：{columns}",
    en: "{file} lacks the headings of these columns, or has them twice: {columns}",
    helpZh: "不要删列、改表头或复制列", helpEn: "leave columns and headings as they were, once each")
  static let columnsMoved = Message(
    "workspace.edit-columns-moved", zh: "{file} 的列换了位置，按表头认",
    en: "columns of {file} were moved; they are known by their headings")
  static let columnAdded = Message(
    "workspace.edit-column-added", zh: "{file} 多了这些列，里面的内容没有收：{columns}",
    en: "{file} has further columns, which are not read: {columns}",
    helpZh: "要改这些列，重新用「修改」写出有它们的", helpEn: "to change them write the rows out with them")
  static let declarationChanged = Message(
    "workspace.edit-declaration-changed", zh: "{file} 写出以后，“{column}”的定义改过",
    en: "“{column}” was declared anew after {file} was written",
    helpZh: "重新用「修改」写出，再改一次", helpEn: "write the rows out once more with edit, and change them there")
  static let nothingChanged = Message(
    "workspace.edit-nothing-changed", zh: "{file} 里没有改动", en: "nothing was changed in {file}")
  static let allThere = Message(
    "workspace.edit-all-there", zh: "{file} 里的 {count} 处改动，库里已经是这样",
    en: "{count} {count:change|changes} of {file}: the data says so already")
  static let broughtBack = Message(
    "workspace.edit-brought-back",
    zh: "{file} 里的 {count} 处改动，库里已经是这样；这份工作簿收回过（第 {change} 次改动，{person}，{time}）",
    en:
      "{count} {count:change|changes} of {file}: the data says so already; the workbook was brought back before (change {change}, {person}, {time})"
  )
  static let sameFile = Message(
    "workspace.edit-same-file", zh: "{file} 已经收回过，一字不差（第 {change} 次改动，{person}，{time}），没有再写",
    en:
      "{file} was brought back before, byte for byte (change {change}, {person}, {time}); nothing is written again"
  )
  static let question = Message(
    "workspace.edit-question", zh: "写入上面的改动（改 {updated} 行 {cells} 格，加 {added} 行，删 {removed} 行）？",
    en:
      "Write the changes above ({updated} {updated:row|rows} changed in {cells} {cells:cell|cells}, {added} added, {removed} removed)?"
  )
  static let askAdd = Message(
    "workspace.edit-ask-add", zh: "新加的 {count} 行要写入吗？", en: "Write the {count} new {count:row|rows}?")
  static let askRemove = Message(
    "workspace.edit-ask-remove", zh: "要删的 {count} 行真的删去吗？",
    en: "Remove the {count} {count:row|rows} that are marked or gone?")
  static let added = Message(
    "workspace.edit-added", zh: "有新加的行，共 {count} 行，要写明才写入",
    en: "{count} {count:row is|rows are} new; that has to be said",
    helpZh: "确实要加，写 --add", helpEn: "to add them say --add")
  static let removed = Message(
    "workspace.edit-removed", zh: "有要删的行，共 {count} 行，要写明才删去：{rows}",
    en: "{count} {count:row is|rows are} to go; that has to be said: {rows}",
    helpZh: "确实要删，写 --remove", helpEn: "to remove them say --remove")
  static let notWritten = Message(
    "workspace.edit-not-written", zh: "没有写入", en: "nothing was written",
    helpZh: "要写入：修改 收回 \"{file}\" {flags}", helpEn: "to write it: edit back \"{file}\" {flags}")
  static let changedMeanwhile = Message(
    "workspace.edit-changed-meanwhile", zh: "看改动的时候数据又变了，{file} 没有写入",
    en: "the data changed while the changes were looked at; {file} was not written",
    helpZh: "再收回一次，看过再写", helpEn: "bring it back once more")
  static let done = Message(
    "workspace.edit-done", zh: "“{entity}”改了 {updated} 行 {cells} 格，加 {added} 行，删 {removed} 行",
    en:
      "{entity}: {updated} {updated:row|rows} changed in {cells} {cells:cell|cells}, {added} added, {removed} removed",
    helpZh: "撤销：undo {change}", helpEn: "to take it back: undo {change}")
  static let wouldWrite = Message(
    "workspace.edit-would-write", zh: "试运行：“{entity}”会改 {updated} 行 {cells} 格，加 {added} 行，删 {removed} 行",
    en:
      "dry run: {entity} would have {updated} {updated:row|rows} changed in {cells} {cells:cell|cells}, {added} added, {removed} removed"
  )

  private static let backing = [
    notEdit, isForm, unknown, tampered, sheetMissing, sheetRenamed, columnMissing, columnsMoved,
    columnAdded,
    declarationChanged, nothingChanged, allThere, broughtBack, sameFile, question, askAdd, askRemove, added,
    removed, notWritten, changedMeanwhile, done, wouldWrite,
  ]

  // MARK: Cells and rows

  static let required = Message(
    "workspace.edit-required", zh: "{field}必填，这里空着", en: "{field} is required; the cell is empty")
  static let lockedChanged = Message(
    "workspace.edit-locked-changed", zh: "“{column}”这一列锁定，不能改成“{found}”",
    en: "{column} is locked and cannot become “{found}”",
    helpZh: "恢复原来的内容", helpEn: "put back what it was")
  static let keyChanged = Message(
    "workspace.edit-key-changed", zh: "认行用的列改过：原来是“{was}”，现在是“{found}”",
    en: "what tells the row apart was changed: it was “{was}” and is “{found}”",
    helpZh: "改回来；要换编码，删去这一行再加一行", helpEn: "put it back; for another key remove the row and add a new one")
  static let keyTwice = Message(
    "workspace.edit-key-twice", zh: "这一行和上面的一行认行用的列相同", en: "the row has the key of a row above",
    helpZh: "只留一行", helpEn: "leave one of them")
  static let newKeyIsThere = Message(
    "workspace.edit-new-key-is-there", zh: "新加的行“{row}”库里已经有了", en: "the new row “{row}” is there already",
    helpZh: "查出那一行来改：不在这份工作簿里", helpEn: "change the row that is there; it is not in this workbook")
  static let newRowLacks = Message(
    "workspace.edit-new-row-lacks", zh: "加行还要这些必填的列，这份工作簿里没有：{columns}",
    en: "a new row needs required columns that this workbook does not have: {columns}",
    helpZh: "另写一份有这些列的，在那里加行", helpEn: "write the rows out with these columns, and add there")
  static let badMark = Message(
    "workspace.edit-bad-mark", zh: "第一列的“{found}”看不懂", en: "“{found}” in the first column says nothing",
    helpZh: "要删这一行选“删除”，不删就空着", helpEn: "choose “remove” to take the row away, or leave it empty")
  static let rowChanged = Message(
    "workspace.edit-row-changed",
    zh: "“{row}”的{column}在写出以后改过：原来是 {was}，现在是 {now}（{person}，{time}，第 {change} 次改动）",
    en: "{column} of {row} was changed since: it was {was} and is {now} ({person}, {time}, change {change})",
    helpZh: "核对以谁的为准；这一行重新用「修改」写出再改", helpEn: "see which one holds, and write the row out once more with edit"
  )
  static let rowGone = Message(
    "workspace.edit-row-gone", zh: "“{row}”已经不在库里，改动没有地方写",
    en: "{row} is no longer there; its changes have no place",
    helpZh: "查日志看谁删的；在工作簿里恢复这一行原来的内容", helpEn: "see the log for who removed it; put the row back as it was")

  private static let cells = [
    required, lockedChanged, keyChanged, keyTwice, newKeyIsThere, newRowLacks, badMark, rowChanged, rowGone,
  ]
}
