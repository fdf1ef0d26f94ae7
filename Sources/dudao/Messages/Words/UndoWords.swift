import KitModel

/// What the command `undo` is called and takes.
enum UndoWords {
  static let name = Label("撤销", "undo")
  static let meaning = Label("撤销一次改动", "take a change back")
  static let changeParameter = Label("编号", "id")
  static let changeHelp = Label("日志里的编号；不写就是最后一次改动", "the id in the log; without one the last change")
  static let withParameter = Label("连同", "with")
  static let withHelp = Label(
    "写“连同 以后”，把依赖它的后续改动一起撤销", "“with later” takes back the later changes that rest on it too")
  static let laterParameter = Label("以后", "later")
  static let laterHelp = Label("见上", "see above")
  static let firstExample = Label("撤销最后一次改动", "take the last change back")
  static let secondExample = Label("撤销第 12 次改动和依赖它的改动", "take back change 12 and those that rest on it")
}
