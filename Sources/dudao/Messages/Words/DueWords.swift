import KitModel

/// What the command `due` is called, takes and says.
enum DueWords {
  static let name = Label("待办", "due")
  static let meaning = Label("到期和逾期的事项", "what is due and overdue")
  static let runParameter = Label("运行", "run")
  static let runHelp = Label("把到期的周期工作的脚本都运行一遍", "run the scripts of the recurring work that is due")
  static let firstExample = Label("现在有哪些事到期", "what is due now")

  static let matter = Label("事项", "Matter")
  static let period = Label("周期", "Period")
  static let day = Label("期限", "Deadline")
  static let overdue = Label("逾期", "Overdue")
  static let soon = Label("将到期", "Due soon")
  static let next = Label("怎么看、怎么办", "How to see or do it")
}

/// What is said about what is due.
enum DueCommandMessages {
  static let all = [nothing, banner, scriptFailed]

  static let nothing = Message("host.due-nothing", zh: "没有到期的事项", en: "nothing is due")
  static let banner = Message(
    "host.banner-due", zh: "待办：逾期 {overdue}，将到期 {soon}（打 due 看）",
    en: "due: {overdue} overdue, {soon} soon (type due)")
  static let scriptFailed = Message(
    "host.due-script-failed", zh: "{label}：脚本 {script} 没有跑成", en: "{label}: the script {script} failed",
    helpZh: "原因见上面；别的事项照常", helpEn: "why is said above; the others went on")
}
