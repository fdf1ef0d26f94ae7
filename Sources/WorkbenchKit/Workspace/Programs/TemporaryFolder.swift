import FoundationEssentials
import KitModel

/// A folder that is there for as long as something needs its files, and goes with the last that does.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/dudao-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Diagnostic(
        ConfigurationMessages.folderNotMade,
        ["folder": path].merging(SystemReason.arguments(of: error)) { $1 })
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
