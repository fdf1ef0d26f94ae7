import KitModel
import KitQuery

/// What a running query can meet that no check before could see.
public enum RuntimeFailure {
  enum Code: String {
    case overflow
    case dateRange = "date-range"
    case negativeCount = "negative-count"
    case oneRow = "one-row"
    case lookupTwice = "lookup-twice"
    case priorTwice = "prior-twice"
    case pattern
  }

  /// The diagnostic for an error message of the engine; nil when the message is none of ours.
  public static func diagnostic(_ message: String) -> Diagnostic? {
    if message == "integer overflow" { return Diagnostic(QueryMessages.overflow) }
    if message.contains("parser stack overflow") || message.contains("Expression tree is too large") {
      return Diagnostic(QueryMessages.nestedTooDeep)
    }
    let parts = message.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == "dudao", let code = Code(rawValue: parts[1]) else { return nil }
    switch code {
    case .overflow: return Diagnostic(QueryMessages.overflow)
    case .negativeCount: return Diagnostic(QueryMessages.negativeCount)
    case .dateRange: return Diagnostic(QueryMessages.dateRange)
    case .oneRow: return Diagnostic(QueryMessages.oneRowOnly)
    case .priorTwice: return Diagnostic(QueryMessages.priorTwice)
    case .pattern: return Diagnostic(QueryMessages.badPattern, ["pattern": parts[2]])
    case .lookupTwice:
      let details = parts[2].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      return Diagnostic(
        QueryMessages.lookupTwice, ["count": details.first ?? "", "key": details.last ?? ""])
    }
  }
}
