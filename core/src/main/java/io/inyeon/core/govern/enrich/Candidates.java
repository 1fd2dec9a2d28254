package io.inyeon.core.govern.enrich;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which few of many regular expressions can find anything in a text: by three characters in a row
/// of what each needs, so that one walk over the text tells them.
final class Candidates {
  private static final int BITS = 1 << 14;

  /// What nearly every user agent has, and so tells nothing.
  private static final String COMMON =
      "mozilla/5.0 (windows nt 10.0; win64; x64) applewebkit/537.36 (khtml, like gecko)"
          + " chrome/120.0.0.0 mobile safari/537.36 version/17.0 (iphone; cpu iphone os 17_5 like"
          + " mac os x) (linux; android 10; build/ wv) (macintosh; intel mac os x 10_15_7)"
          + " gecko/20100101 compatible; http://www. https:// .com .html";

  /// Of each pattern what it needs besides the set by which it is found.
  private final List<List<Set<String>>> besides = new ArrayList<>();

  private final BitSet always = new BitSet();
  private final BitSet seen = new BitSet(BITS);
  private final Map<Integer, List<Way>> byThree = new HashMap<>();

  /// A text that leads to a pattern.
  private record Way(String text, int pattern) {}

  Candidates(List<String> patterns) {
    for (var i = 0; i < patterns.size(); i++) {
      var needed = Needed.in(patterns.get(i));
      var key = key(needed);
      if (key.isEmpty()) {
        always.set(i);
      }
      for (var text : key) {
        var three = rarest(text);
        seen.set(three & (BITS - 1));
        byThree.computeIfAbsent(three, _ -> new ArrayList<>()).add(new Way(text, i));
      }
      besides.add(needed.stream().filter(each -> !each.equals(key)).toList());
    }
  }

  /// The set by which a pattern is found: with the fewest common texts, then the fewest texts.
  private static Set<String> key(List<Set<String>> sets) {
    Set<String> best = Set.of();
    var least = Integer.MAX_VALUE;
    for (var each : sets) {
      if (Needed.shortest(each) >= 3) {
        var common = each.stream().filter(text -> COMMON.contains(rarestOf(text))).count();
        var cost = (int) common * 100 + each.size();
        if (cost < least) {
          least = cost;
          best = each;
        }
      }
    }
    return best;
  }

  private static String rarestOf(String text) {
    for (var i = 0; i + 3 <= text.length(); i++) {
      var three = text.substring(i, i + 3);
      if (!COMMON.contains(three)) {
        return three;
      }
    }
    return text.substring(0, 3);
  }

  private static int rarest(String text) {
    var three = rarestOf(text);
    return three(three.charAt(0), three.charAt(1), three.charAt(2));
  }

  private static int three(char a, char b, char c) {
    return (((a * 31 + b) * 31 + c) * 0x9E3779B1) >>> 8;
  }

  /// The numbers of those that can find something, in their order.
  BitSet in(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var found = (BitSet) always.clone();
    for (var i = 0; i + 3 <= lower.length(); i++) {
      var three = three(lower.charAt(i), lower.charAt(i + 1), lower.charAt(i + 2));
      if (seen.get(three & (BITS - 1))) {
        for (var way : byThree.getOrDefault(three, List.of())) {
          if (!found.get(way.pattern) && lower.contains(way.text)) {
            found.set(way.pattern);
          }
        }
      }
    }
    for (var i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      if (!has(besides.get(i), lower)) {
        found.clear(i);
      }
    }
    return found;
  }

  private static boolean has(List<Set<String>> sets, String lower) {
    for (var each : sets) {
      if (!any(each, lower)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(Set<String> texts, String lower) {
    for (var text : texts) {
      if (lower.contains(text)) {
        return true;
      }
    }
    return false;
  }
}
