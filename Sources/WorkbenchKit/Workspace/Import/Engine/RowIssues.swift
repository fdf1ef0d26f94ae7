import KitModel

/// A cell or row that cannot be taken.
struct RowIssue {
  let row: Int
  /// From 0; nil for a fault of the whole row.
  let column: Int?
  let fault: CellFault
}

/// What was wrong with the rows of a sheet and what was passed over, kept up to a limit and counted beyond it.
struct RowIssues {
  /// Issues kept with all they say: more are of no use to a person, and a bad file may have millions.
  static let limit = 5000

  private(set) var issues: [RowIssue] = []
  private(set) var issueCount = 0
  /// Rows with at least one issue.
  private(set) var badRows: Set<Int> = []
  private(set) var skipped: [(row: Int, reason: SkipReason, text: String)] = []
  private(set) var hidden: [Int] = []
  /// Rows with nothing but a running number.
  private(set) var numberedOnly = 0
  private(set) var blanksKept = 0
  /// Cells without a value that were taken as empty, and the first of them.
  private(set) var lostCount = 0
  private(set) var firstLost: RowIssue?
  var rowsRead = 0

  /// By row and column.
  var inOrder: [RowIssue] { issues.sorted { ($0.row, $0.column ?? -1) < ($1.row, $1.column ?? -1) } }

  mutating func add(_ issue: RowIssue) {
    issueCount += 1
    badRows.insert(issue.row)
    if issues.count < Self.limit { issues.append(issue) }
  }

  /// With the faults that another look at the rows has found.
  func adding(faultsOf other: RowIssues) -> RowIssues {
    var all = self
    all.issueCount += other.issueCount
    all.badRows.formUnion(other.badRows)
    all.issues += other.issues.prefix(max(0, Self.limit - issues.count))
    return all
  }

  mutating func skip(_ row: Int, _ reason: SkipReason, _ text: String) {
    skipped.append((row, reason, text))
  }

  mutating func lose(_ issue: RowIssue) {
    lostCount += 1
    if firstLost == nil { firstLost = issue }
  }

  mutating func hide(_ row: Int) { hidden.append(row) }
  mutating func countNumberedOnly() { numberedOnly += 1 }
  mutating func keepBlanks(_ count: Int) { blanksKept += count }
}
