import KitModel

/// What the command `help` is called and takes.
enum HelpWords {
  static let name = Label("帮助", "help")
  static let meaning = Label("解释一个词、命令或数据", "explain a word, a command or data")
  static let wordParameter = Label("词", "word")
  static let wordHelp = Label("不写就列出全部", "without one: everything")
  static let firstExample = Label("怎么筛选", "how to filter")
  static let secondExample = Label("怎么导入", "how to import")
  static let thirdExample = Label("学校有哪些列", "the columns of school")
}
