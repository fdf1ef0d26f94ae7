import KitFormats
import KitModel

/// The one entry by which documents become bytes.
///
/// Equal documents and equal options give equal bytes. Sensitive values are masked as in tables; restricted columns are
/// refused.
public enum DocumentWriter {
  /// A document as a file.
  public struct Written: Sendable {
    public var bytes: [UInt8]
    /// What has to be said about it.
    public var remarks: [Diagnostic]
  }

  /// - Returns: The bytes of the file, and what has to be said about them.
  public static func write(_ document: Document, format: DocumentFormat, options: WritingOptions) throws
    -> Written
  {
    guard let written = try write([document], format: format, options: options).first else {
      return Written(bytes: [], remarks: [])
    }
    return written
  }

  /// Several documents, each a file of its own. Programs that are needed are started once for all of them.
  public static func write(_ documents: [Document], format: DocumentFormat, options: WritingOptions) throws
    -> [Written]
  {
    for document in documents { try refuseRestricted(document) }
    switch format {
    case .md:
      return try documents.map { document in
        Written(bytes: Array(try DocumentMarkdown(options: options).text(document).utf8), remarks: [])
      }
    case .xlsx:
      return try documents.map { document in
        let (bytes, remarks) = try DocumentWorkbook(options: options.with(document.origin)).write(document)
        return Written(bytes: bytes, remarks: remarks)
      }
    case .docx:
      return try documents.map { document in
        let (drawn, faults) = try document.drawn(language: options.language)
        let (bytes, remarks) = try DocxWriter(options: options.with(document.origin)).write(drawn)
        return Written(bytes: bytes, remarks: faults + remarks + masked(document, options))
      }
    case .html:
      return try documents.map { document in
        let (page, faults) = try page(of: document, options)
        return Written(bytes: Array(page.utf8), remarks: faults + masked(document, options))
      }
    case .pdf:
      let pages = try documents.map { try page(of: $0, options) }
      let files = try PDFPrinter().print(pages.map(\.text))
      return zip(files, zip(pages, documents)).map { bytes, source in
        Written(bytes: bytes, remarks: source.0.remarks + masked(source.1, options))
      }
    }
  }

  private static func page(of document: Document, _ options: WritingOptions) throws -> (
    text: String, remarks: [Diagnostic]
  ) {
    let (drawn, faults) = try document.drawn(language: options.language)
    return (try DocumentHTML(options: options.with(document.origin)).text(drawn), faults)
  }

  /// Columns that may be calculated with and not be published: the first is named with its rule.
  private static func refuseRestricted(_ document: Document) throws {
    for block in document.blocks {
      if case .table(let table, _) = block { try table.refuseRestricted() }
    }
  }

  /// Masked columns are said, as by the writers of tables.
  private static func masked(_ document: Document, _ options: WritingOptions) -> [Diagnostic] {
    document.blocks.flatMap { block in
      if case .table(let table, _) = block {
        TableWriter.masked(table.columns, options)
      } else {
        [Diagnostic]()
      }
    }
  }
}

extension WritingOptions {
  /// With author and time of a document that has its own.
  fileprivate func with(_ origin: Document.Origin?) -> WritingOptions {
    guard let origin else { return self }
    var options = self
    (options.author, options.time) = (origin.author, origin.time)
    return options
  }
}

extension Document {
  /// The text of the first heading; in official papers the title, not who issues them.
  public var title: String? {
    blocks.lazy.compactMap { if case .heading(let text, _) = $0 { text } else { nil } }.first
  }
}
