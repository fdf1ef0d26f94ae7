import KitModel

/// Verbs that mean something else on the command line than at the prompt: there is no session yet.
enum ShellVerb: Hashable, Sendable {
  case open, new, run, help

  private static let names: [String: ShellVerb] = [
    "open": .open, "打开": .open, "new": .new, "新建": .new, "run": .run, "运行": .run, "help": .help, "帮助": .help,
  ]

  init?(_ word: String) {
    guard let verb = Self.names[NameKey(word).description] else { return nil }
    self = verb
  }
}
