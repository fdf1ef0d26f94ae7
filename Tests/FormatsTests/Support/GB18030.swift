import Foundation

extension String {
  /// The text in GB18030, by Foundation: not by what is tested.
  var gb18030: [UInt8] {
    // kCFStringEncodingGB_18030_2000, as Foundation numbers Core Foundation's encodings.
    data(using: String.Encoding(rawValue: 0x8000_0632)).map(Array.init) ?? []
  }
}
