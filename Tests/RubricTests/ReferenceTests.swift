import Foundation
import KitModel
import Testing

@testable import KitRubrics

/// The engine against an independent computation, over random rubrics of all kinds of rules.
///
/// `DUDAO_RUBRIC_SEEDS=a-b` for more of them.
@Suite struct ReferenceTests {
  static let seeds: ClosedRange<Int> = {
    let parts = (ProcessInfo.processInfo.environment["DUDAO_RUBRIC_SEEDS"] ?? "").split(separator: "-")
      .compactMap {
        Int($0)
      }
    return parts.count == 2 && parts[0] <= parts[1] ? parts[0]...parts[1] : 1...400
  }()

  @Test func marksTotalsRanksAndGradesAgree() throws {
    let cases = try ReferenceCase.cases(Self.seeds.lowerBound, Self.seeds.upperBound)
    #expect(cases.count == Self.seeds.count)
    for reference in cases { try compare(reference) }
  }

  private func compare(_ reference: ReferenceCase) throws {
    let seed = reference.seed
    let rubric: Rubric
    do {
      rubric = try RubricFile.read(Array(reference.rubric.utf8), plugin: "random", file: "seed-\(seed).yaml")
    } catch let faults as Diagnostics {
      let texts = faults.all.map { "\($0.location?.text ?? "") \($0.message.text(.en, $0.arguments))" }
      Issue.record("seed \(seed): \(texts)")
      return
    }
    let result = Scorer(rubric: rubric).score(reference.input)
    let expected = reference.expected
    for (place, leaf) in result.leaves.enumerated() {
      let wanted = try #require(expected.leaves[leaf.id])
      for (subject, outcome) in result.outcomes[place].enumerated() {
        #expect(outcome.state.rawValue == wanted[subject].state, "seed \(seed) \(leaf.id) \(subject)")
        #expect(outcome.mark?.text == wanted[subject].mark, "seed \(seed) \(leaf.id) \(subject)")
      }
    }
    #expect(result.subjects.map(\.total.state.rawValue) == expected.states, "seed \(seed)")
    #expect(result.subjects.map { $0.total.exact?.text } == expected.exact, "seed \(seed)")
    #expect(result.subjects.map { $0.total.rounded?.text } == expected.rounded, "seed \(seed)")
    #expect(result.subjects.map(\.rank) == expected.ranks, "seed \(seed)")
    #expect(result.subjects.map(\.categoryRank) == expected.categoryRanks, "seed \(seed)")
    #expect(result.subjects.map(\.grade) == expected.grades, "seed \(seed)")
  }
}
