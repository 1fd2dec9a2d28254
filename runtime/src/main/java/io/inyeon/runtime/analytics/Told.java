package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Evaluator;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.sql.Part;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Answers parts of a condition for everybody who has anything that they ask for, by the core's own
/// evaluator, see [Walk].
final class Told {
  private static final int YEAR = 10_000;
  private static final int MONTH = 100;

  private final Asking asking;
  private final Answers answers;
  private final Terms terms;
  private final long now;

  Told(Asking asking, Answers answers, Terms terms, long now) {
    this.asking = asking;
    this.answers = answers;
    this.terms = terms;
    this.now = now;
  }

  /// Answers a part for those who are in `heavy` for it not yet.
  ///
  /// @param leaf the number of the part
  void answer(int leaf, Part part, List<String> parameters) throws SQLException {
    if (!part.told().isEmpty()) {
      events(leaf, part, parameters);
    }
    var own = part.own();
    if (own != null && part.computed() != null) {
      asking.each(
          own.select(),
          parameters,
          row -> {
            var day = row.getInt(2);
            var date = LocalDate.of(day / YEAR, day / MONTH % MONTH, day % MONTH);
            var traits = own.trait().holding(new Value.Text(date.toString()));
            say(leaf, row.getLong(1), part, new PartView(terms, Map.of(), traits, part.computed()));
          });
    }
  }

  private void say(int leaf, long person, Part part, PartView view) throws SQLException {
    answers.add(leaf, person, Evaluator.glance(part.condition(), view, now).truth());
  }

  private void events(int leaf, Part part, List<String> parameters) throws SQLException {
    Walk.through(
        asking,
        part.of(),
        part.told(),
        "person NOT IN (SELECT person FROM heavy WHERE leaf = " + leaf + ")",
        parameters,
        (person, occurrences) ->
            say(leaf, person, part, new PartView(terms, occurrences, Map.of(), part.computed())));
  }
}
