package io.inyeon.core.segment.met;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.Moments;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What values were met at one path: of which types, and which ones most often (Misra and Gries
/// 1982: whatever makes up more than a 49th of all is among those kept).
public final class MetValues {
  /// Different values kept.
  public static final int MOST = 48;

  /// Hashes kept where people are told.
  public static final int SKETCH = 256;

  /// People who share a value that is offered, at least.
  public static final int SHARED = 5;

  private static final int OFFERED = 50;

  /// So many values of another type make a path one of several types: a hundredth.
  private static final int STRAYS = 100;

  final boolean personal;
  private final Map<Value, Often> values;
  private final People people;
  private final long[] kinds;

  /// How often a value was met, and with whom.
  public static final class Often {
    long count;
    final People people;

    /// As it was kept.
    public Often(long count, People people) {
      this.count = count;
      this.people = people;
    }

    public long count() {
      return count;
    }

    public People people() {
      return people;
    }
  }

  /// What a value is, as far as it is counted here.
  enum Form {
    TEXT,
    DATE,
    NUMBER,
    TRUTH,
    LIST,
    FIELDS;

    static final List<Form> ALL = List.of(values());
  }

  /// Nothing yet.
  ///
  /// @param personal whether no value of it is ever kept
  /// @param sketch how many hashes of people to keep
  MetValues(boolean personal, int sketch) {
    this(personal, new long[Form.ALL.size()], new People(sketch), new HashMap<>());
  }

  private MetValues(boolean personal, long[] kinds, People people, Map<Value, Often> values) {
    this.personal = personal;
    this.kinds = kinds;
    this.people = people;
    this.values = values;
  }

  /// Puts together again what the others told.
  public static MetValues of(
      boolean personal, long[] kinds, People people, Map<Value, Often> values) {
    return new MetValues(personal, Arrays.copyOf(kinds, Form.ALL.size()), people, values);
  }

  void add(Value value, long who) {
    people.add(who);
    switch (value) {
      case Value.Items(var items) -> {
        kinds[Form.ALL.indexOf(Form.LIST)]++;
        items.forEach(item -> keep(item, who));
      }
      case Value.Text _,
          Value.Decimal _,
          Value.Truth _,
          Value.Time _,
          Value.Fields _,
          Value.Nothing _ -> {
        var form = form(value);
        if (form != null) {
          kinds[Form.ALL.indexOf(form)]++;
        }
        keep(value, who);
      }
    }
  }

  /// Forgets values that say something of somebody.
  void forget(Predicate<String> named) {
    values.keySet().removeIf(each -> each instanceof Value.Text(var text) && named.test(text));
  }

  private static @Nullable Form form(Value value) {
    return switch (value) {
      case Value.Text _ -> Moments.of(value) == null ? Form.TEXT : Form.DATE;
      case Value.Time _ -> Form.DATE;
      case Value.Decimal _ -> Form.NUMBER;
      case Value.Truth _ -> Form.TRUTH;
      case Value.Items _ -> Form.LIST;
      case Value.Fields _ -> Form.FIELDS;
      case Value.Nothing _ -> null;
    };
  }

  private void keep(Value value, long who) {
    var kept = Occurrence.scalar(value);
    if (personal
        || kept == null
        || (kept instanceof Value.Text(var text)
            && (PersonalWords.text(text) || Moments.of(kept) != null))) {
      return;
    }
    var known = values.get(kept);
    if (known != null) {
      known.count++;
      known.people.add(who);
    } else if (values.size() < MOST) {
      var first = new Often(1, new People(SHARED));
      first.people.add(who);
      values.put(kept, first);
    } else {
      values.values().removeIf(each -> --each.count == 0);
    }
  }

  /// How often anything was met.
  public long count() {
    var count = 0L;
    for (var each : kinds) {
      count += each;
    }
    return count;
  }

  public boolean personal() {
    return personal;
  }

  /// With how many people; see [People].
  public People people() {
    return people;
  }

  /// How often values of each form were met: texts, dates, numbers, truths, lists, fields.
  public long[] kinds() {
    return kinds.clone();
  }

  /// What is kept, to be written down.
  public Map<Value, Often> values() {
    return Collections.unmodifiableMap(values);
  }

  /// The type; where one value in a hundred is of another, of any.
  public Kind kind() {
    var all = count();
    long texts = of(Form.TEXT) + of(Form.DATE);
    return mostly(texts, all)
        ? Kind.TEXT
        : mostly(of(Form.NUMBER), all)
            ? Kind.NUMBER
            : mostly(of(Form.TRUTH), all)
                ? Kind.TRUTH
                : mostly(of(Form.LIST), all) ? Kind.LIST : Kind.ANY;
  }

  /// Whether its texts are days or instants.
  public boolean dates() {
    return mostly(of(Form.DATE), count());
  }

  private long of(Form form) {
    return kinds[Form.ALL.indexOf(form)];
  }

  private static boolean mostly(long some, long all) {
    return some > 0 && (all - some) * STRAYS <= all;
  }

  /// Values that many people share, most frequent first.
  ///
  /// @param telling whether they must be at least half of all: where they are not, the path tells
  ///   people apart
  List<Value> offered(boolean telling) {
    var offered = new ArrayList<Map.Entry<Value, Often>>();
    var share = 0L;
    for (var each : values.entrySet()) {
      if (each.getValue().people.count() >= SHARED) {
        offered.add(each);
        share += each.getValue().count;
      }
    }
    if (telling && share * 2 < count()) {
      return List.of();
    }
    offered.sort(
        Comparator.comparingLong((Map.Entry<Value, Often> each) -> -each.getValue().count)
            .thenComparing(Map.Entry::getKey, Occurrence.VALUES));
    return offered.stream().limit(OFFERED).map(each -> plain(each.getKey())).toList();
  }

  private static Value plain(Value value) {
    return value instanceof Value.Decimal(var number)
        ? new Value.Decimal(Decimals9.plain(number))
        : value;
  }
}
