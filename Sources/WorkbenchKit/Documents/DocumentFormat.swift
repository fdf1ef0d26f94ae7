import KitFormats
import KitModel

/// The formats in which documents leave the workbench.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case md, html, xlsx, docx, pdf

  /// Those named in `text`, such as `md,html`, each once; what is none of them is refused by name.
  public static func list(_ text: String, at span: SourceSpan? = nil) throws(Diagnostic) -> [DocumentFormat] {
    var formats: [DocumentFormat] = []
    for word in text.split(whereSeparator: { ",，、 ".contains($0) }) {
      guard let format = DocumentFormat(rawValue: NameKey(word).description) else {
        throw Diagnostic(
          DocumentMessages.noSuchFormat,
          ["found": String(word), "allowed": allCases.map(\.rawValue).joined(separator: ",")], at: span)
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }
}
