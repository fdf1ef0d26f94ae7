import KitModel
import Testing

@testable import KitLanguage

/// The tables of words hold what section 5 of the language asks of them.
@Suite struct WordTests {
  @Test(arguments: Word.Kind.allCases) func noNameStandsTwiceWithinAKind(kind: Word.Kind) {
    var seen: [NameKey: Word] = [:]
    for word in Words.of(kind) {
      for key in Set(word.spellings.map { NameKey($0) }) {
        let first = seen.updateValue(word, forKey: key)
        // 按 is by, on and order: a stage has only one of the three.
        #expect(first == nil || key == NameKey("按"), "\(key) is \(word.english) and \(first?.english ?? "")")
      }
    }
  }

  @Test func noChineseStageBeginsWithAnother() {
    expectNoPrefixes(Words.stages.flatMap(chinese))
  }

  @Test func noChineseOperatorOrClauseBeginsWithAnother() {
    // Words that are never split off may begin others: 全 and 全部.
    let words = (Words.of(.comparison) + Words.of(.logic) + Words.clauses).flatMap(chinese)
    expectNoPrefixes(words.filter { !["全", "左", "右"].contains($0) })
  }

  private func chinese(_ word: Word) -> [String] {
    word.spellings.filter { $0.unicodeScalars.first?.isASCII == false }
  }

  private func expectNoPrefixes(_ words: [String]) {
    for (first, second) in words.flatMap({ first in words.map { (first, $0) } }) where first != second {
      let isLongestFirst = ["大于", "小于"].contains(first) && second == first + "等于"
      #expect(!second.hasPrefix(first) || isLongestFirst, "\(second) begins with \(first)")
    }
  }

  @Test func noCommandBeginsWithAnInfixWord() {
    for word in Words.commands {
      #expect(InfixWord.head(of: word.chinese) == nil, "\(word.chinese)")
    }
  }

  @Test(arguments: StageWord.allCases) func everyStageHasItsWord(stage: StageWord) throws {
    let word = try #require(stage.word)
    #expect(StageWord.table[word.chinese] == stage)
    #expect(word.usage != nil)
  }

  @Test func everyTableOfTheParserComesFromTheWords() {
    #expect(Set(Words.stages.map(\.english)) == Set(StageWord.allCases.map(\.rawValue)))
    #expect(Set(Words.clauses.map(\.english)) == Set(ClauseWord.allCases.map(\.rawValue)))
    for operation in Words.of(.comparison) + Words.of(.arithmetic) {
      #expect(InfixWord.table[operation.chinese] != nil, "\(operation.english)")
    }
    for clause in Words.clauses where clause.english != "all" && clause.english != "right" {
      #expect(InfixWord.table[clause.chinese] != nil, "\(clause.english)")
    }
    for statement in Words.statements where statement.english != "in" {
      #expect(StatementWord.table[statement.chinese] != nil, "\(statement.english)")
    }
  }

  @Test(arguments: Words.all) func everyExampleIsRightInBothLanguages(word: Word) {
    #expect(!word.examples.isEmpty)
    #expect(!word.meaning.zh.isEmpty && !word.meaning.en.isEmpty)
    for example in word.examples {
      for text in [example.zh, example.en] {
        let result = Parser.parse(text)
        #expect(result.isSound, "\(text): \(result.diagnostics.map(\.message.id))")
        expectSameTree(text)
      }
    }
  }

  @Test(arguments: Words.all.filter { $0.kind != .unit && $0.kind != .type && $0.kind != .command })
  func everyExampleUsesItsWord(word: Word) {
    for example in word.examples where !word.english.contains(" ") {
      #expect(word.spellings.contains { example.zh.contains($0) }, "\(example.zh)")
      #expect(word.spellings.contains { example.en.contains($0) }, "\(example.en)")
    }
  }

  @Test func everySynonymMeansAWord() {
    for (spelling, words) in Synonyms.table {
      for english in words {
        #expect(!Words.find(english).isEmpty, "\(spelling) for \(english)")
        #expect(
          !Words.find(english).flatMap(\.spellings).contains(spelling), "\(spelling) is \(english) itself")
      }
    }
    #expect(Synonyms.meant(by: "过滤", .stage)?.english == "where")
    #expect(Synonyms.function(meantBy: "AVERAGE")?.chinese == "平均")
    #expect(Synonyms.function(meantBy: "SUMIF")?.english == "sum")
    #expect(Synonyms.meant(by: "不低于", .comparison)?.english == ">=")
  }

  @Test func signaturesShowWhatMayBeLeftOut() {
    #expect(Words.function("round")?.signature(.en) == "round(number, [places])")
    #expect(Words.function("四舍五入")?.signature(.zh) == "四舍五入(数, [位数])")
    #expect(Words.function("coalesce")?.signature(.en) == "coalesce(value …)")
    #expect(Words.stages.first?.signature(.en) == nil)
  }
}
