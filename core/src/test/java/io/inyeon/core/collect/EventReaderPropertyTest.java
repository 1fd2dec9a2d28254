package io.inyeon.core.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/// Whatever stands in an event's place, reading it gives an answer.
class EventReaderPropertyTest {
  @Property(tries = 2000)
  void readingNeverThrowsAndItsAnswerIsSound(@ForAll long seed, @ForAll SourceKind kind) {
    var random = new RandomEvents(seed);
    var body = random.body();
    var envelope = random.envelope();
    var source = new Source("s", 7, "s", kind, List.of(), true, 1, true, true, 0);
    var reading = EventReader.read(envelope, body, source, Sent.TYPES);

    assertThat(reading).isEqualTo(EventReader.read(envelope, body, source, Sent.TYPES));
    Statistics.collect(reading.getClass().getSimpleName());
    Statistics.coverage(coverage -> {
      coverage.check("Understood").percentage(share -> share > 10);
      coverage.check("Refused").percentage(share -> share > 10);
    });
    assertThat(reading.head().messageId()).isNotBlank().hasSizeLessThanOrEqualTo(100);
    assertThat(reading.head().name()).hasSizeLessThanOrEqualTo(200);
    assertThat(reading.head().time())
        .isBetween(Timestamps.MIN, envelope.receivedAt() + 5 * 60 * 1000);
    switch (reading) {
      case Reading.Understood(var event, var newTypes) -> sound(event, newTypes, source);
      case Reading.Refused(_, var violations) -> {
        assertThat(violations).isNotEmpty().hasSizeLessThan(50);
        assertThat(violations)
            .allSatisfy(each -> {
              assertThat(each.code()).matches("[a-z_]+");
              assertThat(each.path()).matches("(/[A-Za-z0-9]+)*");
              assertThat(each.found()).hasSizeLessThanOrEqualTo(200);
              assertThat(Characters.fit(each.found())).isTrue();
            });
      }
      case Reading.Unwanted _ -> throw new AssertionError("the edge decides what is unwanted");
    }
  }

  private static void sound(Event event, List<String> newTypes, Source source) {
    var ids = event.identifiers();
    assertThat(ids)
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(16)
        .isSortedAccordingTo(Sent.TYPES.strongestFirst());
    assertThat(ids).anyMatch(each -> !Sent.TYPES.blocked(each));
    if (event.head().call() != Call.ALIAS) {
      assertThat(new HashSet<>(ids.stream().map(Identifier::type).toList())).hasSameSizeAs(ids);
    }
    for (var id : ids) {
      assertThat(Sent.TYPES.normalise(id.type(), id.value())).isEqualTo(id);
      assertThat(Sent.TYPES.knows(id.type()) || newTypes.contains(id.type())).isTrue();
    }
    assertThat(newTypes).allSatisfy(each -> assertThat(Sent.TYPES.knows(each)).isFalse());
    if (!source.kind().trusted()) {
      assertThat(newTypes).isEmpty();
    }
    assertThat(event.account() != null).isEqualTo(event.head().call() == Call.GROUP);
  }

  @Property(tries = 500)
  void theOrderOfFieldsDoesNotMatter(@ForAll long seed) {
    var body = new RandomEvents(seed).fields(4);
    var names = new ArrayList<>(body.values().keySet()).reversed();
    var turned = new LinkedHashMap<String, Value>();
    names.forEach(
        name -> turned.put(name, body.values().getOrDefault(name, Value.Nothing.NOTHING)));
    assertThat(Sent.read(Sent.SERVER, new Value.Fields(turned)))
        .isEqualTo(Sent.read(Sent.SERVER, body));
  }
}
