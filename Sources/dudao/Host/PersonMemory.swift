import FoundationEssentials
import KitModel

/// Who sits here, as they said when they were asked: one line for each workspace in a file of the user.
struct PersonMemory {
  let path: String

  /// Beside the input history; nil without a home.
  init?(environment: [String: String]) {
    guard let history = History.path(environment: environment), let slash = history.lastIndex(of: "/") else {
      return nil
    }
    path = history[..<slash] + "/people"
  }

  func person(in workspace: String) -> String? { entries[workspace] }

  /// Keeps the answer. Where that fails the question comes again the next time, which is no harm.
  func keep(_ person: String, in workspace: String) {
    var entries = entries
    entries[workspace] = person
    let text = entries.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }.joined()
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  }

  private var entries: [String: String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    var entries: [String: String] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      if let folder = parts.first, let person = parts.dropFirst().first { entries[folder] = person }
    }
    return entries
  }
}
