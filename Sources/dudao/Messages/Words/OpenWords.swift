import KitModel

/// What the command `open` is called and takes.
enum OpenWords {
  static let name = Label("打开", "open")
  static let meaning = Label("把文件读成表，不导入", "read files as a table, without importing them")
  static let fileParameter = Label("文件", "file")
  static let fileHelp = Label(
    "一个文件，或 收件/*.xlsx 这样同一版式的多个文件", "a file, or several of one layout such as 收件/*.xlsx")
  static let sheetParameter = Label("工作表", "sheet")
  static let sheetHelp = Label("工作表的名称；* 表示全部", "the sheet's name; * for all")
  static let placesParameter = Label("出处", "places")
  static let placesHelp = Label("加上文件、工作表、行三列", "add the columns file, sheet and row")
  static let firstExample = Label("看一个文件的前三行", "the first three rows of a file")
}
