import ArgumentParser
import KitFormats
import KitLanguage
import KitModel

/// What the command line asks for, checked.
struct Invocation: Sendable {
  var action: Action
  var options: Options

  enum Action: Hashable, Sendable {
    /// The prompt, on the workspace in that folder or, without one, the one found from the current folder.
    case prompt(folder: String?)
    /// Statements given with `-c`.
    case text(String)
    /// A command written as words of the shell.
    case command([String])
    /// A script with the words behind it: values for its parameters.
    case script(path: String, arguments: [String])
    /// Statements from the standard input.
    case standardInput
    /// `dudao new DIR`.
    case create(folder: String)
    /// Help for the command line itself, or for a word.
    case help(topics: [String])
    case version
  }

  struct Options: Hashable, Sendable {
    var workspace: String?
    var format: TableFormat = .table
    /// As asked for with `--lang`; the workspace and the environment are asked when nil.
    var language: UILanguage?
    var asOf: CalendarDate?
    var person: String?
    var isDryRun = false
    var answersYes = false
    var isPlain = false
    var usesLabels = false
    /// Plugins to leave out; nil leaves out all.
    var without: [String]? = []
    /// Folders beside `exports/` into which a script may write.
    var writableFolders: [String] = []
  }

  /// Reads the arguments behind the program's name; throws a `Diagnostic` that begins with `host.usage`.
  init(_ arguments: [String], inputIsTerminal: Bool) throws {
    let parsed = try Self.parse(arguments)
    options = try Options(parsed)
    action = try Self.action(parsed, inputIsTerminal: inputIsTerminal)
  }

  private static func parse(_ arguments: [String]) throws -> CommandLineArguments {
    do {
      return try CommandLineArguments.parse(arguments)
    } catch {
      throw ArgumentErrors.diagnostic(CommandLineArguments.message(for: error))
    }
  }

  private static func action(_ parsed: CommandLineArguments, inputIsTerminal: Bool) throws -> Action {
    if parsed.showsVersion { return .version }
    let words = parsed.words
    if parsed.showsHelp { return .help(topics: Array(words.prefix(1))) }
    if let text = parsed.text {
      guard let extra = words.first else { return .text(text) }
      throw Diagnostic(HostMessages.usageExtraWord, ["word": extra])
    }
    guard let verb = words.first else { return inputIsTerminal ? .prompt(folder: nil) : .standardInput }
    let rest = Array(words.dropFirst())
    switch ShellVerb(verb) {
    case .open: return .prompt(folder: try operand(of: verb, in: rest))
    // With values it is the command that adds a row.
    case .new where !rest.dropFirst().contains { $0.contains("=") }:
      return .create(folder: try operand(of: verb, in: rest))
    case .run where !rest.isEmpty:
      return .script(
        path: try operand(of: verb, in: Array(rest.prefix(1))), arguments: Array(rest.dropFirst()))
    case .help: return .help(topics: rest)
    default:
      if verb.hasPrefix("-") { throw Diagnostic(HostMessages.usageUnknownOption, ["option": verb]) }
      _ = try ShellWords.statement(words)
      return .command(words)
    }
  }

  /// The one word that must follow `verb`.
  private static func operand(of verb: String, in words: [String]) throws -> String {
    guard let word = words.first else { throw Diagnostic(HostMessages.usageMissingOperand, ["verb": verb]) }
    if words.count > 1 { throw Diagnostic(HostMessages.usageExtraWord, ["word": words[1]]) }
    if word.hasPrefix("-") { throw Diagnostic(HostMessages.usageUnknownOption, ["option": word]) }
    return word
  }
}

extension Invocation.Options {
  fileprivate init(_ parsed: CommandLineArguments) throws {
    workspace = parsed.workspace
    person = parsed.person
    isDryRun = parsed.isDryRun
    answersYes = parsed.answersYes
    isPlain = parsed.isPlain
    usesLabels = parsed.usesLabels
    writableFolders = parsed.writableFolders
    without = parsed.withoutPlugins ? nil : parsed.without
    if let text = parsed.language {
      guard let known = UILanguage(rawValue: text) else {
        throw Self.wrong("--lang", text, "zh, en")
      }
      language = known
    }
    if let text = parsed.format {
      guard let known = TableFormat(rawValue: text), known != .xlsx else {
        let allowed = TableFormat.allCases.filter { $0 != .xlsx }.map(\.rawValue).joined(separator: ", ")
        throw Self.wrong("--format", text, allowed)
      }
      format = known
    }
    if let text = parsed.asOf {
      guard let day = Self.day(text) else { throw Self.wrong("--as-of", text, "2024-09-01") }
      asOf = day
    }
  }

  /// A day as the language reads it: `2024-9-1`, `2024年9月1日`.
  private static func day(_ text: String) -> CalendarDate? {
    let parsed = Parser.parse(text, mode: .script)
    guard parsed.diagnostics.isEmpty, parsed.script.statements.count == 1,
      case .value(.expression(let expression)) = parsed.script.statements[0].kind,
      case .literal(.date(let day)) = expression.kind
    else { return nil }
    return day
  }

  private static func wrong(_ option: String, _ found: String, _ allowed: String) -> Diagnostic {
    Diagnostic(HostMessages.usageWrongValue, ["option": option, "found": found, "allowed": allowed])
  }
}
