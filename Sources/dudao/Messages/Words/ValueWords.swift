import KitModel

/// Headings of values and documents written as tables.
enum ValueWords {
  static let partColumn = Label("部分", "part")
  static let rowColumn = Label("行", "row")
  static let nameColumn = Label("名称", "name")
  static let valueColumn = Label("值", "value")
}
