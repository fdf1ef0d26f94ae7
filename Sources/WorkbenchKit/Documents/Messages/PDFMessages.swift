import KitModel

/// What goes wrong with WeasyPrint and gnuplot.
enum PDFMessages {
  static let all = [missing, failed, tooSlow, died, plotterMissing, plotterFailed]

  static let missing = Message(
    "documents.pdf-missing", zh: "没有写 pdf：这台机器上没有 WeasyPrint",
    en: "no pdf was written: WeasyPrint is not on this machine",
    helpZh: "请管理员执行 apt-get install weasyprint；docx 和 html 不需要它",
    helpEn: "have apt-get install weasyprint run; docx and html do not need it")
  static let failed = Message(
    "documents.pdf-failed", zh: "WeasyPrint 没有写成 pdf：{reason}", en: "WeasyPrint wrote no pdf: {reason}",
    helpZh: "先导出 html 看看内容是否正常", helpEn: "write html first and see whether it looks right")
  static let tooSlow = Message(
    "documents.pdf-slow", zh: "WeasyPrint 太久没有写完，已经停掉", en: "WeasyPrint took too long and was stopped",
    helpZh: "减少行数，或者导出 docx、xlsx", helpEn: "take fewer rows, or write docx or xlsx")
  static let died = Message(
    "documents.pdf-died", zh: "WeasyPrint 中途停止，没有写 pdf", en: "WeasyPrint was stopped; no pdf was written",
    helpZh: "可能是内存不够：减少行数再试", helpEn: "memory may be short: try again with fewer rows")
  static let plotterMissing = Message(
    "documents.plot-missing", zh: "没有画图：这台机器上没有 gnuplot；文档里用文字条代替",
    en: "nothing was drawn: gnuplot is not on this machine; documents have bars of text instead",
    helpZh: "请管理员执行 apt-get install gnuplot-nox", helpEn: "have apt-get install gnuplot-nox run")
  static let plotterFailed = Message(
    "documents.plot-failed", zh: "gnuplot 没有画成图（文档里用文字条代替）：{reason}",
    en: "gnuplot drew nothing (documents have bars of text instead): {reason}")
}
