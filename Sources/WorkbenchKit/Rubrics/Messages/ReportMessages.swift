import KitModel

/// What is said of reports.
enum ReportMessages {
  static let all = [written, wouldWrite]

  static let written = Message(
    "rubrics.reports-written", zh: "{label} {year}：写了 {count} 个文件，从 {first} 到 {last}",
    en: "{labelEn} {year}: {count} files written, from {first} to {last}")
  static let wouldWrite = Message(
    "rubrics.reports-would-write", zh: "{label} {year}：会写 {count} 个文件，从 {first} 到 {last}；试运行，没有写",
    en: "{labelEn} {year}: {count} files would be written, from {first} to {last}; a dry run writes none")
}
