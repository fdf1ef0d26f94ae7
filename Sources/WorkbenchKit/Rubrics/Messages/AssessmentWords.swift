import KitModel

/// What the relations of an assessment are for.
enum AssessmentWords {
  static let assessment = Label(
    zh: "每年一次考核走到哪一步：初评、反馈、复核、审定、公示、封存。",
    en: "How far the assessment of a year has come, from first marks to seal.")
  static let result = Label(
    zh: "各单位的总分、等级和名次，由评分命令算出。", en: "Total, grade and rank of each unit, made by scoring.")
  static let mark = Label(
    zh: "各单位每个指标的得分和理由，由评分命令算出。",
    en: "Marks of each unit in each indicator with their reasons, made by scoring.")
  static let entry = Label(
    zh: "评价主体在评分表上填报的分数和数据。", en: "Marks and figures that evaluators entered on sheets.")
  static let exemption = Label(
    zh: "督导室决定的合理缺项：这个单位不考这个指标。", en: "Indicators that do not apply to a unit by decision of the office.")
  static let veto = Label(
    zh: "一票否决事项和决定；没有决定文号和日期的不生效。",
    en: "Vetoes with their decisions; without number and date they have no effect.")
  static let sealedResult = Label(
    zh: "封存时的结果，每一版都留着，不能改。", en: "Results as sealed, every version of them, never changed.")
  static let sealedMark = Label(
    zh: "封存时的指标得分，每一版都留着，不能改。", en: "Marks as sealed, every version of them, never changed.")
}
