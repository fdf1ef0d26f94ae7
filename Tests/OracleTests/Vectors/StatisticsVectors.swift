/// Statistics, whose formulas section 7 of the language states.
extension Vector {
  /// Pupils and books of five schools: the published example of the 差异系数.
  private static let schools = "[n, books; 45, 279; 37, 137; 89, 935; 76, 160; 55, 402]"
  /// Mean 5, population deviation 2.
  private static let eight = "[x; 2; 4; 4; 4; 5; 5; 7; 9; null]"

  static let statistics = [
    Vector(
      "\(schools) | group { weighted = round(cv(books / n, n), 6), unweighted = round(cv(books / n), 4) }",
      "weighted unweighted", "0.515257 0.4888"),
    Vector(
      "\(schools) | group { w = cv(books / n, n) } | where w <= 0.50 | count", "count", "0"),
    Vector("[cv; 0.50004; 0.50; 0.49996] | where cv <= 0.50", "cv", "0.50000", "0.49996"),
    Vector(
      "\(eight) | group { n = count(), filled = count(x), mean = avg(x), pop = stddev_pop(x), ratio = cv(x) }",
      "n filled mean pop ratio", "9 8 5 2 0.4"),
    Vector("\(eight) | group { s = round(stddev(x), 6) }", "s", "2.13809"),
    Vector("[x; 3] | group { s = stddev(x), p = stddev_pop(x) }", "s p", "∅ 0"),
    Vector("[x; 0; -1; 1] | group { c = cv(x) }", "c", "∅"),
    Vector(
      "[x; 1; 2; 3; 4] | group { a = percentile(x, 30%), b = percentile(x, 100%), c = percentile(x, 0%), d = median(x) }",
      "a b c d", "1.9 4 1 2.5"),
    Vector("[x; 7; null; 1; 3] | group { m = median(x) }", "m", "3"),
    Vector(
      "[x, y; 3, 9; 2, 7; 4, 12; 5, 15; 6, 17; null, 1; 9, null] | group { r = round(corr(x, y), 6) }", "r",
      "0.997054"),
    Vector("[x, y; 1, 5; 2, 5] | group { r = corr(x, y) }", "r", "∅"),
    Vector(
      "\(eight) | window z = zscore(x), t = tscore(x), s = share(x) | where x == 9 or x == 2 or x is null",
      "x z t s",
      "2 -1.5 35 0.05", "9 2 70 0.225", "∅ ∅ ∅ ∅"),
    Vector(
      "[x; null; null] | where x == 1 | group { n = count(), s = sum(x), a = avg(x), d = count_distinct(x) }",
      "n s a d", "0 ∅ ∅ 0"),
    Vector(
      "[x, y; 1, 10; 2, 20; 3, 30] | group { s = sum(x where y > 10), n = count(where y > 10), c = countif(y > 10) }",
      "s n c", "5 2 2"),
    Vector(
      "[t; \"b\"; null; \"a\"] | group { j = join_text(t, \"-\"), f = first(t), l = last(t) }", "j f l",
      "b-a b a"),
    Vector("[x; 0.10; 0.20; 0.30] | group { s = sum(x), same = sum(x) == 0.6 }", "s same", "0.60 是"),
  ]
}
