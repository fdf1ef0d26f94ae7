import KitModel
import KitStore
import KitWorkspace

/// `explain duty 2024 青石镇 [失分] [A1]` 解释: why a subject has its marks, down to the sheet and cell of each.
public struct MarkExplanation {
  let assessment: Assessment
  let context: any CommandContext

  public init(assessment: Assessment, context: any CommandContext) {
    self.assessment = assessment
    self.context = context
  }

  /// - Parameters:
  ///   - words: Behind the name of the assessment: year, subject, then 失分 or the number of an indicator.
  ///   - showsQueries: The pipeline of a measure is shown in place of where it came from.
  public func run(_ words: [String], showsQueries: Bool, at span: SourceSpan?) throws -> CommandResult {
    guard let year = words.first.flatMap({ Self.year($0) }) else {
      throw Diagnostic(AssessmentFaults.noYear, at: span)
    }
    let about = assessment.words(year)
    guard let state = try AssessmentState(of: year, assessment, context) else {
      throw Diagnostic(AssessmentFaults.noResults, about, at: span)
    }
    let names = try SubjectNames(assessment: assessment, year: year, context: context)
    guard words.count > 1 else {
      let first = names.subjects.first?.name ?? ""
      throw Diagnostic(AssessmentFaults.severalSubjects, about.merging(["first": first]) { $1 }, at: span)
    }
    let key = try names.wanted(words[1], about, at: span)
    let rubric = try RubricShelf(assessment: assessment, workspace: context.workspace?.folder).rubric(
      of: year, at: span)
    var remarks: [Diagnostic] = []
    if rubric.code != state.code {
      remarks.append(
        Diagnostic(
          AssessmentFaults.rubricChanged, ["before": state.code, "now": rubric.code], severity: .warning))
    }
    let rest = Array(words.dropFirst(2))
    let lostOnly = rest.contains { ["失分", "lost"].contains(NameKey($0).description) }
    var wanted: [String]?
    for word in rest where !["失分", "lost"].contains(NameKey(word).description) {
      guard let indicator = rubric.indicator(word) else {
        throw Diagnostic(
          AssessmentFaults.noSuchIndicatorHere,
          about.merging(["id": word, "ids": rubric.all.map(\.id).joined(separator: "、")]) { $1 }, at: span)
      }
      wanted = (wanted ?? []) + indicator.subtree.map(\.id)
    }
    var table = try MarkRows(assessment: assessment, rubric: rubric, context: context)
      .table(of: key, lostOnly: lostOnly, wanted: wanted, showsQueries: showsQueries)
    let (summary, hasTotal) = try summary(key, names.name(of: key), year)
    table.remarks = [summary] + (hasTotal ? try scaling(key, rubric) : []) + remarks
    if lostOnly, table.rows.isEmpty {
      return .notice(
        Diagnostic(AssessmentFaults.nothingLost, ["subject": names.name(of: key)], severity: .note),
        remarks: remarks)
    }
    return .table(table)
  }

  private static func year(_ word: String) -> Period? {
    guard case .period(let period)? = ArgumentReader.value(word, as: .period(.year)) else { return nil }
    return period
  }

  private func summary(_ key: String, _ name: String, _ year: Period) throws
    -> (said: Diagnostic, hasTotal: Bool)
  {
    let table = try context.query(
      """
      \(assessment.quoted("result")) | where year == $the_year and unit == $the_unit \
      | select score, grade, rank, category, category_rank, missing
      """, variables: ["the_year": .period(year), "the_unit": .text(key)])
    let values = table.rows.first?.values ?? []
    func text(_ place: Int) -> String {
      guard place < values.count, !values[place].isNull else { return "—" }
      return InputGatherer.text(values[place])
    }
    guard text(0) != "—" else {
      let said = Diagnostic(
        AssessmentFaults.explainedWithout, ["subject": name, "missing": text(5)], severity: .note)
      return (said, false)
    }
    let lost = try context.query(
      """
      \(assessment.quoted("mark")) | where year == $the_year and unit == $the_unit and level == 1 \
      | group { lost = sum(lost) }
      """, variables: ["the_year": .period(year), "the_unit": .text(key)])
    let said = Diagnostic(
      AssessmentFaults.explained,
      [
        "subject": name, "score": text(0), "grade": text(1), "rank": text(2), "category": text(3),
        "categoryRank": text(4), "lost": lost.rows.first?.values.first.map(InputGatherer.text) ?? "0",
      ], severity: .note)
    return (said, true)
  }

  /// Where something does not apply, marks and total differ: by what the marks were divided and multiplied.
  private func scaling(_ key: String, _ rubric: Rubric) throws -> [Diagnostic] {
    guard rubric.notApplicable == .total, rubric.all.allSatisfy({ $0.weight == nil }) else { return [] }
    let table = try context.query(
      """
      \(assessment.quoted("mark")) | where year == $the_year and unit == $the_unit and state == "得分" \
      | select indicator, mark
      """, variables: ["the_year": .period(rubric.year), "the_unit": .text(key)])
    let marks = Dictionary(
      table.rows.map { (InputGatherer.text($0.values[0]), InputGatherer.number($0.values[1])) },
      uniquingKeysWith: { first, _ in first })
    let counted = rubric.leaves.filter { !$0.full.isZero }
    let held = counted.filter { marks[$0.id] != nil }
    func sum(_ numbers: [Fraction]) -> String { numbers.reduce(.zero, +).text }
    guard held.count < counted.count, !held.isEmpty else { return [] }
    let extra = rubric.leaves.filter { $0.full.isZero }.compactMap { marks[$0.id] ?? nil }
      .reduce(Fraction.zero, +)
    func shown(_ words: String) -> String {
      extra.isZero ? "" : words.replacing("{marks}", with: extra.text)
    }
    return [
      Diagnostic(
        AssessmentFaults.explainedScaling,
        [
          "left": counted.filter { marks[$0.id] == nil }.map(\.id).joined(separator: "、"),
          "attainable": sum(held.map(\.full)), "got": sum(held.compactMap { marks[$0.id] ?? nil }),
          "full": rubric.full.text, "extra": shown(CommandWords.plusExtra.zh),
          "extraEn": shown(CommandWords.plusExtra.en),
        ], severity: .note)
    ]
  }
}
