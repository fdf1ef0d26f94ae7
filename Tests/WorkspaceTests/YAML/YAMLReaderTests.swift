import KitModel
import KitWorkspace
import Testing

@Suite struct YAMLReaderTests {
  /// The faults of `text`, read as a mapping of `id`, `count`, `on`, `names`: `line:column message id`.
  private func faults(_ text: String) -> [String] {
    do {
      _ = try YAMLReader.read(Array(text.utf8), file: "x.yaml") { root -> Bool? in
        guard let map = root.mapping(keys: ["id", "count", "on", "names"]) else { return nil }
        _ = map.requiredText("id")
        _ = map.integer("count")
        _ = map.boolean("on")
        _ = map.texts("names")
        return true
      }
      return []
    } catch let all as Diagnostics {
      return all.all.map { fault in
        let place = [fault.location?.row, fault.location?.column].map { $0.map(String.init) ?? "?" }
        return place.joined(separator: ":") + " " + fault.message.id.replacing("workspace.yaml-", with: "")
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func aGoodFileHasNoFaults() { #expect(faults("id: 甲\ncount: 3\non: true\nnames: [a, b]\n") == []) }

  @Test func allFaultsOfAFileAreSaidAtOnce() {
    #expect(
      faults("cuont: 3\ncount: many\non: 是\nnames: {a: 1}\n") == [
        "1:1 unknown-key-near", "1:1 missing-key", "2:8 integer-wanted", "3:5 boolean-wanted",
        "4:8 list-wanted",
      ])
  }

  @Test(arguments: [
    ("id: a\nid: b\n", "2:1 duplicate-key"),
    ("id: a\ncount: 1\n'id': b\n", "3:1 duplicate-key"),
    ("id: [a\n", "1:5 unclosed"),
    ("id: a: b\n", "1:6 colon-in-text"),
    ("id: a\n\tcount: 1\n", "2:1 indentation"),
    ("- a\n", "1:1 mapping-wanted"),
    ("", "1:1 empty"),
    ("id: \"a\n", "1:5 unclosed"),
    ("id: a\n---\nid: b\n", "2:1 several-documents"),
  ]) func aFaultHasItsPlace(text: String, fault: String) {
    #expect(faults(text) == [fault])
  }

  @Test func explodingAliasesAreRefusedBeforeTheyAreFollowed() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(faults(text) == ["2:10 alias"])
    #expect(faults("? &k [x]\n: 1\n? [*k]\n: 2\n") == ["3:4 alias"])
  }

  @Test func whatOnlyLooksLikeAnAliasIsText() {
    #expect(faults("id: |\n  * 第一条\n  * 第二条\n") == [])
    #expect(faults("id: \"a & b * c\"\n") == [])
  }

  @Test func codesStayAsWritten() throws {
    let texts = try YAMLReader.read(Array("names: [0012, 1.0, 2024]".utf8), file: "x.yaml") {
      $0.mapping(keys: ["names"])?.texts("names")
    }
    #expect(texts == ["0012", "1.0", "2024"])
  }

  @Test func invalidBytesAndHugeFilesAreRefused() {
    #expect(throws: Diagnostics.self) {
      _ = try YAMLReader.read([0x69, 0xFF], file: "x.yaml") { $0.text() }
    }
    #expect(throws: Diagnostics.self) {
      _ = try YAMLReader.read([UInt8](repeating: 0x20, count: YAMLReader.sizeLimit + 1), file: "x.yaml") {
        $0.text()
      }
    }
  }

  @Test func deepNestingEndsInAFault() {
    #expect(!faults(String(repeating: "[", count: 100_000)).isEmpty)
    #expect(!faults(String(repeating: "- ", count: 100_000)).isEmpty)
  }
}
