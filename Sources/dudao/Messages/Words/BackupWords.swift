import KitModel

/// What the command `backup` is called and takes.
enum BackupWords {
  static let name = Label("备份", "backup")
  static let meaning = Label("备份工作区", "make a backup of the workspace")
  static let folderParameter = Label("文件夹", "folder")
  static let folderHelp = Label("放在哪里；不写就放在工作区的 backups/", "where to; without one backups/ of the workspace")
  static let firstExample = Label("备份到工作区的 backups/", "a backup below backups/")
}
