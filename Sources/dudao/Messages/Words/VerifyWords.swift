import KitModel

/// What the command `verify` is called and takes.
enum VerifyWords {
  static let name = Label("核验", "verify")
  static let meaning = Label("检查数据和改动记录是否完好", "check the store and its chain of changes")
  static let againstParameter = Label("校验码", "code")
  static let againstHelp = Label("报告、通知或简报上印的校验码", "the code printed on a report, a notice or a bulletin")
  static let firstExample = Label("全部检查一遍", "check everything")
}
