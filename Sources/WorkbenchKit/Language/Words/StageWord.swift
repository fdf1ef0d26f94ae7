/// The stages, by their English names.
public enum StageWord: String, Hashable, Sendable, CaseIterable {
  case `where`, select, derive, fill, drop, reorder, rename, sort, take, skip, top, distinct, count, group
  case join, lookup, semi, anti, prior, total, union, except, intersect, window, rank, pivot, unpivot, bin
  case sample, check, set, delete, into
  case saveAs = "save as"
  case describe, plan, show, list, chart, export, to

  /// Its entry in the table of words.
  public var word: Word? { Words.find(rawValue, .stage) }

  /// The clauses that it takes, in any order, each once.
  public var clauses: [ClauseWord] {
    switch self {
    case .sort: [.ascending, .descending]
    case .take: [.upTo]
    case .top: [.by, .per, .ascending, .descending]
    case .group: [.all]
    case .join: [.on, .as, .left, .full]
    case .lookup, .semi, .anti: [.on, .as]
    case .total: [.per]
    case .window: [.per, .order, .ascending, .descending]
    case .rank: [.per, .ascending, .descending, .as]
    case .pivot: [.per]
    case .unpivot: [.as]
    case .bin: [.by, .as]
    case .sample: [.per, .seed]
    case .check: [.error, .warning, .note]
    case .into: [.update]
    case .saveAs: [.replace]
    default: []
    }
  }
}

/// The clause words, by their English names.
public enum ClauseWord: String, Hashable, Sendable, CaseIterable {
  case by, on, order, per, all
  case condition = "where"
  case update, replace, `as`
  case ascending = "asc"
  case descending = "desc"
  case left, right, full, seed
  case upTo = ".."
  case error, warning, note

  /// Its entry in the table of words.
  public var word: Word? { Words.find(rawValue, .clause) }
}
