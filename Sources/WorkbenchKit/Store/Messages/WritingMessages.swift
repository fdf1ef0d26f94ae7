import KitModel

extension StoreMessages {
  static let valueDoesNotFit = Message(
    "store.value-does-not-fit",
    zh: "值“{value}”不能准确地存为{type}", en: "the value \"{value}\" cannot be kept exactly as {typeEn}",
    helpZh: "改成该类型的值，或先用函数转换（如 四舍五入、转文本）",
    helpEn: "give a value of that type, or convert it first (round, text …)")

  static var writing: [Message] { [valueDoesNotFit] }
}
