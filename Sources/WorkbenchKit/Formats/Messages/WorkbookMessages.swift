import KitModel

/// Faults and facts of workbooks and archives.
enum WorkbookMessages {
  static let truncated = Message(
    "formats.zip-truncated", zh: "{file} 不完整：压缩包的目录缺失，多半没有传完",
    en: "{file} is not whole: the directory at its end is missing; it was probably cut short on its way",
    helpZh: "请对方重新发送，或从原处重新复制。", helpEn: "ask for it again, or copy it again from where it came.")
  static let notZip = Message(
    "formats.zip-not", zh: "{file} 不是压缩包，也不是 xlsx 工作簿", en: "{file} is neither a zip nor an xlsx workbook",
    helpZh: "扩展名可能改错了：用 Excel 或 WPS 打开后另存为 .xlsx。",
    helpEn: "its extension may be wrong: open it in Excel or WPS and save it as .xlsx.")
  static let damagedZip = Message(
    "formats.zip-directory", zh: "{file} 的目录损坏，无法解压",
    en: "the directory of {file} is damaged; it cannot be unpacked",
    helpZh: "请对方重新发送；或用 Excel 打开并修复后另存。",
    helpEn: "ask for it again, or let Excel repair it and save it again.")
  static let damagedPart = Message(
    "formats.zip-damaged", zh: "{file} 里的 {part} 损坏，无法解压",
    en: "{part} in {file} is damaged and cannot be unpacked",
    helpZh: "请对方重新发送；或用 Excel 打开并修复后另存。",
    helpEn: "ask for it again, or let Excel repair it and save it again.")
  static let encryptedPart = Message(
    "formats.zip-encrypted", zh: "{file} 里的 {part} 设了密码", en: "{part} in {file} is protected by a password",
    helpZh: "请先用密码解压，再导入里面的文件。", helpEn: "unpack it with the password first and import the files.")
  static let bombRatio = Message(
    "formats.zip-ratio", zh: "{file} 里的 {part} 解压后超过原来的 {limit} 倍，像是压缩炸弹，已停止读取",
    en:
      "{part} in {file} grows more than {limit} times when unpacked, as a zip bomb does; reading has stopped",
    helpZh: "不要打开来历不明的文件；确属正常时请用 Excel 另存一次再导入。",
    helpEn:
      "do not open files of unknown origin; if it is genuine, save it once more in Excel and import that.")
  static let bombSize = Message(
    "formats.zip-size", zh: "{file} 里的 {part} 解压后超过 {limit} MB，已停止读取",
    en: "{part} in {file} is larger than {limit} MB when unpacked; reading has stopped",
    helpZh: "请把它拆成几个较小的文件。", helpEn: "split it into smaller files.")
  static let archiveSize = Message(
    "formats.zip-total-size", zh: "{file} 里的文件解压后合起来超过 {limit} MB，已停止读取",
    en: "the files in {file} are larger than {limit} MB together when unpacked; reading has stopped",
    helpZh: "请分成几个压缩包，或先解压再逐个导入。", helpEn: "split it into several archives, or unpack it first.")
  static let tooManyEntries = Message(
    "formats.zip-entries", zh: "{file} 里有 {count} 个文件，超过 {limit} 个",
    en: "{file} holds {count} {count:file|files}, more than {limit}",
    helpZh: "请分成几个压缩包。", helpEn: "split it into several archives.")
  static let unsafeName = Message(
    "formats.zip-unsafe-name", zh: "{file} 里有个文件名指向压缩包以外，已跳过：{part}",
    en: "{file} holds a name that points outside of it, which was passed over: {part}",
    helpZh: "不要打开来历不明的压缩包。", helpEn: "do not open archives of unknown origin.")
  static let missingPart = Message(
    "formats.xlsx-missing-part", zh: "{file} 缺少 {part}，不是完整的 xlsx 工作簿",
    en: "{file} lacks {part}: it is no complete xlsx workbook",
    helpZh: "用 Excel 或 WPS 打开并另存为 .xlsx 后再导入。", helpEn: "open it in Excel or WPS and save it as .xlsx again.")
  static let brokenXML = Message(
    "formats.xlsx-broken-xml", zh: "{file} 里的 {part} 第 {line} 行不是正确的 XML",
    en: "line {line} of {part} in {file} is not well-formed XML",
    helpZh: "文件已损坏：用 Excel 打开并修复后另存，或请对方重发。",
    helpEn: "the file is damaged: let Excel repair it and save it again, or ask for it again.")
  static let documentType = Message(
    "formats.xlsx-dtd", zh: "{file} 里的 {part} 带有文档类型声明（DTD），正常的工作簿没有，已拒绝读取",
    en: "{part} in {file} declares a document type (DTD), which no genuine workbook does; it is refused",
    helpZh: "文件可能被人动过手脚：请向来源核实。", helpEn: "the file may have been tampered with: check with its sender.")
  static let badCell = Message(
    "formats.xlsx-bad-cell", zh: "{file} 里 {part} 的单元格位置「{found}」不对（应为 A1 到 XFD1048576，按行列顺序）",
    en: "{part} in {file} has a cell at '{found}', which is no place (A1 to XFD1048576, in order)",
    helpZh: "文件已损坏：用 Excel 打开并修复后另存。", helpEn: "the file is damaged: let Excel repair it and save it again.")
  static let badSharedText = Message(
    "formats.xlsx-bad-shared-text", zh: "{file} 工作表 {sheet} 的单元格 {cell} 引用了不存在的共享文字（{found}）",
    en: "cell {cell} of sheet {sheet} in {file} refers to a shared text that is not there ({found})",
    helpZh: "文件已损坏：用 Excel 打开并修复后另存。", helpEn: "the file is damaged: let Excel repair it and save it again.")
  static let tooManyTexts = Message(
    "formats.xlsx-too-many-texts", zh: "{file} 的共享文字超过 {limit}，已停止读取",
    en: "the shared texts of {file} exceed {limit}; reading has stopped",
    helpZh: "请把工作簿拆成几个，或存为 CSV UTF-8 再导入。",
    helpEn: "split the workbook, or save it as CSV UTF-8 and import that.")
  static let noSheets = Message(
    "formats.xlsx-no-sheets", zh: "{file} 里没有工作表", en: "{file} holds no worksheets",
    helpZh: "用 Excel 或 WPS 打开核对后另存。", helpEn: "open it in Excel or WPS, check it and save it again.")
  static let sheetWithoutCells = Message(
    "formats.xlsx-chart-sheet", zh: "{file} 的「{sheet}」是图表等，没有单元格，未读",
    en: "'{sheet}' of {file} is a chart or the like without cells and was not read")

  static let all = [
    truncated, notZip, damagedZip, damagedPart, encryptedPart, bombRatio, bombSize, archiveSize,
    tooManyEntries,
    unsafeName,
    missingPart,
    brokenXML, documentType, badCell, badSharedText, tooManyTexts, noSheets, sheetWithoutCells,
  ]
}
