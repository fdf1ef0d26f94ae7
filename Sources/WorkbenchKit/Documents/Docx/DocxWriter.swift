import KitFormats
import KitModel

/// A document as docx (ECMA-376, transitional), in the layout of official papers or of reports.
///
/// Equal documents and equal options give equal bytes: every time in the file is that of the options.
struct DocxWriter {
  var options: WritingOptions

  /// - Parameter document: With its charts drawn.
  func write(_ document: Document) throws -> (bytes: [UInt8], remarks: [Diagnostic]) {
    var body = DocxBody(document.withNumbers, options: options)
    body.write()
    let isOfficial = document.layout == .official
    let zip = try ZipWriter(time: options.time)
    let kinds = Set(body.pictures.all.map(\.kind))
    try zip.add("[Content_Types].xml", DocxParts.contentTypes(isOfficial: isOfficial, pictures: kinds))
    try zip.add("_rels/.rels", DocxParts.packageRelations)
    let title = document.title ?? options.name ?? ""
    try zip.add("docProps/core.xml", DocxParts.core(title: title, options: options))
    try zip.add("docProps/app.xml", DocxParts.app)
    try zip.add("word/document.xml", body.buffer.bytes)
    try zip.add(
      "word/styles.xml",
      DocxStyles.part(
        document.layout, isCompact: document.isCompact, language: options.language))
    try zip.add("word/settings.xml", DocxParts.settings(isOfficial: isOfficial))
    try zip.add("word/fontTable.xml", DocxParts.fontTable)
    try zip.add("word/numbering.xml", DocxParts.numbering)
    try zip.add("word/footer1.xml", DocxParts.footer(isOfficial: isOfficial, isEven: false))
    if isOfficial { try zip.add("word/footer2.xml", DocxParts.footer(isOfficial: true, isEven: true)) }
    try zip.add(
      "word/_rels/document.xml.rels", DocxParts.documentRelations(isOfficial: isOfficial, body.pictures))
    for (number, picture) in body.pictures.all.enumerated() {
      try zip.add("word/" + DocxPictures.path(number, picture), picture.bytes, deflates: false)
    }
    return (try zip.finish(), body.remarks)
  }
}
