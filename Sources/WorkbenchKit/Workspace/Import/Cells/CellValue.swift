import KitModel

/// What a cell of a file came to, in the form in which the store keeps it.
///
/// Nothing here is counted by reference: a million rows are moved about as plain bytes. A text points to where its
/// bytes lie: in the batch, where it is clean, until the next batch is read; else in the `CellTexts` of its reader.
enum CellValue {
  case empty
  case integer(Int64)
  case real(Double)
  case utf8(UnsafeBufferPointer<UInt8>)

  var isEmpty: Bool { if case .empty = self { true } else { false } }

  /// The text of a textual value; what a key or a message needs.
  var string: String? {
    switch self {
    case .empty: nil
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .utf8(let bytes): String(decoding: bytes, as: UTF8.self)
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
  // Rare and large: kept apart, so that the result of a cell fits a few registers.
  indirect case fault(CellFault)
}
