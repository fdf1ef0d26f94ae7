import KitModel

/// What is said of deadlines.
enum DayMessages {
  static let all = [yearUnknown, dayOffUnknown]

  static let yearUnknown = Message(
    "papers.year-unknown", zh: "算不出 {start} 起 {days} 个工作日：workspace.yaml 里没有 {year} 年的放假安排",
    en: "{days} working days from {start} cannot be counted: workspace.yaml has no days off of {year}",
    helpZh: "把 {year} 年的放假和调休写进 calendar 的 holidays、workdays，或者改用自然日",
    helpEn: "add the days off and the worked weekends of {year} to calendar, or count calendar days")
  static let dayOffUnknown = Message(
    "papers.day-off-unknown", zh: "{start} 起 {days} 日到期那天是不是休息日不知道：workspace.yaml 里没有 {year} 年的放假安排",
    en:
      "whether the day {days} days after {start} is a day off cannot be told: workspace.yaml has no days off of {year}",
    helpZh: "期限末日是休息日的要顺延；把 {year} 年的放假和调休写进 calendar 的 holidays、workdays",
    helpEn:
      "a deadline moves on from a day off; add the days off and the worked weekends of {year} to calendar")
}
