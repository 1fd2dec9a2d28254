package io.inyeon.runtime.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.govern.quality.EventDay;
import io.inyeon.core.govern.quality.SourceDay;
import io.inyeon.runtime.store.Decoder;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.SideStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The days and alerts on disk, as of one position of the log.
final class DayStore implements AutoCloseable {
  private static final byte[] HEAD = {'h'};

  private final SideStore store;

  private DayStore(SideStore store) {
    this.store = store;
  }

  static DayStore open(Path folder) {
    return new DayStore(SideStore.open(folder));
  }

  /// A day of a source.
  record SourceKey(int source, long day) {
    byte[] bytes() {
      return ByteBuffer.allocate(13).put((byte) 's').putInt(source).putLong(day).array();
    }
  }

  /// A day of a source's events of a name.
  record EventKey(int source, long day, String name) {
    byte[] bytes() {
      var text = name.getBytes(UTF_8);
      return ByteBuffer.allocate(13 + text.length)
          .put((byte) 'e')
          .putInt(source)
          .putLong(day)
          .put(text)
          .array();
    }
  }

  /// How far it has come.
  ///
  /// @param position of the log
  /// @param alerts number of the last alert
  record Head(long position, long alerts) {}

  Head head() {
    var bytes = store.get(HEAD);
    if (bytes == null) {
      return new Head(0, 0);
    }
    var from = new Decoder(bytes);
    return new Head(from.varint(), from.varint());
  }

  /// Changes to be made together.
  static final class Changes {
    private final SideStore.Changes rows = new SideStore.Changes();

    void head(Head head) {
      rows.put(HEAD, new Encoder().varint(head.position()).varint(head.alerts()).toBytes());
    }

    void day(SourceKey key, SourceDay day) {
      rows.put(key.bytes(), DayCodec.bytes(day));
    }

    void day(EventKey key, EventDay day) {
      rows.put(key.bytes(), DayCodec.bytes(day));
    }

    /// News that are to be told.
    void untold(Alerts.News news) {
      rows.put(newsKey(news.id()), DayCodec.bytes(news));
    }

    /// News that were told.
    void told(Alerts.News news) {
      rows.remove(newsKey(news.id()));
    }

    void alert(Alert alert) {
      rows.put(alertKey(alert.number()), DayCodec.bytes(alert));
    }
  }

  void write(Changes changes) {
    store.write(changes.rows);
  }

  @Nullable SourceDay day(SourceKey key) {
    var bytes = store.get(key.bytes());
    return bytes == null ? null : DayCodec.sourceDay(bytes);
  }

  @Nullable EventDay day(EventKey key) {
    var bytes = store.get(key.bytes());
    return bytes == null ? null : DayCodec.eventDay(bytes);
  }

  /// The days of a source from one on.
  SortedMap<Long, SourceDay> sourceDays(int source, long from) {
    var days = new TreeMap<Long, SourceDay>();
    store.from(
        new SourceKey(source, from).bytes(),
        (key, value) -> {
          var at = ByteBuffer.wrap(key);
          if (at.get() != 's' || at.getInt() != source) {
            return false;
          }
          days.put(at.getLong(), DayCodec.sourceDay(value));
          return true;
        });
    return days;
  }

  /// The names of a source's events from a day on, each with its days.
  SortedMap<String, SortedMap<Long, EventDay>> eventDays(int source, long from) {
    var events = new TreeMap<String, SortedMap<Long, EventDay>>();
    store.from(
        new EventKey(source, from, "").bytes(),
        (key, value) -> {
          var at = ByteBuffer.wrap(key);
          if (at.get() != 'e' || at.getInt() != source) {
            return false;
          }
          var day = at.getLong();
          var name = UTF_8.decode(at).toString();
          events.computeIfAbsent(name, _ -> new TreeMap<>()).put(day, DayCodec.eventDay(value));
          return true;
        });
    return events;
  }

  /// The alerts, latest first.
  ///
  /// @param before only those with smaller numbers
  List<Alert> alerts(long before, int most) {
    var alerts = new ArrayList<Alert>();
    // Numbers are kept so that the latest come first.
    store.from(
        alertKey(before - 1),
        (key, value) -> {
          var at = ByteBuffer.wrap(key);
          if (at.get() != 'a' || alerts.size() == most) {
            return false;
          }
          alerts.add(DayCodec.alert(Long.MAX_VALUE - at.getLong(), value));
          return true;
        });
    return alerts;
  }

  /// News that were not told yet, in the order of time.
  List<Alerts.News> untold() {
    var untold = new ArrayList<Alerts.News>();
    store.from(
        newsKey(""),
        (key, value) -> {
          if (key[0] != 't') {
            return false;
          }
          untold.add(DayCodec.news(value));
          return true;
        });
    return untold;
  }

  private static byte[] newsKey(String id) {
    return ("t" + id).getBytes(UTF_8);
  }

  private static byte[] alertKey(long number) {
    return ByteBuffer.allocate(9).put((byte) 'a').putLong(Long.MAX_VALUE - number).array();
  }

  /// Forgets the days before some.
  ///
  /// @param sources first day of sources that is kept
  /// @param events first day of events that is kept
  /// @return how many were forgotten
  int forget(long sources, long events) {
    var gone = new ArrayList<byte[]>();
    store.from(
        new byte[] {'e'},
        (key, _) -> {
          var at = ByteBuffer.wrap(key);
          var kind = at.get();
          if (kind != 'e' && kind != 'h' && kind != 's') {
            return false;
          }
          if (kind != 'h') {
            at.getInt();
            if (at.getLong() < (kind == 'e' ? events : sources)) {
              gone.add(key);
            }
          }
          return true;
        });
    if (!gone.isEmpty()) {
      var changes = new SideStore.Changes();
      gone.forEach(changes::remove);
      store.write(changes);
    }
    return gone.size();
  }

  /// Finds events and fields that a source named after somebody.
  ///
  /// @param named whether a name is such a one
  /// @param forget whether they are forgotten, too
  /// @return how many days of events hold any
  int named(Predicate<String> named, boolean forget) {
    var changes = new SideStore.Changes();
    var found = new int[1];
    store.from(
        new byte[] {'e'},
        (key, value) -> {
          var at = ByteBuffer.wrap(key);
          if (at.get() != 'e') {
            return false;
          }
          at.getInt();
          at.getLong();
          var day = DayCodec.eventDay(value);
          var fields = new TreeMap<>(day.fields());
          if (named.test(UTF_8.decode(at).toString())) {
            found[0]++;
            changes.remove(key);
          } else if (fields.keySet().removeIf(path -> ofAny(path, named))) {
            found[0]++;
            var rest = new EventDay(day.seen(), day.looked(), day.violating(), fields);
            changes.put(key, DayCodec.bytes(rest));
          }
          return true;
        });
    if (forget && found[0] > 0) {
      store.write(changes);
    }
    return found[0];
  }

  private static boolean ofAny(String path, Predicate<String> named) {
    return named.test(path) || Stream.of(path.split("\\.", -1)).anyMatch(named);
  }

  /// Overwrites what the files hold besides rows.
  void wipe() {
    store.wipe();
  }

  /// Forgets everything.
  void clear() {
    var changes = new SideStore.Changes();
    store.from(
        new byte[0],
        (key, _) -> {
          changes.remove(key);
          return true;
        });
    store.write(changes);
  }

  @Override
  public void close() {
    store.close();
  }
}
