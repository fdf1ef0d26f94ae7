import KitFormats
import KitModel

/// The one entry by which documents become bytes.
///
/// Equal documents and equal options give equal bytes. Sensitive values are masked as in tables.
public enum DocumentWriter {
  /// - Returns: The bytes of the file, and what has to be said about them.
  public static func write(_ document: Document, format: DocumentFormat, options: WritingOptions) throws
    -> (bytes: [UInt8], remarks: [Diagnostic])
  {
    switch format {
    case .md: (Array(try DocumentMarkdown(options: options).text(document).utf8), [])
    case .html: (Array(try DocumentHTML(options: options).text(document).utf8), [])
    case .xlsx: try DocumentWorkbook(options: options).write(document)
    }
  }
}

extension Document {
  /// The text of the first heading.
  public var title: String? {
    blocks.lazy.compactMap { if case .heading(let text, _) = $0 { text } else { nil } }.first
  }
}
