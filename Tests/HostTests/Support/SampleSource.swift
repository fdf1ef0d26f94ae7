import KitLanguage
import KitModel
import KitQuery
import PluginAPI

@testable import dudao

/// A small district, as completion sees one.
struct SampleSource: CompletionSource {
  var variables = ["本年"]
  var scripts = ["term-opening", "开学检查"]
  var townships = ["青石镇", "青山镇", "桥头乡"]
  var fileNames = ["学校名单.xlsx", "学校.csv", "说明.docx", "收件/"]

  func parameters(ofScript name: String) -> [CommandParameter] {
    guard name == "开学检查" else { return [] }
    return [
      .option("本学期", Label("本学期", "本学期"), .value(.period(.term)), help: Label("", "")),
      .option("学段", Label("学段", "学段"), .value(.choice(["小学", "初中"])), help: Label("", "")),
      .option("镇", Label("镇", "镇"), .value(.reference("district.township")), help: Label("", "")),
    ]
  }

  var commands: [CommandDeclaration] {
    [
      RunCommand.declaration,
      CardCommand.declaration, FindCommand.declaration, HelpCommand.declaration, DescribeCommand.declaration,
      CommandDeclaration(
        name: Label("导入", "import"), meaning: Label("导入文件", "import files"),
        parameters: [
          .positional(
            "file", Label("文件", "file"), .file(["xlsx", "csv"]), repeated: true, help: Label("文件", "file")),
          .option("into", Label("数据", "entity"), .relation, help: Label("到哪里", "where to")),
          .flag("keep-good", Label("收下好的", "keep good"), help: Label("收下好的", "keep good")),
        ], effects: [.writes]),
      FormStatusCommand.declaration,
      CommandDeclaration(name: Label("插件 列表", "plugin list"), meaning: Label("插件", "plugins")),
      CommandDeclaration(name: Label("插件 新建", "plugin new"), meaning: Label("新插件", "a new plugin")),
    ]
  }

  private static let unit = EntityDeclaration(
    plugin: "district", id: "township", label: Label("乡镇街道", "Township"), key: ["code"], nameField: "name",
    matchFields: ["name"],
    fields: [
      FieldDeclaration(id: "code", label: Label("代码", "Code"), type: .text),
      FieldDeclaration(id: "name", label: Label("名称", "Name"), type: .text),
    ])
  private static let school = EntityDeclaration(
    plugin: "district", id: "school", label: Label("学校", "School"), aliases: ["学校信息"], key: ["code"],
    nameField: "name", matchFields: ["name"],
    fields: [
      FieldDeclaration(id: "code", label: Label("代码", "Code"), type: .text),
      FieldDeclaration(id: "name", label: Label("名称", "Name"), type: .text),
      FieldDeclaration(id: "stage", label: Label("学段", "Stage"), type: .choice(["小学", "初中", "普通高中"])),
      FieldDeclaration(id: "pupils", label: Label("学生数", "Pupils"), type: .integer),
      FieldDeclaration(id: "rank", label: Label("是", "Rank"), type: .integer),
      FieldDeclaration(id: "remark", label: Label("备注（人）", "Remark"), type: .text),
      FieldDeclaration(id: "phone", label: Label("联系电话", "Phone"), type: .text, isSensitive: true),
      FieldDeclaration(
        id: "township", label: Label("乡镇街道", "Township"), type: .reference("district.township")),
    ])

  /// Relations of forms.
  var forms: [EntityDeclaration] = []

  var catalog: Catalog { Catalog(entities: [Self.unit, Self.school] + forms) }

  func columns(_ source: Source?, _ stages: [Stage]) -> [Column] {
    guard case .relation(let relation) = source, case .path(let path) = relation.kind,
      let name = path.names.last,
      let entity = EntityBook(catalog).named(name.text)
    else { return [] }
    var columns = entity.fields.map {
      Column(id: $0.id, label: $0.label, type: $0.type, isSensitive: $0.isSensitive)
    }
    for stage in stages {
      if case .select(let items) = stage.kind {
        let kept = Set(items.compactMap { if case .path(let path) = $0 { path.single?.key } else { nil } })
        columns.removeAll { !kept.contains(NameKey($0.id)) && !kept.contains(NameKey($0.label.zh)) }
      }
    }
    return columns
  }

  func values(of column: String, _ source: Source?, _ stages: [Stage]) -> [String] {
    column == "remark" ? ["已撤并", "已更名"] : ["不应问到"]
  }

  func names(of entity: EntityDeclaration) -> [String] {
    entity.id == "township" ? townships : ["青石镇中心小学", "桥头乡小学"]
  }

  func files(in folder: String) -> [String] { folder.isEmpty ? fileNames : ["一月.xlsx"] }
}
