import FoundationEssentials
import KitModel

/// A folder that is there for as long as something needs its files, and goes with the last that does.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/dudao-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Diagnostic(
        WritingMessages.failed, ["file": path].merging(SystemReason.arguments(of: error)) { $1 })
    }
  }

  /// Writes a file of the folder.
  package func write(_ name: String, _ bytes: [UInt8]) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path + "/" + name))
    } catch {
      throw Diagnostic(
        WritingMessages.failed, ["file": path + "/" + name].merging(SystemReason.arguments(of: error)) { $1 })
    }
  }

  /// What a program left in a file of the folder; nil where there is none.
  package func read(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path + "/" + name))).map { Array($0) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
