import KitModel

/// Words of the archive.
enum ArchiveWords {
  static let name = Label(zh: "归档", en: "archive")
  static let meaning = Label(
    zh: "把一年的公文、指标体系、收到的表、得分、复核、佐证、日志收成一个文件夹，附卷内目录；缺什么先列出来",
    en:
      "Gathers a year into one folder: papers, rubrics, received files, marks, objections, evidence, journal, with a list; what is missing comes first."
  )
  static let year = Label(zh: "年度", en: "year")
  static let yearHelp = Label(zh: "哪一年，例如 2024", en: "such as 2024")
  static let area = Label(zh: "业务", en: "area")
  static let areaHelp = Label(zh: "只归一项业务，例如 duty", en: "one work area alone, such as duty")
  static let folder = Label(zh: "文件夹", en: "folder")
  static let folderHelp = Label(zh: "exports 里的哪个文件夹", en: "the folder below exports")
  static let example = Label(zh: "全年", en: "the whole year")
  static let areaExample = Label(zh: "只归基础数据", en: "the shared data alone")

  static let index = Label(zh: "00-卷内目录", en: "00-contents")
  static let gaps = Label(zh: "缺少的材料和没有办完的事", en: "What is missing or not finished")
  static let list = Label(zh: "卷内目录", en: "Contents")
  static let parts = Label(zh: "各部分", en: "Parts")
  static let void = Label(zh: "（作废）", en: " (void)")
  static let fileMissing = Label(zh: "文件不在", en: "a file is not there")
  static let fileChanged = Label(zh: "文件与登记时不同", en: "a file is not what was registered")
  static let notSealed = Label(zh: "考核没有封存", en: "an assessment is not sealed")

  static let rubric = Label(zh: "指标体系", en: "rubric")
  static let results = Label(zh: "考核结果", en: "results")
  static let marks = Label(zh: "得分和理由", en: "marks with reasons")
  static let sealedResults = Label(zh: "封存的结果", en: "sealed results")
  static let sealedMarks = Label(zh: "封存的得分", en: "sealed marks")
  static let entries = Label(zh: "评分原始记录", en: "entries")
  static let vetoes = Label(zh: "否决事项", en: "vetoes")
  static let exemptions = Label(zh: "合理缺项", en: "exemptions")
  static let objections = Label(zh: "复核申请和决定", en: "objections and decisions")

  static let gapColumns = [Label(zh: "缺什么", en: "Missing"), Label(zh: "是哪个", en: "Which")]
  static let listColumns = [
    Label(zh: "序号", en: "No."), Label(zh: "文号", en: "Number"), Label(zh: "题名", en: "Title"),
    Label(zh: "日期", en: "Day"), Label(zh: "责任者", en: "Author"), Label(zh: "页数", en: "Extent"),
    Label(zh: "保管期限", en: "Kept for"), Label(zh: "文件", en: "File"), Label(zh: "校验值", en: "SHA-256"),
  ]
  static let summaryColumns = [
    Label(zh: "部分", en: "Part"), Label(zh: "文件数", en: "Files"), Label(zh: "页数", en: "Pages"),
    Label(zh: "保管期限", en: "Kept for"),
  ]

  static let onePiece = Label(zh: "1 件", en: "1 file")
  static let journal = Label(zh: "日志", en: "journal")

  static func pages(_ count: Int, _ language: UILanguage) -> String {
    language == .zh ? "\(count) 页" : count == 1 ? "1 page" : "\(count) pages"
  }

  static func sheets(_ count: Int, _ language: UILanguage) -> String {
    language == .zh ? "\(count) 张表" : count == 1 ? "1 sheet" : "\(count) sheets"
  }

  /// - Parameter area: What the one work area is called that is archived; nil: all.
  static func title(_ year: String, area: Label?, _ language: UILanguage) -> String {
    let part = area?.text(language)
    return language == .zh
      ? "\(year)督导档案\(part.map { "（\($0)）" } ?? "")卷内目录"
      : "Archive of \(year)\(part.map { ", \($0)" } ?? ""): contents"
  }

  static func rows(_ label: String, _ count: Int, _ language: UILanguage) -> String {
    language == .zh ? "\(label)（\(count) 条）" : "\(label) (\(count) rows)"
  }
}
