/// The language in which the product speaks. The language of queries needs no choice: both are always read.
public enum UILanguage: String, Sendable, CaseIterable {
  case zh
  case en

  /// The language that a locale name such as `zh_CN.UTF-8` asks for; English unless it begins with `zh`.
  public init(locale: String) {
    self = NameKey(locale).description.hasPrefix("zh") ? .zh : .en
  }
}
