/// Stages: section 8 of the language.
extension Vector {
  private static let marks =
    "[who, mark, zone; \"甲\", 70, \"东\"; \"乙\", 90, \"西\"; \"丙\", 70, \"西\"; \"丁\", null, \"东\"; \"戊\", 80, \"东\"]"

  static let stages = [
    // Missing values come last both ways; equal ones stay in their order.
    Vector("\(marks) | sort mark | select who", "who", "甲", "丙", "戊", "乙", "丁"),
    Vector("\(marks) | sort -mark | select who", "who", "乙", "戊", "甲", "丙", "丁"),
    Vector("\(marks) | sort zone, -mark | select who", "who", "戊", "甲", "丁", "乙", "丙"),
    Vector("\(marks) | take 2..3 | select who", "who", "乙", "丙"),
    Vector("\(marks) | skip 4 | select who", "who", "戊"),
    Vector("\(marks) | take 0 | count", "count", "0"),
    Vector("\(marks) | top 2 by mark | select who", "who", "乙", "戊"),
    Vector("\(marks) | top 1 by mark per zone | select zone, who", "zone who", "东 戊", "西 乙"),
    Vector("\(marks) | top 2 by mark asc | select who", "who", "甲", "丙"),
    Vector("\(marks) | distinct zone | select who", "who", "甲", "乙"),
    Vector("\(marks) | select zone | distinct", "zone", "东", "西"),
    Vector(
      "\(marks) | rank mark as place | select who, place", "who place", "甲 3", "乙 1", "丙 3", "丁 ∅", "戊 2"),
    Vector(
      "\(marks) | rank mark asc per zone | select who, rank", "who rank", "甲 1", "乙 2", "丙 1", "丁 ∅", "戊 2"),
    Vector(
      "\(marks) | window r = rank(), d = dense_rank(), n = row_number() order -mark | select who, r, d, n",
      "who r d n",
      "甲 3 3 3", "乙 1 1 1", "丙 3 3 4", "丁 5 4 5", "戊 2 2 2"),
    Vector(
      "\(marks) | window s = running_sum(mark), c = running_count(), total = sum(mark), before = lag(who) per zone order mark | select who, s, c, total, before",
      "who s c total before", "甲 70 1 150 ∅", "乙 160 2 160 丙", "丙 70 1 160 ∅", "丁 150 3 150 戊",
      "戊 150 2 150 甲"),
    Vector("\(marks) | group zone { n = count(), m = max(mark) }", "zone n m", "东 3 80", "西 2 90"),
    Vector("\(marks) | where mark > 1000 | group { n = count(), m = max(mark) }", "n m", "0 ∅"),
    Vector("\(marks) | where mark > 1000 | group zone { n = count() } | count", "count", "0"),
    Vector("\(marks) | group high = mark >= 80 { n = count() }", "high n", "否 2", "是 2", "∅ 1"),
    Vector("\(marks) | where mark >= 80 | select who", "who", "乙", "戊"),
    Vector("\(marks) | where mark != 70 | select who", "who", "乙", "丁", "戊"),
    Vector("\(marks) | where not mark < 80 | select who", "who", "乙", "戊"),
    Vector(
      "\(marks) | derive mark = mark + 1, next = mark | where who == \"甲\"", "who mark zone next", "甲 71 东 71"
    ),
    Vector("\(marks) | fill mark = 0 | where who in (\"甲\", \"丁\") | select mark", "mark", "70", "0"),
    Vector("\(marks) | rename 姓名 = who | reorder zone | take 1", "zone 姓名 mark", "东 甲 70"),
    Vector("\(marks) | drop mark, zone | take 1", "who", "甲"),
    Vector("\(marks) | bin mark by 25 | select who, bin | take 2", "who bin", "甲 50", "乙 75"),
    Vector("[x; -3; 0; 7] | bin x by 5 as low", "x low", "-3 -5", "0 0", "7 5"),
    Vector("[d; 2024-05-17] | bin d by 3个月", "d bin", "2024-05-17 2024-04-01"),
    Vector(
      "\(marks) | pivot zone { m = max(mark), n = count() } per who in (\"东\", \"西\") | take 2",
      "who 东_m 东_n 西_m 西_n", "丙 ∅ 0 70 1", "丁 ∅ 1 ∅ 0"),
    Vector("\(marks) | select zone, mark | pivot zone { s = sum(mark) }", "东 西", "150 160"),
    Vector(
      "[k, a, b; 1, 10, null; 2, 30, 40] | unpivot a, b", "k name value", "1 a 10", "1 b ∅", "2 a 30",
      "2 b 40"),
    Vector("[a; 1; 2; 2] | union [a; 2; 3]", "a", "1", "2", "2", "2", "3"),
    Vector("[a; 1; 2; 2; null] | except [a; 1; null]", "a", "2", "2"),
    Vector("[a; 1; 2; 2; null] | intersect [a; 2; null]", "a", "2", "2", "∅"),
    Vector("[a; 1; 2; null] | join [a, b; 1, 5; 1, 6; null, 7] on a", "a b", "1 5", "1 6"),
    Vector("[a; 1; 2; null] | join [a, b; 1, 5; 3, 7] on a left", "a b", "1 5", "2 ∅", "∅ ∅"),
    Vector("[a; 1; 2] | join [a, b; 1, 5; 3, 7] on a full", "a b", "1 5", "2 ∅", "3 7"),
    Vector("[a; 1; 2] | lookup [a, b; 1, 5] on a", "a b", "1 5", "2 ∅"),
    Vector("[a; 1; 1; 2] | semi [a; 1] on a", "a", "1", "1"),
    Vector("[a; 1; 2; null] | anti [a; 1; null] on a", "a", "2", "∅"),
    Vector("[a, b; 1, 2] | join [a, b; 1, 3] as s on left.a == s.a", "a b s_a s_b", "1 2 1 3"),
    Vector("[a, b; 1, 2] | join [a, b; 1, 3] on left.a == right.a", "a b right_a right_b", "1 2 1 3"),
    Vector("[z, a; \"x\", 1; \"y\", 2.5] | total", "z a", "x 1.0", "y 2.5", "∅ 3.5"),
    Vector(
      "[n, d; 1, 2; 3, 4] | derive r = n / d | total", "n d r", "1 2 0.5", "3 4 0.75", "4 6 0.666666667"),
    Vector("[a; 1; 2; null] | check a > 1 warning", "a", "1", "2", "∅"),
    Vector("[a; 1; 5] | where a > ([b; 3] | select b)", "a", "5"),
    Vector("[a; 1; 5; null] | where a in ([b; 5; null] | select b)", "a", "5", "∅"),
    Vector("[a; 1] | where a > ([b; 3] | where b > 9)", "a"),
    // SHA-256 of "s1", "s2", "s3" begins with e8bc163c, ad328846, 41242b9f.
    Vector("[a; 10; 20; 30] | sample 2 seed \"s\"", "a", "20", "30"),
  ]
}
