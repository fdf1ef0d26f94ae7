import KitModel

/// What the command `tour` is called and takes.
enum TourWords {
  static let name = Label("导览", "tour")
  static let meaning = Label("带着走一遍", "show the way round")
  static let stepParameter = Label("第几步", "step")
  static let stepHelp = Label("不写就是下一步", "without one: the next")
  static let firstExample = Label("从头开始", "from the beginning")
}
