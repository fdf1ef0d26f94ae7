/// The encodings that text files of an office have.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  /// GB18030, and with it GBK and GB2312, whose characters it holds in the same place.
  case gb18030 = "GB18030"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}
