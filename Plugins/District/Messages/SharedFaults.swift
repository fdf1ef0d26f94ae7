import PluginAPI

/// What is said of names.
enum SharedFaults {
  static let all = [unknownName, severalOfName, unitClosed]

  static let unknownName = Message(
    "district.unknown-name", zh: "没有叫「{name}」的{what}", en: "there is no {what} called “{name}”")
  static let severalOfName = Message(
    "district.several-of-name", zh: "叫「{name}」的{what}不止一个，请写代码：{codes}",
    en: "more than one {what} is called “{name}”; write the code: {codes}")
  static let unitClosed = Message(
    "district.unit-closed", zh: "{unit}已于 {day} 撤销", en: "{unit} was closed on {day}",
    helpZh: "合并、更名到哪里看：单位变更", helpEn: "where it went stands in unit_change")
}
