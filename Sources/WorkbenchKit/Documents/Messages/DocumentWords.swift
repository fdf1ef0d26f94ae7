import KitModel

/// What documents call their own parts.
enum DocumentWords {
  static let front = Label(zh: "概况", en: "Overview")
  static let part = Label(zh: "项目", en: "Item")
  static let noRows = Label(zh: "（没有）", en: "(none)")
  static let text = Label(zh: "内容", en: "Content")
  static let number = Label(zh: "序号", en: "No.")
  static let picture = Label(zh: "图", en: "Picture")
  static let missing = Label(zh: "缺", en: "missing")
  static let interval = Label(zh: "区间", en: "Interval")
  static let count = Label(zh: "个数", en: "Count")
  /// A place of a chart whose name is missing.
  static let nameless = Label(zh: "（空）", en: "(none)")
  /// Below an axis on which not every place is named.
  static func fewNames(_ count: Int, each: Int) -> Label {
    Label(zh: "共 \(count) 项，每 \(each) 项标一个名称", en: "\(count) places, one in \(each) named")
  }
  /// Below the axis: a place that is empty would look like zero.
  static func missing(_ count: Int) -> Label {
    Label(zh: "\(count) 个没有数，没有画出", en: "\(count) without a number, not drawn")
  }
  static let continued = Label(zh: "（续）", en: " (continued)")
  static let furtherColumns = Label(zh: "（续）", en: "(continued)")

  // Parts of official papers have no English custom: they are named in Chinese on the paper itself.
  static let attachment = "附件"
  static let signer = "签发人"
  static let copyTo = "抄送"
  static let printed = "印发"
}
