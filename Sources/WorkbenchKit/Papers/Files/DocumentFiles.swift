import KitDocuments
import KitFormats
import KitModel
import KitWorkspace

/// Writes documents below `exports/`, each in several formats, and says what was written.
///
/// ```swift
/// let files = DocumentFiles(folder: "整改/2024", context: context)
/// for notice in notices { try files.write(notice.document, named: notice.number, as: [.docx, .pdf]) }
/// try files.finish()
/// ```
/// Files of pdf are printed together at the end. Where the program for them is missing that is said, the exit code
/// becomes 1, and all other files are there.
public final class DocumentFiles {
  private let folder: String
  private let context: any CommandContext
  /// Names that were given, without capitals: no document is written over another.
  private var taken: Set<String> = []
  private var waiting: [(document: Document, file: String)] = []
  /// What was written, as paths; in a dry run what would be.
  public private(set) var paths: [String] = []
  public private(set) var remarks: [Diagnostic] = []
  /// Nothing is written; `paths` says what would be.
  public var isDryRun: Bool { context.isDryRun }

  public init(folder: String, context: any CommandContext) {
    self.folder = folder
    self.context = context
  }

  /// - Parameter name: The file's name without its ending; what no file's name can hold becomes `-`, and the second of
  ///   one name `name-2`.
  public func write(_ document: Document, named name: String, as formats: [DocumentFormat]) throws {
    let leaf = free(FilePath.plain(name), formats)
    for format in formats {
      let file = "\(folder)/\(leaf).\(format.rawValue)"
      if format == .pdf {
        waiting.append((document, file))
      } else {
        try keep(try DocumentWriter.write(document, format: format, options: options), as: file)
      }
    }
  }

  private func free(_ name: String, _ formats: [DocumentFormat]) -> String {
    func files(_ name: String) -> Set<String> {
      Set(formats.map { "\(name).\($0.rawValue)".lowercased() })
    }
    // Not by its ending: a name without one may have a point in it.
    var (candidate, count) = (name, 1)
    while !taken.isDisjoint(with: files(candidate)) {
      count += 1
      candidate = "\(name)-\(count)"
    }
    taken.formUnion(files(candidate))
    return candidate
  }

  /// Prints what is to be pdf.
  public func finish() throws {
    let (documents, files) = (waiting.map(\.document), waiting.map(\.file))
    waiting = []
    guard !documents.isEmpty else { return }
    guard !context.isDryRun || context.isRerun else {
      for file in files { paths.append(try context.writeFile(file, [])) }
      return
    }
    do {
      for (written, file) in zip(try DocumentWriter.write(documents, format: .pdf, options: options), files) {
        try keep(written, as: file)
      }
    } catch let fault as Diagnostic where !paths.isEmpty {
      // A wish to stop reaches the program that prints too, which then fails.
      try context.checkCancellation()
      remarks.append(fault)
      context.markFailed()
    }
  }

  /// Tells that a document could not be written; the exit code becomes 1.
  func miss(_ name: String, _ fault: Diagnostic) {
    var fault = fault
    fault.notes.append(Diagnostic.Note(PaperFaults.notPrinted, ["paper": name]))
    remarks.append(fault)
    context.markFailed()
  }

  /// Which files were written: the one, or the first and the last of several.
  public var span: String {
    guard let first = paths.first, let last = paths.last else { return "—" }
    return paths.count == 1 ? first : PaperWords.span(first, last, context.language)
  }

  private func keep(_ written: DocumentWriter.Written, as file: String) throws {
    paths.append(try context.writeFile(file, written.bytes))
    for remark in written.remarks where !remarks.contains(remark) { remarks.append(remark) }
  }

  private var options: WritingOptions {
    var options = WritingOptions(language: context.language, time: context.time)
    options.author = context.person
    return options
  }
}
