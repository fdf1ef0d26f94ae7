import KitModel

/// What documents call their own parts.
enum DocumentWords {
  static let front = Label(zh: "概况", en: "Overview")
  static let part = Label(zh: "项目", en: "Item")
  static let noRows = Label(zh: "（没有）", en: "(none)")
  static let text = Label(zh: "内容", en: "Content")
}
