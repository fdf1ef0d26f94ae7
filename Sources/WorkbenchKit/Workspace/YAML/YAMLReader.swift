import KitModel
import Yams

/// Reads one YAML file strictly and gathers all of its faults, each with file, line and column.
///
/// What is refused: syntax errors, a key that stands twice, aliases (`*name`; they can be made to explode),
/// files above `sizeLimit`, several documents. What the caller's own reading finds (wrong types, unknown keys,
/// missing keys) is gathered too, so that a person sees every fault of a file at once.
///
///     let manifest = try YAMLReader.read(bytes, file: "plugin.yaml") { root -> Manifest? in
///       guard let map = root.mapping(keys: ["id", "label", "english"]) else { return nil }
///       guard let id = map.requiredText("id") else { return nil }
///       …
///     }
///
/// A body returns nil when a fault keeps it from making its value; the fault then stands among those thrown.
public final class YAMLReader {
  /// The file as the user knows it: what diagnostics name.
  public let file: String
  /// What has been found so far.
  public private(set) var faults: [Diagnostic] = []

  /// Four megabytes: far above any declaration that a person keeps.
  public static let sizeLimit = 4 << 20

  init(file: String) { self.file = file }

  /// Reads `bytes` with `body`.
  ///
  /// - Throws: `Diagnostics` with all faults of the file, in the order of their lines.
  public static func read<Value>(
    _ bytes: [UInt8], file: String, _ body: (YAMLNode) throws -> Value?
  ) throws -> Value {
    let reader = YAMLReader(file: file)
    guard let root = reader.root(of: bytes) else { throw reader.sortedFaults }
    let value = try body(root)
    guard let value, !reader.faults.contains(where: { $0.severity == .error }) else {
      throw reader.sortedFaults
    }
    return value
  }

  /// Records that something is wrong at a place of the file.
  public func fault(_ message: Message, _ arguments: [String: String] = [:], at place: YAMLPlace) {
    faults.append(
      Diagnostic(
        message, arguments, in: Location(file: file, row: place.line, column: place.column)))
  }

  private var sortedFaults: Diagnostics {
    let order = faults.sorted {
      ($0.location?.row ?? 0, $0.location?.column ?? 0) < ($1.location?.row ?? 0, $1.location?.column ?? 0)
    }
    return Diagnostics(order)
  }

  private func root(of bytes: [UInt8]) -> YAMLNode? {
    let start = YAMLPlace(line: 1, column: 1)
    guard bytes.count <= Self.sizeLimit else {
      fault(YAMLMessages.tooLarge, ["limit": "4 MB"], at: start)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      fault(YAMLMessages.notUTF8, at: start)
      return nil
    }
    if let place = YAMLPreflight.alias(in: bytes) {
      fault(YAMLMessages.alias, at: place)
      return nil
    }
    do {
      // Scalars stay text, their fields say what they are; the default would compile regular expressions at each start.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        fault(YAMLMessages.empty, at: start)
        return nil
      }
      return YAMLNode(node, reader: self)
    } catch let error as YamlError {
      record(error, text: text)
    } catch {
      fault(YAMLMessages.syntax, ["problem": "\(error)"], at: start)
    }
    return nil
  }

  private func record(_ error: YamlError, text: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let message = YAMLMessages.forProblem(problem)
      // What is not closed is mended where it was opened, not where the file ends.
      let place = message == YAMLMessages.unclosed ? context?.mark ?? mark : mark
      fault(message, ["problem": problem], at: YAMLPlace(line: place.line, column: place.column))
    case .duplicatedKeysInMapping(let keys, let context):
      let first = YAMLPlace(line: context.mark.line, column: context.mark.column)
      for key in keys {
        let again = YAMLPreflight.repetition(of: key, after: first, in: text) ?? first
        fault(YAMLMessages.duplicateKey, ["key": key, "first": String(first.line)], at: again)
      }
    case .reader(let problem, let offset, _, _):
      let line = 1 + text.utf8.prefix(offset ?? 0).count { $0 == 10 }
      fault(YAMLMessages.forProblem(problem), ["problem": problem], at: YAMLPlace(line: line, column: 1))
    default:
      fault(YAMLMessages.syntax, ["problem": "\(error)"], at: YAMLPlace(line: 1, column: 1))
    }
  }
}

/// Line and column of a file, both from 1; columns count characters of Unicode.
public struct YAMLPlace: Hashable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
