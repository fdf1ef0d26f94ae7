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
    var name = file
    var count = 1
    while !used.insert(name).inserted {
      count += 1
      let parts = file.split(separator: ".", omittingEmptySubsequences: false)
      name =
        parts.count < 2
        ? "\(file)-\(count)" : parts.dropLast().joined(separator: ".") + "-\(count).\(parts[parts.count - 1])"
    }
    return name
  }

  /// A name that every file system takes: without its marks, and short enough with its ending kept.
  static func safe(_ name: String) -> String {
    let plain = String(name.map { "/\\:*?\"<>|".contains($0) ? "-" : $0 })
    guard plain.utf8.count > longest else { return plain }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 && (parts.last?.utf8.count ?? 0) < 10 ? "." + (parts.last ?? "") : ""
    var stem = plain.dropLast(ending.count)
    while stem.utf8.count + ending.utf8.count > longest { stem.removeLast() }
    return stem + ending
  }

  /// Bytes; file systems take 255, and a number may be put behind.
  private static let longest = 240
}
