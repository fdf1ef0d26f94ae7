import KitModel

/// What a cell of a file came to, in the form in which the store keeps it.
///
/// Clean text stays where the reader put it (`utf8` points into the batch), so that a million rows make no
/// `String`; the pointer is valid until the next batch is read.
enum CellValue {
  case empty
  case integer(Int64)
  case real(Double)
  case utf8(UnsafeBufferPointer<UInt8>)
  case text(String)

  var isEmpty: Bool { if case .empty = self { true } else { false } }

  /// The text of a textual value; what a key or a message needs.
  var string: String? {
    switch self {
    case .empty: nil
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .utf8(let bytes): String(decoding: bytes, as: UTF8.self)
    case .text(let text): text
    }
  }
}

/// A cell that cannot be taken: why, with what was found and what is allowed.
struct CellFault: Error {
  let message: Message
  let arguments: [String: String]

  init(_ message: Message, _ arguments: [String: String] = [:]) {
    self.message = message
    self.arguments = arguments
  }
}

enum CellResult {
  case value(CellValue)
  case fault(CellFault)
}
