/// Numbers of registers: `CQ2024-001`, the next one after the highest there is.
public enum Numbers {
  /// - Parameter width: Digits of the number when the register is empty; else as the highest is written.
  public static func next(after taken: [String], prefix: String, year: Int, width: Int) -> String {
    let head = "\(prefix)\(year)-"
    let tails = taken.filter { $0.hasPrefix(head) }.map { $0.dropFirst(head.count) }
    let highest = tails.compactMap { tail in Int(tail).map { (number: $0, digits: tail.count) } }
      .max { $0.number < $1.number }
    let digits = String((highest?.number ?? 0) + 1)
    let wanted = highest?.digits ?? width
    return head + String(repeating: "0", count: max(0, wanted - digits.count)) + digits
  }
}
