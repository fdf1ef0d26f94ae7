import KitModel

/// What the command `reveal` is called and takes.
enum RevealWords {
  static let name = Label("明文", "reveal")
  static let meaning = Label("显示敏感列的内容，并记入日志", "show sensitive values, and journal it")
  static let reasonParameter = Label("理由", "reason")
  static let reasonHelp = Label("看来做什么，记入日志", "what for; it is journaled")
  static let rowsParameter = Label("数据", "rows")
  static let rowsHelp = Label("要看哪些行：数据名，或括号里的查询", "which rows: a relation, or a pipeline in parentheses")
  static let firstExample = Label("专职督学的手机号", "the mobile numbers of the full-time inspectors")
  static let secondExample = Label("导出也是明文", "what is exported is plain too")
}
