import GoldenFile
import KitModel
import Testing

@testable import KitRubrics

/// What stays with marks and totals, brought about by scoring and told in both languages.
@Suite struct RemarkGoldenTests {
  private static let people =
    "[{id: own, label: 自评, english: Self}, {id: office, label: 督导室, english: Office}, {id: schools, label: 学校, english: Schools, least: 3, drop_from: 4}]"

  private func told(_ language: UILanguage) throws -> [String] {
    var lines: [String] = []
    let figures = SmallRubric(
      evaluators: Self.people,
      indicators: [
        "{id: A, label: 条件, full: 10, applies: a > 0, rule: {kind: threshold, target: 1, else: 0}, measure: {pipeline: x, value: v}}",
        "{id: B, label: 分档, full: 10, rule: {kind: points, steps: [0, 5, 10]}, measure: {entered: office}}",
        "{id: C, label: 分数, full: 10, rule: {kind: points}, measure: {pipeline: x, value: v}}",
        "{id: D, label: 扣分, full: 10, rule: {kind: deduction, each: 4, floor: 0}, measure: {pipeline: x, event: e}}",
        "{id: E, label: 比例, full: 20, rule: {kind: ratio, target: 1}, measure: {entered: office, ratio: true}}",
        "{id: F, label: 名次, full: 10, rule: {kind: rank, ladder: [10], rest: 5}, measure: {pipeline: x, value: v}}",
        "{id: G, label: 首名, full: 10, missing: zero, rule: {kind: proportion}, measure: {pipeline: x, value: v}}",
        "{id: H, label: 主体, full: 10, missing: exclude, rule: {kind: evaluators, use: [{evaluator: schools, weight: 100%, otherwise: missing}]}}",
        "{id: I, label: 自评, full: 10, rule: {kind: shares, self: {evaluator: own, weight: 30%}, verified: {evaluator: office, weight: 70%}}}",
        "{id: X, label: 加分, full: 0, rule: {kind: bonus, each: 1, cap: 2}, measure: {pipeline: x, event: e}}",
        "{id: V, label: 否决, english: Veto, full: 0, rule: {kind: veto, grade_at_most: 合格}}",
      ])
    let rubric = try figures.read()
    var input = ScoringInput(subjects: (0..<4).map { .init(key: "S\($0)", category: "镇") })
    input.applies["A"] = [nil, false, true, true]
    input.exemptions[.init("B", 1)] = "没有初中"
    input.figures["C"] = [
      .number(-1), .number(11), .missing(Remark(ScoringMessages.valueEmpty)),
      .refused(Remark(ScoringMessages.rowTwice)),
    ]
    input.figures["D"] = [
      .events((0..<3).map { .init(id: "\($0)", marks: nil) }),
      .refused(Remark(ScoringMessages.eventsDiffer, ["event": "T1"])),
      .notApplicable(Remark(ScoringMessages.baseZeroNotApplicable)), .events([]),
    ]
    input.figures["F"] = [.number(3), .number(2), .number(2), .number(1)]
    input.figures["G"] = [.number(4), .number(2), .missing(Remark(ScoringMessages.noRow)), .number(1)]
    input.figures["X"] = [
      .events((0..<3).map { .init(id: "\($0)", marks: nil) }), .events([]), .events([]), .events([]),
    ]
    func entries(_ rows: [[(Fraction, Fraction?)]]) -> [EntryList] {
      rows.map { EntryList($0.enumerated().map { Entry(by: "\($0)", value: $1.0, base: $1.1) }) }
    }
    input.entries["B"] = ["office": entries([[(7, nil)], [], [(5, nil)], []])]
    input.entries["E"] = ["office": entries([[(1, 2), (1, 3)], [(1, nil)], [(1, 0)], [(1, 2)]])]
    input.entries["H"] = [
      "schools": entries([
        [(5, nil), (6, nil)], [(1, nil), (5, nil), (6, nil), (9, nil)], [(11, nil), (5, nil), (5, nil)], [],
      ])
    ]
    input.entries["I"] = [
      "own": entries([[(5, nil)], [], [], []]), "office": entries([[(5, nil)], [], [], []]),
    ]
    input.adjustments[.init("H", 3)] = .init(mark: 8, objection: "复2024-001")
    input.vetoes[.init("V", 0)] = "试府函〔2024〕9号"
    let result = Scorer(rubric: rubric).score(input)
    for (place, leaf) in result.leaves.enumerated() {
      for (subject, outcome) in result.outcomes[place].enumerated() {
        let reasons = outcome.remarks.map { $0.text(language) }.joined(separator: "; ")
        lines.append(
          "\(leaf.id) S\(subject) \(outcome.state.rawValue) \(outcome.mark?.text ?? "—") \(reasons)")
      }
    }
    lines += result.subjects.map {
      "\($0.subject.key) \($0.total.state.rawValue) \($0.remarks.map { $0.text(language) })"
    }
    return lines + (try ties(language))
  }

  /// Quotas with equal totals at their end, and a total that rounding lifts over a line.
  private func ties(_ language: UILanguage) throws -> [String] {
    var lines: [String] = []
    for tie in ["in", "out", "{by: [B], otherwise: in}", "{by: [B], otherwise: out}"] {
      let rubric = SmallRubric(
        indicators: [SmallRubric.points("A", full: "60"), SmallRubric.points("B", full: "40")],
        grades: "[{grade: 优秀, share: 50%}, {grade: 其他}]", tie: tie)
      let result = try rubric.score(
        ["A": ["50", "40", "40", "40"], "B": ["0", "10", "10", "10"]], categories: ["镇", "镇", "镇", "镇"])
      lines += result.subjects.map {
        "\(tie) \($0.subject.key) \($0.grade ?? "") \($0.remarks.map { $0.text(language) })"
      }
    }
    let rubric = SmallRubric(
      round: "{at: total, places: 0, rule: half_up}", indicators: [SmallRubric.points("A", full: "100")])
    let result = try rubric.score(["A": ["84.5"]], categories: ["镇"])
    lines += result.subjects.map { "\($0.grade ?? "") \($0.remarks.map { $0.text(language) })" }
    // What rounding does to another total moves the end of a quota.
    let quota = SmallRubric(
      round: "{at: total, places: 0, rule: half_up}", compare: "full",
      indicators: [SmallRubric.points("A", full: "100")],
      grades: "[{grade: 优秀, share: 50%}, {grade: 其他}]", tie: "in")
    let shared = try quota.score(["A": ["84.4", "84"]], categories: ["镇", "镇"])
    return lines + shared.subjects.map { "\($0.grade ?? "") \($0.remarks.map { $0.text(language) })" }
  }

  @Test(arguments: UILanguage.allCases) func reasonsAreTold(language: UILanguage) throws {
    let text = try told(language).joined(separator: "\n") + "\n"
    #expect(text == (try GoldenFile("remarks.\(language).txt", besides: #filePath).text(recording: text)))
  }
}
