import KitModel
import KitStore

/// What stood in a cell when a workbook was written: the value itself, or a digest of a long one.
///
/// A cell of a hidden sheet holds 32,767 characters.
enum EditVersion {
  private static let limit = 500

  static func of(_ value: Value) -> String {
    let text = FormSheet.written(value)
    guard text.utf8.count > limit || text.hasPrefix("#") else { return text }
    return "#" + TextDigest.sha256(text).prefix(32)
  }

  /// The value, where the version still says it.
  static func value(_ version: String, _ type: DataType) -> Value? {
    if version.hasPrefix("#") { return nil }
    return version.isEmpty ? .null : DeclaredType.value(version, type) ?? .text(version)
  }
}
