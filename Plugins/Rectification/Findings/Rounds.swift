import PluginAPI

/// The rounds of feedback on a finding.
struct Rounds {
  let all: [Round]

  struct Round {
    var unit: String
    var ordinal: Int
    var result: Result
    var evidence: String?
    var reportedOn: CalendarDate?
  }

  enum Result: String {
    case open = "待核查"
    case passed = "通过"
    case failed = "不通过"
  }

  init(of finding: Finding, _ desk: FindingDesk) throws {
    all = try desk.context.query(
      "rectify.round | where finding == $the_finding | select unit, ordinal, result, evidence, reported_on | sort ordinal",
      variables: ["the_finding": .text(finding.number)]
    ).rows.map { row in
      let cells = row.values.map(Cell.init)
      return Round(
        unit: cells[0].key ?? "", ordinal: cells[1].integer ?? 0,
        result: cells[2].text.flatMap(Result.init) ?? .open, evidence: cells[3].text,
        reportedOn: cells[4].date)
    }
  }

  func last(of unit: String) -> Round? { all.last { $0.unit == unit } }
}
