import KitModel

/// Something that a command takes: a word at a place of its own, or an option.
public struct CommandParameter: Hashable, Sendable {
  /// English, as typed behind `--`: `keep-good`. Also the key under which the command finds the value.
  public var id: String
  /// What it is called in help; the Chinese name may be typed behind `--` too.
  public var label: Label
  public var form: Form
  public var type: ArgumentType
  public var isRequired: Bool
  /// May be given several times; a positional one takes all words that are left.
  public var isRepeated: Bool
  /// Taken when nothing is typed.
  public var defaultValue: Value?
  public var help: Label

  public enum Form: String, Hashable, Sendable {
    case positional, option
  }

  public init(
    _ id: String, label: Label, form: Form = .option, type: ArgumentType = .value(.text),
    isRequired: Bool = false, isRepeated: Bool = false, defaultValue: Value? = nil, help: Label
  ) {
    self.id = id
    self.label = label
    self.form = form
    self.type = type
    self.isRequired = isRequired
    self.isRepeated = isRepeated
    self.defaultValue = defaultValue
    self.help = help
  }

  /// A word at a place of its own, required unless said otherwise.
  public static func positional(
    _ id: String, _ label: Label, _ type: ArgumentType = .value(.text), required: Bool = true,
    repeated: Bool = false, help: Label
  ) -> CommandParameter {
    CommandParameter(
      id, label: label, form: .positional, type: type, isRequired: required, isRepeated: repeated, help: help)
  }

  /// `--id`, without a value: given or not.
  public static func flag(_ id: String, _ label: Label, help: Label) -> CommandParameter {
    CommandParameter(id, label: label, type: .value(.boolean), help: help)
  }

  /// `--id VALUE`.
  public static func option(
    _ id: String, _ label: Label, _ type: ArgumentType = .value(.text), required: Bool = false,
    repeated: Bool = false, default defaultValue: Value? = nil, help: Label
  ) -> CommandParameter {
    CommandParameter(
      id, label: label, type: type, isRequired: required, isRepeated: repeated, defaultValue: defaultValue,
      help: help)
  }

  /// An option that stands alone; only `--id=否` gives it a value.
  public var isFlag: Bool { form == .option && type == .value(.boolean) }

  /// The names under which it is found.
  public var names: [String] { [id, label.zh, label.en] }
}
