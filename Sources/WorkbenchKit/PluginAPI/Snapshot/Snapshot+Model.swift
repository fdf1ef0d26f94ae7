import KitModel

extension Label: Snapshot {
  init(from reader: inout SnapshotReader) throws { self.init(zh: try reader.read(), en: try reader.read()) }

  func write(to writer: inout SnapshotWriter) {
    writer.write(zh)
    writer.write(en)
  }
}

extension DataType: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    switch try reader.read(Int.self) {
    case 0: self = .text
    case 1: self = .integer
    case 2: self = .decimal(precision: try reader.read(), scale: try reader.read())
    case 3: self = .real
    case 4: self = .percent(scale: try reader.read())
    case 5: self = .realPercent
    case 6: self = .boolean
    case 7: self = .date
    case 8: self = .period(try reader.read(String?.self).flatMap { Period.Kind(rawValue: $0) })
    case 9: self = .time
    case 10: self = .duration(try reader.read(Bool.self) ? .months : .days)
    case 11: self = .choice(try reader.read())
    case 12: self = .reference(try reader.read())
    case 13: self = .file
    case 14: self = .null
    default: throw SnapshotReader.Damaged()
    }
  }

  func write(to writer: inout SnapshotWriter) {
    switch self {
    case .text: writer.write(0)
    case .integer: writer.write(1)
    case .decimal(let precision, let scale):
      writer.write(2)
      writer.write(precision)
      writer.write(scale)
    case .real: writer.write(3)
    case .percent(let scale):
      writer.write(4)
      writer.write(scale)
    case .realPercent: writer.write(5)
    case .boolean: writer.write(6)
    case .date: writer.write(7)
    case .period(let kind):
      writer.write(8)
      writer.write(kind?.rawValue)
    case .time: writer.write(9)
    case .duration(let unit):
      writer.write(10)
      writer.write(unit == .months)
    case .choice(let values):
      writer.write(11)
      writer.write(values)
    case .reference(let entity):
      writer.write(12)
      writer.write(entity)
    case .file: writer.write(13)
    case .null: writer.write(14)
    }
  }
}

/// The values that a declaration can hold: bounds and defaults.
extension Value: Snapshot {
  init(from reader: inout SnapshotReader) throws {
    func found<Content>(_ value: Content?) throws -> Content {
      guard let value else { throw SnapshotReader.Damaged() }
      return value
    }
    switch try reader.read(Int.self) {
    case 0: self = .null
    case 1: self = .text(try reader.read())
    case 2: self = .integer(try reader.read())
    case 3: self = .decimal(ExactDecimal(units: try reader.read(), scale: try reader.read()))
    case 4: self = .real(Double(bitPattern: UInt64(bitPattern: try reader.read(Int64.self))))
    case 5: self = .boolean(try reader.read())
    case 6: self = .date(try found(CalendarDate(iso: try reader.read(String.self))))
    case 7: self = .period(try found(Period(stored: try reader.read(String.self))))
    case 8: self = .time(Timestamp(seconds: try reader.read(), offset: try reader.read()))
    case 9: self = .duration(Duration(try reader.read(), try reader.read(Bool.self) ? .months : .days))
    case 10: self = .reference(Reference(key: try reader.read(), name: try reader.read()))
    default: throw SnapshotReader.Damaged()
    }
  }

  func write(to writer: inout SnapshotWriter) {
    switch self {
    case .null: writer.write(0)
    case .text(let text):
      writer.write(1)
      writer.write(text)
    case .integer(let number):
      writer.write(2)
      writer.write(number)
    case .decimal(let number):
      writer.write(3)
      writer.write(number.units)
      writer.write(number.scale)
    case .real(let number):
      writer.write(4)
      writer.write(Int64(bitPattern: number.bitPattern))
    case .boolean(let flag):
      writer.write(5)
      writer.write(flag)
    case .date(let date):
      writer.write(6)
      writer.write(date.iso)
    case .period(let period):
      writer.write(7)
      writer.write(period.stored)
    case .time(let time):
      writer.write(8)
      writer.write(time.seconds)
      writer.write(time.offset)
    case .duration(let duration):
      writer.write(9)
      writer.write(duration.count)
      writer.write(duration.unit == .months)
    case .reference(let reference):
      writer.write(10)
      writer.write(reference.key)
      writer.write(reference.name)
    }
  }
}
