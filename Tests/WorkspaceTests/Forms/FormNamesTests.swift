import Foundation
import KitModel
import Testing

@testable import KitWorkspace

/// Each recipient gets a file of its own.
@Suite struct FormNamesTests {
  @Test func unitsOfOneNameGetFilesOfTheirOwn() throws {
    let recipients = [("01", "中心小学"), ("02", "中心小学"), ("03", "a/b"), ("04", "a:b"), ("05", "云台小学")].map {
      FormRecipient(key: $0, name: $1)
    }
    let files = FormNames.files("自查表", try #require(Period.autumn(2024)), recipients)
    #expect(
      files == [
        "01": "01 中心小学-自查表-2024秋.xlsx", "02": "02 中心小学-自查表-2024秋.xlsx",
        "03": "03 a_b-自查表-2024秋.xlsx", "04": "04 a_b-自查表-2024秋.xlsx", "05": "云台小学-自查表-2024秋.xlsx",
      ])
  }

  @Test func theirSheetsAreAllWritten() throws {
    let office = try FormOffice()
    office.run("school | set name = \"同名小学\"")
    #expect(office.run("form out 自评表 2024") == .done)
    let folder = office.scratch.folder.exports + "/自评表-2024年"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    office.run("form.delivery | count")
    #expect(office.table?.rows.first?.values == [.integer(Int64(names.count))])
    #expect(names.allSatisfy { $0.contains(" 同名小学-") }, "\(names)")
  }
}
