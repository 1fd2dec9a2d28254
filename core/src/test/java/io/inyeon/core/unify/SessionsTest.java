package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Said;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.unify.Sessions.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = Said.DAY;

  @Test
  void aPauseOfMoreThanThirtyMinutesBeginsASession() {
    assertThat(sessions(page(0), track(30 * MINUTE)))
        .containsExactly(new Session(DAY, DAY + 30 * MINUTE, 2, 1, null));
    assertThat(sessions(page(0), track(30 * MINUTE + 1)))
        .containsExactly(
            new Session(DAY + 30 * MINUTE + 1, DAY + 30 * MINUTE + 1, 1, 0, null),
            new Session(DAY, DAY, 1, 1, null));
  }

  @Test
  void aLateEventJoinsWhatItLiesBetween() {
    assertThat(sessions(page(0), page(50 * MINUTE), track(25 * MINUTE)))
        .containsExactly(new Session(DAY, DAY + 50 * MINUTE, 3, 2, null));
  }

  @Test
  void eventsOfASiteAndOfAnAppAreOneSession() {
    var app = Said.call(Call.SCREEN).by(SourceKind.APP, 3).at(DAY + MINUTE);
    assertThat(sessions(page(0), app)).containsExactly(new Session(DAY, DAY + MINUTE, 2, 2, null));
  }

  @Test
  void whatAServerReportsIsNoVisitAndAPreferenceIsNone() {
    assertThat(
            sessions(
                Said.track("Order Completed").by(SourceKind.SERVER, 1),
                Said.track("Row").by(SourceKind.IMPORT, 1),
                Said.track("Segment Consent Preference Updated").by(SourceKind.BROWSER, 2)))
        .isEmpty();
  }

  @Test
  void aNewCampaignBeginsASessionAndTheSameOneDoesNot() {
    var found =
        sessions(
            page(0),
            landing(5 * MINUTE, "spring"),
            page(6 * MINUTE),
            landing(7 * MINUTE, "spring"),
            landing(9 * MINUTE, "autumn"));
    assertThat(found)
        .containsExactly(
            new Session(DAY + 9 * MINUTE, DAY + 9 * MINUTE, 1, 1, "autumn / naver"),
            new Session(DAY + 5 * MINUTE, DAY + 7 * MINUTE, 3, 3, "spring / naver"),
            new Session(DAY, DAY, 1, 1, null));
  }

  @Test
  void aCampaignCutsToTheMinute() {
    assertThat(sessions(page(-1), page(1_000), landing(30_000, "spring"), page(59_999)))
        .containsExactly(
            new Session(DAY + 1_000, DAY + 59_999, 3, 3, "spring / naver"),
            new Session(DAY - 1, DAY - 1, 1, 1, null));
  }

  @Test
  void aCampaignIsWhatItIsCalledAndWhereItCameFrom() {
    assertThat(campaign(Map.of("name", " spring ", "source", "naver", "medium", "cpc")))
        .isEqualTo("spring / naver / cpc");
    assertThat(campaign(Map.of("medium", "email"))).isEqualTo("email");
    assertThat(campaign(Map.of("name", " ", "term", "shoes"))).isNull();
    assertThat(campaign(Map.of())).isNull();
    assertThat(campaign("spring")).isNull();
    assertThat(campaign(Map.of("name", "x".repeat(90)))).isEqualTo("x".repeat(64));
    assertThat(campaign(Map.of("name", "x".repeat(63) + "😀"))).isEqualTo("x".repeat(63));
  }

  private static @Nullable String campaign(Object written) {
    return CampaignReader.read(Said.fields("campaign", written));
  }

  @Test
  void thePauseIsASettingOfOneMinuteToOneDay() {
    var activity = activity(List.of(page(0), page(20 * MINUTE)));
    assertThat(Sessions.of(activity, 19).known()).hasSize(2);
    assertThat(Sessions.of(activity, 20).known()).hasSize(1);
    var rules = DefaultRules.of("00", "KR", "KRW", "Asia/Seoul");
    assertThat(rules.sessionGapMinutes()).isEqualTo(30);
    assertThatThrownBy(() -> withGap(rules, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> withGap(rules, 1_441)).isInstanceOf(IllegalArgumentException.class);
    assertThat(withGap(rules, 1_440).withTypes(List.of("crm")).sessionGapMinutes())
        .isEqualTo(1_440);
  }

  private static RulesDocument withGap(RulesDocument rules, int minutes) {
    return new RulesDocument(
        rules.version(),
        rules.workspaceKey(),
        rules.region(),
        rules.currency(),
        rules.timeZone(),
        rules.types(),
        rules.customType(),
        rules.traits(),
        rules.rates(),
        minutes);
  }

  @Property(tries = 400)
  void sessionsAreThoseOfAllEventsInWhateverOrderAndGroupsTheyWereSummed(@ForAll long seed) {
    var random = new Random(seed);
    var pace = 1 + random.nextInt(40);
    var events = new ArrayList<Said>();
    var time = 0L;
    for (var i = random.nextInt(random.nextInt(4) == 0 ? 1_200 : 60); i > 0; i--) {
      time += (long) (Math.pow(random.nextDouble(), 3) * pace * 4 * MINUTE);
      events.add(
          switch (random.nextInt(12)) {
            case 0 -> landing(time, "spring");
            case 1 -> landing(time, "autumn");
            case 2, 3, 4 -> page(time);
            default -> track(time);
          });
    }
    Collections.shuffle(events, random);
    var gap = 1 + random.nextInt(pace);
    var activity = grouped(events, random);
    assertThat(Sessions.of(activity, gap)).isEqualTo(oracle(events, gap));
    Collections.shuffle(events, random);
    assertThat(grouped(events, random)).isEqualTo(activity);
  }

  /// The definition, on all events at once.
  private static Sessions oracle(List<Said> events, int gapMinutes) {
    var sorted = new ArrayList<>(events.stream().map(Said::event).toList());
    sorted.sort(Comparator.comparingLong(event -> event.head().time()));
    var campaigns = new TreeMap<Long, ActiveMinute.Landing>();
    var minutes = new TreeSet<Long>();
    for (var event : sorted) {
      var time = event.head().time();
      var campaign = CampaignReader.read(event.context());
      minutes.add(time / MINUTE);
      if (campaign != null) {
        var landing = new ActiveMinute.Landing(time, campaign);
        campaigns.merge(time / MINUTE, landing, (a, b) -> a.compareTo(b) > 0 ? a : b);
      }
    }
    var known = 32 + 256;
    while (minutes.size() > known) {
      minutes.pollFirst();
    }
    var since = minutes.isEmpty() ? 0 : minutes.getFirst();
    var sessions = new ArrayList<Session>();
    for (var event : sorted) {
      var time = event.head().time();
      var last = sessions.isEmpty() ? null : sessions.removeLast();
      var landing = campaigns.get(time / MINUTE);
      var campaign = landing == null ? "" : landing.campaign();
      var begins = landing != null && (last == null || last.end() / MINUTE < time / MINUTE);
      // Which campaign began a session that reaches back beyond the known minutes is forgotten.
      var forgotten = last != null && last.start() / MINUTE < since && time / MINUTE >= since;
      var page = event.head().call() == Call.PAGE ? 1 : 0;
      if (last != null
          && time - last.end() <= gapMinutes * MINUTE
          && !(begins && (forgotten || !campaign.equals(last.campaign())))) {
        sessions.add(
            new Session(
                last.start(), time, last.events() + 1, last.pages() + page, last.campaign()));
      } else {
        if (last != null) {
          sessions.add(last);
        }
        sessions.add(new Session(time, time, 1, page, landing == null ? null : campaign));
      }
    }
    EarlierActivity earlier = null;
    while (!sessions.isEmpty() && sessions.getFirst().start() / MINUTE < since) {
      var gone = sessions.removeFirst();
      var more = new EarlierActivity(gone.events(), gone.pages(), gone.end());
      earlier = earlier == null ? more : earlier.plus(more);
    }
    Collections.reverse(sessions);
    return new Sessions(sessions, earlier);
  }

  private static List<Session> sessions(Said... events) {
    return Sessions.of(activity(List.of(events)), RulesDocument.SESSION_GAP_MINUTES).known();
  }

  private static Activity activity(List<Said> events) {
    return grouped(events, new Random(7));
  }

  /// Adds up random neighbours until one is left.
  private static Activity grouped(List<Said> events, Random random) {
    var rest = new ArrayList<Activity>();
    events.forEach(event -> rest.add(Activity.of(event.event())));
    while (rest.size() > 1) {
      var at = random.nextInt(rest.size() - 1);
      rest.set(at, rest.get(at).plus(rest.remove(at + 1)));
    }
    return rest.isEmpty() ? Activity.EMPTY : rest.getFirst();
  }

  private static Said page(long after) {
    return Said.call(Call.PAGE).by(SourceKind.BROWSER, 2).at(DAY + after);
  }

  private static Said track(long after) {
    return Said.track("Product Viewed").by(SourceKind.BROWSER, 2).at(DAY + after);
  }

  private static Said landing(long after, String name) {
    return page(after).context("campaign", Map.of("name", name, "source", "naver"));
  }
}
