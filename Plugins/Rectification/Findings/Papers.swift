import PluginAPI

extension FindingDesk {
  /// The paper in force, or the draft, in which a finding is told; nil: none, or it is void.
  func paper(telling finding: Finding) throws -> (draft: String, reference: String?, state: PaperState)? {
    let table = try context.query(
      """
      rectify.item | where finding == $the_finding and paper.state != "作废" \
      | select draft = paper.draft, reference = paper.reference, state = paper.state | sort draft
      """, variables: ["the_finding": .text(finding.number)])
    guard let cells = table.rows.last?.values.map(Cell.init), let draft = cells[0].text else { return nil }
    return (draft, cells[1].text, cells[2].text.flatMap(PaperState.init) ?? .drafted)
  }
}
