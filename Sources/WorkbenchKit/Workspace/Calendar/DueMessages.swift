import KitModel

/// What is said about recurring work and what becomes due.
public enum DueMessages {
  static let all = [sourceFaulty, badCycle, bothCycles, badDue, noPeriod, wrongBraces]

  static let sourceFaulty = Message(
    "workspace.due-faulty", zh: "待办里的“{label}”（插件 {plugin}）没有算出来：{reason}",
    en: "“{label}” of the plugin {plugin} could not be worked out: {reason}", helpZh: "其余待办不受影响；请告诉插件的维护人员",
    helpEn: "the rest stands; tell whoever keeps the plugin")
  static let badCycle = Message(
    "workspace.recurring-cycle", zh: "every 要写 term、month、year、school_year 或天数，这里是“{found}”",
    en: "every is term, month, year, school_year or a number of days; here it is “{found}”",
    helpZh: "例如 every: term，或 every: 60；只做一次的写 before: 2024-12-31",
    helpEn: "such as every: term, or every: 60; what is done once has before: 2024-12-31")
  static let bothCycles = Message(
    "workspace.recurring-both", zh: "every 和 before 只能写一个", en: "either every or before, not both",
    helpZh: "周期工作写 every；只做一次的写 before", helpEn: "every for what comes round, before for what is done once")
  static let noPeriod = Message(
    "workspace.recurring-no-period", zh: "这项工作没有期间，{period} 无从填起",
    en: "this work has no period that {period} could stand for",
    helpZh: "{period} 只能和 every: term、month、year、school_year 一起用；其余写死，或给脚本的参数写上默认值",
    helpEn:
      "{period} goes with every: term, month, year or school_year; else write the value, or give the parameter a default in the script"
  )
  static let wrongBraces = Message(
    "workspace.recurring-braces", zh: "花括号里只能是 period，这里是“{found}”",
    en: "only period may stand in braces; here it is “{found}”",
    helpZh: "改成 {period}：期间的写法，例如 2024秋、2024-10",
    helpEn: "write {period}: it becomes the period, such as 2024秋 or 2024-10")
  static let badDue = Message(
    "workspace.recurring-due", zh: "{key} 要写 {least} 到 {most} 的整数",
    en: "{key} is a whole number from {least} to {most}",
    helpZh: "due 是周期的第几天以前要做完，ahead 是提前几天提醒",
    helpEn: "due is the day of the period by which it is done, ahead how many days before that it is listed")
}
