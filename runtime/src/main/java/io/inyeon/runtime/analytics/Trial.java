package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Cuts;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Heading;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Segments;
import io.inyeon.core.segment.Span;
import io.inyeon.core.segment.Templates;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Window;
import io.inyeon.core.segment.sql.Cell;
import io.inyeon.core.segment.sql.Columns;
import io.inyeon.core.segment.sql.Names;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// A model full of made-up people of a shop, for measuring previews: in the tables of a real one,
/// but filled at once.
///
/// Everybody has two fragments, a city and an age; of the twenty names of events *Product Viewed*
/// is one in two, *Order Completed* one in twenty, over the last year.
public final class Trial implements AutoCloseable {
  private static final long YEAR_MS = 365L * 86_400_000;
  private static final int TOGETHER = 500_000;

  private final Model model;
  private final Segments segments;
  private final long now;

  private Trial(Model model, Segments segments, long now) {
    this.model = model;
    this.segments = segments;
    this.now = now;
  }

  /// Makes one; ten million events take about half a minute.
  ///
  /// @param now milliseconds since 1970
  public static Trial make(Path folder, long memoryBytes, long people, long events, long now)
      throws IOException, SQLException {
    var patterns =
        (Patterns)
            pattern -> {
              throw new IllegalArgumentException("nothing is matched here: " + pattern);
            };
    var terms = new Terms(ZoneId.of("Asia/Seoul"), DayOfWeek.MONDAY, patterns);
    var model = Model.open(folder, memoryBytes);
    new Filling(model.writer(), terms, people, now).fill(events);
    return new Trial(model, Segments.of(List.of(), traits(), terms), now);
  }

  /// `orders`, a count; `basket`, an average; `rfm`; `life_cycle`, all as they are ready-made.
  private static List<ComputedTrait> traits() {
    var orders = new Filter("Order Completed", List.of());
    var price = FieldPath.of("price");
    var year = new Window.Last(new Span(365, Span.Unit.DAYS));
    var cuts =
        List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(30), BigDecimal.valueOf(200));
    var lifeCycle =
        Templates.all().stream().filter(each -> each.id().equals("life_cycle")).findFirst();
    return List.of(
        trait(
            "orders",
            new Formula.Aggregated(
                Formula.Measure.COUNT, List.of(new Formula.Part(orders, null, null)), year)),
        trait(
            "basket",
            new Formula.Aggregated(
                Formula.Measure.AVG, List.of(new Formula.Part(orders, price, null)), year)),
        trait("rfm", new Formula.Rfm(orders, price, year, new Cuts(cuts, cuts, cuts, 0, 0))),
        trait("life_cycle", lifeCycle.orElseThrow().formula()));
  }

  private static ComputedTrait trait(String id, Formula formula) {
    var heading = new Heading(id, id, "", List.of(), Segment.Status.ACTIVE);
    return new ComputedTrait(heading, 1, true, Collections.emptySortedMap(), formula, null);
  }

  /// For how many people a condition holds.
  public Previews.Counted ask(Condition condition) throws SQLException {
    return ask(condition, null);
  }

  /// The same, with how many of them are left for a purpose.
  ///
  /// @param purpose `email_marketing`, for which three in five are permitted; `null` for none
  public Previews.Counted ask(Condition condition, @Nullable String purpose) throws SQLException {
    try (var connection = model.connect()) {
      Model.run(connection, "BEGIN");
      try {
        return new Counting(connection, new Asking.Giving(), segments, "")
            .of(new Previews.Question(condition, now, 10, null, 10, null, purpose), false);
      } catch (Analytics.NotThere impossible) {
        throw new IllegalStateException("it goes by no purposes", impossible);
      } finally {
        Model.run(connection, "ROLLBACK");
      }
    }
  }

  private record Filling(DuckDBConnection writer, Terms terms, long people, long now) {
    void fill(long events) throws SQLException {
      var paths = Paths.read(writer);
      var city = own(paths, Columns.Of.PERSON, "city", new Value.Text("Seoul"));
      var age = own(paths, Columns.Of.PERSON, "age", new Value.Decimal(BigDecimal.ONE));
      var price = own(paths, Columns.Of.EVENT, "price", new Value.Decimal(BigDecimal.ONE));
      var category = own(paths, Columns.Of.EVENT, "category", new Value.Text("shoes"));
      Model.run(
          writer,
          "INSERT INTO person BY NAME SELECT i AS person, i AS tree, 'user_id:u' || i AS who, 2 AS"
              + " fragments, CASE WHEN i % 5 = 0 THEN 'Seoul' WHEN i % 5 = 1 THEN 'Busan' ELSE"
              + " 'City ' || (i % 97) END AS "
              + city
              + "_t, (18 + hash(i) % 60)::HUGEINT * 1000000000 AS "
              + age
              + "_n FROM range("
              + people
              + ") r(i)");
      Model.run(
          writer,
          "INSERT INTO fragment SELECT (hash(i) >> 1)::BIGINT, i // 2, i // 2 FROM range("
              + 2 * people
              + ") r(i)");
      Model.run(
          writer,
          "INSERT INTO permitted SELECT i, i, 'email_marketing', 0, "
              + Long.MAX_VALUE
              + ", hash(i * 5) % 3 > 0 FROM range("
              + people
              + ") r(i) WHERE hash(i * 11) % 5 < 3");
      for (var from = 0L; from < events; from += TOGETHER) {
        Model.run(writer, events(from, Math.min(events, from + TOGETHER), events, price, category));
      }
      Model.progress(writer, new Progress(1, "Asia/Seoul", events, events, "", false));
      Model.run(writer, "CHECKPOINT");
    }

    private String own(Paths paths, Columns.Of of, String name, Value value) throws SQLException {
      var cell = Objects.requireNonNull(Cell.of(value, terms));
      return paths.make(writer, of, CellRows.written(FieldPath.of(name)), cell)
              instanceof Columns.Place.Own own
          ? own.name()
          : "";
    }

    private String events(long from, long to, long all, String price, String category) {
      var names = new ArrayList<>(List.of("Order Completed", "Support Ticket Opened"));
      while (names.size() < 10) {
        names.add("Event " + names.size());
      }
      var name = new StringBuilder("CASE hash(i) % 20");
      for (var i = 0; i < names.size(); i++) {
        name.append(" WHEN ").append(i).append(" THEN ").append(Names.event(names.get(i)));
      }
      name.append(" ELSE ").append(Names.event("Product Viewed")).append(" END");
      return "INSERT INTO event BY NAME SELECT i + 1 AS position, "
          + (now - YEAR_MS)
          + " + ((i::DOUBLE / "
          + all
          + ") * "
          + YEAR_MS
          + ")::BIGINT AS time, "
          + name
          + " AS name, (hash(f) >> 1)::BIGINT AS fragment, f // 2 AS person, CASE WHEN hash(i) % 20"
          + " = 0 THEN (hash(i * 7) % 200000)::HUGEINT * 1000000000 END AS "
          + price
          + "_n, CASE WHEN hash(i) % 20 = 0 OR hash(i) % 20 >= 10 THEN ['shoes', 'bags', 'coats',"
          + " 'hats', 'belts'][(1 + hash(i * 13) % 5)::INTEGER] END AS "
          + category
          + "_t FROM (SELECT i, (hash(i * 3) % "
          + 2 * people
          + ")::BIGINT AS f FROM range("
          + from
          + ", "
          + to
          + ") r(i)) ORDER BY i // 8192, name, i";
    }
  }

  @Override
  public void close() throws SQLException {
    model.close();
  }
}
