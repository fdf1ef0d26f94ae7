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
    let rubric = try KeptRubric.scoredWith(state, of: year, assessment, context, at: span)
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
    let exact = try ExactMarks(assessment, year, rubric, of: key, context)
    let (summary, hasTotal) = try summary(key, names.name(of: key), rubric, exact)
    // Where something does not apply, marks and total differ: by what the marks were divided and multiplied.
    table.remarks = [summary] + (hasTotal ? [exact.whole(of: key)?.sentence].compactMap { $0 } : [])
    if lostOnly, table.rows.isEmpty {
      return .notice(
        Diagnostic(AssessmentFaults.nothingLost, ["subject": names.name(of: key)], severity: .note))
    }
    return .table(table)
  }

  private static func year(_ word: String) -> Period? {
    guard case .period(let period)? = ArgumentReader.value(word, as: .period(.year)) else { return nil }
    return period
  }

  private func summary(_ key: String, _ name: String, _ rubric: Rubric, _ exact: ExactMarks) throws
    -> (said: Diagnostic, hasTotal: Bool)
  {
    let year = rubric.year
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
      let lacking = try LackingMarks(assessment, year, of: key, context)
      let said = Diagnostic(
        AssessmentFaults.explainedWithout,
        [
          "subject": name, "lacking": lacking.text(of: key, .zh) ?? "—",
          "lackingEn": lacking.text(of: key, .en) ?? "—",
        ], severity: .note)
      return (said, false)
    }
    let said = Diagnostic(
      AssessmentFaults.explained,
      [
        "subject": name, "score": text(0), "grade": text(1), "rank": text(2), "category": text(3),
        "categoryRank": text(4),
        "lost": exact.lost(of: key, rubric).decimal(
          places: assessment.declaration.places, rubric.rounding.rule)?
          .description ?? "0",
      ], severity: .note)
    return (said, true)
  }
}
