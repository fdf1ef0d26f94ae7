/// What begins a statement.
enum StatementWord: String, CaseIterable {
  case `let`, param, `for`, `if`, `else`, check, print, help

  static let table: [String: StatementWord] = {
    var table: [String: StatementWord] = [:]
    for statement in allCases {
      let word = Words.find(statement.rawValue, statement == .help ? .command : .statement)
      for spelling in word?.spellings ?? [] { table[spelling] = statement }
    }
    return table
  }()
}

extension StageWord {
  /// From the folded word to the stage; `save` stands for `save as`.
  static let table: [String: StageWord] = {
    var table: [String: StageWord] = [:]
    for stage in allCases {
      for spelling in stage.word?.spellings ?? [] { table[spelling] = stage }
    }
    table["save"] = .saveAs
    return table
  }()

  /// The Chinese stage that `text` begins with, the longest first, and its length in scalars.
  static func head(of text: String) -> (stage: StageWord, length: Int)? {
    let scalars = Array(text.unicodeScalars.prefix(4))
    guard let first = scalars.first, !first.isASCII else { return nil }
    for length in stride(from: scalars.count, through: 1, by: -1) {
      if let stage = table[String(String.UnicodeScalarView(scalars[..<length]))] { return (stage, length) }
    }
    return nil
  }
}
