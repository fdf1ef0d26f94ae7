import KitModel

/// What the commands of an assessment are called and take.
enum CommandWords {
  static let year = Label(zh: "年度", en: "year")
  static let yearHelp = Label(zh: "哪一年的考核，如 2024", en: "the year of the assessment, as 2024")
  static let score = Label(zh: "按指标体系评分，算出总分、等级和名次", en: "score by the rubric: totals, grades and ranks")
  static let scoreExample = Label(zh: "评 2024 年的分", en: "score 2024")
  static let rank = Label(zh: "列出得分、等级、名次和比上年的升降", en: "list totals, grades and ranks with the year before")
  static let rankExample = Label(zh: "2024 年的排名", en: "the ranks of 2024")
  static let indicators = Label(zh: "列出一年的指标体系", en: "list the indicators of a year")
  static let indicatorsExample = Label(zh: "2024 年的指标", en: "the indicators of 2024")
  static let scoreBefore = Label(zh: "上年得分", en: "Score before")
  static let rankBefore = Label(zh: "上年名次", en: "Rank before")
  static let moved = Label(zh: "升降", en: "Moved")
  static let indicator = Label(zh: "指标", en: "Indicator")
  static let indicatorName = Label(zh: "指标名称", en: "Name")
  static let full = Label(zh: "满分", en: "Full marks")
  static let weight = Label(zh: "权重", en: "Weight")
  static let rule = Label(zh: "评分规则", en: "Rule")
  static let standard = Label(zh: "评分标准", en: "Standard")
  static let mean = Label(zh: "类内平均", en: "Mean of category")
  static let query = Label(zh: "取数", en: "Query")
  static let source = Label(zh: "来源", en: "Source")
  static let basis = Label(zh: "评分依据", en: "Marks given")
  static let measured = Label(zh: "工作区数据（--query 看取数）", en: "data of the workspace (--query shows how)")
  static let measuredOnPaper = Label(zh: "工作区数据", en: "data of the workspace")
  static let plusExtra = Label(zh: "，再加满分之外的 {marks} 分", en: ", and {marks} marks beyond the full ones")
  static let changedSince = Label(
    zh: "［审定以后改的：改动 {change}，{person}，{time}；得分不按它算］",
    en:
      " [entered after the result was decided: change {change}, {person}, {time}; the mark does not follow it]"
  )
  static let typed = Label(zh: "手工输入", en: "typed")
  /// Of so few nobody's mark may be guessed, and none is used.
  static let anonymousFew = Label(
    zh: "{evaluator} {count} 份，不足 {least} 份，没有用", en: "{evaluator}: {count}, fewer than {least}, not used")
  static let anonymous = Label(zh: "{evaluator} {count} 份，平均 {mean}", en: "{evaluator}: {count}, mean {mean}")
  static let scoreColumn = Label(zh: "总分", en: "Total")
  static let grade = Label(zh: "等级", en: "Grade")
  static let rankColumn = Label(zh: "名次", en: "Rank")
  static let state = Label(zh: "状态", en: "State")
  static let marks = Label(zh: "得分", en: "Marks")
  static let applies = Label(zh: "适用条件", en: "Applies where")
}

/// What rules are called.
enum RuleWords {
  static func name(_ rule: Rule, _ language: UILanguage) -> String {
    let (zh, en) =
      switch rule {
      case .points: ("直接评分", "points")
      case .ratio: ("完成比例", "ratio to target")
      case .bands: ("分档", "bands")
      case .threshold: ("达标", "threshold")
      case .thresholdElseRank: ("达标，未达标按名次", "threshold, else by rank")
      case .deduction: ("扣分", "deduction")
      case .bonus: ("加分", "bonus")
      case .veto: ("一票否决", "veto")
      case .evaluators: ("多元主体加权", "several evaluators")
      case .rank: ("按名次", "by rank")
      case .proportion: ("与第一名之比", "in proportion to the first")
      case .shares: ("自评与督评", "self and verified score")
      }
    return language == .zh ? zh : en
  }
}
