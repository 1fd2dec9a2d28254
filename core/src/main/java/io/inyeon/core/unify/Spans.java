package io.inyeon.core.unify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The spans into which a device's time is divided, those without any event left out.
///
/// @param all in the order of time; none lies in another
/// @param withLogins those of them in which somebody logged in, in that order
public record Spans(List<Span> all, List<Span> withLogins) {
  public Spans {
    all = List.copyOf(all);
    withLogins = List.copyOf(withLogins);
  }

  /// The span that a time falls in, be it there already or not.
  Span at(long time) {
    for (var level = Span.ALL - 1; level > 0; level--) {
      var span = Span.at(time, level);
      var finer = firstFrom(span.from());
      if (finer == all.size()
          || all.get(finer).from() > span.last()
          || all.get(finer).level() >= level) {
        return span;
      }
    }
    return Span.at(time, 0);
  }

  /// The place of the first that begins at a time or later.
  private int firstFrom(long time) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (all.get(middle).from() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  Spans with(Span span, boolean logins) {
    var known = Collections.binarySearch(all, span) >= 0;
    var noLogins = !logins || Collections.binarySearch(withLogins, span) >= 0;
    return known && noLogins
        ? this
        : new Spans(with(all, span), noLogins ? withLogins : with(withLogins, span));
  }

  Spans without(Span span) {
    return new Spans(
        all.stream().filter(each -> !each.equals(span)).toList(),
        withLogins.stream().filter(each -> !each.equals(span)).toList());
  }

  private static List<Span> with(List<Span> spans, Span span) {
    var place = Collections.binarySearch(spans, span);
    if (place >= 0) {
      return spans;
    }
    var more = new ArrayList<>(spans);
    more.add(-place - 1, span);
    return more;
  }
}
