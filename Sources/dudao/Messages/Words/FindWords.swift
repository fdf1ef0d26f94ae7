import KitModel

/// What the command `find` is called and takes.
enum FindWords {
  static let name = Label("搜", "find")
  static let meaning = Label("在所有数据里找文字", "look for a text everywhere")
  static let textParameter = Label("文字", "text")
  static let textHelp = Label("要找的文字", "what to look for")
  static let rowsParameter = Label("行数", "rows")
  static let rowsHelp = Label("最多列几条", "how many places are listed at most")
  static let firstExample = Label("哪里提到了青石", "where 青石 is mentioned")
  static let relationColumn = Label("数据", "data")
  static let keyColumn = Label("代码", "key")
  static let nameColumn = Label("名称", "name")
  static let fieldColumn = Label("列", "column")
  static let textColumn = Label("内容", "text")
}
