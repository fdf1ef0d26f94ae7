import KitModel

/// Bytes of texts that do not stand in the file as they are taken: values of choices, dates written anew, constants.
///
/// Belongs to one reader or one shape, and lives as long as the values that point into it.
final class CellTexts {
  private var kept: [UnsafeMutableBufferPointer<UInt8>] = []
  private var lent = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)

  deinit {
    for text in kept { text.deallocate() }
    lent.deallocate()
  }

  /// A text that stays.
  func keep(_ text: String) -> CellValue {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.utf8.count))
    kept.append(bytes)
    return copied(text, to: bytes)
  }

  /// A text that is good until the next one is lent: a reader reads one cell of a row.
  func lend(_ text: String) -> CellValue {
    if text.utf8.count > lent.count {
      lent.deallocate()
      lent = .allocate(capacity: text.utf8.count * 2)
    }
    return copied(text, to: lent)
  }

  private func copied(_ text: String, to bytes: UnsafeMutableBufferPointer<UInt8>) -> CellValue {
    var text = text
    let count = text.withUTF8 { source in bytes.update(fromContentsOf: source) }
    return .utf8(UnsafeBufferPointer(rebasing: bytes[..<count]))
  }
}

extension CellTexts {
  /// The stored form of a declared value; nil for what no cell holds.
  func keep(_ value: Value) -> CellValue? {
    switch value {
    case .integer(let number): .integer(number)
    case .decimal(let number): .integer(number.units)
    case .real(let number): .real(number)
    case .boolean(let truth): .integer(truth ? 1 : 0)
    case .text(let text): keep(text)
    case .date(let date): keep(date.iso)
    case .period(let period): keep(period.stored)
    case .time(let time): keep(time.text)
    case .reference(let reference): keep(reference.key)
    case .null, .duration: nil
    }
  }
}
