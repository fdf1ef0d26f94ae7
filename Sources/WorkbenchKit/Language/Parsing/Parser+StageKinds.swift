import KitModel

extension Parser {
  // MARK: Columns

  mutating func columnStage(_ word: StageWord) throws(Failure) -> Stage.Kind {
    switch word {
    case .select: return .select(try items(beforeBrace: false))
    case .derive: return .derive(try binds())
    case .fill: return .fill(try binds())
    case .set: return .set(try binds())
    case .drop: return .drop(try paths())
    case .reorder: return .reorder(try paths())
    case .rename: return try rename()
    case .bin: return try bin()
    default: return try unpivot()
    }
  }

  private mutating func rename() throws(Failure) -> Stage.Kind {
    var renamings = [try renaming()]
    while try takeComma() { renamings.append(try renaming()) }
    return .rename(renamings)
  }

  private mutating func renaming() throws(Failure) -> Stage.Renaming {
    let new = try name()
    try expect(.assign)
    mark(.column)
    return Stage.Renaming(new: new, old: try name())
  }

  private mutating func bin() throws(Failure) -> Stage.Kind {
    let value = try expression()
    let clauses = Clauses()
    while let clause = try clause(of: .bin, clauses) {
      if clause == .by { clauses.by = try expression() } else { clauses.name = try name() }
    }
    guard let width = clauses.by else { throw missing(.by, of: .bin) }
    return .bin(value, by: width, name: clauses.name)
  }

  private mutating func unpivot() throws(Failure) -> Stage.Kind {
    let columns = try paths()
    guard let name = try alias(of: .unpivot) else { return .unpivot(columns, name: nil, value: nil) }
    try expect(.comma)
    return .unpivot(columns, name: name, value: try self.name())
  }

  // MARK: Groups

  mutating func groupStage(_ word: StageWord) throws(Failure) -> Stage.Kind {
    switch word {
    case .group: return try group()
    case .window: return try window()
    case .rank: return try rank()
    case .pivot: return try pivot()
    case .prior:
      let period = try path()
      return .prior(period, try aggregates())
    default: return try total()
    }
  }

  private mutating func group() throws(Failure) -> Stage.Kind {
    let all = takesAll()
    let keys = at(.openBrace) ? [] : try items(beforeBrace: true)
    return .group(all: all, keys: keys, aggregates: try aggregates())
  }

  /// `all` before the keys; a name when it is one of them.
  private mutating func takesAll() -> Bool {
    guard key == "all" || key == "全部" else { return false }
    switch peek().kind {
    case .symbol(.comma), .symbol(.assign), .symbol(.dot), .symbol(.openBrace): return false
    default:
      advance()
      return true
    }
  }

  private mutating func window() throws(Failure) -> Stage.Kind {
    let binds = try binds()
    let clauses = Clauses()
    while let clause = try clause(of: .window, clauses) {
      switch clause {
      case .per: clauses.per = try paths()
      case .order: clauses.order = try sortKeys()
      default: throw stray(stage: .window, isList: false)
      }
    }
    return .window(binds, per: clauses.per, order: clauses.order)
  }

  private mutating func rank() throws(Failure) -> Stage.Kind {
    let value = try expression()
    let clauses = Clauses()
    while let clause = try clause(of: .rank, clauses) {
      switch clause {
      case .per: clauses.per = try paths()
      case .as: clauses.name = try name()
      default: clauses.isAscending = clause == .ascending
      }
    }
    return .rank(value, ascending: clauses.isAscending, per: clauses.per, name: clauses.name)
  }

  private mutating func pivot() throws(Failure) -> Stage.Kind {
    let key = try item(beforeBrace: true)
    let aggregates = try aggregates()
    let clauses = Clauses()
    while true {
      if infixWord() == .in {
        if clauses.values != nil { throw refuse(LanguageMessages.clauseTwice) }
        advance()
        clauses.values = try pivotValues()
      } else if try clause(of: .pivot, clauses) != nil {
        clauses.per = try paths()
      } else {
        return .pivot(key, aggregates, per: clauses.per, values: clauses.values)
      }
    }
  }

  private mutating func pivotValues() throws(Failure) -> [Expression] {
    guard at(.open) else { throw missing(.open) }
    let scope = try open(.ignored)
    if at(.close) { throw refuse(LanguageMessages.listEmpty) }
    var values = [try expression()]
    while takeComma(before: .close) { values.append(try expression()) }
    try close(scope, .close)
    return values
  }

  private mutating func total() throws(Failure) -> Stage.Kind {
    if perFollows() {
      advance()
      return .total(columns: [], per: try paths())
    }
    let columns = pathFollows ? try paths() : []
    let clauses = Clauses()
    while try clause(of: .total, clauses) != nil { clauses.per = try paths() }
    return .total(columns: columns, per: clauses.per)
  }

  /// `per` and a name behind it: the clause, though no operand stands before it.
  private mutating func perFollows() -> Bool {
    guard !lineEnds, key == "per" || key == "每" else { return false }
    let next = peek()
    if next.lineBefore && lines != .ignored { return false }
    switch next.kind {
    case .word, .quotedName: return true
    case .end: return lexer.isCompleting
    default: return false
    }
  }

  // MARK: Relations

  mutating func relationStage(_ word: StageWord) throws(Failure) -> Stage.Kind {
    switch word {
    case .into: return try into()
    case .saveAs: return try saveAs()
    default:
      if let operation = Stage.SetOperation(rawValue: word.rawValue) {
        return .combine(operation, try relation())
      }
      return try join(Stage.JoinKind(rawValue: word.rawValue) ?? .join, word)
    }
  }

  private mutating func join(_ kind: Stage.JoinKind, _ word: StageWord) throws(Failure) -> Stage.Kind {
    let relation = try relation()
    let clauses = Clauses()
    while let clause = try clause(of: word, clauses) {
      switch clause {
      case .on: clauses.condition = try joinCondition()
      case .as: clauses.name = try name()
      case .left: clauses.side = .left
      default: clauses.side = .full
      }
    }
    return .join(
      Stage.Join(
        kind: kind, relation: relation, alias: clauses.name, condition: clauses.condition, side: clauses.side)
    )
  }

  /// An expression, or names that both sides have.
  private mutating func joinCondition() throws(Failure) -> Stage.JoinCondition {
    try joinCondition(from: try expression())
  }

  private mutating func joinCondition(from condition: Expression) throws(Failure) -> Stage.JoinCondition {
    guard case .path(let path) = condition.kind, !path.isVariable, let name = path.single else {
      return .expression(condition)
    }
    var names = [name]
    while at(.comma), !lineEnds {
      advance()
      mark(.column)
      names.append(try self.name())
    }
    return .columns(names)
  }

  private mutating func into() throws(Failure) -> Stage.Kind {
    mark(.relation)
    let path = try path()
    let clauses = Clauses()
    let update = try clause(of: .into, clauses) != nil
    return .into(path, update: update)
  }

  private mutating func saveAs() throws(Failure) -> Stage.Kind {
    let isChinese = pipelines.last?.keyword.map { lexer.key($0) == "存为" } ?? false
    if !isChinese {
      guard infixWord() == .clause(.as) else {
        throw refuse(LanguageMessages.wordExpected, ["wordEn": "as", "word": "as"])
      }
      advance()
    }
    let name = try name()
    let clauses = Clauses()
    let replace = try clause(of: .saveAs, clauses) != nil
    return .saveAs(name, replace: replace)
  }
}
