import KitModel
import Testing

@testable import KitRubrics

/// Numbers at which rounding, lines, quotas and ties go wrong when something is not exact.
@Suite struct VectorTests {
  private static func measured(_ rule: String, _ full: String, _ id: String = "A") -> String {
    "{id: \(id), label: 指标\(id), full: \(full), rule: \(rule), measure: {pipeline: x, numerator: a, denominator: b}}"
  }

  private func ratios(_ rubric: SmallRubric, _ figures: [String: (Int64, Int64)]) throws -> ScoredSubject {
    var input = ScoringInput(subjects: [.init(key: "S", category: "街道")])
    input.figures = figures.mapValues { [.ratio(Fraction($0.0), Fraction($0.1))] }
    return try #require(Scorer(rubric: try rubric.read()).score(input).subjects.first)
  }

  @Test func twentyNineOfAHundredReachTwentyNinePercent() throws {
    for rule in ["{kind: threshold, target: 29%, else: 0}", "{kind: ratio, target: 29%}"] {
      let rubric = SmallRubric(indicators: [Self.measured(rule, "100")])
      #expect(try ratios(rubric, ["A": (29, 100)]).total.exact == 100)
    }
    let rubric = SmallRubric(indicators: [Self.measured("{kind: threshold, target: 29%, else: 0}", "100")])
    #expect(try ratios(rubric, ["A": (28999, 100_000)]).total.exact == 0)
  }

  @Test func threeThirdsAreOne() throws {
    let rubric = SmallRubric(
      full: "3", compare: "full",
      indicators: ["A", "B", "C"].map { Self.measured("{kind: ratio, target: 100%}", "1", $0) },
      grades: "[{grade: 达标, line: 1}, {grade: 未达标}]")
    let subject = try ratios(rubric, ["A": (1, 3), "B": (1, 3), "C": (1, 3)])
    #expect(subject.total.exact == 1)
    #expect(subject.grade == "达标")
  }

  @Test func aTenthAndTwoTenthsAreThreeTenths() throws {
    let rubric = SmallRubric(
      full: "1", compare: "full",
      indicators: [SmallRubric.points("A", full: "0.5"), SmallRubric.points("B", full: "0.5")],
      grades: "[{grade: 达标, line: 0.3}, {grade: 未达标}]")
    let result = try rubric.score(["A": ["0.1"], "B": ["0.2"]], categories: ["街道"])
    #expect(result.subjects[0].grade == "达标")
  }

  @Test(
    arguments: [
      ("59.985", 2, "half_up", "59.99"), ("59.985", 2, "half_even", "59.98"), ("84.5", 0, "half_up", "85"),
      ("84.5", 0, "half_even", "84"), ("84.4999", 0, "half_up", "84"), ("84.4999", 0, "half_even", "84"),
    ])
  func roundsOnce(mark: String, places: Int, rule: String, expected: String) throws {
    let rubric = SmallRubric(
      round: "{at: total, places: \(places), rule: \(rule)}",
      indicators: [SmallRubric.points("A", full: "100")])
    let subject = try #require(try rubric.score(["A": [mark]], categories: ["街道"]).subjects.first)
    #expect(subject.total.rounded?.text == expected)
    #expect(subject.total.exact?.text == mark)
    if places == 0 {
      #expect(subject.grade == (expected == "85" ? "优秀" : "合格"))
      // 84.5 and 85 lie on two sides of the line: both numbers are told.
      #expect(subject.isOnLine == (expected == "85"))
    }
  }

  private func quota(_ tie: String, _ marks: [String], share: String = "30%", categories: [String]? = nil)
    throws -> [String?]
  {
    let rubric = SmallRubric(
      indicators: [SmallRubric.points("A", full: "60"), SmallRubric.points("B", full: "40")],
      grades: "[{grade: 优秀, share: \(share), of: category}, {grade: 其他}]", tie: tie)
    let zeros = marks.map { _ in "0" as String? }
    return try rubric.score(["A": marks, "B": zeros], categories: categories ?? marks.map { _ in "乡镇" })
      .subjects.map(\.grade)
  }

  @Test func thirtyPercentOfTwentySevenAreEight() throws {
    let grades = try quota("in", (1...27).map { "\($0)" })
    #expect(grades.filter { $0 == "优秀" }.count == 8)
    #expect(grades[19] == "优秀" && grades[18] == "其他")
    let up = SmallRubric(
      indicators: [SmallRubric.points("A", full: "100")],
      grades: "[{grade: 优秀, share: 30%, places: ceil}, {grade: 其他}]", tie: "in")
    let marks = (1...27).map { "\($0)" as String? }
    let result = try up.score(["A": marks], categories: marks.map { _ in "乡镇" })
    #expect(result.subjects.filter { $0.grade == "优秀" }.count == 9)
  }

  @Test func aTieAtTheEndOfAQuota() throws {
    // Three places; the third and the fourth are equal.
    let marks = ["50", "40", "30", "30", "20", "10", "9", "8", "7", "6"]
    #expect(try quota("in", marks).filter { $0 == "优秀" }.count == 4)
    #expect(try quota("out", marks).filter { $0 == "优秀" }.count == 2)
    let rubric = SmallRubric(
      indicators: [SmallRubric.points("A", full: "60"), SmallRubric.points("B", full: "40")],
      grades: "[{grade: 优秀, share: 30%}, {grade: 其他}]", tie: "{by: [B], otherwise: out}")
    let first = ["50", "40", "20", "10", "20", "10", "9", "8", "7", "6"] as [String?]
    let second = ["0", "0", "10", "20", "0", "0", "0", "0", "0", "0"] as [String?]
    let result = try rubric.score(["A": first, "B": second], categories: first.map { _ in "乡镇" })
    #expect(result.subjects.map(\.grade).prefix(4) == ["优秀", "优秀", "其他", "优秀"])
    #expect(result.subjects.map(\.rank).prefix(5) == [1, 2, 3, 3, 5])
    let equal = try rubric.score(
      ["A": first, "B": second.map { $0 == "10" || $0 == "20" ? "10" : $0 }],
      categories: first.map { _ in "乡镇" })
    #expect(equal.subjects[2].grade == "优秀")
  }

  @Test func allEqual() throws {
    let rubric = SmallRubric(indicators: [SmallRubric.points("A", full: "100")])
    let result = try rubric.score(["A": ["80", "80", "80"]], categories: ["街道", "乡镇", "乡镇"])
    #expect(result.subjects.map(\.rank) == [1, 1, 1])
    #expect(try quota("out", ["5", "5", "5", "5"]).allSatisfy { $0 == "其他" })
    #expect(try quota("in", ["5", "5", "5", "5"]).allSatisfy { $0 == "优秀" })
  }

  @Test func oneAloneInItsCategory() throws {
    let grades = try quota("in", ["50", "1", "2", "3"], categories: ["街道", "乡镇", "乡镇", "乡镇"])
    // 30% of one are no place, of three none either.
    #expect(grades == ["其他", "其他", "其他", "其他"])
    let rubric = SmallRubric(indicators: [SmallRubric.points("A", full: "100")])
    let result = try rubric.score(["A": ["50", "60", "70"]], categories: ["街道", "乡镇", "乡镇"])
    #expect(result.subjects.map(\.categoryRank) == [1, 2, 1])
    #expect(result.subjects.map(\.rank) == [3, 2, 1])
  }

  @Test func nobodyAtAll() throws {
    let rubric = SmallRubric(indicators: [SmallRubric.points("A", full: "100")])
    #expect(try rubric.score([:], categories: []).subjects.isEmpty)
  }

  @Test func everyValueMissing() throws {
    let indicators = [SmallRubric.points("A", full: "60"), SmallRubric.points("B", full: "40")]
    let none: [String: [String?]] = ["A": [nil, nil], "B": [nil, nil]]
    let result = try SmallRubric(indicators: indicators).score(none, categories: ["街道", "乡镇"])
    for subject in result.subjects {
      #expect(subject.total.state == .missing)
      #expect(subject.total.blocking == ["A", "B"])
      #expect(subject.grade == nil && subject.rank == nil)
    }
    let zero = try SmallRubric(missing: "zero", indicators: indicators).score(none, categories: ["街道", "乡镇"])
    #expect(zero.subjects.allSatisfy { $0.total.exact == 0 && $0.grade == "不合格" })
    let left = try SmallRubric(missing: "exclude", indicators: indicators).score(
      none, categories: ["街道", "乡镇"])
    #expect(left.subjects.allSatisfy { $0.total.state == .notApplicable && $0.rank == nil })
  }

  @Test func nothingApplies() throws {
    let rubric = SmallRubric(indicators: [
      SmallRubric.points("A", full: "60"), SmallRubric.points("B", full: "40"),
    ])
    var input = ScoringInput(subjects: [.init(key: "S", category: "街道")])
    input.exemptions = [.init("A", 0): "没有初中", .init("B", 0): "没有幼儿园"]
    let subject = try #require(Scorer(rubric: try rubric.read()).score(input).subjects.first)
    #expect(subject.total.state == .notApplicable)
    #expect(subject.total.exact == nil && subject.grade == nil && subject.rank == nil)
  }

  @Test func whatDoesNotApplyLosesNoMarks() throws {
    let rubric = SmallRubric(indicators: [
      SmallRubric.points("A", full: "60"), SmallRubric.points("B", full: "40"),
    ])
    var input = ScoringInput(subjects: [.init(key: "S", category: "街道")])
    input.exemptions = [.init("B", 0): "没有初中"]
    input.entries = ["A": ["office": [[Entry(by: "1", value: 45)]]]]
    let subject = try #require(Scorer(rubric: try rubric.read()).score(input).subjects.first)
    // 45 of 60 attainable marks are 75 of 100.
    #expect(subject.total.exact == 75)
  }

  @Test func numbersBeyondMachineWords() throws {
    // Sixty denominators that are all prime to each other.
    var sum = Fraction.zero
    var primes: [Int64] = []
    var candidate: Int64 = 1009
    while primes.count < 60 {
      if primes.allSatisfy({ candidate % $0 != 0 }), (2..<40).allSatisfy({ candidate % $0 != 0 }) {
        primes.append(candidate)
      }
      candidate += 2
    }
    for prime in primes { sum += try #require(Fraction(1, over: prime)) }
    for prime in primes { sum = sum - (try #require(Fraction(1, over: prime))) }
    #expect(sum == .zero)
  }
}
