import KitModel
import Testing

@testable import KitQuery

/// Statements that are large in one direction: steps that double.
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
}
