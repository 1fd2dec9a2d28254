package io.inyeon.runtime.store;

import io.inyeon.core.unify.ActiveMinute;
import io.inyeon.core.unify.ActiveMinute.Landing;
import io.inyeon.core.unify.Activity;
import io.inyeon.core.unify.EarlierActivity;
import io.inyeon.core.unify.Table;
import java.util.ArrayList;

/// Minutes of activity as bytes, newest first, each told by how much earlier it was.
final class ActivityCodec {
  private static final int LANDING = 1;
  private static final int PAGES = 2;

  private ActivityCodec() {}

  /// Writes the recent minutes; nothing when there are none, as before there was activity.
  ///
  /// @param latest a time near the newest of them, which saves bytes
  static void writeRecent(Encoder to, Activity activity, long latest) {
    if (!activity.recent().isEmpty()) {
      minutes(to, activity.recent(), latest);
    }
  }

  static Activity withRecent(Activity activity, Decoder from, long latest) {
    return from.ended()
        ? activity
        : new Activity(
            minutes(from, latest, Activity.RECENT), activity.older(), activity.earlier());
  }

  /// Writes the older minutes and what was before them.
  static void writeOlder(Encoder to, Activity activity) {
    var earlier = activity.earlier();
    if (earlier == null) {
      to.varint(0);
    } else {
      to.varint(earlier.events()).varint(earlier.pages()).signed(earlier.last());
    }
    minutes(to, activity.older(), earlier == null ? 0 : earlier.last());
  }

  static Activity withOlder(Activity activity, Decoder from) {
    var events = from.varint();
    var earlier = events == 0 ? null : new EarlierActivity(events, from.varint(), from.signed());
    var older = minutes(from, earlier == null ? 0 : earlier.last(), Activity.OLDER);
    if (older.isEmpty()) {
      throw from.wrong("nothing between recent and earlier activity");
    }
    return new Activity(activity.recent(), older, earlier);
  }

  private static void minutes(Encoder to, Table<Long, ActiveMinute> minutes, long near) {
    to.varint(minutes.size());
    var before = near;
    for (var i = 0; i < minutes.size(); i++) {
      var minute = minutes.value(i);
      var landing = minute.landing();
      to.signed(before - minute.first()).varint(minute.last() - minute.first());
      to.varint(
          minute.events() << 2
              | (minute.pages() > 0 ? PAGES : 0)
              | (landing == null ? 0 : LANDING));
      if (minute.pages() > 0) {
        to.varint(minute.pages());
      }
      if (landing != null) {
        to.varint(landing.time() - minute.first()).text(landing.campaign());
      }
      before = minute.first();
    }
  }

  private static Table<Long, ActiveMinute> minutes(Decoder from, long near, int most) {
    var size = from.number(most);
    var keys = new ArrayList<Long>(size);
    var minutes = new ArrayList<ActiveMinute>(size);
    var before = near;
    for (var i = 0; i < size; i++) {
      var minute = minute(from, before);
      keys.add(ActiveMinute.number(minute.first()));
      minutes.add(minute);
      before = minute.first();
    }
    return from.table(Activity.NEWEST_FIRST, keys, minutes);
  }

  private static ActiveMinute minute(Decoder from, long before) {
    var first = before - from.signed();
    var last = first + from.varint();
    var counted = from.varint();
    var events = counted >>> 2;
    var pages = (counted & PAGES) == 0 ? 0 : from.varint();
    var landing = (counted & LANDING) == 0 ? null : new Landing(first + from.varint(), from.text());
    if (!ActiveMinute.fits(first, last, events, pages)) {
      throw from.wrong("no minute");
    }
    return new ActiveMinute(first, last, events, pages, landing);
  }
}
