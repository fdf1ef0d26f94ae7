import KitModel

/// What is said of reports.
enum ReportMessages {
  static let all = [written, wouldWrite]

  static let written = Message(
    "rubrics.reports-written", zh: "{label} {year}：写了 {count} 个文件：{files}",
    en: "{labelEn} {year}: {count} {count:file|files} written: {files}")
  static let wouldWrite = Message(
    "rubrics.reports-would-write", zh: "{label} {year}：会写 {count} 个文件：{files}；试运行，没有写",
    en: "{labelEn} {year}: {count} {count:file|files} would be written: {files}; a dry run writes none")
}
