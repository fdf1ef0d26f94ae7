import KitModel
import Testing

@testable import dudao

/// Numbers of changes as people read them.
@Suite struct NumberRangesTests {
  private let id = Label(zh: "编号", en: "id")

  @Test func numbersThatFollowEachOtherAreTakenTogether() {
    #expect(NumberRanges([11, 12, 14]).text == "11, 12, 14")
    #expect(NumberRanges([30, 23, 24, 25, 25, 40]).text == "23–25, 30, 40")
    #expect(NumberRanges([]).text == "")
  }

  @Test func aConditionHoldsForTheseAlone() {
    #expect(NumberRanges([11, 12, 14]).condition(on: id, .zh) == "编号 属于 (11, 12, 14)")
    #expect(NumberRanges([3, 4, 5]).condition(on: id, .en) == "id >= 3 and id <= 5")
    #expect(
      NumberRanges([1, 3, 4, 5, 7, 8, 9]).condition(on: id, .zh)
        == "编号 属于 (1) 或 (编号 >= 3 且 编号 <= 5) 或 (编号 >= 7 且 编号 <= 9)")
  }
}
