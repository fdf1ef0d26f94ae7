import KitFormats
import KitModel
import Testing

@Suite struct JSONReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func arrayOfObjectsHasColumnsInOrderOfAppearance() throws {
    let read = try ReadRows(
      path: folder.file(
        "a.json",
        """
        [
          {"学校": "青石\\u9547\\n\\ud842\\udfb7", "数": 812, "率": 0.80, "是": true},
          {"备注": {"a": [1, "x\\"y", null]}, "数": null, "学校": "白沙"},
          {}
        ]
        """))
    #expect(read.columnNames == ["学校", "数", "率", "是", "备注"])
    #expect(
      read.description == """
        2: 青石镇
        𠮷 | 812 | 0.80 | TRUE
        3: 白沙 | ∅ | ∅ | ∅ | {"a":[1,"x\\"y",null]}
        4: ∅
        """)
    #expect(read.kinds.sorted() == ["2:1 number", "2:2 number", "2:3 boolean", "3:4 nested"])
  }

  @Test(arguments: ["a.jsonl", "a.json", "a"]) func linesOfObjects(name: String) throws {
    let file = try InputFile.open(folder.file(name, "{\"a\":1}\r\n{\"b\":1e3,\"a\":\"x\"}\n"))
    let read = try ReadRows(file)
    #expect(read.columnNames == ["a", "b"])
    #expect(read.description == "1: 1\n2: x | 1000")
  }

  @Test func recordsAcrossChunksAreWhole() throws {
    let lines = (1...20_000).map { "{\"k\":\"第\($0)条\",\"n\":\($0)}" }
    let read = try ReadRows(path: folder.file("a.jsonl", lines.joined(separator: "\n")))
    #expect(read.description == (1...20_000).map { "\($0): 第\($0)条 | \($0)" }.joined(separator: "\n"))
  }

  @Test(arguments: [
    ("[{\"a\":1}", "formats.json-syntax", "f:1:9"), ("[{\"a\":1,}]", "formats.json-syntax", "f:1:9"),
    ("[{\"a\":01}]", "formats.json-syntax", "f:1:9"), ("[{\"a\":tru}]", "formats.json-syntax", "f:1:10"),
    ("[{\"a\":\"x\n\"}]", "formats.json-syntax", "f:1:9"),
    ("[{\"a\":\"\\ud800\"}]", "formats.json-syntax", "f:1:14"),
    ("[1,2]", "formats.json-not-records", "f:1"), ("[{\"a\":1}\n,5]", "formats.json-not-records", "f:2"),
    ("[{\"a\":1,\"a\":2}]", "formats.json-repeated-key", "f:1"),
    ("[{\"a\":\(String(repeating: "[", count: 5000))", "formats.json-too-deep", "f:1"),
  ]) func faultsNameTheirPlace(text: String, message: String, place: String) throws {
    let found = try fault(reading: folder.file("a.json", text))
    #expect(found?.message.id == message)
    #expect(found?.location?.text == place)
  }

  @Test func invalidUTF8IsRefused() throws {
    let found = try fault(
      reading: folder.file("a.json", Array("[{\"a\":\"".utf8) + [0xC4, 0xE3] + Array("\"}]".utf8)))
    #expect(found?.message.id == "formats.json-syntax")
  }

  @Test func columnsWithoutEndAreRefused() throws {
    let lines = (0...1996).map { "{\"k\($0)\":1}" }
    let found = try fault(reading: folder.file("a.jsonl", lines.joined(separator: "\n")))
    #expect(found?.message.id == "formats.json-too-many-columns" && found?.location?.row == 1997)
  }
}
