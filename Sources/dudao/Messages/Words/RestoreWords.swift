import KitModel

/// What the command `restore` is called and takes.
enum RestoreWords {
  static let name = Label("恢复", "restore")
  static let meaning = Label("从备份恢复", "bring a backup back")
  static let folderParameter = Label("备份", "backup")
  static let folderHelp = Label("备份所在的文件夹", "the folder of the backup")
  static let firstExample = Label("恢复这一份；现在的数据先另存", "bring this one back; what is there now is kept aside")
}
