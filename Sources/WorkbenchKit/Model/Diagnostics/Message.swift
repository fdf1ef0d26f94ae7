/// One sentence of the product in both of its languages, with named places (`{name}`) for what was found.
///
/// English words that follow a number are written as `{count:row|rows}`: the first when `{count}` is 1.
///
/// Messages are declared as constants in a module's catalogue (`…Messages.swift`) and gathered in its `all`,
/// which a test checks: identifiers unique, both languages present, the same places in both.
public struct Message: Hashable, Sendable {
  /// Stable dotted identifier, module first: `language.string-unclosed`.
  public let id: String
  /// What is the matter, in Chinese and in English.
  public let zh: String
  public let en: String
  /// What to do next, if there is more to say than the message itself.
  public let helpZh: String?
  public let helpEn: String?

  public init(_ id: String, zh: String, en: String, helpZh: String? = nil, helpEn: String? = nil) {
    self.id = id
    self.zh = zh
    self.en = en
    self.helpZh = helpZh
    self.helpEn = helpEn
  }

  /// The sentence in `language`, its places filled from `arguments`; a place without argument stays as it is.
  ///
  /// What is called differently in the two languages (the label of a field) comes as two arguments: in English
  /// the place `{field}` takes `fieldEn` when there is one.
  public func text(_ language: UILanguage, _ arguments: [String: String] = [:]) -> String {
    Self.filled(language == .zh ? zh : en, arguments, language)
  }

  /// Puts the bytes of `text` at the end of others.
  package func append(
    to bytes: inout [UInt8], _ language: UILanguage, _ arguments: [String: String]
  ) {
    Self.fill(language == .zh ? zh : en, arguments, language, to: &bytes)
  }

  /// The help line in `language`, filled likewise.
  public func help(_ language: UILanguage, _ arguments: [String: String] = [:]) -> String? {
    (language == .zh ? helpZh : helpEn).map { Self.filled($0, arguments, language) }
  }

  /// The names of the places in `template`, in their order; a word that follows a number is none.
  public static func places(in template: String) -> [String] {
    template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }.flatMap { $0.contains(":") ? nil : $0 }
    }
  }

  private static func filled(
    _ template: String, _ arguments: [String: String], _ language: UILanguage
  ) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var bytes: [UInt8] = []
    fill(template, arguments, language, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func fill(
    _ template: String, _ arguments: [String: String], _ language: UILanguage, to bytes: inout [UInt8]
  ) {
    // Byte by byte, since a place begins and ends with ASCII, and characters are found many times slower.
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      bytes.append(contentsOf: rest[..<open])
      rest = rest[open...]
      guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else { break }
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      let english = language == .en ? arguments[name + "En"] : nil
      bytes.append(text: english ?? arguments[name] ?? counted(name, arguments) ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    bytes.append(contentsOf: rest)
  }

  /// The word of `count:row|rows` that goes with the number.
  private static func counted(_ place: String, _ arguments: [String: String]) -> String? {
    let parts = place.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let number = arguments[String(parts[0])] else { return nil }
    let words = parts[1].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    return words.count == 2 ? String(number == "1" ? words[0] : words[1]) : nil
  }
}
