import KitModel
import KitWorkspace

/// Numbers of registers: `CQ2024-001`, the next one after the highest there is.
public enum Numbers {
  /// Longer ones are no count: somebody typed a telephone number, and nothing could come after the greatest integer.
  static let mostDigits = 9

  /// - Parameter width: Digits of the number when the register is empty; else as the highest is written.
  public static func next(after taken: [String], prefix: String, year: Int, width: Int) -> String {
    let head = "\(prefix)\(year)-"
    let tails = taken.filter { $0.hasPrefix(head) }.map { $0.dropFirst(head.count) }
    let counted = tails.filter { $0.count <= mostDigits && $0.allSatisfy { ("0"..."9").contains($0) } }
    let highest = counted.compactMap { tail in Int(tail).map { (number: $0, digits: tail.count) } }
      .max { $0.number < $1.number }
    let digits = String((highest?.number ?? 0) + 1)
    let wanted = highest?.digits ?? width
    return head + String(repeating: "0", count: max(0, wanted - digits.count)) + digits
  }
}

extension CommandContext {
  /// The next number of a register that numbers its rows by year.
  /// - Parameters:
  ///   - relation: As it is written in a query.
  ///   - field: The one that holds the numbers.
  public func nextNumber(
    of relation: String, field: String = "number", prefix: String, year: Int, width: Int
  ) throws -> String {
    let known = try query(
      "\(relation) | where `\(field)` starts with $the_prefix | select `\(field)`",
      variables: ["the_prefix": .text("\(prefix)\(year)-")])
    return Numbers.next(
      after: known.records.compactMap { $0.text(field) }, prefix: prefix, year: year, width: width)
  }
}
