import KitModel
import Testing

@testable import KitWorkspace

/// What runs are compared by is what people read, not how a type of the program is called.
@Suite struct DocumentTextTests {
  @Test func allBlocksAreRead() throws {
    let day = try #require(CalendarDate(iso: "2024-09-05"))
    let grid = Grid(title: "安排", rows: [[.init("校名"), .init("日期")], [.init("甲校"), .init("9月3日")]])
    var document = Document()
    document.blocks = [
      .heading("标题", level: 1), .official(.addressee("各学校")),
      .chart(
        Chart(
          .bar, title: "问题数", unit: "个", categories: ["甲校", "乙校"],
          series: [.init("一般", [3, nil]), .init("严重", [0.5, 2])])),
      .grid(grid), .official(.attachments(["名单"])), .official(.annotation("联系人：甲一")),
      .official(.signature(Signature(organs: ["督导室"], date: day))), .official(.attachment("名单", number: 1)),
    ]
    let text = DocumentText(language: .zh).text(of: document)
    #expect(
      text == """
        标题
        各学校
        bar：问题数
        个,一般,严重
        甲校,3,0.5
        乙校,,2
        安排
        校名,日期
        甲校,9月3日
        名单
        联系人：甲一
        督导室
        2024年9月5日
        1 名单
        """)
  }
}
