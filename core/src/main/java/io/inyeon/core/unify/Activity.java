package io.inyeon.core.unify;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.govern.ConsentReader;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// In which minutes a person was active in a browser or an app: what [Sessions] are made of.
///
/// A minute is the unit because a sum over minutes depends neither on order nor on grouping, and
/// yet tells every gap exactly: between two minutes by the last and the first event in them, within
/// one there is none worth a name. Sessions themselves could not be added: another device's event
/// may lie in the middle of one.
///
/// The newest [#RECENT] minutes, which nearly every event touches, stand apart from the [#OLDER]
/// before them; what is older still is one number. Whatever is left out of a part is left out of
/// every sum with it, so the sum depends on the events alone.
///
/// @param recent by their number, newest first
/// @param older minutes before those, newest first
/// @param earlier what lies before all of these; `null` when nothing does
public record Activity(
    Table<Long, ActiveMinute> recent,
    Table<Long, ActiveMinute> older,
    @Nullable EarlierActivity earlier) {
  /// Minutes kept apart.
  public static final int RECENT = 32;

  /// Minutes kept besides.
  public static final int OLDER = 256;

  /// The order of minutes.
  public static final Comparator<Long> NEWEST_FIRST = Comparator.reverseOrder();

  private static final Table<Long, ActiveMinute> NONE = Table.empty(NEWEST_FIRST);

  public static final Activity EMPTY = new Activity(NONE, NONE, null);

  /// What one event adds: nothing, if it is a server's or an import's, or only a preference.
  static Activity of(Event event) {
    var kind = event.kind();
    if ((kind != SourceKind.BROWSER && kind != SourceKind.APP)
        || ConsentReader.preferenceOnly(event)) {
      return EMPTY;
    }
    var time = event.head().time();
    var call = event.head().call();
    var campaign = CampaignReader.read(event.context());
    var minute =
        new ActiveMinute(
            time,
            time,
            1,
            call == Call.PAGE || call == Call.SCREEN ? 1 : 0,
            campaign == null ? null : new ActiveMinute.Landing(time, campaign));
    return new Activity(Table.of(NEWEST_FIRST, minute.number(), minute), NONE, null);
  }

  /// Both as one.
  public Activity plus(Activity other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    var all = recent.plus(other.recent, ActiveMinute::plus);
    var before = older.plus(other.older, ActiveMinute::plus);
    for (var i = RECENT; i < all.size(); i++) {
      before = before.plus(Table.of(NEWEST_FIRST, all.key(i), all.value(i)), ActiveMinute::plus);
    }
    var rest = sum(earlier, other.earlier);
    for (var i = OLDER; i < before.size(); i++) {
      var minute = before.value(i);
      rest = sum(rest, new EarlierActivity(minute.events(), minute.pages(), minute.last()));
    }
    return new Activity(all.head(RECENT), before.head(OLDER), rest);
  }

  private static @Nullable EarlierActivity sum(
      @Nullable EarlierActivity a, @Nullable EarlierActivity b) {
    return a == null ? b : b == null ? a : a.plus(b);
  }

  /// Whether what came last, by its time as well, began no session: it lies close behind something
  /// of the same fragment, or adds nothing here.
  ///
  /// @param now with what came last
  public boolean goesOnAs(Activity now, int gapMinutes) {
    if (now.isEmpty() || isEmpty()) {
      return now.isEmpty();
    }
    var was = recent.value(0);
    var is = now.recent.value(0);
    return is.number() == was.number()
        ? Objects.equals(is.landing(), was.landing())
        : is.landing() == null && is.first() - was.last() <= gapMinutes * 60_000L;
  }

  /// Whether nothing happened: minutes grow old only when newer ones are there.
  public boolean isEmpty() {
    return recent.isEmpty();
  }
}
