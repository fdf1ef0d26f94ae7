import KitModel

/// What is said of archives.
public enum ArchiveMessages {
  public static let all: [Message] = [wordUnknown, yearAhead, thereAlready, noSuchArea, written, wouldWrite]

  static let wordUnknown = Message(
    "archive.word-unknown", zh: "不认识“{found}”", en: "“{found}” is not known", helpZh: "可以写：{allowed}",
    helpEn: "it may be {allowed}")
  static let yearAhead = Message(
    "archive.year-ahead", zh: "{year}还没有到，今天是 {today}", en: "{year} has not come yet; today is {today}",
    helpZh: "看年份写对没有", helpEn: "see whether the year is right")
  static let thereAlready = Message(
    "archive.there-already", zh: "{folder} 里已经有一份归档", en: "{folder} holds an archive already",
    helpZh: "换一个文件夹（--folder），或者先移走那一份", helpEn: "take another folder (--folder), or move that one away first"
  )
  static let noSuchArea = Message(
    "archive.no-such-area", zh: "没有“{area}”这项业务", en: "there is no work area “{area}”", helpZh: "有：{areas}",
    helpEn: "there are: {areasEn}")
  static let written = Message(
    "archive.written", zh: "归档写在 {folder}：{count} 个文件，缺 {gaps} 项",
    en: "archived in {folder}: {count} files, {gaps} {gaps:thing is|things are} missing",
    helpZh: "核对：在那个文件夹里执行 sha256sum -c SHA256SUMS",
    helpEn: "to check it: sha256sum -c SHA256SUMS in that folder")
  static let wouldWrite = Message(
    "archive.would-write", zh: "试运行：会在 {folder} 写 {count} 个文件，缺 {gaps} 项",
    en: "dry run: {count} files would be written to {folder}, {gaps} {gaps:thing is|things are} missing")
}
