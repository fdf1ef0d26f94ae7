/// One way to complete the text before the cursor.
struct Candidate: Hashable, Sendable {
  /// What the list shows: `青石镇中心小学`.
  var display: String
  /// A word about it: the name in the other language, a column's type.
  var detail: String
  /// What the text from `start` to the cursor becomes.
  var replacement: String
  /// Byte offset in the text where the replacement begins.
  var start: Int

  init(_ display: String, detail: String = "", replacement: String? = nil, start: Int) {
    self.display = display
    self.detail = detail
    self.replacement = replacement ?? display
    self.start = start
  }
}
