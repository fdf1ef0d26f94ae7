import KitModel

/// What the commands `edit` and `edit back` are called and take.
enum EditCommandWords {
  static let name = Label("修改", "edit")
  static let meaning = Label("把行写进工作簿去改", "write rows to a workbook to change them there")
  static let back = Label("修改 收回", "edit back")
  static let backMeaning = Label(
    "收回改好的工作簿，逐格看过再写入", "bring a changed workbook back: each change is shown first")
  static let rowsParameter = Label("数据", "rows")
  static let rowsHelp = Label("要改哪些行：数据名，或括号里的查询", "which rows: a relation, or a pipeline in parentheses")
  static let toParameter = Label("文件", "file")
  static let toHelp = Label("写到哪个文件；不写在 exports 里", "the file; without it a new one below exports")
  static let revealParameter = Label("理由", "reason")
  static let revealHelp = Label("敏感的列也要改，写明理由，记入日志", "sensitive columns too, and what for; it is journaled")
  static let fileParameter = Label("文件", "file")
  static let fileHelp = Label("改好的工作簿", "the changed workbook")
  static let yesParameter = Label("写入", "yes")
  static let yesHelp = Label("不再问，直接写入", "write without asking")
  static let addParameter = Label("加行", "add")
  static let addHelp = Label("新加的行也写入", "write the rows that were added too")
  static let removeParameter = Label("删行", "remove")
  static let removeHelp = Label("标了删除或去掉的行从库里删去", "remove the rows that were marked or taken out")
  static let firstExample = Label("青石学区各校的简称和电话", "short names and telephones of the schools of a zone")
  static let secondExample = Label("写到指定的文件", "to a file of that name")
  static let backExample = Label("看过改动再写入", "look at the changes, then write them")
}
