package io.inyeon.core.segment.sql;

import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Cuts;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Operator;
import java.util.ArrayList;

/// Conditions on recency, frequency and monetary value as SQL: the database scores, and what is
/// said of each of the 125 scores is known beforehand.
record RfmSql(ComputedSql in) {
  /// What an operator says of it.
  String answer(FieldPath path, Operator operator, ComputedTrait trait, Formula.Rfm asked) {
    var cuts = asked.cuts() == null ? trait.measured() : asked.cuts();
    var bounds = in.bounds(asked.window(), false);
    var unscored = ComputedSql.said(operator, path, null, in.terms(), in.now());
    if (cuts == null || bounds == null) {
      return unscored;
    }
    var recency = new StringBuilder("5");
    for (var cut : cuts.recency()) {
      recency.append(" - (now - last > ").append(Cuts.lasts(cut)).append(")::INTEGER");
    }
    var frequency = new StringBuilder("1");
    for (var cut : cuts.frequency()) {
      frequency.append(" + ").append(Aggregates.whole(">=", cut)).append("::INTEGER");
    }
    var monetary = new StringBuilder("1");
    for (var cut : cuts.monetary()) {
      monetary.append(" + (s >= ").append(OperatorSql.literal(cut)).append(")::INTEGER");
    }
    var answer =
        "SELECT person, CASE WHEN s IS NULL THEN "
            + unscored
            + " ELSE "
            + scored(
                path,
                operator,
                "(%s) * 100 + (%s) * 10 + %s".formatted(recency, frequency, monetary))
            + " END AS answer FROM (SELECT t.person AS person, t.last AS last, t.c AS c, "
            + in.now()
            + " AS now, CASE WHEN m.person IS NULL THEN 0::HUGEINT ELSE m.s END AS s FROM (SELECT"
            + " person, max(time) AS last, count(*) AS c FROM ("
            + in.tracks().rows(asked.times(), bounds)
            + ") GROUP BY person) t LEFT JOIN (SELECT person, "
            + in.aggregates().sumInRange()
            + " AS s FROM ("
            + in.tracks().rows(asked.numbers(), bounds)
            + ") GROUP BY person) m ON m.person = t.person)";
    return in.parts().answered(in.part(path, operator, trait), answer, null, unscored);
  }

  /// What an operator says of scores, which are known by a number like 543.
  private String scored(FieldPath path, Operator operator, String scores) {
    var holds = new ArrayList<String>();
    var fails = new ArrayList<String>();
    for (var recency = 1; recency <= Cuts.MOST + 1; recency++) {
      for (var frequency = 1; frequency <= Cuts.MOST + 1; frequency++) {
        for (var monetary = 1; monetary <= Cuts.MOST + 1; monetary++) {
          var said =
              ComputedSql.said(
                  operator, path, Cuts.scores(recency, frequency, monetary), in.terms(), in.now());
          var to = said.equals("TRUE") ? holds : said.equals("FALSE") ? fails : null;
          if (to != null) {
            to.add("" + recency + frequency + monetary);
          }
        }
      }
    }
    return ComputedSql.among(scores, holds, fails);
  }
}
