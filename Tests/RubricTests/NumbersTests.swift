import KitPapers
import Testing

/// Numbers of registers go on behind the greatest count there is, whatever else stands in the column.
@Suite struct NumbersTests {
  @Test(arguments: [
    ([], "HB2024-001"), (["HB2024-001", "HB2024-007", "HB2023-900"], "HB2024-008"),
    (["HB2024-0099"], "HB2024-0100"), (["HB2024-999"], "HB2024-1000"),
    (["HB2024-9223372036854775807"], "HB2024-001"),
    (["HB2024-9223372036854775807", "HB2024-004"], "HB2024-005"),
    (["HB2024-+5", "HB2024--3", "HB2024-五"], "HB2024-001"), (["HB2024-999999999"], "HB2024-1000000000"),
  ])
  func next(taken: [String], next: String) {
    #expect(Numbers.next(after: taken, prefix: "HB", year: 2024, width: 3) == next)
  }
}
