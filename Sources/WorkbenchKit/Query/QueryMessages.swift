import KitModel

/// The sentences of this module. See `Message`.
public enum QueryMessages {
  public static let overflow = Message(
    "query.overflow",
    zh: "计算超出了范围：结果在 64 位整数里放不下。",
    en: "The calculation left its range: the result does not fit into 64 bits.",
    helpZh: "检查数值是否有误；确需这么大的数，先除以 1 变成实数再算。",
    helpEn: "Check the values; if numbers that large are meant, divide by 1 first to calculate with reals.")

  public static let all: [Message] = [overflow]
}
