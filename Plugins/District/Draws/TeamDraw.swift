/// Puts inspectors to drawn units: for each unit in its order and each of its seats, whoever has the smallest hash of
/// those who may go there and have room left.
///
/// Where a seat finds nobody although a lawful team exists, inspectors drawn before make way: the seat takes somebody
/// whose seat elsewhere another one can take, and so on (a path that augments a matching). So a draw fails only when no
/// lawful teams exist at all.
struct TeamDraw {
  /// In the order of the draw.
  let units: [String]
  let seats: Int
  /// For each unit those who may go there, by their hash for it.
  let candidates: [String: [String]]
  /// How many more units each inspector may take.
  private(set) var room: [String: Int]
  /// Who goes where.
  private(set) var teams: [String: [String]] = [:]
  /// Seats that were found only by moving somebody.
  private(set) var rearranged = 0

  /// Why no lawful teams exist: these units have together too few inspectors.
  struct Shortage: Error, Hashable {
    var units: [String]
    /// Those who may go to one of them.
    var persons: [String]
  }

  init(units: [String], seats: Int, candidates: [String: [String]], room: [String: Int]) {
    self.units = units
    self.seats = seats
    self.candidates = candidates
    self.room = room
  }

  mutating func run() throws(Shortage) {
    for unit in units {
      for _ in 0..<seats {
        if let person = free(unit, except: []) {
          take(person, for: unit)
          continue
        }
        var seen: Set<String> = []
        if find(unit, &seen) {
          rearranged += 1
        } else {
          throw shortage(unit, seen)
        }
      }
    }
    for unit in units {
      let team = Set(teams[unit] ?? [])
      teams[unit] = (candidates[unit] ?? []).filter(team.contains)
    }
  }

  private func free(_ unit: String, except seen: Set<String>) -> String? {
    let team = teams[unit] ?? []
    return (candidates[unit] ?? []).first { !team.contains($0) && !seen.contains($0) && (room[$0] ?? 0) > 0 }
  }

  private mutating func take(_ person: String, for unit: String) {
    teams[unit, default: []].append(person)
    room[person, default: 0] -= 1
  }

  /// Finds somebody for a seat of `unit`, moving others where it must.
  private mutating func find(_ unit: String, _ seen: inout Set<String>) -> Bool {
    if let person = free(unit, except: seen) {
      take(person, for: unit)
      return true
    }
    for person in candidates[unit] ?? [] {
      guard !(teams[unit] ?? []).contains(person), seen.insert(person).inserted else { continue }
      for other in units where other != unit && (teams[other] ?? []).contains(person) {
        guard find(other, &seen) else { continue }
        // The other unit has somebody else now; this one changes over.
        teams[other]?.removeAll { $0 == person }
        teams[unit, default: []].append(person)
        return true
      }
    }
    return false
  }

  private func shortage(_ unit: String, _ seen: Set<String>) -> Shortage {
    let short = units.filter { other in
      other == unit || (teams[other] ?? []).contains { seen.contains($0) }
    }
    let persons = Set(short.flatMap { candidates[$0] ?? [] })
    return Shortage(units: short, persons: persons.sorted())
  }
}
