import KitModel

/// Notes of the parser for completion: the first place at which it meets the cursor is where the cursor is.
extension Parser {
  /// Places that carry no more than their kind.
  enum Place {
    case statementStart, value, stageName, relation, operand, among, afterOperand, column, variable, count,
      typeName
    case newName
    case member([Name])
  }

  mutating func mark(_ place: Place) {
    guard lexer.isCompleting, found == nil, current.isEnd else { return }
    let position: CursorContext.Position =
      switch place {
      case .statementStart: .statementStart
      case .value: .value
      case .stageName: .stageName
      case .relation: .relation
      case .operand: .operand(comparedWith: comparedWith)
      case .among: .among(comparedWith: comparedWith)
      case .afterOperand: .afterOperand
      case .column: .column
      case .variable: .variable
      case .count: .count
      case .typeName: .typeName
      case .newName: .newName
      case .member(let names): .member(names)
      }
    note(position, current.span)
  }

  /// The cursor is behind the name that stands here and a blank.
  mutating func markBehindName() {
    guard lexer.isCompleting, found == nil, isName else { return }
    let next = peek()
    // An opened quote is an argument for sure.
    let isWord = lexer.reader.folded(next.span.start).map { Characters.isWord($0.scalar) } ?? true
    if next.isEnd, isWord, next.blankBefore, !next.lineBefore { note(.afterName(nameToken()), next.span) }
  }

  /// The cursor is in an argument, or in the value of one, that began at `start`.
  mutating func markArgument(_ list: ArgumentList, from start: Int) {
    guard lexer.isCompleting, found == nil, lexer.position >= lexer.reader.end else { return }
    note(
      .argument(command: list.command, given: list.given, option: list.name?.text),
      SourceSpan(start, lexer.reader.end))
  }

  private mutating func note(_ position: CursorContext.Position, _ span: SourceSpan) {
    found = CursorContext.Found(position: position, span: span, pipelines: pipelines, calls: calls)
  }
}
