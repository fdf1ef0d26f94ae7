import KitModel

/// What the command `card` is called and takes.
enum CardWords {
  static let name = Label("档案", "card")
  static let meaning = Label("一个单位的全部情况", "all that is known about a unit")
  static let unitParameter = Label("单位", "unit")
  static let unitHelp = Label("代码、名称、简称或曾用名", "code, name, short or former name")
  static let rowsParameter = Label("行数", "rows")
  static let rowsHelp = Label("每类记录最多列几条", "how many records of each kind are listed at most")
  static let firstExample = Label("这所学校现在的情况", "what is known about this school")
  static let formatsParameter = Label("格式", "formats")
  static let formatsHelp = Label(
    "写成文件，哪些格式：docx、pdf、html、md、xlsx", "writes files of these formats: docx, pdf, html, md, xlsx")
  static let folder = Label("档案", "cards")
  static let thirdExample = Label("写成 Word 文档，放在 exports 里", "as a Word document below exports")
  static let secondExample = Label("每类记录只列 5 条", "five records of each kind")
}
