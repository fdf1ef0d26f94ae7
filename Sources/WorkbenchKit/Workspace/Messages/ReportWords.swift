import KitModel

/// Words in the 问题清单 workbook.
public enum ReportWords {
  public static let issueList = Message("workspace.words-issue-list", zh: "问题清单", en: "Issues")
  public static let original = Message("workspace.words-original", zh: "原表（有问题的行）", en: "Rows with faults")
  public static let file = Message("workspace.words-file", zh: "文件", en: "File")
  public static let sheet = Message("workspace.words-sheet", zh: "工作表", en: "Sheet")
  public static let row = Message("workspace.words-row", zh: "行", en: "Row")
  public static let cell = Message("workspace.words-cell", zh: "单元格", en: "Cell")
  public static let heading = Message("workspace.words-heading", zh: "列", en: "Column")
  public static let found = Message("workspace.words-found", zh: "现在的内容", en: "Found")
  public static let problem = Message("workspace.words-problem", zh: "问题", en: "Problem")
  public static let remedy = Message("workspace.words-remedy", zh: "怎么改", en: "How to mend it")
  public static let data = Message("workspace.words-data", zh: "数据", en: "Data")
  public static let inserted = Message("workspace.words-inserted", zh: "新增", en: "Inserted")
  public static let updated = Message("workspace.words-updated", zh: "更新", en: "Updated")
  public static let unchanged = Message("workspace.words-unchanged", zh: "未变", en: "Unchanged")
  public static let rejected = Message("workspace.words-rejected", zh: "未收", en: "Rejected")
  public static let moreRows = Message(
    "workspace.words-more-rows", zh: "一共 {count} 处问题，这里列出前 {shown} 处。",
    en: "{count} {count:fault|faults} in all, the first {shown} are listed.")

  public static let all = [
    issueList, original, file, sheet, row, cell, heading, found, problem, remedy, data, inserted, updated,
    unchanged, rejected, moreRows,
  ]
}
