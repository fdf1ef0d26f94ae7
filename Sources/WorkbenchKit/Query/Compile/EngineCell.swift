/// A cell as the engine returns it. The bytes of a text, which are UTF-8, are valid until the next row is read.
public enum EngineCell {
  case null
  case integer(Int64)
  case real(Double)
  case text(UnsafeBufferPointer<UInt8>)
}

extension SQLValue {
  /// The value of a cell, to be kept.
  init(_ cell: EngineCell) {
    self =
      switch cell {
      case .null: .null
      case .integer(let number): .integer(number)
      case .real(let number): .real(number)
      case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
      }
  }
}
