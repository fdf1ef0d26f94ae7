import KitModel

/// What the command `explain` is called and takes.
enum ExplainWords {
  static let name = Label("解释", "explain")
  static let meaning = Label("一个数字从哪里来", "where a value comes from")
  static let relationParameter = Label("数据", "relation")
  static let relationHelp = Label("哪一组数据", "which data")
  static let keyParameter = Label("代码", "key")
  static let keyHelp = Label("这一行的代码（或名称），后面可以写列名", "the key of the row, or its name; a column may follow")
  static let firstExample = Label("这所学校每个数字的出处", "where each value of this school comes from")
  static let secondExample = Label("只看一列", "one column only")
  static let fieldColumn = Label("列", "column")
  static let valueColumn = Label("现值", "value")
  static let sourceColumn = Label("出处", "source")
  static let changeColumn = Label("改动", "change")
  static let timeColumn = Label("时间", "time")
  static let personColumn = Label("人", "person")
  static let commandColumn = Label("命令", "command")
  static let queryOption = Label("取数", "query")
  static let queryHelp = Label("考核得分：显示每个指标怎样取数", "of marks: show how each indicator is measured")
}
