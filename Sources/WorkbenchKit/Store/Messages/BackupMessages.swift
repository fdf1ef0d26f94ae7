import KitModel

extension StoreMessages {
  static let backupFailed = Message(
    "store.backup-failed",
    zh: "备份到 {folder} 没有成功：{detail}",
    en: "the backup to {folder} failed: {detail}",
    helpZh: "检查空间和写权限；没有留下不完整的备份",
    helpEn: "check the room and the right to write; no incomplete backup is left behind")

  static let backupFileDiffers = Message(
    "store.backup-file-differs",
    zh: "备份 {folder} 里的 {file} 与记录不符",
    en: "{file} in the backup {folder} is not as it was written",
    helpZh: "这个备份不能用；换一个备份",
    helpEn: "this backup cannot be used; take another one")

  static let backupUnsound = Message(
    "store.backup-unsound",
    zh: "备份 {folder} 没有通过核验",
    en: "the backup {folder} did not pass its check",
    helpZh: "先用 verify 核验现在的存储",
    helpEn: "check the present store with verify first")

  static let noBackup = Message(
    "store.no-backup",
    zh: "{folder} 不是备份文件夹，或它的清单读不了",
    en: "{folder} is not a backup, or its manifest cannot be read",
    helpZh: "给出 backup 建立的文件夹",
    helpEn: "give a folder that backup made")

  static let restoreFailed = Message(
    "store.restore-failed",
    zh: "从 {folder} 恢复没有成功：{detail}",
    en: "restoring {folder} failed: {detail}",
    helpZh: "存储保持原样；检查空间和写权限",
    helpEn: "the store is as it was before; check the room and the right to write")

  static let cannotRead = Message(
    "store.cannot-read",
    zh: "读不了文件 {file}",
    en: "the file {file} cannot be read",
    helpZh: "检查它是否存在、能否读取",
    helpEn: "check that it is there and may be read")

  static var backup: [Message] {
    [backupFailed, backupFileDiffers, backupUnsound, noBackup, restoreFailed, cannotRead]
  }
}
