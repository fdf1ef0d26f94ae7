import KitFormats
import KitModel
import KitStore
import KitWorkspace

/// The folder of an archive while it is filled: writes its files and keeps the list of them.
final class ArchiveFolder {
  let name: String
  private let context: any CommandContext
  private(set) var items: [ArchiveItem] = []
  private(set) var gaps: [ArchiveGap] = []
  private var folders: [String: Int] = [:]
  private var used: Set<String> = []

  init(name: String, context: any CommandContext) {
    self.name = name
    self.context = context
  }

  func miss(_ what: String, _ detail: String) { gaps.append(ArchiveGap(what: what, detail: detail)) }

  /// Writes one file of a part. Names of folders are numbered in the order in which parts come.
  func add(
    _ bytes: [UInt8], as leaf: String, to part: ArchiveRules.Part, number: String? = nil, title: String,
    day: CalendarDate? = nil, author: String? = nil
  ) throws {
    try context.checkCancellation()
    let label = part.label.text(context.language)
    let place = folders[label] ?? folders.count + 1
    folders[label] = place
    let file = free("\(place < 10 ? "0" : "")\(place)-\(label)/\(Self.safe(leaf))")
    try context.writeFile(name + "/" + file, bytes)
    items.append(
      ArchiveItem(
        part: label, number: number, title: title, day: day, author: author,
        extent: FileExtent(of: bytes, named: leaf),
        retention: part.retention, file: file, bytes: bytes.count,
        sha256: FileDigest(of: bytes).sha256))
  }

  /// Two files of one name in a part: the second gets a number.
  private func free(_ file: String) -> String {
    FilePath.free(file) { !used.insert($0).inserted }
  }

  /// A name that every file system takes: without its marks, and short enough with its ending kept.
  static func safe(_ name: String) -> String { FilePath.fitted(FilePath.plain(name)) }
}
