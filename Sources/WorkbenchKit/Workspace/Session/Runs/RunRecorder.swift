import KitFormats
import KitModel
import KitStore

/// Writes down what the run of a script shows and writes.
final class RunRecorder {
  /// A longer text is kept as its digest alone.
  static let textLimit = 200_000

  let language: UILanguage
  private(set) var items: [RunRecord.Item] = []
  private(set) var files: [RunRecord.File] = []
  var texts: [RunRecord.Text] = []
  var parameters: [RunRecord.Parameter] = []
  /// Whether a statement was begun: before that the script was only read.
  private(set) var hasBegun = false
  /// A dry run makes the files in memory, to tell whether they would be the same.
  let makesFiles: Bool
  /// Likewise for each file.
  private(set) var fileSources: [String: Set<String>?] = [:]
  /// For each item the relations that it was made from, by their stored names; nil: it may have been any.
  private(set) var sources: [Set<String>?] = []

  /// What the statement that runs has read so far.
  private var reads: Set<String>? = []
  /// What names and conditions were worked out from: all that follows may rest on it.
  private var carried: Set<String>? = []

  init(language: UILanguage, makesFiles: Bool = false) {
    self.language = language
    self.makesFiles = makesFiles
  }

  // MARK: What was read

  /// A statement begins.
  func begin() {
    hasBegun = true
    reads = carried
  }

  /// A query has read what its text names.
  func read(_ sql: String) {
    guard reads != nil else { return }
    reads?.formUnion(Self.names(in: sql))
  }

  /// A command has read whatever it liked.
  func readAnything() { reads = nil }

  /// What was read so far is behind a name or a condition.
  func carry() { carried = reads }

  /// The quoted names in a statement of SQL.
  private static func names(in sql: String) -> [String] {
    // Behind an odd number of quotes stands a name; a doubled quote within one only cuts it in two.
    // By bytes: to tell the characters of a long text apart takes longer than many a query.
    sql.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String(decoding: $0.element, as: UTF8.self) }
  }

  // MARK: What was shown

  func add(_ output: SessionOutput, script: String, line: Int) {
    switch output.content {
    case .table(let table, _):
      guard !table.isRevealed else { return add(.table, nil, script, line) }
      add(.table, DocumentText(language: language).text(of: table), script, line)
    case .document(let document):
      add(.document, DocumentText(language: language).text(of: document), script, line)
    case .value(let value, let type):
      add(.value, ValueFormatter(language: language).text(value, type: type), script, line)
    case .text(let text), .said(let text): add(.text, text, script, line)
    // Of what was done, only what became of rows can be had again: numbers and files are told apart.
    case .notice(let notice):
      guard [SessionMessages.changed, SessionMessages.tableSaved].contains(notice.message) else { return }
      add(.change, notice.message.text(language, notice.arguments), script, line)
    }
  }

  func add(check failure: Diagnostic, script: String, line: Int) {
    add(.check, failure.message.text(language, failure.arguments), script, line)
  }

  /// What stopped the run.
  func add(fault: Diagnostic) {
    let place = fault.span.map { SourcePlace(of: $0.start, in: fault.source?.text ?? "").row } ?? 0
    add(
      .fault, fault.message.text(language, fault.arguments), fault.source?.shortName ?? "", place)
  }

  private func add(_ kind: RunRecord.Item.Kind, _ text: String?, _ script: String, _ line: Int) {
    let isLong = text.map { $0.utf8.count > Self.textLimit } ?? true
    items.append(
      RunRecord.Item(
        script: script, line: line, kind: kind, sha256: text.map { TextDigest.sha256($0) } ?? "",
        text: isLong ? nil : text))
    sources.append(reads)
  }

  // MARK: Files

  /// A file was written, or would have been. Without `bytes` it is read when the run is over.
  func wrote(_ path: String, _ bytes: [UInt8]? = nil) {
    files.removeAll { $0.path == path }
    let digest = bytes.map { FileDigest(of: $0) }
    fileSources[path] = reads
    files.append(RunRecord.File(path: path, sha256: digest?.sha256, bytes: digest?.bytes))
  }

  /// A file was written under another name, since the one wished for is open elsewhere.
  func moved(_ path: String, to other: String) {
    for place in files.indices where files[place].path == path { files[place].path = other }
  }

  /// The files with their digests as far as they can be had, below the workspace by their short paths.
  func settledFiles(below folder: String?) -> [RunRecord.File] {
    files.map { file in
      var settled = file
      if file.sha256 == nil, let digest = try? FileDigest(path: file.path) {
        (settled.sha256, settled.bytes) = (digest.sha256, digest.bytes)
      }
      if let folder, file.path.hasPrefix(folder + "/") { settled.path.removeFirst(folder.count + 1) }
      return settled
    }
  }
}
