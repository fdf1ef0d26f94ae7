import KitModel
import Testing

@Suite struct PinyinTests {
  @Test(arguments: [
    ("青石镇", "qing shi zhen"), ("重庆", "zhong qing"), ("女", "nv"), ("第2小学", "di 2 xiao xue"), ("〇", "ling"),
  ]) func customaryReadings(text: String, reading: String) {
    #expect(Pinyin.pinyin(of: text) == reading)
  }

  @Test func polyphonesKeepAllTheirReadings() {
    #expect(Pinyin.readings(of: "重") == ["zhong", "chong"])
    #expect(Pinyin.readings(of: "长") == ["zhang", "chang"])
    #expect(Pinyin.readings(of: "行").contains("hang"))
    #expect(Pinyin.readings(of: "a") == [])
    #expect(Pinyin.readings(of: "龥") == ["yu"])
  }

  @Test func initialsComeInEveryCombination() {
    #expect(Pinyin.initials(of: "青石镇") == ["qsz", "qdz"])
    #expect(Set(Pinyin.initials(of: "长寿路1号")) == ["zsl1h", "csl1h"])
    #expect(Pinyin.initials(of: "（）") == [])
    #expect(Pinyin.initials(of: String(repeating: "重", count: 1000)).count <= 16)
  }

  /// The quick question agrees with the combinations spelled out.
  @Test(arguments: ["青石镇", "长寿路1号", "（重庆）B校", "é城A", "行长", "", "2024"])
  func beginningsAreThoseOfTheCombinations(text: String) {
    let all = Pinyin.initials(of: text, limit: 1000)
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)
    for first in letters {
      for typed in [first] + letters.map({ first + $0 }) {
        #expect(
          Pinyin.initials(of: text, beginWith: Array(typed.utf8))
            == all.contains { $0.hasPrefix(typed) }, "\(text) \(typed)")
      }
    }
    for whole in all { #expect(Pinyin.initials(of: text, beginWith: Array(whole.utf8))) }
  }

  @Test func textSortsByPinyinThenCodePoint() {
    let sorted = ["中心", "b", "李渡", "安镇", "里渡", "A", "镇", "重庆", "1", "安"]
      .sorted(by: PinyinOrder.precedes)
    #expect(sorted == ["1", "A", "b", "安", "安镇", "李渡", "里渡", "镇", "中心", "重庆"])
    #expect(PinyinOrder.compare("安", "安") == 0)
  }

  @Test func theOrderIsTransitiveOverMixedText() {
    let texts = ["", "a", "安", "按", "鿿", "𠀀", "é", "、", "a安", "安a", "\u{FF01}"]
    let sorted = texts.sorted(by: PinyinOrder.precedes)
    for (place, left) in sorted.enumerated() {
      for right in sorted[(place + 1)...] {
        #expect(PinyinOrder.compare(left, right) < 0 && PinyinOrder.compare(right, left) > 0)
      }
    }
  }
}
