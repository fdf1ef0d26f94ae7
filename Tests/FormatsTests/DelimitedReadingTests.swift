import KitFormats
import KitModel
import Testing

@Suite struct DelimitedReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func rows(_ text: String, name: String = "a.csv") throws -> String {
    try ReadRows(path: folder.file(name, text)).description
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "1: a | b\n2: 1 | 2"),
    ("a,b\r\n1,2", "1: a | b\n2: 1 | 2"),
    ("a,b\r1,2\r", "1: a | b\n2: 1 | 2"),
    ("a,b\n\n\r\n1,\n", "1: a | b\n4: 1 | "),
    ("a,\"b\"\"c\"\n", "1: a | b\"c"),
    ("\"a\nb\",c\nd,e\n", "1: a\nb | c\n3: d | e"),
    ("\"a\r\nb\",c\r\nd,e", "1: a\r\nb | c\n3: d | e"),
    ("\"\",\"\"\n", "1:  | "),
    ("a\"b,c\n", "1: a\"b | c"),
    ("\"a\" ,b\n", "1: a | b"),
    ("青石,0012\n", "1: 青石 | 0012"),
    ("only\n", "1: only"),
    ("a,b", "1: a | b"),
    ("\"a,b\"", "1: a,b"),
    (",\n", "1:  | "),
  ]) func recordsAreCutAsExcelCutsThem(text: String, expected: String) throws {
    #expect(try rows(text) == expected)
  }

  @Test(arguments: [
    ("a;b;c\n1,5;2;3\n", "1: a | b | c\n2: 1,5 | 2 | 3"),
    ("a\tb\n1,2\t3\n", "1: a | b\n2: 1,2 | 3"),
    ("a|b\n1|2\n", "1: a | b\n2: 1 | 2"),
    ("sep=;\r\na;b,c,d,e\r\n", "2: a | b,c,d,e"),
    ("标题，没有分隔符\na;b\n1;2\n3;4\n", "1: 标题，没有分隔符\n2: a | b\n3: 1 | 2\n4: 3 | 4"),
    ("\"a;b;c\",d\n\"e;f;g\",h\n", "1: a;b;c | d\n2: e;f;g | h"),
  ]) func delimiterIsDetected(text: String, expected: String) throws {
    #expect(try rows(text) == expected)
  }

  @Test func everythingUnusualIsSaid() throws {
    let file = try InputFile.open(folder.file("a.csv", "名;b\n1;2\n".gb18030), name: "a.csv")
    #expect(file.remarks.map(\.message.id) == ["formats.csv-encoding", "formats.csv-delimiter"])
    #expect(
      file.remarks.map { $0.message.text(.en, $0.arguments) } == [
        "a.csv is read as GB18030", "a.csv is read with ; as delimiter",
      ])
    #expect(try InputFile.open(folder.file("b.tsv", "a\tb\n"), name: "b.tsv").remarks.isEmpty)
  }

  /// The same rows in every encoding, with characters of two, three and four bytes.
  @Test(arguments: [
    "UTF-8", "UTF-8 BOM", "GB18030", "UTF-16LE BOM", "UTF-16BE BOM", "UTF-16LE", "UTF-16BE",
  ]) func encodingsAreDetected(encoding: String) throws {
    let text = "学校,name\n青石镇中心小学,é𠮷㐀\n"
    let wide = Array(text.utf16)
    let bytes: [UInt8] =
      switch encoding {
      case "UTF-8": Array(text.utf8)
      case "UTF-8 BOM": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case "GB18030": text.gb18030
      case "UTF-16LE BOM": [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      case "UTF-16BE BOM": [0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
      case "UTF-16LE": wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      default: wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
      }
    #expect(
      try ReadRows(path: folder.file("a.csv", bytes)).description == "1: 学校 | name\n2: 青石镇中心小学 | é𠮷㐀")
  }

  /// Records, quotes, characters and line ends of every length lie across the ends of chunks.
  @Test(arguments: ["UTF-8", "GB18030"]) func chunksDoNotShow(encoding: String) throws {
    var text = ""
    var expected: [String] = []
    var line = 1
    for row in 0..<30_000 {
      let size = row % 37
      let long = String(repeating: "镇", count: size)
      text += "\(row),\"\(long)\"\"x\r\ny\",\(long)é\r\n"
      expected.append("\(line): \(row) | \(long)\"x\r\ny | \(long)é")
      line += 2
    }
    let bytes = encoding == "UTF-8" ? Array(text.utf8) : text.gb18030
    let read = try ReadRows(path: folder.file("a.csv", bytes)).description
    #expect(read == expected.joined(separator: "\n"))
  }

  @Test func recordLongerThanAChunkIsRead() throws {
    let long = String(repeating: "a\"\"b\n", count: 200_000)
    let read = try ReadRows(path: folder.file("a.csv", "x,\"\(long)\"\ny,z\n"))
    #expect(read.rows.map(\.number) == [1, 200_002])
    #expect(read.rows.first?.cells[1]?.utf8.count == 800_000)
  }

  @Test func textBehindAClosingQuoteIsKeptAndSaid() throws {
    let read = try ReadRows(path: folder.file("a.csv", "a,b\n\"x\"y,z\n"))
    #expect(read.description == "1: a | b\n2: xy | z")
    #expect(read.remarks.map(\.message.id) == ["formats.csv-text-after-quote"])
    #expect(read.remarks.first?.location?.text == "f:2:1")
  }

  // MARK: Faults

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", "formats.csv-quote-unclosed", "f:2:2"),
    ("a,b\n1,\"2\n3,\"4\"\n", "formats.csv-quote-unclosed", "f:2:2"),
    ("a,b\n1,\"2", "formats.csv-quote-unclosed", "f:2:2"),
    ("a,b\n1,2\u{0}3\n", "formats.csv-nul", "f:2:2"),
    ("a,b\n1,\"2\u{0}3\"\n", "formats.csv-nul", "f:2:2"),
    (String(repeating: ",", count: 10_000) + "\n", "formats.csv-too-many-columns", "f:1"),
    ("", "formats.file-empty", "f"),
  ]) func faultsNameTheirPlace(text: String, message: String, place: String) throws {
    let found = try fault(reading: folder.file("a.csv", text))
    #expect(found?.message.id == message)
    #expect(found?.location?.text == place)
  }

  @Test func limitOfColumnsIsSaid() throws {
    let found = try fault(reading: folder.file("a.csv", "a,b\n" + String(repeating: ",", count: 10_000)))
    #expect(found?.message.text(.zh, found?.arguments ?? [:]) == "f 第 2 行超过 1996 列")
  }

  @Test func mixedEncodingsNameTheFirstLineOfEach() throws {
    let bytes = Array("学校,数\n青石,1\n".utf8) + "白沙镇小学,2\n".gb18030
    let found = try fault(reading: folder.file("a.csv", bytes))
    #expect(found?.message.id == "formats.csv-mixed-encodings")
    #expect(found?.arguments["utf8"] == "1" && found?.arguments["other"] == "3")
  }

  @Test func mixedEncodingsAreFoundFarBehindTheFront() throws {
    let front = String(repeating: "青石,1\n", count: 60_000)
    let found = try fault(reading: folder.file("a.csv", Array(front.utf8) + "白沙镇小学,2\n".gb18030))
    #expect(found?.message.id == "formats.csv-mixed-encodings")
    #expect(found?.arguments["other"] == "60001")
  }

  @Test func bytesOfNoEncodingNameTheirLine() throws {
    let found = try fault(reading: folder.file("a.csv", Array("学校,数\n".utf8) + [0xFF, 0xFE, 10]))
    #expect(found?.message.id == "formats.csv-invalid-bytes")
    #expect(found?.location?.row == 2)
  }

  /// 上 is 4E0A: half of it looks like a line feed.
  @Test(arguments: [false, true]) func halfOfAPairInUTF16NamesItsLine(isBigEndian: Bool) throws {
    let units = Array("上,下\r\n上,下\n上,".utf16) + [0xD800] + Array("\n".utf16)
    let bytes = ([0xFEFF] + units).flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
      return isBigEndian ? pair : pair.reversed()
    }
    let found = try fault(reading: folder.file("a.csv", bytes))
    #expect(found?.message.id == "formats.csv-invalid-bytes")
    #expect(found?.location?.row == 3)
  }

  @Test func recordWithoutEndIsRefusedBeforeMemoryIsFull() throws {
    var limits = ReadingLimits()
    limits.recordBytes = 1 << 20
    let found = try fault(
      reading: folder.file("a.csv", "a\n" + String(repeating: "x", count: 3 << 20)), limits: limits)
    #expect(found?.message.id == "formats.csv-record-too-long")
    #expect(found?.location?.row == 2)
  }

  @Test func filesThatCannotBeOpenedSayWhy() throws {
    #expect(try fault(reading: folder.path + "/none.csv")?.message.id == "formats.file-missing")
    #expect(try fault(reading: folder.path)?.message.id == "formats.file-is-folder")
    #expect(try fault(reading: "/dev/zero")?.message.id == "formats.file-not-regular")
  }
}
