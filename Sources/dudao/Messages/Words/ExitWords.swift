import KitModel

/// What the command `exit` is called and takes.
enum ExitWords {
  static let name = Label("退出", "exit")
  static let meaning = Label("离开（Ctrl-D 也行）", "leave (or Ctrl-D)")
  static let firstExample = Label("离开", "leave")
}
