/// What something is called by people, in both languages.
public struct Label: Hashable, Sendable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public func text(_ language: UILanguage) -> String { language == .zh ? zh : en }
}
