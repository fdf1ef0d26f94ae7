import KitModel

/// What the command `timing` is called and takes.
enum TimingWords {
  static let name = Label("计时", "timing")
  static let meaning = Label("显示每条语句用时", "say how long each input takes")
  static let stateParameter = Label("开关", "state")
  static let stateHelp = Label("不写就切换", "without one: the other way round")
  static let firstExample = Label("打开计时", "from now on")
}
