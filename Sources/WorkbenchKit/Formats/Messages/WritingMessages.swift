import Glibc
import KitModel

/// Faults and facts of writing files.
enum WritingMessages {
  static let noFolder = Message(
    "formats.write-no-folder", zh: "不能写 {file}：没有这个文件夹", en: "cannot write {file}: there is no such folder",
    helpZh: "先建好文件夹，或换一个位置。", helpEn: "make the folder first, or choose another place.")
  static let denied = Message(
    "formats.write-denied", zh: "不能写 {file}：没有权限，或文件夹是只读的",
    en: "cannot write {file}: no permission, or the folder is read-only",
    helpZh: "换一个可写的文件夹，例如工作区的 exports/。",
    helpEn: "choose a folder that can be written to, such as exports/ of the workspace.")
  static let diskFull = Message(
    "formats.write-disk-full", zh: "不能写 {file}：磁盘已满", en: "cannot write {file}: the disk is full",
    helpZh: "清出空间或换一个磁盘再导出；原来的文件没有变。",
    helpEn: "free some space or choose another disk; a file that was there has not changed.")
  static let failed = Message(
    "formats.write-failed", zh: "写 {file} 时出错：{reason}", en: "cannot write {file}: {reason}",
    helpZh: "换一个位置再试；原来的文件没有变。", helpEn: "try another place; a file that was there has not changed.")
  static let targetIsFolder = Message(
    "formats.write-folder", zh: "不能写 {file}：已有同名的文件夹",
    en: "cannot write {file}: a folder of that name is there",
    helpZh: "换一个文件名。", helpEn: "choose another name.")
  static let writtenBeside = Message(
    "formats.write-beside", zh: "{file} 正在别的程序里打开，已另存为 {other}",
    en: "{file} is open in another program; written beside it as {other}",
    helpZh: "若没有人打开它，请删除旁边以 ~$ 或 .~ 开头的同名文件。",
    helpEn: "if nobody has it open, delete the file of that name beside it that begins with ~$ or .~.")
  static let masked = Message(
    "formats.write-masked", zh: "敏感列已用 *** 代替：{columns}", en: "sensitive columns are masked by ***: {columns}"
  )
  static let formulas = Message(
    "formats.write-formulas", zh: "{count} 个单元格的文字以 = + - @ 等开头，已在前面加 ' 以免被当作公式",
    en:
      "{count} {count:text|texts} beginning with = + - @ and the like got a ' in front, so that no program takes {count:it for a formula|them for formulas}"
  )
  static let textCut = Message(
    "formats.write-text-cut", zh: "{count} 个单元格的文字超过 {limit} 个字符（Excel 的上限），已截短，第一个在 {cell}",
    en:
      "{count} {count:text|texts} longer than {limit} characters (Excel's limit) {count:was|were} cut, the first in {cell}",
    helpZh: "需要全文时请导出 csv 或 json。", helpEn: "export csv or json for the full texts.")
  static let tooManyRows = Message(
    "formats.write-too-many-rows", zh: "一张工作表最多 {limit} 行，这个结果更多",
    en: "a sheet holds at most {limit} rows; this result has more",
    helpZh: "导出 csv，或先用「| 筛选」「| 取」减少行。", helpEn: "export csv, or take fewer rows with where or take.")
  static let tooManyColumns = Message(
    "formats.write-too-many-columns", zh: "一张工作表最多 {limit} 列，这个结果有 {count} 列",
    en: "a sheet holds at most {limit} columns; this result has {count}",
    helpZh: "用「| 选列」挑出要的列。", helpEn: "choose columns with select.")

  static let all = [
    noFolder, denied, diskFull, failed, targetIsFolder, writtenBeside, masked, formulas, textCut, tooManyRows,
    tooManyColumns,
  ]

  /// The diagnostic for a failed system call on a file that was to be written.
  static func cannotWrite(_ name: String, code: Int32) -> Diagnostic {
    let message =
      switch code {
      case ENOENT, ENOTDIR: noFolder
      case EACCES, EPERM, EROFS: denied
      case ENOSPC, EDQUOT: diskFull
      default: failed
      }
    let reason = message == failed ? SystemReason.arguments(code) : [:]
    return Diagnostic(
      message, reason.merging(["file": name]) { first, _ in first }, in: Location(file: name))
  }
}
