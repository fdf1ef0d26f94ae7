import KitModel

/// A command: what it is called, what it takes, what it does and how it is used.
///
/// One declaration drives parsing, validation, help, completion and the manual. The host declares its commands
/// in Swift, a plugin in `plugin.yaml`.
public struct CommandDeclaration: Hashable, Sendable {
  /// English and Chinese, one or two words in each: `import`/`导入`, `plugin list`/`插件 列表`.
  public var name: Label
  /// The plugin that brings it; nil: the host.
  public var plugin: String?
  /// One line: what it does.
  public var meaning: Label
  /// In the order in which help shows them; positional ones in the order in which they are typed.
  public var parameters: [CommandParameter]
  /// Takes further `name=value` and `--name value` whose names only the command knows (parameters of a script).
  public var takesFreeOptions: Bool
  /// Its free names are none of the options that belong to every command, so that these keep their meaning: values of
  /// a paper, not parameters of a script.
  public var keepsSharedOptions: Bool
  /// Options may be typed without dashes: `导出 "名单.xlsx" 标题 "学校名单"`. Only for stages, whose words are few.
  public var readsBareOptions: Bool
  public var effects: Set<CommandEffect>
  /// Works without an open workspace.
  public var worksWithoutWorkspace: Bool
  public var examples: [Example]

  public init(
    name: Label, plugin: String? = nil, meaning: Label, parameters: [CommandParameter] = [],
    takesFreeOptions: Bool = false, keepsSharedOptions: Bool = false, readsBareOptions: Bool = false,
    effects: Set<CommandEffect> = [.reads],
    worksWithoutWorkspace: Bool = false, examples: [Example] = []
  ) {
    self.name = name
    self.plugin = plugin
    self.meaning = meaning
    self.parameters = parameters
    self.takesFreeOptions = takesFreeOptions
    self.keepsSharedOptions = keepsSharedOptions
    self.readsBareOptions = readsBareOptions
    self.effects = effects
    self.worksWithoutWorkspace = worksWithoutWorkspace
    self.examples = examples
  }

  /// A line to type and what it is for. Examples are run as tests.
  public struct Example: Hashable, Sendable {
    public var text: String
    public var meaning: Label

    public init(_ text: String, _ meaning: Label) {
      self.text = text
      self.meaning = meaning
    }
  }

  public var positionals: [CommandParameter] { parameters.filter { $0.form == .positional } }
  public var options: [CommandParameter] { parameters.filter { $0.form == .option } }

  /// Only commands that read may be the source of a pipeline.
  public var mayBeSource: Bool { effects.isSubset(of: [.reads]) }

  /// The words of its name in each language.
  public var words: [[String]] {
    [name.en, name.zh].map { $0.split(separator: " ").map(String.init) }
  }

  /// `导入 文件… --into 实体 [--map 标题=字段]…`
  public func usage(_ language: UILanguage) -> String {
    let parts = parameters.map { parameter in
      let label = parameter.label.text(language)
      let text =
        switch parameter.form {
        case .positional: label
        case .option: parameter.isFlag ? "--\(parameter.id)" : "--\(parameter.id) \(label)"
        }
      return (parameter.isRequired ? text : "[\(text)]") + (parameter.isRepeated ? "…" : "")
    }
    return ([name.text(language)] + parts).joined(separator: " ")
  }
}
