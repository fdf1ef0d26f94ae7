import KitModel

/// Why a file cannot be imported as a whole.
public enum ImportMessages {
  public static let noHeading = Message(
    "workspace.import-no-heading", zh: "找不到表头：前 {rows} 行里没有一行像“{entity}”的表头。",
    en: "No heading row: none of the first {rows} {rows:row|rows} fits {entity}.",
    helpZh: "表头要有这些列中的一些：{fields}。", helpEn: "A heading has some of these columns: {fields}.")
  public static let noFittingSheet = Message(
    "workspace.import-no-fitting-sheet", zh: "没有一张工作表的表头合“{entity}”：{sheets}。",
    en: "No sheet has a heading that fits {entity}: {sheets}.",
    helpZh: "表头要有这些列中的一些：{fields}。", helpEn: "A heading has some of these columns: {fields}.")
  public static let severalSheets = Message(
    "workspace.import-several-sheets", zh: "有 {count} 张工作表都合“{entity}”：{sheets}。",
    en: "{count} {count:sheet fits|sheets fit} {entity}: {sheets}.",
    helpZh: "加 --sheet \"{first}\" 选一张，或加 --sheet \"*\" 全部导入。",
    helpEn: "Add --sheet \"{first}\" for one of them, or --sheet \"*\" for all.")
  public static let noSuchSheet = Message(
    "workspace.import-no-such-sheet", zh: "没有工作表“{sheet}”。", en: "There is no sheet “{sheet}”.",
    helpZh: "文件里有：{sheets}。", helpEn: "The file has: {sheets}.")
  public static let noSheets = Message(
    "workspace.import-no-sheets", zh: "这种文件不分工作表，没有“{sheet}”。",
    en: "A file of this kind has no sheets, and so no “{sheet}”.",
    helpZh: "去掉 --sheet。", helpEn: "Leave --sheet out.")
  public static let twoColumns = Message(
    "workspace.import-two-columns", zh: "“{first}”（{firstCell}）和“{second}”（{secondCell}）都是{field}。",
    en: "“{first}” ({firstCell}) and “{second}” ({secondCell}) are both {field}.",
    helpZh: "加 --map \"{second}=\" 去掉一列，或用 --map 指到别的字段。",
    helpEn: "Leave one out with --map \"{second}=\", or map it to another field.")
  public static let unsureColumn = Message(
    "workspace.import-unsure-column", zh: "“{heading}”（{cell}）像是{candidates}，要确认才收。",
    en: "“{heading}” ({cell}) looks like {candidates}; it is taken only when confirmed.",
    helpZh: "加 --map \"{heading}={field}\" 收进来，或加 --map \"{heading}=\" 不收。",
    helpEn: "Add --map \"{heading}={field}\" to take it, or --map \"{heading}=\" to leave it out.")
  public static let columnsMissing = Message(
    "workspace.import-columns-missing", zh: "缺少必填的列：{fields}。", en: "Required columns are missing: {fields}.",
    helpZh: "补上这些列；已有的列叫别的名字时，加 --map \"表头={field}\"。",
    helpEn: "Add them; if a column has another name, add --map \"heading={field}\".")
  public static let mapHeadingUnknown = Message(
    "workspace.import-map-heading-unknown", zh: "--map 里的表头“{heading}”，文件里没有。",
    en: "--map names the heading “{heading}”, which the file does not have.",
    helpZh: "文件里的表头：{headings}。", helpEn: "The file's headings: {headings}.")
  public static let mapFieldUnknown = Message(
    "workspace.import-map-field-unknown", zh: "--map 里的“{field}”不是{entity}的字段。",
    en: "--map names “{field}”, which is no field of {entity}.", helpZh: "字段有：{fields}。",
    helpEn: "Its fields: {fields}.")
  public static let yearWanted = Message(
    "workspace.import-year-wanted", zh: "要知道这是哪个学年的数，文件里没有，工作区也没有设当前学年。",
    en: "The school year is not in the file, and the workspace sets none.",
    helpZh: "加 --year 2024-2025。", helpEn: "Add --year 2024-2025.")
  public static let yearNotOfKind = Message(
    "workspace.import-year-not-of-kind", zh: "“{year}”不合“{field}”的要求。",
    en: "“{year}” does not fit {field}.",
    helpZh: "写成 2024-2025 这样的学年。", helpEn: "Write a school year like 2024-2025.")
  public static let unitDiffers = Message(
    "workspace.import-unit-differs", zh: "“{heading}”的单位是{unit}，“{field}”按{declared}收，换算不了。",
    en: "“{heading}” is in {unit}; {field} is kept in {declared}, and the two cannot be converted.",
    helpZh: "换算成{declared}并改好表头；或加 --map \"{heading}=\" 不收这一列。",
    helpEn:
      "Convert the column to {declared} and mend its heading, or leave it out with --map \"{heading}=\".")
  public static let unitUndeclared = Message(
    "workspace.import-unit-undeclared", zh: "“{heading}”的单位是{unit}，“{field}”没有规定单位，不知道怎么换算。",
    en: "“{heading}” is in {unit}; {field} declares no unit, so that it cannot be converted.",
    helpZh: "换算成单位不带万、千的数并改好表头；或加 --map \"{heading}=\" 不收这一列。",
    helpEn:
      "Convert the column to the plain unit and mend its heading, or leave it out with --map \"{heading}=\".")
  public static let unitOfTable = Message(
    "workspace.import-unit-of-table", zh: "表头上方写着单位是{unit}，“{heading}”自己没有写单位，分不清是不是也按{unit}。",
    en: "A line above the heading says {unit}; “{heading}” names no unit, so that it may be meant or not.",
    helpZh: "在表头里写明单位，如“{heading}（{unit}）”或“{heading}（个）”。",
    helpEn: "Write the unit into the heading, like “{heading}（{unit}）” or “{heading}（个）”.")
  public static let fileChanged = Message(
    "workspace.import-file-changed", zh: "{file} 在导入的时候变了，一行也没有收。",
    en: "{file} changed while it was being imported; no row was taken.",
    helpZh: "等它存好、关上以后再导入。", helpEn: "Import it again when it has been saved and closed.")
  public static let nameTaken = Message(
    "workspace.import-name-taken", zh: "刚刚有另一个文件存成了 {copy}，这个文件没有收。",
    en: "Another file was kept as {copy} just now; this one was not taken.",
    helpZh: "再导入一次。", helpEn: "Import it again.")
  public static let noSuchFile = Message(
    "workspace.import-no-such-file", zh: "找不到文件 {file}。", en: "There is no file {file}.",
    helpZh: "看路径写得对不对；可以把文件拖进窗口得到路径。", helpEn: "Check the path.")
  public static let officeMissing = Message(
    "workspace.import-office-missing", zh: "{file} 是旧格式（xls、et、doc、wps），要有 LibreOffice 才能读。",
    en: "{file} has an old format (xls, et, doc, wps); reading it needs LibreOffice.",
    helpZh: "安装：apt-get install libreoffice-calc；或在 WPS、Excel 里另存为 xlsx。",
    helpEn: "Install it with apt-get install libreoffice-calc, or save the file as xlsx.")
  public static let officeFailed = Message(
    "workspace.import-office-failed", zh: "LibreOffice 没能转换 {file}：{reason}。",
    en: "LibreOffice could not convert {file}: {reason}.",
    helpZh: "在 WPS、Excel 里另存为 xlsx。", helpEn: "Save the file as xlsx.")
  public static let emptyArchive = Message(
    "workspace.import-empty-archive", zh: "压缩包 {file} 里没有可以导入的表格。", en: "The archive {file} holds no table.")
  public static let unlikeLayouts = Message(
    "workspace.open-unlike-layouts", zh: "这些文件的表头与 {first} 不一样，不能并成一张表：{files}。",
    en: "The headings of these files differ from {first}, so they make no one table: {files}.",
    helpZh: "表头一样的一起打开；其余单独打开。", helpEn: "Open files of one layout together, the others on their own.")
  public static let tooManyColumns = Message(
    "workspace.open-too-many-columns", zh: "这张表有 {count} 列，最多能打开 {limit} 列。",
    en: "The sheet has {count} {count:column|columns}; at most {limit} can be opened.",
    helpZh: "删去用不着的列（空白却有格式的列也算），另存后再打开。",
    helpEn: "Delete columns that are not needed and save it again.")
  public static let noMatchingFiles = Message(
    "workspace.open-no-matching-files", zh: "没有文件符合 {pattern}。", en: "No file matches {pattern}.")
  public static let rejected = Message(
    "workspace.import-rejected", zh: "{file} 有 {count} 处问题，一行也没有收。",
    en: "{file} has {count} {count:fault|faults}; no row was taken.",
    helpZh: "改好后重新导入；或加 --keep-good，先收没有问题的行。",
    helpEn: "Mend them and import again, or add --keep-good to take the good rows.")
  public static let rowsRejected = Message(
    "workspace.import-rows-rejected", zh: "{count} 行有问题，没有收。",
    en: "{count} {count:row|rows} had faults and {count:was|were} not taken.")
  public static let copyFailed = Message(
    "workspace.import-copy-failed", zh: "文件存不进 {copy}：{reason}。",
    en: "The file could not be kept as {copy}: {reason}.",
    helpZh: "看磁盘是否已满、data 文件夹能否写入。",
    helpEn: "See whether the disk is full and the folder data can be written.")

  public static let writtenByCommand = Message(
    "workspace.import-written-by-command", zh: "“{entity}”只由“{command}”写入，不能导入。",
    en: "{entity} is written by `{command}` alone; nothing is imported into it.",
    helpZh: "用“{command}”；看用法：帮助 {command}", helpEn: "Use `{command}`; how: help {command}")

  public static let all = [
    noHeading, noFittingSheet, severalSheets, noSuchSheet, noSheets, twoColumns, unsureColumn, columnsMissing,
    mapHeadingUnknown, mapFieldUnknown, yearWanted, yearNotOfKind, unitDiffers, unitUndeclared, unitOfTable,
    fileChanged, nameTaken, noSuchFile,
    officeMissing, officeFailed, emptyArchive, unlikeLayouts, tooManyColumns, noMatchingFiles, rejected,
    rowsRejected,
    copyFailed, writtenByCommand,
  ]
}
