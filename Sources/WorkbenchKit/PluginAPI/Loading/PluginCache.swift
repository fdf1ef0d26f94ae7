import Glibc

/// What is remembered of plugins between runs: how the trial of a library ended, by the hash of its file and the
/// stamp of the workbench.
///
/// A cache that cannot be written or read costs time and nothing else.
public struct PluginCache: Sendable {
  let folder: String

  public init(folder: String) { self.folder = folder }

  /// Below `XDG_CACHE_HOME`, else `~/.cache`; nil without a home.
  public static func standard(environment: (String) -> String?) -> PluginCache? {
    if let base = environment("XDG_CACHE_HOME"), base.hasPrefix("/") {
      return PluginCache(folder: base + "/dudao/plugins")
    }
    return environment("HOME").map { PluginCache(folder: $0 + "/.cache/dudao/plugins") }
  }

  func trial(of hash: String) -> TrialOutcome? {
    guard let bytes = SmallFile.read(path(of: hash)) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    switch lines.first {
    case "loaded": return .loaded(Array(lines.dropFirst()))
    case "refused": return .refused(lines.dropFirst().first ?? "")
    case "died": return .died(lines.dropFirst().first ?? "")
    default: return nil
    }
  }

  func keep(_ outcome: TrialOutcome, of hash: String) {
    let lines: [String] =
      switch outcome {
      case .loaded(let names): ["loaded"] + names
      case .refused(let reason): ["refused", reason]
      case .died(let reason): ["died", reason]
      case .hung, .broken: []
      }
    _ = SmallFile.write(Array(lines.joined(separator: "\n").utf8), to: path(of: hash))
  }

  private func path(of hash: String) -> String { "\(folder)/\(BuildStamp.current)-\(hash).trial" }
}
