/// Where a title may be broken, and how ill each place looks.
///
/// Costs are in columns: by so much a line is rather made shorter. From the worst to the best: what is never parted (a
/// number and its measure, a word of `TitleTerms`, a bracket and its text), a place of which nothing is known and that
/// may be in the middle of a word, the edge of a known word, and the places at which a title has its joints.
struct TitleBreaks {
  /// Before each character; before the first one nobody breaks.
  let costs: [Double]

  /// Only where nothing else fits on a line.
  static let forbidden = 100.0
  private static let unknown = 12.0
  /// Between brackets of either kind.
  private static let enclosed = 8.0
  /// A last line that says `通知` and nothing else.
  private static let kindAlone = 12.0
  /// 和, 与, 及, 对 and 在 belong to what follows them.
  private static let afterJoint = 3.0
  private static let wordEdge = 2.0

  init(_ text: [Character]) {
    let words = Words(text)
    var depth = 0
    costs = text.indices.map { place in
      guard place > 0 else { return 0 }
      if "《（“〈「『〔".contains(text[place - 1]) { depth += 1 }
      if "》）”〉」』〕".contains(text[place]) { depth -= 1 }
      return Self.cost(text, place, words) + (depth > 0 ? Self.enclosed : 0)
    }
  }

  private static func cost(_ text: [Character], _ place: Int, _ words: Words) -> Double {
    let (before, after) = (text[place - 1], text[place])
    if words.isInside[place] || isNumbered(text, place) { return forbidden }
    if "，、。；：！？）》”〉」』〕的了".contains(after) || "（《“〈「『〔".contains(before) { return forbidden }
    let tail = String(text[place...])
    if TitleTerms.kinds.contains(tail) { return kindAlone }
    if tail.hasPrefix("关于") || "《（“〈「『".contains(after) || "、，；：）》”〉」』".contains(before) { return 0 }
    // Within a word these are no joints: 和谐, 参与, 及时.
    let (opens, closes) = (words.isStart[place], words.isEnd[place])
    if before == "的" { return 0 }
    if joints.contains(after), !opens { return wordEdge }
    if joints.contains(before), !closes || before == "于" { return afterJoint }
    if String(text[..<place]).hasSuffix("关于") { return afterJoint }
    return opens || closes ? wordEdge : unknown
  }

  private static let joints = "和与及对在"
  private static let digits = "0123456789０１２３４５６７８９一二三四五六七八九十百千〇零两"
  private static let measures = "年月日号届次个所名条项期级份人季度学春秋周天时分元章节款批类轮场处万亿％%"

  /// Within Latin letters and digits, between a number and what it counts, behind 第.
  private static func isNumbered(_ text: [Character], _ place: Int) -> Bool {
    let (before, after) = (text[place - 1], text[place])
    if before == "第" { return true }
    if isLatin(before) && isLatin(after) { return true }
    guard digits.contains(before) else { return false }
    return digits.contains(after) || measures.contains(after)
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && !character.isWhitespace && !"()\"'[]".contains(character)
      || "–－～·".contains(character)
  }
}

extension TitleBreaks {
  /// The words of `TitleTerms` in a title, wherever they stand in it: which of two that overlap is meant nobody knows, so
  /// neither is parted.
  private struct Words {
    private(set) var isStart: [Bool]
    private(set) var isEnd: [Bool]
    private(set) var isInside: [Bool]

    init(_ text: [Character]) {
      let none = [Bool](repeating: false, count: text.count + 1)
      (isStart, isEnd, isInside) = (none, none, none)
      for start in text.indices {
        for end in text.indices.dropFirst(start + 1).prefix(TitleTerms.longest).map({ $0 + 1 })
        where TitleTerms.all.contains(String(text[start..<end])) {
          (isStart[start], isEnd[end]) = (true, true)
          for place in (start + 1)..<end { isInside[place] = true }
        }
      }
    }
  }
}
