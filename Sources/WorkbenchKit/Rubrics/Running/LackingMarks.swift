import KitModel
import KitWorkspace

/// Why subjects have no total, in words: what is missing, and apart from it what was refused, with its reason.
struct LackingMarks {
  private var texts: [String: [(indicator: String, refusal: String?)]] = [:]

  /// - Parameter unit: Key of a subject; nil: all of the year.
  init(_ assessment: Assessment, _ year: Period, of unit: String? = nil, _ context: any CommandContext) throws
  {
    let (mark, result) = (assessment.quoted("mark"), assessment.quoted("result"))
    var variables: [String: Value] = ["the_year": .period(year)]
    if let unit { variables["the_unit"] = .text(unit) }
    let only = unit == nil ? "" : " and unit == $the_unit"
    let lacking = try context.query(
      "\(result) | where year == $the_year and missing is not null\(only) | select unit, missing",
      variables: variables)
    if lacking.rows.isEmpty { return }
    let refused = try context.query(
      "\(mark) | where year == $the_year and state == \"拒收\"\(only) | select unit, indicator, reason",
      variables: variables)
    var reasons: [String: [String: String]] = [:]
    for row in refused.rows {
      guard let key = InputGatherer.key(row.values[0]) else { continue }
      reasons[key, default: [:]][InputGatherer.text(row.values[1])] = InputGatherer.text(row.values[2])
    }
    for row in lacking.rows {
      guard let key = InputGatherer.key(row.values[0]) else { continue }
      texts[key] = InputGatherer.text(row.values[1]).split(separator: "、").map(String.init)
        .map { ($0, reasons[key]?[$0]) }
    }
  }

  /// Nil: the subject has a total.
  func text(of unit: String, _ language: UILanguage) -> String? {
    texts[unit].map { Self.text($0, language) }
  }

  /// `缺 A1、A2；拒收 C4（3 不在规定的分档里）`.
  static func text(_ lacking: [(indicator: String, refusal: String?)], _ language: UILanguage) -> String {
    let missing = lacking.filter { $0.refusal == nil }.map(\.indicator)
    let refused = lacking.compactMap { one in
      one.refusal.map { language == .zh ? "\(one.indicator)（\($0)）" : "\(one.indicator) (\($0))" }
    }
    let isChinese = language == .zh
    return [(ReportWords.missing, missing), (ReportWords.refused, refused)].filter { !$1.isEmpty }
      .map { "\($0.text(language)) \($1.joined(separator: isChinese ? "、" : ", "))" }
      .joined(separator: isChinese ? "；" : "; ")
  }
}
