import KitModel

/// What an argument must be: it decides how the word is read, what help says and what Tab offers.
public enum ArgumentType: Hashable, Sendable {
  /// A value of the language; a choice lists what is allowed, a reference names the entity.
  case value(DataType)
  /// The path of a file that is read; the extensions say which, none: any.
  case file([String])
  /// The path of a file that is written.
  case newFile([String])
  case folder
  /// The name of a relation.
  case relation
  /// `名称=值`: two names joined, such as a heading and a field. The text is handed over as typed.
  case pair
  /// A pipeline in parentheses, or a name of a relation; the command gets its rows.
  case rows
  /// The name of a command or a word of the language.
  case word
  /// The name of a saved script.
  case script
}
