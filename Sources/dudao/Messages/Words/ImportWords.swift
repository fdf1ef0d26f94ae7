import KitModel

/// What the command `import` is called and takes.
enum ImportWords {
  static let name = Label("导入", "import")
  static let meaning = Label("把收到的文件导入", "take received files in")
  static let fileParameter = Label("文件", "file")
  static let fileHelp = Label("收到的文件，可以是几个", "received files, one or several")
  static let intoParameter = Label("数据", "entity")
  static let intoHelp = Label("导入到哪里，例如 学校", "where to, such as school")
  static let sheetParameter = Label("工作表", "sheet")
  static let sheetHelp = Label("工作表的名称；* 表示全部", "the sheet's name; * for all")
  static let yearParameter = Label("学年", "year")
  static let yearHelp = Label("文件里没有学年列时，数据属于哪个学年", "the school year, where the file has no column for it")
  static let mapParameter = Label("对应", "map")
  static let mapHelp = Label(
    "\"表头=列\"；等号后面不写就是不要这一列", "\"heading=column\"; nothing behind = leaves the column out")
  static let keepGoodParameter = Label("收下好的", "keep good")
  static let keepGoodHelp = Label("有错的行退回，其余收下（退出码 3）", "take the rows without faults; exit code 3")
  static let blanksClearParameter = Label("空白清除", "blanks clear")
  static let blanksClearHelp = Label(
    "文件里空着的格，把库里原来的内容也清空；不加就保留原来的",
    "where a cell of the file is empty, what was there is emptied too; without it, it stays")
  static let firstExample = Label("导入一张工作表", "one sheet of a workbook")
  static let secondExample = Label("有错的行退回，其余收下", "take the good rows, send the others back")
}
