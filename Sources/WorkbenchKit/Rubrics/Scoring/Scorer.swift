import KitModel

/// Works a rubric out: marks, totals, grades and ranks, from nothing but its input.
///
/// ```swift
/// let result = Scorer(rubric: rubric).score(input)
/// ```
/// Formulae: docs/rubrics.md. Pure: equal input gives an equal result.
public struct Scorer: Sendable {
  public let rubric: Rubric

  public init(rubric: Rubric) { self.rubric = rubric }

  public func score(_ input: ScoringInput) -> ScoringResult {
    let leaves = rubric.leaves
    // Leaves know nothing of each other, and so many subjects are worth more than one core.
    let isLarge = leaves.count * input.subjects.count > 10_000
    let outcomes = Cores.map(leaves.count, alone: !isLarge) { place in
      leaves[place].leaf.map {
        LeafScorer(rubric: rubric, indicator: leaves[place], leaf: $0, input: input).outcomes()
      } ?? []
    }
    return result(of: input, outcomes)
  }

  /// Totals, grades and ranks of marks that are known: what a simulation begins with.
  func result(of input: ScoringInput, _ outcomes: [[LeafOutcome]]) -> ScoringResult {
    let totals = Totals(rubric: rubric, outcomes: outcomes).all(count: input.subjects.count)
    var subjects: [ScoredSubject] = []
    subjects.reserveCapacity(input.subjects.count)
    let vetoes = rubric.leaves.filter { $0.leaf?.rule.isVeto ?? false }
    for (index, subject) in input.subjects.enumerated() {
      let (total, nodes) = totals[index]
      var scored = ScoredSubject(subject: subject, total: total, nodes: nodes)
      for veto in vetoes {
        guard let decision = input.vetoes[ScoringInput.Cell(veto.id, index)], let rule = veto.leaf?.rule,
          case .veto(let effect) = rule
        else { continue }
        scored.vetoes.append(veto.id)
        scored.effects.append(effect)
        scored.remarks.append(
          Remark(
            ScoringMessages.vetoed,
            ["indicator": veto.label.zh, "indicatorEn": veto.label.en, "decision": decision]))
        if case .score(let marks) = effect, scored.total.state == .mark {
          scored.total.exact = marks
          scored.total.rounded = marks
        }
      }
      subjects.append(scored)
    }
    rank(&subjects)
    grade(&subjects, input, outcomes)
    return ScoringResult(rubric: rubric, leaves: rubric.leaves, outcomes: outcomes, subjects: subjects)
  }

  private func value(_ scored: ScoredSubject, _ comparison: Rubric.Comparison) -> Fraction? {
    comparison == .full ? scored.total.exact : scored.total.rounded
  }

  private func rank(_ subjects: inout [ScoredSubject]) {
    let values = subjects.map { value($0, rubric.compares) }
    let overall = Ranking.ranks(values, isBetter: >)
    for index in subjects.indices { subjects[index].rank = overall[index] }
    for (_, group) in Dictionary(grouping: subjects.indices, by: { subjects[$0].subject.category }) {
      let ranks = Ranking.ranks(group.map { values[$0] }, isBetter: >)
      for (place, index) in group.enumerated() { subjects[index].categoryRank = ranks[place] }
    }
  }

  private func grade(_ subjects: inout [ScoredSubject], _ input: ScoringInput, _ outcomes: [[LeafOutcome]]) {
    guard let grading = rubric.grading else { return }
    let places = Dictionary(
      rubric.leaves.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let scored = subjects
    func marks(_ indicator: String, _ subject: Int) -> Fraction? {
      if let place = places[indicator] { return outcomes[place][subject].mark }
      return scored[subject].nodes.first { $0.indicator == indicator && $0.state == .mark }?.exact
    }
    func grades(_ comparison: Rubric.Comparison) -> [(grade: String?, remarks: [Remark])] {
      Grader(
        grading: grading, rubric: rubric, subjects: input.subjects,
        values: scored.map { value($0, comparison) }, marks: marks, effects: scored.map(\.effects)
      ).grades()
    }
    let own = grades(rubric.compares)
    let other = grades(rubric.compares == .full ? .rounded : .full)
    for index in subjects.indices {
      subjects[index].grade = own[index].grade
      subjects[index].remarks += own[index].remarks
      guard let given = own[index].grade, let otherwise = other[index].grade, given != otherwise else {
        continue
      }
      subjects[index].isOnLine = true
      // Its own total may be the same both ways, and those of others not: then a quota ends elsewhere.
      let isOwn = scored[index].total.exact != scored[index].total.rounded
      subjects[index].remarks.append(
        Remark(
          isOwn ? ScoringMessages.acrossLine : ScoringMessages.acrossQuota,
          [
            "exact": scored[index].total.exact?.text ?? "",
            "rounded": scored[index].total.rounded?.text ?? "",
            "grade": given, "other": otherwise,
          ]))
    }
  }
}
