import KitModel

/// Why a row below the heading is no data: totals, notes, the heading again.
enum SkipReason: Hashable, Sendable {
  case total, note, signature, repeatedHeading, columnNumbers

  var message: Message {
    switch self {
    case .total: RowMessages.total
    case .note: RowMessages.note
    case .signature: RowMessages.signature
    case .repeatedHeading: RowMessages.repeatedHeading
    case .columnNumbers: RowMessages.columnNumbers
    }
  }
}

/// Tells rows of totals and notes from data by what stands in their cells.
enum RowVerdict {
  private static let totals: Set<String> = [
    "合计", "小计", "总计", "共计", "累计", "总和", "平均", "平均值", "均值", "本页合计", "本页小计", "全区合计", "全区平均", "合计数",
  ]
  private static let notes = ["注", "备注", "说明", "附注", "填表说明", "填报说明", "特此说明", "数据来源", "制表说明"]
  private static let signatures = [
    "填表人", "填报人", "制表人", "审核人", "审批人", "复核人", "负责人", "单位负责人", "分管领导", "主要领导", "领导签字", "签字", "联系人",
    "联系电话", "填表日期", "填报日期", "填表时间", "报送日期", "制表", "审核", "盖章", "单位（盖章）", "单位(盖章)", "制表单位", "填表单位", "填报单位",
  ]

  /// 合计 and its like, alone in a cell.
  static func isTotalWord(_ text: some StringProtocol) -> Bool { totals.contains(MatchKey(text).text) }

  /// 合计, 云台学区小计, 合计（人）.
  static func isTotal(_ text: some StringProtocol) -> Bool {
    if isTotalWord(text) { return true }
    let key = MatchKey(text).text
    guard key.count <= 20 else { return false }
    let plain = HeadingText.plain(key) ?? key
    return ["合计", "小计", "总计", "共计"].contains { plain.hasSuffix($0) } || key.hasPrefix("合计:")
      || key.hasPrefix("总计:")
  }

  /// 注：…, 备注：…, 说明一、…
  static func isNote(_ text: some StringProtocol) -> Bool {
    let key = MatchKey(text).text
    return notes.contains { word in
      guard key.hasPrefix(word) else { return false }
      return key.dropFirst(word.count).first.map { ":;.1234567890一(、".contains($0) } ?? (word != "说明")
    }
  }

  /// 填表人：王某 … 联系电话：…
  static func isSignature(_ text: some StringProtocol) -> Bool {
    let key = MatchKey(text).text
    return signatures.contains { word in
      let plain = MatchKey(word).text
      return key.hasPrefix(plain)
        && (key.count == plain.count || ":(_".contains(key.dropFirst(plain.count).first ?? " "))
    }
  }

  /// Whether a row that begins with this cell is a total or a note, where nothing else is known of the table.
  static func isNoData(_ first: String) -> Bool { isTotal(first) || isNote(first) || isSignature(first) }

  /// Whether the first bytes of a row's first cell can begin a total or a note: a look that costs nothing, so
  /// that a million rows of data are not made into text.
  @inline(__always)
  static func mayBeSkipped(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 3, bytes[0] >= 0xE3 else { return false }
    let count = bytes.count
    // 计 at the end, else one of the first characters above.
    if bytes[count - 3] == 0xE8 && bytes[count - 2] == 0xAE && bytes[count - 1] == 0xA1 { return true }
    return firstCharacters.contains(
      UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2]))
  }

  private static let firstCharacters: Set<UInt32> = {
    let words = Array(totals) + notes + signatures
    return Set(
      words.compactMap { word in
        let bytes = Array(word.utf8.prefix(3))
        return bytes.count == 3 ? UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) : nil
      })
  }()
}
