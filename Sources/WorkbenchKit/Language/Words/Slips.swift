import KitModel

/// Answers to slips that only names can tell from right text: what the resolver proposes when a name is unknown.
public enum Slips {
  /// A word of the language that is glued to a known name: `得分降序` is `得分 降序`, `每学区` is `每 学区`.
  ///
  /// - Parameter isKnown: whether a name means something at this place.
  /// - Returns: the name with blanks put in; nil if no part of it is known.
  public static func split(_ name: String, isKnown: (String) -> Bool) -> String? {
    let scalars = Array(name.unicodeScalars)
    guard scalars.count <= 64 else { return nil }
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    // The longest known name first: what is left over must begin with a word of the language.
    for end in stride(from: scalars.count - 1, to: 0, by: -1) {
      let rest = text(end..<scalars.count)
      guard let length = wordLength(rest), isKnown(text(0..<end)) else { continue }
      let parts = [text(0..<end), text(end..<end + length), text(end + length..<scalars.count)]
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let front = wordLength(name) ?? StageWord.head(of: name)?.length
    if let front, front < scalars.count, isKnown(text(front..<scalars.count)) {
      return text(0..<front) + " " + text(front..<scalars.count)
    }
    return nil
  }

  /// How many scalars of `text` are a word that may stand behind an operand.
  private static func wordLength(_ text: String) -> Int? {
    if InfixWord.table[text] != nil, text.unicodeScalars.first?.isASCII == false {
      return text.unicodeScalars.count
    }
    return InfixWord.head(of: text)?.length
  }

  /// `乡镇 筛选 得分<60`: no command has the name, and its first argument is a stage. The fix puts the `|`.
  public static func missingPipe(in command: Command) -> Diagnostic.Fix? {
    guard let first = command.arguments.first else { return nil }
    let text: String
    switch first.kind {
    case .word(.bare(let word)): text = word
    case .named(let name, _): text = name.text
    default: return nil
    }
    guard StageWord.table[text.lowercased()] != nil || StageWord.head(of: text) != nil else { return nil }
    return Diagnostic.Fix(SourceSpan(first.span.start, first.span.start), "| ")
  }

  /// `explain school | where …`: `explain` is a command; the SQL of a query is shown by `plan` at its end. The
  /// fixes take the command away and put the stage; nil if the pipeline does not begin so.
  public static func missingPlan(in pipeline: Pipeline) -> [Diagnostic.Fix]? {
    guard case .command(let command) = pipeline.source, !pipeline.stages.isEmpty,
      Words.find(command.name.text, .command)?.english == "explain", command.arguments.count == 1,
      let relation = command.arguments.first, case .word(.bare) = relation.kind
    else { return nil }
    let plan = command.name.text.utf8.allSatisfy { $0 < 0x80 } ? " | plan" : " | 查询计划"
    return [
      Diagnostic.Fix(SourceSpan(pipeline.span.end, pipeline.span.end), plan),
      Diagnostic.Fix(SourceSpan(command.span.start, relation.span.start), ""),
    ]
  }
}
