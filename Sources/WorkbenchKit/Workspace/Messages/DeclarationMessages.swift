import KitModel

/// What is said of declarations that do not add up.
public enum DeclarationMessages {
  public static let badIdentifier = Message(
    "workspace.declaration-bad-identifier", zh: "“{id}”不能作标识。", en: "“{id}” cannot be an id.",
    helpZh: "用小写英文字母、数字和下划线，以字母开头，如 school_year。",
    helpEn: "Use lower-case letters, digits and underscores, beginning with a letter, like school_year.")
  public static let noFields = Message(
    "workspace.declaration-no-fields", zh: "“{entity}”没有字段。", en: "“{entity}” has no fields.")
  public static let keyWithExtends = Message(
    "workspace.declaration-key-with-extends", zh: "“{entity}”沿用上级的主键，不能再写 key。",
    en: "“{entity}” takes its key from its parent; key cannot stand here.")
  public static let circularExtends = Message(
    "workspace.declaration-circular-extends", zh: "“{entity}”的 extends 绕回了自己。",
    en: "The extends of “{entity}” leads back to itself.")
  public static let clashOfRelations = Message(
    "workspace.declaration-clash-of-relations", zh: "“{name}”同时指 {first} 和 {second}。",
    en: "“{name}” names both {first} and {second}.", helpZh: "从其中一个里去掉这个名称。",
    helpEn: "Take the name away from one of them.")
  public static let clashOfFields = Message(
    "workspace.declaration-clash-of-fields", zh: "“{name}”同时指字段 {first} 和 {second}。",
    en: "“{name}” names both the field {first} and the field {second}.", helpZh: "从其中一个里去掉这个名称。",
    helpEn: "Take the name away from one of them.")
  public static let clashOfChoices = Message(
    "workspace.declaration-clash-of-choices", zh: "“{name}”同时表示“{first}”和“{second}”。",
    en: "“{name}” means both “{first}” and “{second}”.", helpZh: "从其中一个里去掉这个写法。",
    helpEn: "Take the spelling away from one of them.")
  public static let choiceTwice = Message(
    "workspace.declaration-choice-twice", zh: "选项“{value}”写了两次。", en: "The choice “{value}” stands twice.")
  public static let unknownType = Message(
    "workspace.declaration-unknown-type", zh: "没有“{type}”这种类型。", en: "There is no type “{type}”.",
    helpZh: "可以用：{allowed}。", helpEn: "Allowed: {allowed}.")
  public static let keyNotForType = Message(
    "workspace.declaration-key-not-for-type", zh: "“{key}”不能用于{type}。",
    en: "“{key}” does not go with the type {type}.")
  public static let valueNotOfType = Message(
    "workspace.declaration-value-not-of-type", zh: "“{value}”不是{type}。", en: "“{value}” is no {type}.")
  public static let badPattern = Message(
    "workspace.declaration-bad-pattern", zh: "“{pattern}”不是正则表达式。",
    en: "“{pattern}” is no regular expression.")
  public static let noSuchField = Message(
    "workspace.declaration-no-such-field", zh: "{role} 里的“{field}”不是“{entity}”的字段。",
    en: "{role} names “{field}”, which is no field of “{entity}”.")
  public static let splitKeyMissing = Message(
    "workspace.declaration-split-key-missing", zh: "year_split 的 key 里缺少“{entity}”的主键字段“{field}”。",
    en: "The key of year_split lacks “{field}”, a key field of “{entity}”.")
  public static let wholeOutsideKey = Message(
    "workspace.declaration-whole-outside-key",
    zh: "whole 的字段“{field}”应是“{entity}”主键的一部分，主键里还要有别的字段。",
    en: "The field “{field}” of whole has to be one of several key fields of “{entity}”.",
    helpZh: "whole 说的是：主键其余部分相同的行，要么只有“整体”一行，要么按这个字段分行。",
    helpEn:
      "whole says that rows which agree in the rest of the key are one for the whole or several for parts.")
  public static let wholeNoChoice = Message(
    "workspace.declaration-whole-no-choice", zh: "whole 的值“{value}”不是“{field}”的选项。",
    en: "The value “{value}” of whole is no choice of “{field}”.",
    helpZh: "可以写：{allowed}。", helpEn: "Allowed: {allowed}.")
  public static let noSuchEntity = Message(
    "workspace.declaration-no-such-entity", zh: "{where} 提到“{name}”，没有这个实体。",
    en: "{where} refers to “{name}”, which is no entity.", helpZh: "看是否少启用了插件，或名称写错。",
    helpEn: "See whether a plugin is not enabled or the name is misspelt.")
  public static let ambiguousEntity = Message(
    "workspace.declaration-ambiguous-entity", zh: "{where} 提到“{name}”，可能是：{candidates}。",
    en: "{where} refers to “{name}”, which may be {candidates}.", helpZh: "写成“插件.实体”。",
    helpEn: "Write plugin.entity.")
  public static let entityTwice = Message(
    "workspace.declaration-entity-twice", zh: "“{name}”声明了两次。", en: "“{name}” is declared twice.")
  public static let additionClash = Message(
    "workspace.declaration-addition-clash",
    zh: "插件 {first} 和 {second} 都给“{entity}”加了“{name}”。",
    en: "The plugins {first} and {second} both give “{entity}” the name “{name}”.",
    helpZh: "停用其中一个插件，或改名。", helpEn: "Disable one of the plugins, or rename the column.")

  public static let all = [
    badIdentifier, noFields, keyWithExtends, circularExtends, clashOfRelations, clashOfFields, clashOfChoices,
    choiceTwice, unknownType, keyNotForType, valueNotOfType, badPattern, noSuchField, splitKeyMissing,
    wholeOutsideKey, wholeNoChoice, noSuchEntity, ambiguousEntity, entityTwice, additionClash,
  ]
}
