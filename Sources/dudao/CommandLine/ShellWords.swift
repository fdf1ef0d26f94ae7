import KitModel
import PluginAPI

/// Words of the shell as a statement of the language: the shell has taken the quotes off, the language wants
/// them where a word holds blanks or marks.
enum ShellWords {
  /// `["import", "开学 自查.xlsx", "--into", "school"]` → `import "开学 自查.xlsx" --into school`.
  static func statement(_ words: [String]) throws -> String {
    guard let verb = words.first else { return "" }
    guard isName(verb) else { throw Diagnostic(HostMessages.usageNotACommand, ["word": verb]) }
    // Of the host's own commands it is known; a plugin's may take them too.
    let isHosts = hostCommands.begins(with: verb)
    let name = words.prefix(2).joined(separator: " ")
    let declaration = (hostCommands.entry(named: name) ?? hostCommands.entry(named: verb))?.declaration
    let namesValues = isHosts ? declaration?.takesFreeOptions ?? false : true
    let behind = try zip(words, words.dropFirst()).map { before, word in
      let isValueOfOption = !isHosts && before.hasPrefix("--") && !before.contains("=")
      return try argument(word, namesValues && !isValueOfOption)
    }
    return ([verb] + behind).joined(separator: " ")
  }

  private static let hostCommands: CommandRegistry = {
    var registry = CommandRegistry()
    try? HostCommands.register(in: &registry, state: HostState())
    return registry
  }()

  /// - Parameter namesValues: The command takes `name=value`; elsewhere `=` may stand in any text.
  private static func argument(_ word: String, _ namesValues: Bool) throws -> String {
    if word.contains(where: \.isNewline) { throw Diagnostic(HostMessages.usageNewlineInWord) }
    if isBare(word) { return word }
    if let equals = word.firstIndex(of: "="),
      word.hasPrefix("--") || (namesValues && isName(word[..<equals]))
    {
      return word[...equals] + quoted(word[word.index(after: equals)...])
    }
    return quoted(word)
  }

  private static func quoted(_ text: some StringProtocol) -> String {
    "\"" + String(text).replacing("\"", with: "\"\"") + "\""
  }

  /// Read by the language as one bare word that means the same.
  private static func isBare(_ word: String) -> Bool {
    let holdsMark = word.unicodeScalars.contains { scalar in
      marks.contains(scalar) || scalar.properties.isWhitespace || (0xFF01...0xFF5E).contains(scalar.value)
    }
    return !word.isEmpty && !word.hasPrefix("#") && !holdsMark
  }

  private static let marks: Set<Unicode.Scalar> = [
    "|", "(", ")", "{", "}", "[", "]", ";", "\"", "'", "`", "“", "”", "‘", "’", "「", "」", "=", "$", "¥", "、",
    "。", "·",
    "—", "│", "∣", "丨", "#", "\\",
  ]

  private static func isName(_ word: some StringProtocol) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else {
      return false
    }
    return word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || $0 == "." || $0.properties.numericType != nil
    }
  }
}
