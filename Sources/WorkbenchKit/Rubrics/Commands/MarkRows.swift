import KitModel
import KitStore
import KitWorkspace

/// The marks of one subject as a table: what was got and lost, the category's mean, why, and from which cell.
struct MarkRows {
  let assessment: Assessment
  let rubric: Rubric
  let context: any CommandContext
  /// For a paper, on which nothing can be typed.
  var isForPaper = false

  /// - Parameters:
  ///   - lostOnly: Only marks lost, missing and refused, the largest loss first; else all, as in the rubric.
  ///   - wanted: Ids of the leaves; nil: all.
  ///   - showsQueries: The pipeline of a measure is shown in place of where it came from.
  func table(of key: String, lostOnly: Bool, wanted: [String]? = nil, showsQueries: Bool = false) throws
    -> Table
  {
    let variables: [String: Value] = ["the_year": .period(rubric.year), "the_unit": .text(key)]
    let own = try context.query(
      """
      \(assessment.quoted("mark")) | where year == $the_year and unit == $the_unit \
      | select indicator, name, full, state, mark, lost, figure, reason, place
      """, variables: variables)
    let means = try context.query(
      """
      \(assessment.quoted("mark")) | where year == $the_year and state == "得分" and unit in \
      (\(assessment.quoted("result")) | where year == $the_year and category in \
      (\(assessment.quoted("result")) | where year == $the_year and unit == $the_unit | select category) | select unit) \
      | group indicator { total = sum(mark), n = count() }
      """, variables: variables)
    let mean = Dictionary(
      means.rows.compactMap { row in
        row.values.count == 3
          ? (InputGatherer.text(row.values[0]), Mean.value(sum: row.values[1], count: row.values[2])) : nil
      },
      uniquingKeysWith: { first, _ in first })
    var sources =
      showsQueries
      ? nil : try EntrySources(of: key, assessment: assessment, rubric: rubric, context: context)
    sources?.isForPaper = isForPaper
    // A paper has a table of objections of its own.
    let objections =
      isForPaper
      ? nil : try MarkObjections(of: key, assessment: assessment, year: rubric.year, context: context)
    let leaves = Dictionary(rubric.leaves.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [(lost: Fraction, place: Fraction, row: Table.Row)] = []
    for row in own.rows {
      let id = InputGatherer.text(row.values[0])
      guard let leaf = leaves[id], wanted?.contains(id) ?? true else { continue }
      let lost = InputGatherer.number(row.values[5]) ?? .zero
      let isLost = !lost.isZero || ["缺分", "拒收"].contains(InputGatherer.text(row.values[3]))
      if lostOnly, !isLost { continue }
      let source = try sources?.text(leaf) ?? query(of: leaf)
      let remarks =
        [row.values[7].isNull ? nil : InputGatherer.text(row.values[7]), objections?.text(id)]
        .compactMap { $0 }.joined(separator: "；")
      rows.append(
        (
          lost, InputGatherer.number(row.values[8]) ?? .zero,
          Table.Row(
            Array(row.values[0...3]) + [
              row.values[4], row.values[5], mean[id] ?? .null, row.values[6],
              remarks.isEmpty ? .null : .text(remarks),
            ]
              + [source.isEmpty ? .null : .text(source)])
        ))
    }
    // The largest loss first; otherwise as in the rubric.
    rows.sort { lostOnly && $0.lost != $1.lost ? $0.lost > $1.lost : $0.place < $1.place }
    let columns =
      Array(own.columns[0...5])
      + [
        Column(id: "mean", label: CommandWords.mean, type: Mean.type), own.columns[6], own.columns[7],
        Column(
          id: showsQueries ? "query" : "source",
          label: showsQueries
            ? CommandWords.query : isForPaper ? CommandWords.basis : CommandWords.source,
          type: .text),
      ]
    return Table(columns: columns, rows: rows.map(\.row))
  }

  private func query(of indicator: Indicator) -> String { indicator.leaf?.measure.pipelineText ?? "" }
}
