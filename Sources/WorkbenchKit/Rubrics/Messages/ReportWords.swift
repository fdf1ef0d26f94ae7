import KitModel

/// What reports say, and by which names templates ask for it.
enum ReportWords {
  static let rose = Label(zh: "上升 {count} 位", en: "{count} up")
  static let fell = Label(zh: "下降 {count} 位", en: "{count} down")
  static let stayed = Label(zh: "名次不变", en: "same rank")
  static let report = Label(zh: "给每个单位写一份反馈报告", en: "write a feedback report for each unit")
  static let reportExample = Label(zh: "每个单位一份网页和一份工作簿", en: "a page and a workbook for each unit")
  static let oneReportExample = Label(zh: "在屏幕上看一个单位的", en: "that of one unit, on the screen")
  static let summary = Label(zh: "写一页摘要，供负责人看", en: "write one page for the head of the office")
  static let summaryExample = Label(
    zh: "写成网页和工作簿（工作簿里有全部名次和得分）", en: "as page and workbook (with all ranks and marks)")
  static let unitsHelp = Label(zh: "哪些单位；不写就是全部", en: "which units; all unless given")
  static let formats = Label(zh: "格式", en: "formats")
  static let formatsHelp = Label(
    zh: "写成哪些格式：md、html、xlsx、docx、pdf", en: "as which formats: md, html, xlsx, docx, pdf")
  static let folder = Label(zh: "文件夹", en: "folder")
  static let folderHelp = Label(zh: "写到哪个文件夹（在 exports 里）", en: "into which folder (below exports)")
  static let fullRanks = Label(zh: "名次", en: "Ranks")
  static let fullMarks = Label(zh: "指标得分", en: "Marks")
  static let rate = Label(zh: "平均得分率", en: "Mean share of marks")
  static let meanMark = Label(zh: "平均得分", en: "Mean")
  static let lowestMark = Label(zh: "最低得分", en: "Lowest")
  static let missing = Label(zh: "缺", en: "missing")
  static let refused = Label(zh: "拒收", en: "refused")
  static let shared = Label(zh: "并列", en: "Shared places")
  static let sharedEnds = Label(
    zh: "前几名和后几名各列五个以内，另有 {count} 个单位与列出的同分",
    en: "five at most are listed at each end; {count} more have the same total")
  static let more = Label(zh: "其余", en: "More")
  static let moreNotes = Label(
    zh: "另有 {count} 条没有列出，见各单位的反馈报告", en: "{count} more, in the reports of the units")
  static let noTotal = Label(zh: "没有总分：{lacking}", en: "has no total: {lacking}")
  static let writing = Label(zh: "写报告", en: "reports")

  /// Chinese names of the values of a template.
  static let names = [
    "单位": "unit", "年度": "year", "考核": "assessment", "指标体系": "label", "指标版本": "rubric_code",
    "阶段": "stage", "版本": "version", "得分": "score", "等级": "grade", "名次": "rank", "单位数": "units",
    "类别": "category", "类内名次": "category_rank", "类内单位数": "category_units", "上年得分": "score_before",
    "上年名次": "rank_before", "升降": "moved", "缺分指标": "missing", "说明": "note", "复核期限": "review_until",
    "日期": "day", "日志码": "journal_code", "有分": "has_score", "有上年": "has_before", "有缺分": "has_missing",
    "有说明": "has_note", "缺分说明": "lacking", "有换算": "has_scaling", "换算": "scaling", "有复核期限": "is_under_review",
    "有失分": "has_lost", "有复核": "has_objections",
    "是示例": "is_example", "有分单位数": "scored", "平均分": "mean", "最高分": "highest", "最高单位": "highest_unit",
    "最低分": "lowest", "最低单位": "lowest_unit", "复核数": "objections", "调整数": "changed", "未结数": "open",
    "有提示": "has_notes", "提示": "notes",
  ]
}
