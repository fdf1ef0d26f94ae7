/// Cuts bytes into records and cells, by RFC 4180 as Excel reads it: quotes around a cell, doubled within,
/// line breaks inside quotes; LF, CRLF and CR end a record; a quote inside an unquoted cell is text.
///
/// Works on one buffer that ends in a line feed of its own (`end`), so that the inner loop, which looks at eight
/// bytes at once, needs no check of bounds. A record that is not whole yet is left for the next buffer.
struct DelimitedScanner {
  enum Stop {
    /// All whole records are read; the rest, if any, begins at the place.
    case consumed(Int)
    case nul(line: Int, column: Int)
    case tooManyColumns(line: Int)
    /// A quote that never closes, or closes lines later with text behind it.
    case quote(line: Int, column: Int)
  }

  let delimiter: UInt8
  let columnLimit: Int
  /// The line on which the next record begins, from 1.
  private(set) var line = 1
  /// Cells with text behind their closing quote, as line and column (both from 1); the first twenty.
  private(set) var gluedCells: [(line: Int, column: Int)] = []
  private(set) var gluedCount = 0
  /// Cells whose quotes had to be taken out, behind the end of the buffer.
  private(set) var arena: [UInt8] = []

  /// The delimiter in each of eight bytes.
  private let delimiters: UInt64
  private static let quote = UInt8(ascii: "\"")

  init(delimiter: UInt8, columnLimit: Int) {
    self.delimiter = delimiter
    self.columnLimit = columnLimit
    delimiters = Self.eight(delimiter)
  }

  /// Counts a line that was read elsewhere.
  mutating func skipLine() { line += 1 }

  /// Reads records from `start` to `end` into `batch` (all but its bytes). `base[end]` is a
  /// line feed, and `padding` bytes from there on can be read. `isLast`: nothing follows the buffer. Cells in the
  /// arena have offsets from `arenaOffset` on.
  mutating func scan(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isLast: Bool, arenaOffset: Int,
    into batch: inout RowBatch
  ) -> Stop {
    arena.removeAll(keepingCapacity: true)
    var index = start
    while index < end {
      let arenaBefore = arena.count
      let cellsBefore = batch.cells.count
      let lineBefore = line
      let gluedBefore = gluedCount
      switch record(
        base, from: &index, to: end, isLast: isLast, arenaOffset: arenaOffset, into: &batch)
      {
      case .whole: continue
      case .unfinished(let begin):
        arena.removeLast(arena.count - arenaBefore)
        batch.cells.removeLast(batch.cells.count - cellsBefore)
        line = lineBefore
        gluedCells.removeLast(min(20, gluedCount) - min(20, gluedBefore))
        gluedCount = gluedBefore
        return .consumed(begin)
      case .fault(let stop): return stop
      }
    }
    return .consumed(end)
  }

  private enum Outcome {
    case whole
    case unfinished(from: Int)
    case fault(Stop)
  }

  /// Reads one record and moves `index` behind its line end.
  @inline(__always)
  private mutating func record(
    _ base: UnsafePointer<UInt8>, from index: inout Int, to end: Int,
    isLast: Bool, arenaOffset: Int, into batch: inout RowBatch
  ) -> Outcome {
    let begin = index
    let firstLine = line
    var place = index
    var column = 0
    while true {
      let cellStart = place
      if base[place] == Self.quote {
        let quoted = quotedCell(
          base, from: place, to: end, isLast: isLast, column: column)
        switch quoted {
        case .whole(let cell, let next):
          let offset = cell.inArena ? arenaOffset + cell.offset : cell.offset
          batch.cells.append(.init(offset: offset, length: cell.length, column: column, kind: .text))
          place = next
        case .unfinished: return .unfinished(from: begin)
        case .fault(let stop): return .fault(stop)
        }
      } else {
        place = nextStop(base, from: place)
        if base[place] == 0 { return .fault(.nul(line: line, column: column + 1)) }
        batch.cells.append(
          .init(offset: cellStart, length: place - cellStart, column: column, kind: .text))
      }
      if base[place] == delimiter {
        place += 1
        column += 1
        if column >= columnLimit { return .fault(.tooManyColumns(line: firstLine)) }
        continue
      }
      // The line feed at the end may be the buffer's own, and a return may have its line feed still to come.
      let isReturn = base[place] == 13
      if !isLast && (place >= end || (isReturn && place + 1 >= end)) { return .unfinished(from: begin) }
      let isEmpty = column == 0 && place == begin
      place += isReturn && place + 1 < end && base[place + 1] == 10 ? 2 : 1
      index = min(place, end)
      line += 1
      if isEmpty {
        batch.cells.removeLast()
      } else {
        batch.endRow(number: firstLine)
      }
      return .whole
    }
  }

  static let padding = 9
  private static let feeds = eight(10)
  private static let returns = eight(13)

  /// The next delimiter, line end or NUL.
  @inline(__always)
  private func nextStop(_ base: UnsafePointer<UInt8>, from start: Int) -> Int {
    var place = start
    while true {
      let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self).littleEndian
      let hits =
        Self.zeros(word ^ delimiters) | Self.zeros(word ^ Self.feeds) | Self.zeros(word ^ Self.returns)
        | Self.zeros(word)
      if hits != 0 { return place + hits.trailingZeroBitCount / 8 }
      place += 8
    }
  }

  /// The high bit of the first zero byte (and perhaps of later bytes, which do not matter).
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  private enum Quoted {
    case whole(cell: (offset: Int, length: Int, inArena: Bool), next: Int)
    case unfinished
    case fault(Stop)
  }

  /// Reads a cell that begins with a quote at `start`; `next` is the delimiter or line end behind it.
  private mutating func quotedCell(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isLast: Bool, column: Int
  ) -> Quoted {
    let openLine = line
    let opened = Stop.quote(line: openLine, column: column + 1)
    var place = start + 1
    var pieceStart = place
    let arenaStart = arena.count
    var usesArena = false
    func piece(to stop: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: base + pieceStart, count: stop - pieceStart)
    }
    while true {
      while base[place] != Self.quote {
        if place >= end { return isLast ? .fault(opened) : .unfinished }
        switch base[place] {
        case 10: line += 1
        case 13 where base[place + 1] != 10 || place + 1 >= end: line += 1
        case 0: return .fault(.nul(line: line, column: column + 1))
        default: break
        }
        place += 1
      }
      if place >= end { return isLast ? .fault(opened) : .unfinished }
      if place + 1 >= end && !isLast { return .unfinished }
      guard place + 1 < end, base[place + 1] == Self.quote else { break }
      arena.append(contentsOf: piece(to: place + 1))
      usesArena = true
      place += 2
      pieceStart = place
    }
    let closing = place
    place += 1
    var next = place
    while next < end, base[next] == 32 { next += 1 }
    if next >= end && !isLast { return .unfinished }
    if next >= end || base[next] == delimiter || base[next] == 10 || base[next] == 13 {
      if !usesArena { return .whole(cell: (start + 1, closing - start - 1, false), next: min(next, end)) }
      arena.append(contentsOf: piece(to: closing))
      return .whole(cell: (arenaStart, arena.count - arenaStart, true), next: min(next, end))
    }
    if line != openLine { return .fault(opened) }
    arena.append(contentsOf: piece(to: closing))
    next = place
    while next < end, base[next] != delimiter, base[next] != 10, base[next] != 13 {
      if base[next] == 0 { return .fault(.nul(line: line, column: column + 1)) }
      next += 1
    }
    if next >= end && !isLast { return .unfinished }
    arena.append(contentsOf: UnsafeBufferPointer(start: base + place, count: next - place))
    gluedCount += 1
    if gluedCells.count < 20 { gluedCells.append((openLine, column + 1)) }
    return .whole(cell: (arenaStart, arena.count - arenaStart, true), next: next)
  }
}
