import Foundation
import PluginAPI
import Testing

@testable import District
@testable import dudao

/// Random draws against `draw_reference.py`, which works them out from docs/inspections.md alone.
@Suite("Random draws")
struct DrawTests {
  struct Case: Codable {
    var seed: String
    var population: [String]
    var units: Int
    var seats: Int
    /// How many more units each inspector may take.
    var persons: [String: Int]
    /// Unit and inspector who may not go there.
    var bars: [[String]]
  }

  struct Answer: Decodable, Equatable {
    var units: [String]
    /// Nil: there are no lawful teams.
    var teams: [String: [String]]?
    var moved: Int
  }

  @Test("Seed and hashes are what sha256sum gives")
  func hashes() {
    // printf '%s' '003263.76' | sha256sum; printf '008101\x1fD1' | sha256sum
    #expect(
      DrawRule.seed(digest: "00", number: "3263.76")
        == "44a6caefe615d3ae65f259b4b8449ca4ec87dc4fc1900a3a995cd26acaa3ab00")
    #expect(
      DrawRule.hash(seed: "00", unit: "8101", person: "D1")
        == "c4b0bbcec10817bf95359a65af9ecf091ff9eec5a0c5bebedd538045a278e1c8")
  }

  @Test("Units and teams are those of an independent computation, or neither finds lawful ones")
  func teams() throws {
    var random = SplitMix(state: 20_241_123)
    let cases = (0..<1500).map { number in Self.anyCase(number, &random) }
    let answers = try Self.reference(cases)
    #expect(answers.count == cases.count)
    for (one, answer) in zip(cases, answers) {
      let units = DrawRule.units(one.units, of: one.population, seed: one.seed).map(\.code)
      #expect(units == answer.units)
      var draw = TeamDraw(
        units: units, seats: one.seats, candidates: Self.candidates(one, units), room: one.persons)
      let found = (try? draw.run()) != nil
      #expect((found ? draw.teams : nil) == answer.teams, "\(one)")
      if found { #expect(draw.rearranged == answer.moved) }
    }
    // The cases are hard enough to tell something.
    #expect(answers.filter { $0.teams == nil }.count > 200)
    #expect(answers.filter { $0.teams != nil && $0.moved > 0 }.count > 20)
  }

  @Test("A shortage names units whose inspectors are really too few")
  func shortages() {
    var random = SplitMix(state: 7)
    var short = 0
    for number in 0..<1500 {
      let one = Self.anyCase(number, &random)
      let units = DrawRule.units(one.units, of: one.population, seed: one.seed).map(\.code)
      let candidates = Self.candidates(one, units)
      var draw = TeamDraw(units: units, seats: one.seats, candidates: candidates, room: one.persons)
      do {
        try draw.run()
      } catch {
        short += 1
        let able = Set(error.units.flatMap { candidates[$0] ?? [] })
        #expect(Set(error.persons) == able)
        // Even if every unit named took all whom it may, and no unit else anybody: too few.
        let places = able.reduce(0) { sum, person in
          let wanting = error.units.count { candidates[$0]?.contains(person) == true }
          return sum + min(one.persons[person] ?? 0, wanting)
        }
        let wanted = error.units.reduce(0) { $0 + min(one.seats, candidates[$1]?.count ?? 0) }
        let isHopeless = error.units.contains { (candidates[$0]?.count ?? 0) < one.seats }
        #expect(isHopeless || places < wanted || places < error.units.count * one.seats, "\(one) \(error)")
      }
    }
    #expect(short > 200)
  }

  // MARK: Cases

  private static func candidates(_ one: Case, _ units: [String]) -> [String: [String]] {
    Dictionary(
      units.map { unit in
        let able = one.persons.keys.filter { !one.bars.contains([unit, $0]) }
        let hashed = able.map { ($0, DrawRule.hash(seed: one.seed, unit: unit, person: $0)) }
        return (unit, hashed.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0))
      }
    ) { first, _ in first }
  }

  private static func anyCase(_ number: Int, _ random: inout SplitMix) -> Case {
    let population = (0...Int(random.next(below: 7))).map { "80\($0)" }
    let people = (0...Int(random.next(below: 7))).map { "D\($0)" }
    let bars = population.flatMap { unit in
      people.filter { _ in random.next(below: 10) < 3 }.map { [unit, $0] }
    }
    return Case(
      seed: DrawRule.seed(digest: "", number: "\(number)"), population: population,
      units: 1 + Int(random.next(below: UInt64(population.count))), seats: 1 + Int(random.next(below: 3)),
      persons: Dictionary(people.map { ($0, Int(random.next(below: 4))) }) { first, _ in first }, bars: bars)
  }

  static func reference(_ cases: [Case]) throws -> [Answer] {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "draw_reference.py")
    return try withTemporaryFolder { folder in
      let file = folder + "/cases.json"
      try JSONEncoder().encode(["cases": cases]).write(to: URL(filePath: file))
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/python3")
      process.arguments = [script.path]
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: file))
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return try JSONDecoder().decode([Answer].self, from: data)
    }
  }
}

/// Numbers that are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next(below limit: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return (value ^ (value >> 31)) % limit
  }
}
