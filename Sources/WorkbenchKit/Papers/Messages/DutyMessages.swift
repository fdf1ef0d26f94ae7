import KitModel

/// What is said of who may do what.
enum DutyMessages {
  static let all = [noDuty]

  static let noDuty = Message(
    "papers.no-duty", zh: "{person}没有{duty}职责，不能{action}",
    en: "{person} has no duty to {dutyEn}: nothing can be {actionEn}",
    helpZh: "可以办的人：{allowed}；职责写在 workspace.yaml 的 staff 里",
    helpEn: "those who can: {allowedEn}; duties stand in workspace.yaml under staff")
}
