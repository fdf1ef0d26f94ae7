import PluginAPI

/// What is said of recusals.
enum RecusalFaults {
  static let all = [endsBefore, inForce, noted, breaks]

  static let endsBefore = Message(
    "district.recusal-ends-before", zh: "回避截止 {until} 在起始 {from} 以前",
    en: "the recusal ends on {until}, before it begins on {from}")
  static let inForce = Message(
    "district.recusal-in-force", zh: "{person}对{unit}的回避已经登记：{recusal}，一直有效",
    en: "{person} is recused from {unit} already, for good: {recusal}",
    helpZh: "要改就改那一条：recusal | where number == … | set …",
    helpEn: "change that one: recusal | where number == … | set …")
  static let noted = Message(
    "district.recusal-noted", zh: "已登记 {number}：{person}回避{unit}；没有打破已经安排的任务",
    en: "{number} is noted: {person} is recused from {unit}; it breaks no task")
  static let breaks = Message(
    "district.recusal-breaks", zh: "已登记 {number}：{person}回避{unit}；下面 {count} 项任务要换人",
    en:
      "{number} is noted: {person} is recused from {unit}; {count} {count:task needs|tasks need} somebody else"
  )
}
