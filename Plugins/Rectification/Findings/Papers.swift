import PluginAPI

extension FindingDesk {
  /// A finding in a paper, with the time that it is given.
  struct Item {
    var finding: Finding
    var count: DayCount
  }

  func items(of paper: PaperRecord) throws -> [Item] {
    try context.query(
      "rectify.item | where paper == $the_paper | sort ordinal | select finding, days, workdays",
      variables: ["the_paper": .text(paper.draft)]
    ).records.map { row in
      Item(
        finding: try finding(row.text("finding") ?? "", at: nil),
        count: DayCount(row.integer("days") ?? 30, areWorkdays: row.flag("workdays") ?? false))
    }
  }

  /// The paper in force, or the draft, in which a finding is told; nil: none, or it is void.
  func paper(telling finding: Finding) throws -> (draft: String, reference: String?)? {
    try papers(telling: finding).last.map { ($0.draft, $0.reference) }
  }

  /// What another paper in force that tells a finding is called; letters to several departments do not shut each other out.
  func otherPaper(telling finding: Finding, than paper: PaperRecord) throws -> String? {
    try papers(telling: finding).first { other in
      other.draft != paper.draft && other.reference != nil && other.unit == paper.unit
    }.map { $0.reference ?? $0.draft }
  }

  /// The latest deadline that other papers in force give it.
  func latestDeadline(of finding: Finding, apartFrom paper: PaperRecord) throws -> CalendarDate? {
    try papers(telling: finding).filter { $0.draft != paper.draft }.compactMap(\.deadline).max()
  }

  /// Whether its deadline was decided on: extended, or set when it was reopened.
  func isDecidedDeadline(_ finding: Finding) throws -> Bool {
    let variables: [String: Value] = ["the_finding": .text(finding.number)]
    let extended = try context.query(
      "rectify.extension | where finding == $the_finding", variables: variables)
    let reopened = try context.query(
      "rectify.event | where finding == $the_finding and what == \"重开\" and before is not null",
      variables: variables)
    return !extended.rows.isEmpty || !reopened.rows.isEmpty
  }

  private func papers(telling finding: Finding) throws -> [(
    draft: String, reference: String?, unit: String?, deadline: CalendarDate?
  )] {
    try context.query(
      """
      rectify.item | where finding == $the_finding and paper.state != "作废" \
      | select draft = paper.draft, reference = paper.reference, unit = paper.unit, deadline | sort draft
      """, variables: ["the_finding": .text(finding.number)]
    ).records.map { ($0.text("draft") ?? "", $0.text("reference"), $0.text("unit"), $0.date("deadline")) }
  }
}
