/// The numbers of headings in official papers: 一、（一）1.（1）.
public struct HeadingNumbers {
  private var counts = [0, 0, 0, 0]

  public init() {}

  /// What stands before the next heading of this level: 2 for 一、 to 5 for （1）; nothing for any other.
  public mutating func next(level: Int) -> String {
    guard (2...5).contains(level) else { return "" }
    let place = level - 2
    counts[place] += 1
    for below in (place + 1)..<max(place + 1, counts.count) { counts[below] = 0 }
    let count = counts[place]
    return switch level {
    case 2: Self.chinese(count) + "、"
    case 3: "（\(Self.chinese(count))）"
    case 4: "\(count)."
    default: "（\(count)）"
    }
  }

  /// `三十二`; digits from 100 on, which no paper reaches.
  static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return String(number) }
    guard number >= 10 else { return digits[number] }
    return (number < 20 ? "" : digits[number / 10]) + "十" + digits[number % 10]
  }
}

extension Document {
  /// The same with the numbers of its headings written out.
  public var withNumbers: Document {
    guard numbersHeadings else { return self }
    var document = self
    document.numbersHeadings = false
    var numbers = HeadingNumbers()
    for (index, block) in blocks.enumerated() {
      if case .heading(let text, let level) = block {
        document.blocks[index] = .heading(numbers.next(level: level) + text, level: level)
      }
    }
    return document
  }
}
