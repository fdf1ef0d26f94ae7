import KitModel
import Testing

@testable import KitQuery

/// Statements that are large in one direction: steps that double, many values, many columns.
@Suite struct StatementSizeTests {
  private static func doubling(_ steps: Int) -> String {
    "school | derive x1 = founded + founded"
      + (2...steps).map { " | derive x\($0) = x\($0 - 1) + x\($0 - 1)" }.joined()
  }

  @Test func stepsThatGrowAreWorkedOutOnce() throws {
    let compilation = try Compilation()
    let query = try compilation.query(Self.doubling(40) + " | select code, x40")
    #expect(query.sql.contains(" AS MATERIALIZED ("))
    let first = try #require(try compilation.table("school | select founded").rows.first?.values.first)
    guard case .integer(let founded) = first else { return #expect(first == .null) }
    let table = try compilation.database.table(query)
    #expect(table.rows.first?.values.last == .integer(founded << 40))
  }

  @Test func stepsThatDoNotGrowAreLeftToTheEngine() throws {
    let compilation = try Compilation()
    let sum = "x1 = founded" + (2...900).map { " + \($0)" }.joined()
    let text = "school | derive \(sum) | derive x2 = x1 + 1 | where code == \"0001\""
    #expect(try !compilation.query(text).sql.contains("MATERIALIZED"))
  }

  /// SQLite looks a numbered parameter up among all that have numbers.
  @Test func manyValuesHaveNoNumbers() throws {
    let compilation = try Compilation()
    let rows = (1...900).map { "; \($0), \"v\($0)\"" }.joined()
    let thirds = (1...300).map { "\"v\($0 * 3)\"" }
    let members = thirds + ["\"v7\"", "\"none\"", "\"v9\""]
    let text =
      "[n, t\(rows)] | where t in (\(members.joined(separator: ", "))) | derive u = t + \"!\", z = n + 100000 | skip 1"
    let query = try compilation.query(text)
    #expect(query.sql.contains("?400") && !query.sql.contains("?401"))
    #expect(query.sql.count { $0 == "?" } >= query.parameters.count)
    var wanted: [[Value]] = []
    for number in Int64(4)...900 where number % 3 == 0 || number == 7 {
      let text = "v\(number)"
      wanted.append([.integer(number), .text(text), .text(text + "!"), .integer(number + 100_000)])
    }
    #expect(try compilation.database.table(query).rows.map(\.values) == wanted)
  }

  @Test func manyValuesInKeyOfGroup() throws {
    let members = (1...900).map { "\"\($0)\"" } + ["\"0001\""]
    let text = "school | group k = code in (\(members.joined(separator: ", "))) { n = count() }"
    #expect(
      try Compilation().table(text).rows.map(\.values) == [
        [.boolean(false), .integer(3)], [.boolean(true), .integer(1)],
      ])
  }

  /// As many columns as a file may have, in every stage that carries further ones beside them.
  @Test(arguments: [
    "", " | distinct", " | total", " | sort c1, c2 desc | take 2 | where c3 > 0",
    " | drop c9 | rank c5 per c6",
    " | union (school | select code)", " | sample 2 per c1 seed \"x\"", " | describe",
  ]) func widestRows(stages: String) throws {
    let columns = (1..<Compiler.maximumColumns).map { ", c\($0) = \($0)" }.joined()
    #expect(try !Compilation().table("school | select code\(columns)\(stages)").rows.isEmpty)
  }

  @Test(arguments: [
    "school | select code, c0 = 0, z = 1 COLUMNS",
    "school | select code, z = 1 COLUMNS | derive y = 1, c0 = 1",
    "school | select code, z = 1 COLUMNS | window w = count()",
    "school | select code, z = 1 COLUMNS | join (school | select b = code) on code == b",
    "school | group code { n = count(), c0 = 1 COLUMNS }",
    "[a, b HEADINGS]",
  ]) func widerRows(text: String) throws {
    let numbers = 1..<(Compiler.maximumColumns - 1)
    let wide = text.replacing("COLUMNS", with: numbers.map { ", c\($0) = \($0)" }.joined())
      .replacing("HEADINGS", with: (0...1996).map { ", c\($0)" }.joined())
    #expect(try Compilation().failures(wide).map(\.message.id) == ["query.too-wide"])
  }
}
