import Foundation

/// What a test expects to read, kept as a file beside it.
public struct GoldenFile {
  private let file: URL

  /// - Parameters:
  ///   - test: The test's own file.
  ///   - folder: Where the golden lies beside it.
  public init(_ name: String, besides test: String, in folder: String = "Goldens") {
    file = URL(filePath: test).deletingLastPathComponent().appending(path: "\(folder)/\(name)")
  }

  /// The golden as it was; nil: there was none. With `DUDAO_RECORD=1` another text is written in its place, and
  /// the run fails all the same, so that nothing is recorded without being read.
  public func text(recording text: String) throws -> String? {
    let kept = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["DUDAO_RECORD"] == "1", kept != text {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return kept
  }
}
