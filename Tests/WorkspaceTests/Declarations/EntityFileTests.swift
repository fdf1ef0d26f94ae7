import Foundation
import KitModel
import KitWorkspace
import Testing

@Suite struct EntityFileTests {
  static func read(_ text: String, plugin: String = "p") throws -> EntityFile {
    try EntityFile.read(Array(text.utf8), plugin: plugin, file: "entities.yaml")
  }

  /// `line message-id arguments…` of each fault.
  static func faults(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let all as Diagnostics {
      return all.all.map { fault in
        "\(fault.location?.row ?? 0) " + fault.message.text(.en, fault.arguments)
      }
    } catch {
      return ["\(error)"]
    }
  }

  static func faults(of text: String) -> [String] { faults { _ = try read(text) } }

  @Test func theDistrictsDeclarationsAreRight() throws {
    let path = URL(filePath: #filePath).appending(path: "../../../../Plugins/District/entities.yaml")
    let bytes = try [UInt8](Data(contentsOf: path.standardized))
    let file = try EntityFile.read(bytes, plugin: "district", file: "entities.yaml")
    let set = try DeclarationSet(joining: [("entities.yaml", file)])
    let school = try #require(set["district.school"])
    #expect(school.key == ["code"])
    #expect(school.extends == "district.unit")
    #expect(school.parentValue?.value == "学校")
    #expect(school.matchFields.contains("former_names"))
    #expect(school.yearSplit?.into == "district.school_year")
    #expect(set.named("学校").map(\.fullName) == ["district.school"])
    let unit = try #require(set["district.unit"])
    #expect(unit.fields.first { $0.id == "zone" }?.type == .reference("district.zone"))
    #expect(unit.fields.first { $0.id == "head_mobile" }?.isSensitive == true)
    #expect(
      set["district.school_year"]?.fields.first { $0.id == "site_area" }?.type
        == .decimal(precision: 12, scale: 2))
  }

  @Test func everyFaultIsSaidWithItsLine() {
    let text = """
      entities:
        - id: Thing
          label: 物
          key: [code, nope]
          fields:
            - {id: code, label: 代码, type: text, min: short}
            - {id: size, label: 大小, aliases: [代码], type: "decimal(30,2)"}
            - {id: kind, label: 种类, type: choice}
            - {id: level, label: 级别, type: choice, choices: [甲, {value: 乙, aliases: [甲]}], default: 丙}
            - {id: mail, label: 邮箱, type: text, pattern: "["}
            - {id: day, label: 日期, type: date, many: true, min: 2024-02-30}
      """
    #expect(
      Self.faults(of: text) == [
        "2 key names “nope”, which is no field of “Thing”.",
        "2 “Thing” cannot be an id.",
        "6 A whole number is wanted here, found “short”.",
        "7 There is no type “decimal(30,2)”.",
        "8 “choices” is missing.",
        "9 “甲” means both “甲” and “乙”.",
        "9 “丙” is no choice.",
        "10 “[” is no regular expression.",
        "11 “many” does not go with the type date.",
        "11 “2024-02-30” is no date.",
      ])
  }

  @Test func aChildTakesNoNameOfItsParent() {
    let text = """
      entities:
        - {id: unit, label: 单位, key: [code], fields: [{id: code, label: 代码, type: text}]}
        - {id: school, label: 学校, extends: unit, fields: [{id: number, label: 代码, type: text}]}
      """
    #expect(Self.faults(of: text) == ["3 “代码” names both the field unit.code and the field school.number."])
  }

  @Test func relationsOfOnePluginShareNoName() {
    let text = """
      entities:
        - {id: unit, label: 单位, key: [code], fields: [{id: code, label: 代码, type: text}]}
        - {id: body, label: 机构, aliases: [单位], key: [code], fields: [{id: code, label: 代码, type: text}]}
      """
    #expect(Self.faults(of: text) == ["3 “单位” names both unit and body."])
  }

  @Test func extendsThatComesBackToItselfIsRefused() {
    let text = """
      entities:
        - {id: a, label: 甲, extends: b, fields: [{id: x, label: 某, type: text}]}
        - {id: b, label: 乙, extends: a, fields: [{id: y, label: 另, type: text}]}
      """
    #expect(
      Self.faults(of: text).map { $0.prefix(24) }
        == ["2 The extends of “a” lead", "3 The extends of “b” lead"].map { $0.prefix(24) })
  }

  static let base = """
    entities:
      - {id: unit, label: 单位, key: [code], order: [code], name: code, match: [code], fields: [{id: code, label: 代码, type: text}]}
    """

  @Test func referencesAcrossPluginsAreCompleted() throws {
    let base = try Self.read(Self.base, plugin: "base")
    let other = try Self.read(
      """
      entities:
        - {id: farm, label: 农场, extends: unit, fields: [{id: owner, label: 主人, type: ref(unit)}]}
      """, plugin: "other")
    let set = try DeclarationSet(joining: [("base", base), ("other", other)])
    let farm = try #require(set["other.farm"])
    #expect(farm.extends == "base.unit")
    #expect(farm.fields.first?.type == .reference("base.unit"))
    #expect(farm.key == ["code"] && farm.matchFields == ["code"] && farm.nameField == "code")
  }

  @Test func aReferenceToNothingNamesWhereItStands() throws {
    let file = try Self.read(
      "entities: [{id: a, label: 甲, key: [x], fields: [{id: x, label: 某, type: ref(nobody)}]}]")
    let faults = Self.faults { _ = try DeclarationSet(joining: [("entities.yaml", file)]) }
    #expect(faults == ["0 p.a.x refers to “nobody”, which is no entity."])
  }

  @Test func twoPluginsAddingOneNameAreBothNamed() throws {
    let base = try Self.read(Self.base, plugin: "base")
    let adding = """
      adds:
        - {to: base.unit, pipeline: "x | group unit { n = count() }", columns: [{id: n, label: 数, type: integer}]}
      """
    let first = try Self.read(adding, plugin: "one")
    let second = try Self.read(adding, plugin: "two")
    let joined = Self.faults {
      _ = try DeclarationSet(joining: [("base", base), ("one", first), ("two", second)])
    }
    #expect(joined == ["0 The plugins one and two both give “base.unit” the name “n”."])
    let alone = try DeclarationSet(joining: [("base", base), ("one", first)])
    #expect(alone["base.unit"]?.computed.map(\.plugin) == ["one"])
  }
}
