import KitModel

/// Parts of official papers as lines of text: what every writer prints, wherever it puts it.
enum OfficialText {
  static func addressee(_ text: String) -> String { text + (text.hasSuffix("：") ? "" : "：") }

  /// `附件：1.名称`, a line for each; one alone has no number.
  static func attachments(_ names: [String]) -> [String] {
    guard names.count > 1 else { return names.map { "\(DocumentWords.attachment)：\($0)" } }
    return names.enumerated().map { ($0 == 0 ? "\(DocumentWords.attachment)：" : "") + "\($0 + 1).\($1)" }
  }

  static func attachment(_ number: Int?) -> String {
    DocumentWords.attachment + (number.map(String.init) ?? "")
  }

  static func annotation(_ text: String) -> String { text.hasPrefix("（") ? text : "（\(text)）" }

  static func signers(_ names: [String]) -> String {
    "\(DocumentWords.signer)：\(names.joined(separator: "　"))"
  }

  static func copyTo(_ text: String) -> String {
    "\(DocumentWords.copyTo)：\(text)" + (text.hasSuffix("。") ? "" : "。")
  }

  static func printedOn(_ colophon: Colophon) -> String {
    colophon.printedOn.officialText + DocumentWords.printed
  }
}
