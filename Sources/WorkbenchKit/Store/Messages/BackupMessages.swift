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

  static let backupLeavesOut = Message(
    "store.backup-leaves-out",
    zh: "{file} 与备份自己的文件同名，没有备份",
    en: "{file} has the name of a file that the backup itself has, and was left out",
    helpZh: "给它改个名字再备份",
    helpEn: "rename it and make the backup again")

  static let backupUnsound = Message(
    "store.backup-unsound",
    zh: "备份 {folder} 没有通过核验",
    en: "the backup {folder} did not pass its check",
    helpZh: "这个备份不能用；换一个备份",
    helpEn: "this backup cannot be used; take another one")

  static let presentUnsound = Message(
    "store.present-unsound",
    zh: "没有备份：现在的数据没有通过核验",
    en: "no backup was made: the present data did not pass its check",
    helpZh: "用 verify 看全部问题；用 restore 恢复最近的备份",
    helpEn: "verify lists all that is wrong; restore the last backup")

  static let asideUnsound = Message(
    "store.aside-unsound",
    zh: "恢复前的数据没有通过核验，照原样保存了",
    en: "the state before the restore did not pass its check; it is kept as it was")

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
    helpZh: "工作区保持原样；检查空间和写权限",
    helpEn: "the workspace is as it was before; check the room and the right to write")

  static let restoreObstacle = Message(
    "store.restore-obstacle",
    zh: "不能从 {folder} 恢复：{file} 挡在要恢复的文件的位置上（一个是文件夹，一个是文件）",
    en: "{folder} cannot be restored: {file} lies where a file is to go (one is a folder, the other a file)",
    helpZh: "把它移走或改名后再恢复；没有改动任何文件",
    helpEn: "move or rename it, then restore; nothing was changed")

  static let backupOfOtherStore = Message(
    "store.backup-of-other-store",
    zh: "备份 {folder} 的存储文件是 {store}，这个工作区的是 {file}",
    en: "the store of the backup {folder} is {store}, that of this workspace is {file}",
    helpZh: "先在 workspace.yaml 的 store 里写成 file: {store}，重新打开后再恢复；没有改动任何文件",
    helpEn:
      "write file: {store} under store in workspace.yaml, open it again and restore; nothing was changed")

  static let restoreOvertaken = Message(
    "store.restore-overtaken",
    zh: "准备从 {folder} 恢复时，另一个程序改动了数据，没有恢复",
    en: "another program changed the data while {folder} was made ready; nothing was restored",
    helpZh: "等它做完后再恢复",
    helpEn: "restore it again when the other is done")

  static let restoreGoingOn = Message(
    "store.restore-going-on",
    zh: "{file} 正在从备份恢复，现在不能改动",
    en: "{file} is being restored from a backup and cannot be changed now",
    helpZh: "等恢复做完；如果那个程序已经不在，重新打开工作区，会接着完成恢复",
    helpEn: "wait for it; if that program is gone, open the workspace again, which ends the restore")

  static let restoreUnfinished = Message(
    "store.restore-unfinished",
    zh: "从 {folder} 恢复还没有做完；恢复前的状态完整地保存在 {aside}",
    en: "restoring {folder} is not finished; the state before is kept whole in {aside}",
    helpZh: "排除所说的问题后重新打开工作区，会接着完成恢复",
    helpEn: "remove the cause and open the workspace again, which ends the restore")

  static let restoreNoteUnreadable = Message(
    "store.restore-note-unreadable",
    zh: "有一次恢复没有做完，而它的记录 {file} 读不了",
    en: "a restore was broken off, and its note {file} cannot be read",
    helpZh: "删除这个文件后打开工作区，再恢复一次备份；恢复前的状态在 backups/before-restore-… 里",
    helpEn:
      "remove that file, open the workspace and restore the backup again; the state before is in backups/before-restore-…"
  )

  static let sourceMissing = Message(
    "store.source-missing",
    zh: "改动 {id} 导入的文件 {file} 已不在",
    en: "the file {file}, imported by change {id}, is gone",
    helpZh: "从收件处或备份里把它放回原处；不要这些数据了就撤销那次导入：undo {id}",
    helpEn: "put it back from where it was received or from a backup, or undo the import: undo {id}")

  static let sourceChanged = Message(
    "store.source-changed",
    zh: "改动 {id} 导入的文件 {file} 在导入后被改过",
    en: "the file {file}, imported by change {id}, was altered since",
    helpZh: "从备份里取回原来的文件；要用新的内容就再导入一次",
    helpEn: "take the file as it was from a backup; to use what it holds now, import it again")

  static let cannotRead = Message(
    "store.cannot-read",
    zh: "读不了文件 {file}",
    en: "the file {file} cannot be read",
    helpZh: "检查它是否存在、能否读取",
    helpEn: "check that it is there and may be read")

  static var backup: [Message] {
    [
      backupFailed, backupFileDiffers, backupLeavesOut, backupUnsound, presentUnsound, asideUnsound, noBackup,
      restoreFailed,
      restoreObstacle,
      backupOfOtherStore, restoreOvertaken, restoreGoingOn, restoreUnfinished, restoreNoteUnreadable,
      sourceMissing, sourceChanged,
      cannotRead,
    ]
  }
}
