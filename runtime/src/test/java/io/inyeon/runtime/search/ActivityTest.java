package io.inyeon.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order of activity beside a plain map that says the same.
final class ActivityTest {
  @TempDir Path folder;

  private static List<Activity.One> people(SplittableRandom random) {
    var people = new ArrayList<Activity.One>();
    var count = random.nextInt(8) == 0 ? random.nextInt(4) : 1;
    for (var i = 0; i < count; i++) {
      people.add(
          new Activity.One(
              seconds(random), random.nextInt(Activity.LAST_QUARTER + 1), random.nextBoolean()));
    }
    return people;
  }

  private static long seconds(SplittableRandom random) {
    return switch (random.nextInt(20)) {
      case 0 -> 0;
      case 1 -> Activity.LATEST;
      case 2 -> 0x7FFF_FFFFL + random.nextInt(3);
      default -> 1_000 + random.nextInt(500);
    };
  }

  private static List<Activity.Place> expected(
      Map<Long, List<Activity.One>> model, @Nullable Boolean known) {
    var all = new ArrayList<Activity.Place>();
    model.forEach((tree, people) -> {
      for (var part = 0; part < people.size(); part++) {
        if (known == null || people.get(part).known() == known) {
          all.add(new Activity.Place(tree, part, people.get(part).seconds()));
        }
      }
    });
    all.sort(
        Comparator.comparingLong(Activity.Place::seconds)
            .thenComparingLong(Activity.Place::tree)
            .reversed()
            .thenComparingInt(Activity.Place::part));
    return all;
  }

  private static List<Activity.Place> paged(Activity activity, @Nullable Boolean known, int limit) {
    var all = new ArrayList<Activity.Place>();
    Activity.After after = null;
    while (true) {
      var page = activity.page(known, 0, Long.MAX_VALUE, after, limit);
      all.addAll(page);
      if (page.size() < limit) {
        return all;
      }
      after = Activity.after(page.getLast());
    }
  }

  private static void same(Activity activity, Map<Long, List<Activity.One>> model) {
    for (var known : new Boolean[] {null, true, false}) {
      for (var limit : List.of(1, 2, 7, 1_000)) {
        assertThat(paged(activity, known, limit)).isEqualTo(expected(model, known));
      }
    }
    for (var from = 0; from < 4; from++) {
      var begins = from * (Activity.LAST_QUARTER / 4);
      var ends = begins + Activity.LAST_QUARTER / 4;
      assertThat(activity.newPeople(900_000L * begins, 900_000L * ends))
          .isEqualTo(
              model.values().stream()
                  .flatMap(List::stream)
                  .filter(one -> one.first() >= begins && one.first() <= ends - 1)
                  .count());
    }
    assertThat(activity.knownPeople()).isEqualTo(expected(model, true).size());
    assertThat(activity.unknownPeople()).isEqualTo(expected(model, false).size());
  }

  @Test
  void pagesFollowEachOtherWhateverHappenedBefore() throws IOException {
    for (var seed = 0; seed < 20; seed++) {
      var random = new SplittableRandom(seed);
      var model = new TreeMap<Long, List<Activity.One>>();
      var activity = new Activity();
      for (var step = 0; step < 3_000; step++) {
        var tree = (long) random.nextInt(600);
        switch (random.nextInt(4)) {
          case 0 -> {
            var people = people(random);
            activity.put(tree, people);
            model.put(tree, people);
          }
          case 1 -> {
            activity.remove(tree);
            model.remove(tree);
          }
          default -> {
            var now = seconds(random);
            var people = model.getOrDefault(tree, List.of());
            assertThat(activity.touch(tree, now)).isEqualTo(people.size() == 1);
            if (people.size() == 1) {
              var one = people.getFirst();
              model.put(
                  tree,
                  List.of(
                      new Activity.One(Math.max(now, one.seconds()), one.first(), one.known())));
            }
          }
        }
        activity.print(tree, step);
      }
      model.values().removeIf(List::isEmpty);
      same(activity, model);
      var file = folder.resolve("a" + seed);
      ActivityFile.write(file, activity, 9, 77);
      var read = ActivityFile.read(file);
      assertThat(read.state()).isEqualTo(9);
      assertThat(read.position()).isEqualTo(77);
      same(read.activity(), model);
      for (var tree : model.keySet()) {
        assertThat(read.activity().print(tree)).isEqualTo(activity.print(tree));
      }
    }
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    var activity = new Activity();
    activity.put(1, List.of(new Activity.One(5, 1, true), new Activity.One(6, 2, false)));
    activity.put(2, List.of(new Activity.One(7, 3, true)));
    var file = folder.resolve("a");
    ActivityFile.write(file, activity, 1, 2);
    var bytes = Files.readAllBytes(file);
    for (var at = 0; at < bytes.length; at++) {
      var other = bytes.clone();
      other[at] ^= 0x10;
      Files.write(file, other);
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> ActivityFile.read(file));
      Files.write(file, java.util.Arrays.copyOf(bytes, at));
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> ActivityFile.read(file));
    }
  }

  @Test
  void manyNumbersStayInTheirOrder() {
    var random = new SplittableRandom(5);
    var numbers = new SortedLongs();
    var model = new TreeSet<Long>();
    for (var step = 0; step < 200_000; step++) {
      var number = step % 3 == 0 ? step : random.nextLong(20_000);
      if (random.nextInt(3) == 0) {
        numbers.remove(number);
        model.remove(number);
      } else {
        numbers.add(number);
        model.add(number);
      }
    }
    assertThat(numbers.size()).isEqualTo(model.size());
    assertThat(numbers.toArray())
        .containsExactly(model.stream().mapToLong(Long::longValue).toArray());
    for (var i = 0; i < 300; i++) {
      var from = random.nextLong(210_000);
      var below = new ArrayList<Long>();
      numbers.below(
          from,
          number -> {
            below.add(number);
            return below.size() < 40;
          });
      assertThat(below)
          .containsExactlyElementsOf(
              model.headSet(from, false).descendingSet().stream().limit(40).toList());
    }
  }
}
