import ArgumentParser

/// What stands on the command line: the options of the host, and the words of the command behind them.
///
/// Options of the host are read wherever they stand. All other words, options included, belong to the
/// command, whose own declaration checks them: `dudao import 学校.xlsx --into school` and the same line at
/// the prompt are one thing.
struct CommandLineArguments: ParsableArguments {
  @Option(name: [.customShort("w"), .customLong("workspace")]) var workspace: String?
  @Option(name: .customShort("c")) var text: String?
  @Option(name: .customLong("format")) var format: String?
  @Option(name: .customLong("lang")) var language: String?
  @Option(name: .customLong("as-of")) var asOf: String?
  @Option(name: .customLong("person")) var person: String?
  @Option(name: .customLong("without")) var without: [String] = []
  @Option(name: .customLong("allow-write")) var writableFolders: [String] = []
  @Flag(name: .customLong("dry-run")) var isDryRun = false
  @Flag(name: .customLong("yes")) var answersYes = false
  @Flag(name: .customLong("no-color")) var isPlain = false
  @Flag(name: .customLong("labels")) var usesLabels = false
  @Flag(name: .customLong("no-plugins")) var withoutPlugins = false
  @Flag(name: [.customShort("h"), .customLong("help")]) var showsHelp = false
  @Flag(name: .customLong("version")) var showsVersion = false
  @Argument(parsing: .allUnrecognized) var words: [String] = []
}
