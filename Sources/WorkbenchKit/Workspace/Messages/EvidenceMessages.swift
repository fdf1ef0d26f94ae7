import KitModel

/// What is said of files of evidence.
enum EvidenceMessages {
  static let all = [unreadable, empty]

  static let unreadable = Message(
    "workspace.evidence-unreadable", zh: "读不了佐证 {file}：{reason}",
    en: "the evidence {file} cannot be read: {reason}",
    helpZh: "看文件名和所在文件夹写对没有", helpEn: "see whether its name and folder are right")
  static let empty = Message(
    "workspace.evidence-empty", zh: "佐证 {file} 是空文件，什么都证明不了",
    en: "the evidence {file} is empty and proves nothing",
    helpZh: "打开看看，请单位重新发一次", helpEn: "look at it, and ask the unit to send it again")
}
