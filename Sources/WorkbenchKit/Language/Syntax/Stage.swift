import KitModel

/// One stage of a pipeline.
public struct Stage: Hashable, Sendable {
  public let kind: Kind
  /// The word that names the stage.
  public let keyword: SourceSpan
  public let span: SourceSpan

  public init(_ kind: Kind, keyword: SourceSpan, span: SourceSpan) {
    self.kind = kind
    self.keyword = keyword
    self.span = span
  }

  public indirect enum Kind: Hashable, Sendable {
    case `where`(Expression)
    case select([Item])
    case derive([Bind])
    case fill([Bind])
    case drop([Path])
    case reorder([Path])
    /// new = old.
    case rename([Renaming])
    case sort([SortKey])
    case take(from: Count?, to: Count)
    case skip(Count)
    case top(Count, by: Expression, ascending: Bool, per: [Path])
    /// Empty: whole rows.
    case distinct([Path])
    case count
    case group(all: Bool, keys: [Item], aggregates: [Bind])
    case join(Join)
    case prior(Path, [Bind])
    case total(columns: [Path], per: [Path])
    case combine(SetOperation, Relation)
    case window([Bind], per: [Path], order: [SortKey])
    case rank(Expression, ascending: Bool, per: [Path], name: Name?)
    case pivot(Item, [Bind], per: [Path], values: [Expression]?)
    case unpivot([Path], name: Name?, value: Name?)
    case bin(Expression, by: Expression, name: Name?)
    case sample(Count, per: [Path], seed: Expression?)
    case check(Test)
    case set([Bind])
    case delete
    case into(Path, update: Bool)
    case saveAs(Name, replace: Bool)
    /// describe, plan, show, list, chart, export, to: their arguments as words.
    case output(OutputStage, [Argument])
  }

  /// `name = expr`, or a path.
  public enum Item: Hashable, Sendable {
    case path(Path)
    case bind(Bind)
  }

  public struct Bind: Hashable, Sendable {
    public let name: Name
    public let expression: Expression

    public init(name: Name, expression: Expression) {
      self.name = name
      self.expression = expression
    }
  }

  public struct Renaming: Hashable, Sendable {
    public let new: Name
    public let old: Name

    public init(new: Name, old: Name) {
      self.new = new
      self.old = old
    }
  }

  public struct SortKey: Hashable, Sendable {
    public let expression: Expression
    public let isDescending: Bool

    public init(expression: Expression, isDescending: Bool) {
      self.expression = expression
      self.isDescending = isDescending
    }
  }

  /// The whole number of take, skip, top and sample: a literal, a column or variable, or a calculation.
  public enum Count: Hashable, Sendable {
    case literal(Int64, SourceSpan)
    case path(Path)
    case expression(Expression)
  }

  public struct Join: Hashable, Sendable {
    public let kind: JoinKind
    public let relation: Relation
    public let alias: Name?
    public let condition: JoinCondition?
    /// `left`, `full`; only with `join`.
    public let side: JoinSide

    public init(
      kind: JoinKind, relation: Relation, alias: Name?, condition: JoinCondition?, side: JoinSide
    ) {
      self.kind = kind
      self.relation = relation
      self.alias = alias
      self.condition = condition
      self.side = side
    }
  }

  public enum JoinKind: String, Hashable, Sendable { case join, lookup, semi, anti }

  public enum JoinSide: String, Hashable, Sendable { case inner, left, full }

  public enum JoinCondition: Hashable, Sendable {
    case expression(Expression)
    /// Equal columns of these names on both sides; also the form of a single bare name.
    case columns([Name])
  }

  public enum SetOperation: String, Hashable, Sendable { case union, except, intersect }

  public enum OutputStage: String, Hashable, Sendable, CaseIterable {
    case describe, plan, show, list, chart, export, to
  }
}
