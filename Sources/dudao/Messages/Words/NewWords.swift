import KitModel

/// What the command `new` is called and takes.
enum NewWords {
  static let name = Label("新建", "new")
  static let meaning = Label("登记一行", "add a row")
  static let entityParameter = Label("数据", "entity")
  static let entityHelp = Label("登记到哪里；后面写 列=值", "what to add; then column=value")
  static let firstExample = Label("登记一个学区", "add a zone")
  static let secondExample = Label("要填哪些列", "which columns there are to fill")
  static let labelColumn = Label("列", "column")
  static let idColumn = Label("英文名", "id")
  static let typeColumn = Label("填什么", "what")
  static let requiredColumn = Label("必填", "required")
  static let meaningColumn = Label("含义", "meaning")
}
