import KitModel

/// What is said of deadlines.
enum DayMessages {
  static let all = [yearUnknown]

  static let yearUnknown = Message(
    "papers.year-unknown", zh: "算不出 {start} 起 {days} 个工作日：workspace.yaml 里没有 {year} 年的放假安排",
    en: "{days} working days from {start} cannot be counted: workspace.yaml has no days off of {year}",
    helpZh: "把 {year} 年的放假和调休写进 calendar 的 holidays、workdays，或者改用自然日",
    helpEn: "add the days off and the worked weekends of {year} to calendar, or count calendar days")
}
