import KitModel

/// A word that can stand where an operand has just ended.
enum InfixWord: Hashable {
  case or, and, not, `in`, notIn, between, notBetween, `is`, isNull, isNotNull
  /// English `starts`, `ends`: `with` follows.
  case starts, ends
  case comparison(BinaryOperator)
  case arithmetic(BinaryOperator)
  case clause(ClauseWord)
  /// 按, which is by, on or order: a stage takes only one of them.
  case byOnOrder
  /// 取自 of 遍历.
  case forIn

  /// An operator, not a clause of a stage.
  var isOperator: Bool {
    switch self {
    case .clause, .byOnOrder, .forIn: false
    default: true
    }
  }

  /// From the folded word to what it is.
  static let table: [String: InfixWord] = {
    var table: [String: InfixWord] = [:]
    for word in Words.operators {
      guard let infix = InfixWord(word) else { continue }
      for spelling in word.spellings where !spelling.contains(" ") { table[spelling] = infix }
    }
    for clause in ClauseWord.allCases where clause != .all && clause != .right {
      guard let word = clause.word else { continue }
      table[word.english] = .clause(clause)
      table[word.chinese] = .clause(clause)
    }
    table["按"] = .byOnOrder
    table["取自"] = .forIn
    table["is"] = .is
    table["starts"] = .starts
    table["ends"] = .ends
    return table
  }()

  private init?(_ word: Word) {
    switch word.english {
    case "or": self = .or
    case "and": self = .and
    case "not": self = .not
    case "in": self = .in
    case "not in": self = .notIn
    case "between": self = .between
    case "not between": self = .notBetween
    case "is null": self = .isNull
    case "is not null": self = .isNotNull
    default:
      guard let op = BinaryOperator.symbols[word.english] else { return nil }
      self = word.kind == .arithmetic ? .arithmetic(op) : .comparison(op)
    }
  }

  /// Never split off the front of a word: too many names begin so.
  private static let neverSplit: Set<String> = ["加", "减", "乘", "除以", "整除", "取余", "左", "全"]

  /// Words that do not keep a name before them from being a command: they mean something in one place only.
  private static let onlyInPlace: Set<String> = ["where", "条件", "update", "更新", "replace", "替换", "取自"]

  /// The Chinese word that `text` begins with, the longest first, and its length in scalars.
  static func head(of text: String) -> (word: InfixWord, key: String, length: Int)? {
    let scalars = Array(text.unicodeScalars.prefix(4))
    guard let first = scalars.first, !first.isASCII else { return nil }
    for length in stride(from: scalars.count, through: 1, by: -1) {
      let key = String(String.UnicodeScalarView(scalars[..<length]))
      if let word = table[key], !neverSplit.contains(key) { return (word, key, length) }
    }
    return nil
  }

  /// The word is one of the table, or begins with a Chinese one.
  static func begins(_ key: String?, prefix: String) -> Bool {
    key.map { table[$0] != nil } == true || head(of: prefix) != nil
  }

  /// A name before this word is an operand, not a command.
  static func endsOperand(_ key: String?, prefix: String) -> Bool {
    if let key, table[key] != nil { return !onlyInPlace.contains(key) }
    return head(of: prefix).map { !onlyInPlace.contains($0.key) } ?? false
  }

  /// Reserved everywhere: as names only in backquotes or after `.`.
  static let reserved: Set<String> = {
    var reserved: Set<String> = ["true", "false", "null", "是", "否", "空"]
    for (key, word) in table {
      if case .arithmetic = word { continue }
      if word.isOperator { reserved.insert(key) }
    }
    return reserved
  }()
}

extension BinaryOperator {
  /// From the English form to the operator.
  static let symbols: [String: BinaryOperator] = [
    "or": .or, "and": .and, "==": .equal, "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater,
    ">=": .greaterOrEqual, "contains": .contains, "not contains": .notContains, "starts with": .startsWith,
    "ends with": .endsWith, "matches": .matches, "+": .add, "-": .subtract, "*": .multiply, "/": .divide,
    "//": .divideWhole, "%": .remainder,
  ]
}
