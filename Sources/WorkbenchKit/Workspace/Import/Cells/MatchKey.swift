import KitModel

/// What spellings of a value in cells have in common: a `NameKey` without any blank inside.
///
/// Choices and the names by which references are found are compared by it, so that `张　三` finds 张三 and
/// `实验 小学（东区）` finds 实验小学(东区).
struct MatchKey: Hashable {
  let text: String

  init(_ spelling: some StringProtocol) {
    let name = NameKey(spelling).description
    text = name.utf8.contains(0x20) ? String(name.filter { $0 != " " }) : name
  }
}
