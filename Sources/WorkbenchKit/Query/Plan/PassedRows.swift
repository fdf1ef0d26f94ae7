import KitModel

/// A condition that may be null: rows for which it is are passed over, and the footer says how many.
///
/// While its SELECT is open the condition itself counts, at no cost where nothing is null:
/// `coalesce(condition, others AND dudao_passed(slot))`. Where rows may be read twice or not at all it is
/// counted by a query of its own.
struct PassedRows {
  var span: SourceSpan
  var slot: Int
  /// What the same condition asks beside, never null.
  var others: [SQLExpression]
  /// The plain condition; `counted` is what stands in the SELECT.
  var condition: SQLExpression
  var counted: SQLExpression
  /// The rows that the condition was asked of.
  var before: Snapshot

  /// Rows at an earlier stage, boxed so that `Rows` may hold them; without what they count themselves, since
  /// a chain of such boxes would be freed by a recursion as deep as it is long.
  final class Snapshot {
    let rows: Rows

    init(_ rows: Rows) { self.rows = rows.uncounted }
  }
}

/// A footnote whose query is written only when the statement is finished.
enum PendingFootnote {
  case ready(Footnote)
  case passed(PassedRows)
  case tie(Cut)
}

/// A cut after a sort, which may go through rows that are equal.
struct Cut {
  var span: SourceSpan
  /// Rows kept, counted from the first row after the offset.
  var rows: Int
  /// Index of the last row kept, from 0.
  var last: Int
  var before: PassedRows.Snapshot
}

extension Rows {
  /// Turns what the open SELECT would count itself into queries of their own.
  mutating func settleFootnotes() {
    settlePassed()
    if let cut {
      footnotes.append(.tie(cut))
      self.cut = nil
    }
  }

  mutating func settlePassed() {
    for one in passed {
      let plain: (SQLExpression) -> SQLExpression = { $0 == one.counted ? one.condition : $0 }
      select.filters = select.filters.map(plain)
      select.having = select.having.map(plain)
      footnotes.append(.passed(one))
    }
    passed = []
  }
}
