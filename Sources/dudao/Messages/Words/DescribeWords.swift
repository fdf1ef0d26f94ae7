import KitModel

/// What the command `describe` is called and takes.
enum DescribeWords {
  static let name = Label("概况", "describe")
  static let meaning = Label("一组数据每列的情况", "what the columns of a relation hold")
  static let relationParameter = Label("数据", "relation")
  static let relationHelp = Label("数据的名称；查询结果请在后面接 | 概况", "a relation; behind a query write | describe")
  static let firstExample = Label("学校每列填了多少、有哪些值", "how the columns of school are filled")
}
