import KitModel

/// What is counted while a long work goes on.
enum ProgressWords {
  static let rowsRead = Label("读入行数", "rows read")
  static let filesImported = Label("导入文件", "files imported")
}
