import Glibc
import KitFormats
import KitModel

/// Reads bytes as a file and checks what every reader promises of its batches. Stops the process where a
/// promise is broken, which is how libFuzzer learns of it.
enum InputProbe {
  /// In memory where there is such a place: a disk would be most of the time.
  private static let path = (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") + "/fuzz-input-\(getpid())"

  static func read(_ bytes: some Collection<UInt8>, name: String) {
    guard write(Array(bytes)) else { return }
    defer { unlink(path) }
    var limits = ReadingLimits()
    limits.recordBytes = 1 << 20
    limits.partBytes = 8 << 20
    do {
      let file = try InputFile.open(path, name: name, limits: limits)
      for sheet in file.sheets.indices {
        let reader = try file.rows(ofSheet: sheet)
        var batch = RowBatch()
        var lastRow = 0
        while try reader.next(into: &batch) { lastRow = check(batch, after: lastRow) }
        _ = try file.facts(ofSheet: sheet)
      }
    } catch is Diagnostic {
      return
    } catch {
      stop("an error that is no diagnostic")
    }
  }

  /// Rows in order and not empty, cells in order and inside the bytes, texts well-formed.
  private static func check(_ batch: RowBatch, after last: Int) -> Int {
    var last = last
    guard batch.rowStarts.count == batch.rowCount + 1, batch.rowStarts.last == batch.cells.count else {
      stop("rows and cells disagree")
    }
    for row in 0..<batch.rowCount {
      guard batch.rowNumbers[row] > last else { stop("rows out of order") }
      last = batch.rowNumbers[row]
      var column = -1
      for cell in batch.cells[batch.cells(ofRow: row)] {
        guard cell.column > column else { stop("cells out of order") }
        column = cell.column
        guard cell.offset + cell.length <= batch.bytes.count else { stop("a cell outside the bytes") }
        let text = batch.bytes[cell.offset..<cell.offset + cell.length]
        guard String(validating: text, as: UTF8.self) != nil else { stop("a text that is not UTF-8") }
      }
    }
    return last
  }

  private static func stop(_ reason: String) -> Never {
    perror("promise broken: \(reason)")
    abort()
  }

  private static func write(_ bytes: [UInt8]) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count
  }
}
