import KitModel

/// What is said of files of evidence.
enum EvidenceMessages {
  static let all = [unreadable]

  static let unreadable = Message(
    "workspace.evidence-unreadable", zh: "读不了佐证 {file}：{reason}",
    en: "the evidence {file} cannot be read: {reason}",
    helpZh: "看文件名和所在文件夹写对没有", helpEn: "see whether its name and folder are right")
}
