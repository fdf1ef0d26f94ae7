import KitModel

extension StoreMessages {
  static let unknownEntity = Message(
    "store.unknown-entity",
    zh: "没有对象 {entity}",
    en: "there is no entity {entity}",
    helpZh: "检查插件是否已启用：plugin list",
    helpEn: "see whether its plugin is enabled: plugin list")

  static let unknownField = Message(
    "store.unknown-field",
    zh: "对象 {entity} 没有字段 {field}，或同一字段给了两次",
    en: "the entity {entity} has no field {field}, or it is given twice",
    helpZh: "用 describe {entity} 查看字段",
    helpEn: "describe {entity} lists its fields")

  static let fieldRemoved = Message(
    "store.field-removed",
    zh: "插件不再声明{entity}的字段 {field}；它的列保留，其中 {count} 行有值",
    en:
      "the field {field} of {entityEn} is no longer declared; its column is kept, with values in {count} {count:row|rows}",
    helpZh: "重新声明同名字段就能再用到这些值",
    helpEn: "declare a field of that name again to use the values")

  static let fieldConverted = Message(
    "store.field-converted",
    zh: "{entity}的{field}已准确地转换为{type}",
    en: "{fieldEn} of {entityEn} was converted exactly to {typeEn}")

  static let pastNotConverted = Message(
    "store.past-not-converted",
    zh: "{entity}的{field}有 {count} 个已改掉或删掉的旧值不能转换为{type}，如：{values}；会带回它们的撤销将被拒绝",
    en:
      "{count} former {count:value|values} of {fieldEn} of {entityEn} {count:does|do} not convert to {typeEn}, such as: {values}; an undo that would bring them back is refused"
  )

  static let typeChanged = Message(
    "store.type-changed",
    zh: "{entity}的{field}改成了{type}，但 {count} 个已有的值不能准确转换，如：{values}",
    en:
      "{fieldEn} of {entityEn} was changed to {typeEn}, but {count} present {count:value|values} cannot be converted exactly, such as: {values}",
    helpZh: "改回原来的类型，或先把这些值改好；没有改动数据",
    helpEn: "change the type back, or correct these values first; nothing was changed")

  static let newKeyClashes = Message(
    "store.new-key-clashes",
    zh: "{entity}的{fields}不能作为键或唯一字段：已有的行里有重复",
    en: "{fieldsEn} cannot tell the rows of {entityEn} apart: values stand there twice",
    helpZh: "改回原来的声明，或先把重复的行改好；没有改动数据",
    helpEn: "change the declaration back, or correct the rows that clash first; nothing was changed")

  static let backedUpBefore = Message(
    "store.backed-up-before",
    zh: "调整表结构前已备份到 {file}",
    en: "before tables were altered the store was copied to {file}")

  static let declarationsNewer = Message(
    "store.declarations-newer",
    zh: "插件的声明与 {file} 里的表不一致，而现在只能只读，新字段还用不了",
    en:
      "the declarations of the plugins differ from the tables in {file}, which is open read-only: new fields cannot be used yet",
    helpZh: "在能写入的地方打开一次工作区",
    helpEn: "open the workspace once where it can be written")

  static var schema: [Message] {
    [
      unknownEntity, unknownField, fieldRemoved, fieldConverted, pastNotConverted, typeChanged, newKeyClashes,
      backedUpBefore,
      declarationsNewer,
    ]
  }
}
