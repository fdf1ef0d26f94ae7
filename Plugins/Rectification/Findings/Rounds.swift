import PluginAPI

/// The rounds of feedback on a finding.
struct Rounds {
  let all: [Round]

  struct Round {
    var unit: String
    var ordinal: Int
    var result: Result
    /// Numbers of the files that came with it.
    var evidence: [String]
    var reportedOn: CalendarDate?
  }

  /// Between the numbers of evidence in a row of `rectify.round`.
  static let separator: Character = "、"

  enum Result: String {
    case open = "待核查"
    case passed = "通过"
    case failed = "不通过"
  }

  init(of finding: Finding, _ desk: FindingDesk) throws {
    all = try desk.context.query(
      "rectify.round | where finding == $the_finding | select unit, ordinal, result, evidence, reported_on | sort ordinal",
      variables: ["the_finding": .text(finding.number)]
    ).records.map { row in
      Round(
        unit: row.text("unit") ?? "", ordinal: row.integer("ordinal") ?? 0,
        result: row.text("result").flatMap(Result.init) ?? .open,
        evidence: (row.text("evidence") ?? "").split(separator: Self.separator).map(String.init),
        reportedOn: row.date("reported_on"))
    }
  }

  func last(of unit: String) -> Round? { all.last { $0.unit == unit } }
}
