import KitModel
import Testing

@testable import KitQuery

/// A name that is used more than once and stands for much is one part of the statement, with the same rows as where it
/// is put in.
@Suite struct SharedNamesTests {
  /// Enough stages for a name to be worth a part.
  private static let long = String(repeating: " | where code is not null", count: NameUses.lightest)

  /// What the name `x` stands for, and statements that use it.
  private static let sources = [
    "school", "school | sort name desc", "school | sort founded | take 3", "school | where stage == \"小学\"",
    "school | derive n = length(name), parent = township.name", "school | semi (visit) | top 2 by founded",
    "school | derive visits = count(visit)",
  ]
  private static let uses = [
    "x | semi (x | take 2 | select code) on code", "x | anti (x | where stage == \"初中\") on code",
    "x | union x", "x | union (x | take 1) | count", "x | except (x | take 1)", "x | intersect (x | skip 1)",
    "x | join (x | select code, other = name) on code | select code, name, other, zone",
    "x | select code, name | lookup (x | select code, again = zone) on code",
    "x | where code in (x | take 2 | select code) | select code, township.name, zone",
    "x | derive all = (x | count) | select code, all",
    "x | union x | group zone { n = count(), m = max(founded) }",
    "x | group all stage { n = count() } | join (x | group stage { m = count() }) on stage",
    "x | derive r = 1 | semi (x | select code) on code | total",
    "x | group stage { a = sum(founded), b = count() } | derive rate = a / b | union (x | select stage | take 1)",
    "x | window r = rank() per stage order founded | semi x on code | sort r, code",
  ]

  @Test(arguments: sources, uses) func sameRows(source: String, use: String) throws {
    let compilation = try Compilation()
    let long = source + Self.long
    let shared = try compilation.query("let x = \(long)\n\(use)")
    let isShared = shared.sql.contains("\"$x\" AS")
    #expect(isShared)
    // Put in by hand: as many pipelines as there are places.
    let plain = try compilation.query(Self.written(use, long))
    #expect(!plain.sql.contains("$x"))
    #expect(shared.columns.map(\.column) == plain.columns.map(\.column))
    #expect(try compilation.database.table(shared).rows == compilation.database.table(plain).rows)
  }

  /// The use with the pipeline in the place of its name.
  private static func written(_ use: String, _ pipeline: String) -> String {
    use.split(separator: " ", omittingEmptySubsequences: false).map { word in
      switch word {
      case "x": "(" + pipeline + ")"
      case "(x": "((" + pipeline + ")"
      case "x)": "(" + pipeline + "))"
      default: String(word)
      }
    }.joined(separator: " ")
  }

  @Test func lightNamesArePutIn() throws {
    let text = "let x = school | where stage == \"小学\"\nx | semi (x | select code) on code"
    #expect(try !Compilation().query(text).sql.contains("$x"))
    let once = "let x = school\(Self.long)\nx | take 1"
    #expect(try !Compilation().query(once).sql.contains("$x"))
  }

  @Test func rowsCanBeChanged() throws {
    let compilation = try Compilation()
    func rows(_ text: String) throws -> Table {
      guard case .write(.set(_, _, _, let rows), _)? = try compilation.statement(text).steps.first else {
        throw TestDatabase.Failure(description: "no change")
      }
      return try compilation.database.table(rows)
    }
    let use = "x | semi (x | take 2 | select code) on code | set name = name + \"!\""
    let long = "school" + Self.long
    #expect(try rows("let x = \(long)\n\(use)").rows == rows(Self.written(use, long)).rows)
    #expect(try rows("let x = \(long)\n\(use)").rows.count == 2)
  }

  /// The rows that are drawn are the same wherever the name stands, and one seed is told.
  @Test func sampleIsDrawnOnce() throws {
    var compilation = try Compilation()
    let seeds = Seeds()
    compilation.environment.drawSeed = { seeds.next() }
    let table = try compilation.table("let s = school | sample 2\ns | semi (s | select code) on code")
    #expect(table.rows.count == 2)
    #expect(table.remarks.filter { $0.message.id == "query.seed-drawn" }.count == 1)
    #expect(seeds.count == 1)
  }

  private final class Seeds: @unchecked Sendable {
    private(set) var count = 0

    func next() -> String {
      count += 1
      return String(count)
    }
  }

  /// Each name stands twice in the next.
  private static func chain(_ length: Int) -> String {
    let names = (2...length).map { "let a\($0) = a\($0 - 1) | semi (a\($0 - 1) | select code) on code" }
    return (["let a1 = school | where code is not null"] + names + ["a\(length) | count"]).joined(
      separator: "\n")
  }

  @Test func chainCostsAsMuchAsItsLength() throws {
    let compilation = try Compilation()
    let sizes = try [6, 9, 12, 15].map { try compilation.query(Self.chain($0)).sql.utf8.count }
    for place in 2..<sizes.count {
      let (last, before) = (sizes[place] - sizes[place - 1], sizes[place - 1] - sizes[place - 2])
      #expect(last <= before + 50)
    }
    #expect(try compilation.value(Self.chain(12)) == .integer(4))
  }

  /// Compiling goes into the names of names: it must not run out of stack.
  @Test func longChainsAreMadeInPieces() throws {
    let steps = (2...1_500).map { "let a\($0) = a\($0 - 1) | where code is not null" }
    let text = (["let a1 = school | where stage == \"小学\""] + steps).joined(separator: "\n")
    #expect(try Compilation().value(text + "\na1500 | count") == .integer(2))
    #expect(try Compilation().value(text + "\na1500 | semi a1400 on code | count") == .integer(2))
  }

  @Test func whatTheEngineCannotUnfoldIsRefused() throws {
    let failures = try Compilation().failures(Self.chain(200))
    #expect(failures.map(\.message.id) == ["query.too-many-reads"])
  }
}
