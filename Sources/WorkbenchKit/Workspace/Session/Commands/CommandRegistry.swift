import KitLanguage
import KitModel

/// All commands that can be typed: the host's and those of the enabled plugins.
///
/// A plugin's command is known by its declaration alone; its code is loaded when it is first run.
public struct CommandRegistry: Sendable {
  /// A command and how its code is come by.
  public struct Entry: Sendable {
    public var declaration: CommandDeclaration
    /// Gives the code; loads the plugin at the first call.
    public var load: @Sendable () throws -> any WorkbenchCommand

    public init(
      _ declaration: CommandDeclaration, load: @escaping @Sendable () throws -> any WorkbenchCommand
    ) {
      self.declaration = declaration
      self.load = load
    }
  }

  /// In the order in which they were added: the host's first.
  public private(set) var entries: [Entry] = []
  private var places: [NameKey: Int] = [:]
  /// First words of commands of two words, with the places of these commands.
  private var groups: [NameKey: [Int]] = [:]

  /// First words of commands that installed plugins have which the workspace does not enable, with the plugin.
  public var idle: [NameKey: String] = [:]

  /// The command that a unit's name alone calls at the prompt; nil: none does.
  public var loneNameCommand: String?
  /// What that command says where no unit is called so: then digits are the number that they are.
  public var loneNameUnknown: [Message] = []

  public init() {}

  /// Adds a command; a name that is taken is refused, naming both owners.
  public mutating func add(
    _ declaration: CommandDeclaration, load: @escaping @Sendable () throws -> any WorkbenchCommand
  ) throws {
    let keys = Set(declaration.words.map { Self.key($0) })
    for key in keys {
      guard let place = places[key] else { continue }
      throw Diagnostic(
        SessionMessages.commandTwice,
        [
          "name": key.description, "first": Self.owner(entries[place].declaration),
          "second": Self.owner(declaration),
        ])
    }
    for key in keys { places[key] = entries.count }
    let heads = Set(declaration.words.filter { $0.count > 1 }.compactMap(\.first).map { NameKey($0) })
    for head in heads { groups[head, default: []].append(entries.count) }
    entries.append(Entry(declaration, load: load))
  }

  public mutating func add(_ declaration: CommandDeclaration, _ command: some WorkbenchCommand) throws {
    try add(declaration) { command }
  }

  /// The command of that name: one word, or two with a blank between.
  public func entry(named name: String) -> Entry? { places[NameKey(name)].map { entries[$0] } }

  /// Whether the word begins a command: of one word, or the first of two.
  public func begins(with word: String) -> Bool {
    places[NameKey(word)] != nil || groups[NameKey(word)] != nil
  }

  /// Names of the commands that read and can do without arguments: what a name alone may mean as a source.
  public var sources: [String] {
    entries.map(\.declaration).filter { declaration in
      declaration.mayBeSource && !declaration.parameters.contains(where: \.isRequired)
    }.flatMap { declaration in declaration.words.filter { $0.count == 1 }.flatMap { $0 } }
  }

  /// The commands of two words that begin with `word`.
  public func group(_ word: String) -> [CommandDeclaration] {
    (groups[NameKey(word)] ?? []).map { entries[$0].declaration }
  }

  /// The command that is meant and the arguments that are left to it: for `plugin list`, the second word is a
  /// part of the name.
  public func resolve(_ command: Command) throws -> (entry: Entry, arguments: [Argument]) {
    let first = command.name.text
    if let word = command.arguments.first, case .word(.bare(let second)) = word.kind,
      let entry = entry(named: first + " " + second)
    {
      return (entry, Array(command.arguments.dropFirst()))
    }
    if let entry = entry(named: first) { return (entry, command.arguments) }
    let verbs = group(first)
    if !verbs.isEmpty { throw unknownVerb(of: command, among: verbs) }
    if let fix = Slips.missingPipe(in: command) {
      throw Diagnostic(
        SessionMessages.commandPipeMissing, ["name": first], at: command.name.span, fixes: [fix])
    }
    throw unknown(command.name)
  }

  /// The diagnostic for a name that no command has, with near names.
  public func unknown(_ name: Name) -> Diagnostic {
    if let plugin = idle[name.key] {
      return Diagnostic(
        SessionMessages.commandIdle, ["name": name.text, "plugin": plugin], at: name.span)
    }
    let near = Nearness.suggestions(
      for: name.text, among: entries.flatMap { $0.declaration.words.compactMap(\.first) })
    return Diagnostic(
      near.isEmpty ? SessionMessages.commandUnknown : SessionMessages.commandUnknownNear,
      [
        "name": name.text, "near": near.joined(separator: "、"), "nearEn": near.joined(separator: ", "),
      ], at: name.span,
      fixes: near.map { Diagnostic.Fix(name.span, $0) })
  }

  private func unknownVerb(of command: Command, among verbs: [CommandDeclaration]) -> Diagnostic {
    let known = [
      "name": command.name.text,
      "verbs": verbs.map { $0.name.zh + "（" + $0.name.en + "）" }.joined(separator: "、"),
      "verbsEn": verbs.map(\.name.en).joined(separator: ", "),
    ]
    guard let argument = command.arguments.first, case .word(.bare(let word)) = argument.kind else {
      return Diagnostic(SessionMessages.commandNeedsVerb, known, at: command.name.span)
    }
    let near = Nearness.suggestions(for: word, among: verbs.flatMap { $0.words.compactMap(\.last) })
    return Diagnostic(
      SessionMessages.commandVerbUnknown, known.merging(["verb": word]) { $1 },
      at: argument.span, fixes: near.map { Diagnostic.Fix(argument.span, $0) })
  }

  private static func key(_ words: [String]) -> NameKey { NameKey(words.joined(separator: " ")) }

  private static func owner(_ declaration: CommandDeclaration) -> String { declaration.plugin ?? "dudao" }
}
