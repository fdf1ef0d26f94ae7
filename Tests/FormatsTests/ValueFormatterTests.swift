import KitFormats
import KitModel
import Testing

@Suite struct ValueFormatterTests {
  let zh = ValueFormatter(language: .zh)
  let en = ValueFormatter(language: .en)

  @Test(arguments: [
    (82.333333333, "82.3333"), (82.0, "82"), (0.515257, "0.5153"), (2.00005, "2.0001"), (-1.25, "-1.25"),
    (0.0001234567, "0.0001235"), (0.09999999, "0.1"), (1e21, "1000000000000000000000"), (0, "0"),
    (-0.00000001, "-0.00000001"), (1234567.891, "1234567.891"), (99.99999, "100"), (-9.99996, "-10"),
    (.leastNonzeroMagnitude, "5e-324"),
  ]) func realsHaveSensibleDigits(number: Double, text: String) {
    #expect(zh.text(.real(number), type: .real) == text)
  }

  @Test(arguments: [
    (8000, 4, "80%"), (8050, 4, "80.5%"), (1, 0, "100%"), (8, 1, "80%"), (0, 4, "0%"), (-125, 4, "-1.25%"),
    (12345, 6, "1.2345%"),
  ]) func sharesArePercentages(units: Int64, scale: Int, text: String) {
    let value = Value.decimal(ExactDecimal(units: units, scale: scale))
    #expect(zh.text(value, type: .percent(scale: scale)) == text)
  }

  @Test func computedSharesHaveTwoDecimals() {
    #expect(zh.text(.real(2.0 / 3), type: .realPercent) == "66.67%")
    #expect(zh.text(.real(0.8), type: .realPercent) == "80%")
  }

  @Test func idsThatPeopleReadAsWords() {
    let column = Column(
      id: "kind", label: Label(zh: "种类", en: "Kind"), type: .text,
      words: ["undo": Label(zh: "撤销", en: "undone")])
    #expect(zh.text(.text("undo"), of: column) == "撤销")
    #expect(en.text(.text("undo"), of: column) == "undone")
    #expect(zh.text(.text("else"), of: column) == "else")
  }

  @Test func decimalsKeepAllTheirPlaces() {
    #expect(
      zh.text(.decimal(ExactDecimal(units: 8250, scale: 2)), type: .decimal(precision: 5, scale: 2))
        == "82.50")
  }

  @Test func wordsFollowTheLanguage() {
    #expect(
      zh.text(.boolean(true), type: .boolean) == "是" && en.text(.boolean(false), type: .boolean) == "no")
    #expect(zh.text(.duration(Duration(3, .months)), type: .duration(.months)) == "3个月")
    #expect(en.text(.duration(Duration(1, .days)), type: .duration(.days)) == "1 day")
    let month = Period.month(9, of: 2024).map(Value.period) ?? .null
    #expect(
      zh.text(month, type: .period(.month)) == "2024年9月" && en.text(month, type: .period(.month)) == "2024-09"
    )
  }

  @Test func referencesShowTheirNameElseTheirKey() {
    #expect(zh.text(.reference(Reference(key: "0012", name: "青石镇")), type: .reference("township")) == "青石镇")
    #expect(zh.text(.reference(Reference(key: "0012")), type: .reference("township")) == "0012")
  }

  @Test func sensitiveValuesAreMaskedUnlessMissingOrRevealed() {
    let phone = Column(id: "phone", label: Label(zh: "电话", en: "Phone"), type: .text, isSensitive: true)
    #expect(zh.text(.text("13800000000"), of: phone) == "***")
    #expect(zh.text(.null, of: phone) == "")
    let revealing = ValueFormatter(language: .zh, revealsSensitive: true)
    #expect(revealing.text(.text("13800000000"), of: phone) == "13800000000")
  }
}
