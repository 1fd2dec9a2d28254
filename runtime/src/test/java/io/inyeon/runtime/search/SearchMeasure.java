package io.inyeon.runtime.search;

import io.inyeon.core.Rules;
import io.inyeon.runtime.http.Finding;
import io.inyeon.runtime.http.Finding.Wanted;
import io.inyeon.runtime.store.State;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Asks for [SeededPeople] in a real workspace, and tells how many were among the first five and
/// what it cost.
public final class SearchMeasure {
  private static final long SEED = 20261;
  private static final int ASKED = 100;

  private SearchMeasure() {}

  /// What a server says of one of them.
  public static String identify(int number) {
    var one = SeededPeople.one(SEED, number);
    return String.format(
        Locale.ROOT,
        "{\"type\":\"identify\",\"messageId\":\"m%d\",\"userId\":\"%s\",\"traits\":{\"name\":\"%s\","
            + "\"email\":\"%s\",\"phone\":\"%s\",\"city\":\"%s\",\"company\":\"%s\"}}",
        number,
        one.userId(),
        one.name(),
        one.email(),
        one.phone(),
        one.city(),
        one.company());
  }

  public static void ask(
      PeopleSearch search, State state, Supplier<Rules> rules, int people, PrintStream out)
      throws Exception {
    var finder = new Finder(search, state, rules, InstantSource.system());
    for (var warm = 0; warm < 2; warm++) {
      var random = new SplittableRandom(warm);
      var cpu = new ArrayList<Long>();
      var wall = new ArrayList<Long>();
      var slowest = new TreeMap<Long, String>();
      var right = new TreeMap<String, Integer>();
      var tied = new TreeMap<String, Integer>();
      var asked = new TreeMap<String, Integer>();
      for (var i = 0; i < ASKED; i++) {
        var one = SeededPeople.one(SEED, random.nextInt(people));
        for (var typed : SeededPeople.typed(one, random)) {
          var began = System.nanoTime();
          var cpuBegan = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          var found = finder.find(new Wanted(typed.words(), null, 0, Long.MAX_VALUE, null, 5));
          var spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegan;
          cpu.add(spent);
          wall.add(System.nanoTime() - began);
          slowest.put(spent, typed.kind() + ": " + typed.words());
          asked.merge(typed.kind(), 1, Integer::sum);
          if (found != null && isRight(typed, found.people())) {
            right.merge(typed.kind(), 1, Integer::sum);
          } else if (isTied(finder, typed)) {
            tied.merge(typed.kind(), 1, Integer::sum);
          }
        }
      }
      asked.forEach((kind, times) ->
          out.printf(
              "%6.1f %% and %5.1f %% tied  %s%n",
              100.0 * right.getOrDefault(kind, 0) / times,
              100.0 * tied.getOrDefault(kind, 0) / times,
              kind));
      out.printf(
          "%6.1f %% and %.1f %% tied, of %d%n",
          100.0 * right.values().stream().mapToInt(Integer::intValue).sum() / cpu.size(),
          100.0 * tied.values().stream().mapToInt(Integer::intValue).sum() / cpu.size(),
          cpu.size());
      tell(out, "CPU", cpu);
      tell(out, "clock", wall);
      slowest.descendingMap().entrySet().stream()
          .limit(8)
          .forEach(each -> out.printf("  %.1f ms %s%n", each.getKey() / 1e6, each.getValue()));
    }
    var list = new ArrayList<Long>();
    String cursor = null;
    for (var page = 0; page < 300; page++) {
      var began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      var found = finder.find(new Wanted(null, null, 0, Long.MAX_VALUE, cursor, 50));
      list.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);
      cursor = found == null ? null : found.next();
    }
    tell(out, "a page of the list, CPU", list);
  }

  private static boolean isRight(SeededPeople.Typed typed, List<Finding.Person> found) {
    return found.stream().anyMatch(person -> is(person, typed.whom()))
        || (!typed.alone().isEmpty()
            && found.size() == 5
            && found.stream().allMatch(person -> typed.alone().equals(person.listing().name())));
  }

  private static boolean is(Finding.Person person, SeededPeople.One one) {
    return person.listing().identifiers().getFirst().value().equals(one.userId());
  }

  /// Whether the one who is meant is found just as well as the first of all, so that the words do
  /// not tell who is meant.
  private static boolean isTied(Finder finder, SeededPeople.Typed typed) throws Exception {
    var all = finder.find(new Wanted(typed.words(), null, 0, Long.MAX_VALUE, null, 200));
    if (all == null) {
      return false;
    }
    var first = all.people().isEmpty() ? null : all.people().getFirst().score();
    return all.people().stream()
        .anyMatch(person -> is(person, typed.whom()) && Objects.equals(person.score(), first));
  }

  private static void tell(PrintStream out, String what, List<Long> nanos) {
    nanos.sort(null);
    out.printf(
        "%s: p50 %.2f ms, p99 %.2f ms, most %.2f ms%n",
        what,
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get(nanos.size() * 99 / 100) / 1e6,
        nanos.getLast() / 1e6);
  }
}
