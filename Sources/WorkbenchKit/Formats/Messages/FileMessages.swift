import Glibc
import KitModel

/// Files that cannot be opened, read or recognised.
enum FileMessages {
  static let missing = Message(
    "formats.file-missing", zh: "没有这个文件：{file}", en: "no such file: {file}",
    helpZh: "检查路径和文件名；从文件管理器复制路径后粘贴即可，带引号和空格都行。",
    helpEn:
      "check the path and the name; a path pasted from the file manager works, quotes and blanks included.")
  static let denied = Message(
    "formats.file-denied", zh: "没有权限读取 {file}", en: "no permission to read {file}",
    helpZh: "请文件的主人放开读取权限，或把文件复制到自己的文件夹。",
    helpEn: "ask the owner of the file for access, or copy it into a folder of your own.")
  static let isFolder = Message(
    "formats.file-is-folder", zh: "{file} 是文件夹，不是文件", en: "{file} is a folder, not a file",
    helpZh: "写出文件名，例如 {file}/*.xlsx。", helpEn: "name the files in it, such as {file}/*.xlsx.")
  static let notRegular = Message(
    "formats.file-not-regular", zh: "{file} 不是普通文件，不能按数据读取",
    en: "{file} is no regular file and holds no data",
    helpZh: "先把内容存成文件。", helpEn: "save its content to a file first.")
  static let unreadable = Message(
    "formats.file-unreadable", zh: "读 {file} 时出错：{reason}", en: "cannot read {file}: {reason}",
    helpZh: "若在网络盘或 U 盘上，请先复制到本机再试。",
    helpEn: "if it is on a network or removable disk, copy it to this machine first.")
  static let empty = Message(
    "formats.file-empty", zh: "{file} 是空文件", en: "{file} is empty",
    helpZh: "请对方重发；可能没有传完。", helpEn: "ask for it again; it may not have arrived whole.")
  static let encrypted = Message(
    "formats.file-encrypted", zh: "{file} 设了密码，无法读取",
    en: "{file} is protected by a password and cannot be read",
    helpZh: "用 Excel 或 WPS 打开，取消密码（文件—信息—保护工作簿—用密码进行加密，清空密码）后另存，再导入。",
    helpEn:
      "open it in Excel or WPS, clear the password (File, Info, Protect, Encrypt with Password) and save it again."
  )
  static let convertible = Message(
    "formats.file-convertible", zh: "{file} 是旧版或其他格式的表格（{kind}），要先转换才能读",
    en: "{file} is a workbook of another format ({kind}) and has to be converted first",
    helpZh: "用 Excel 或 WPS 打开后另存为 .xlsx；装有 LibreOffice 时导入会自动转换。",
    helpEn: "save it as .xlsx in Excel or WPS; with LibreOffice installed, import converts it by itself.")
  static let notTable = Message(
    "formats.file-no-table", zh: "{file} 不是表格文件（{kind}），没有可读的行",
    en: "{file} is no table ({kind}): it holds no rows",
    helpZh: "可读的有 xlsx、csv、tsv、json、jsonl，以及装有这些文件的 zip。",
    helpEn: "what can be read is xlsx, csv, tsv, json, jsonl, and a zip of such files.")
  static let isArchive = Message(
    "formats.file-is-archive", zh: "{file} 是压缩包，要逐个读里面的文件",
    en: "{file} is an archive: the files in it are read one by one",
    helpZh: "直接导入压缩包，或先解压。", helpEn: "import the archive as a whole, or unpack it first.")

  static let all = [
    missing, denied, isFolder, notRegular, unreadable, empty, encrypted, convertible, notTable, isArchive,
  ]

  /// The diagnostic for a failed system call on a file that was to be read.
  static func cannotRead(_ name: String, code: Int32) -> Diagnostic {
    let message =
      switch code {
      case ENOENT, ENOTDIR: missing
      case EACCES, EPERM: denied
      default: unreadable
      }
    let reason = message == unreadable ? SystemReason.arguments(code) : [:]
    return Diagnostic(
      message, reason.merging(["file": name]) { first, _ in first }, in: Location(file: name))
  }
}
