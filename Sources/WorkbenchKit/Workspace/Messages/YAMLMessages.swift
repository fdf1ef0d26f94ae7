import KitModel

/// What is said of a YAML file that cannot be read.
public enum YAMLMessages {
  public static let tooLarge = Message(
    "workspace.yaml-too-large", zh: "文件太大，最多 {limit}。", en: "The file is too large; at most {limit}.",
    helpZh: "数据放进 data/ 里的表格，YAML 只写声明。",
    helpEn: "Keep data in tables below data/; YAML holds declarations only.")
  public static let notUTF8 = Message(
    "workspace.yaml-not-utf8", zh: "文件不是 UTF-8 编码。", en: "The file is not UTF-8.",
    helpZh: "用文本编辑器另存为 UTF-8。", helpEn: "Save it as UTF-8 in a text editor.")
  public static let alias = Message(
    "workspace.yaml-alias", zh: "不能用 * 引用别处的内容。", en: "Aliases (*) are not allowed.",
    helpZh: "把引用的内容照原样写在这里。", helpEn: "Write out what it refers to.")
  public static let empty = Message(
    "workspace.yaml-empty", zh: "文件是空的。", en: "The file is empty.")
  public static let duplicateKey = Message(
    "workspace.yaml-duplicate-key", zh: "“{key}”写了两次，第一次在第 {first} 行。",
    en: "“{key}” stands twice, first on line {first}.", helpZh: "删去其中一处。", helpEn: "Remove one of them.")
  public static let unknownKey = Message(
    "workspace.yaml-unknown-key", zh: "不认识“{key}”。", en: "“{key}” is not known here.",
    helpZh: "这里可以写：{allowed}。", helpEn: "Allowed here: {allowed}.")
  public static let unknownKeyNear = Message(
    "workspace.yaml-unknown-key-near", zh: "不认识“{key}”，是不是“{near}”？",
    en: "“{key}” is not known here; is “{near}” meant?", helpZh: "这里可以写：{allowed}。",
    helpEn: "Allowed here: {allowed}.")
  public static let missingKey = Message(
    "workspace.yaml-missing-key", zh: "缺少“{key}”。", en: "“{key}” is missing.")
  public static let textWanted = Message(
    "workspace.yaml-text-wanted", zh: "这里要写一段文字，现在是 {found}。", en: "A text is wanted here, found {found}.")
  public static let integerWanted = Message(
    "workspace.yaml-integer-wanted", zh: "这里要写整数，现在是 {found}。",
    en: "A whole number is wanted here, found {found}."
  )
  public static let booleanWanted = Message(
    "workspace.yaml-boolean-wanted", zh: "这里要写 true 或 false，现在是 {found}。",
    en: "true or false is wanted here, found {found}.")
  public static let listWanted = Message(
    "workspace.yaml-list-wanted", zh: "这里要写列表，现在是 {found}。", en: "A list is wanted here, found {found}.",
    helpZh: "写成 [甲, 乙]，或每行一个“- 甲”。", helpEn: "Write [a, b], or “- a” on a line each.")
  public static let mappingWanted = Message(
    "workspace.yaml-mapping-wanted", zh: "这里要写“名: 值”，现在是 {found}。",
    en: "“name: value” is wanted here, found {found}.")
  public static let syntax = Message(
    "workspace.yaml-syntax", zh: "不合 YAML 写法（{problem}）。", en: "Not valid YAML: {problem}.",
    helpZh: "看这一行和上一行的缩进、引号和冒号。",
    helpEn: "Look at indentation, quotes and colons of this line and the one above.")
  public static let colonInText = Message(
    "workspace.yaml-colon-in-text", zh: "这里不能再出现冒号加空格。", en: "A colon with a blank cannot stand here.",
    helpZh: "文字里有冒号时，整段加引号。", helpEn: "Put a text that holds a colon in quotes.")
  public static let colonMissing = Message(
    "workspace.yaml-colon-missing", zh: "这一行缺少“名: 值”的冒号。",
    en: "The colon of “name: value” is missing on this line.",
    helpZh: "冒号要用半角，后面空一格。", helpEn: "Use an ASCII colon with a blank behind it.")
  public static let badStart = Message(
    "workspace.yaml-bad-start", zh: "这个字符不能用在开头。", en: "A value cannot begin with this character.",
    helpZh: "不要用制表符缩进；以 @ ` % 开头的文字要加引号。",
    helpEn: "Do not indent with tabs; put a text that begins with @ ` % in quotes.")
  public static let indentation = Message(
    "workspace.yaml-indentation", zh: "这一行的缩进与上面对不齐。",
    en: "The indentation of this line does not match those above.",
    helpZh: "同一层的各行左边对齐，只用空格。", helpEn: "Lines of one level begin at one column; use blanks only.")
  public static let unclosed = Message(
    "workspace.yaml-unclosed", zh: "引号或括号没有结束。", en: "A quote or bracket is not closed.",
    helpZh: "补上 \" ' ] 或 }。", helpEn: "Close it with \" ' ] or }.")

  public static let severalDocuments = Message(
    "workspace.yaml-several-documents", zh: "一个文件只能有一份内容，这里用 --- 又开了一份。",
    en: "A file holds one document; another begins here (---).", helpZh: "删去这一行，或分成两个文件。",
    helpEn: "Remove this line, or make two files.")

  public static let all = [
    tooLarge, notUTF8, alias, empty, duplicateKey, unknownKey, unknownKeyNear, missingKey, textWanted,
    integerWanted, booleanWanted, listWanted, mappingWanted, syntax, colonInText, colonMissing, badStart,
    indentation, unclosed, severalDocuments,
  ]

  /// The sentence for what the parser calls `problem`.
  static func forProblem(_ problem: String) -> Message {
    switch problem {
    case "mapping values are not allowed in this context": colonInText
    case "could not find expected ':'": colonMissing
    case "found character that cannot start any token": badStart
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "found a tab character that violates indentation":
      indentation
    case "found unexpected end of stream", "did not find expected ',' or ']'",
      "did not find expected ',' or '}'":
      unclosed
    case "but found another document": severalDocuments
    default: syntax
    }
  }
}
