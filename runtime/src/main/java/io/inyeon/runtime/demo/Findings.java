package io.inyeon.runtime.demo;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value.Fields;
import io.inyeon.runtime.demo.Truth.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Says what the product made of the shop, and everything in which it differs from the truth.
final class Findings {
  /// Somebody else's computer and a wrong number cost a little; anything more is a fault.
  private static final double GOOD_ENOUGH = 0.98;

  private static final int MOST_DISAGREEMENTS = 20;
  private static final List<String> ENDS =
      List.of("received", "accepted", "duplicate", "quarantined", "dropped");

  private final Layout layout;
  private final List<String> disagreements = new ArrayList<>();

  Findings(Layout layout) {
    this.layout = layout;
  }

  /// One more difference from the truth, in a sentence; from any thread.
  void disagree(String what) {
    synchronized (disagreements) {
      if (disagreements.size() < MOST_DISAGREEMENTS) {
        disagreements.add(what);
      }
    }
  }

  List<String> disagreements() {
    synchronized (disagreements) {
      return List.copyOf(disagreements);
    }
  }

  /// Compares how the events ended with how they must have ended.
  ///
  /// @param sources ids of those that the demo made
  void outcomes(Truth truth, Collection<String> sources, Fields status) {
    var counted = new TreeMap<String, Long>();
    for (var each : Answers.list(status, "sources")) {
      if (sources.contains(Answers.text(each, "id"))) {
        for (var end : ENDS) {
          counted.merge(end, Answers.number(each.fields("outcomes"), end), Long::sum);
        }
      }
    }
    layout.title("Events by outcome");
    outcome("received", counted, truth.events(), "each ends as exactly one of these:");
    outcome("accepted", counted, truth.expected(Expected.ACCEPTED), "");
    outcome(
        "duplicate",
        counted,
        truth.expected(Expected.DUPLICATE),
        "sent again by SDKs, files read twice");
    outcome(
        "quarantined",
        counted,
        truth.expected(Expected.QUARANTINED),
        "broken ones, kept with their reasons: GET /api/v1/quarantine");
    outcome("dropped", counted, 0, "");
  }

  private void outcome(String name, Map<String, Long> counted, long expected, String words) {
    var count = counted.getOrDefault(name, 0L);
    if (count == expected) {
      layout.row(name, count, words);
    } else {
      layout.row(name, count, "MUST BE " + String.format(Locale.ROOT, "%,d", expected));
      disagree("%d events were %s, must be %d".formatted(count, name, expected));
    }
  }

  /// Compares the people found with the people generated.
  void people(Truth truth, List<Known> identifiers, Recognition found) {
    layout.title("People, by asking whose each identifier is");
    layout.row("generated", found.people(), "people with an identifier of their own");
    layout.row(
        "found",
        found.profiles(),
        "profiles that hold their %,d identifiers".formatted(found.asked()));
    layout.row("whole", found.whole(), "people with all they have in one profile, nobody else's");
    layout.share("precision", found.precision(), "of pairs in one profile are one person's");
    layout.share("recall", found.recall(), "of one person's pairs are in one profile");
    layout.share("", found.evidentRecall(), "of those that events tie together");
    layout.row(
        "missed",
        found.truePairs() - found.rightPairs(),
        "pairs; of %,d no event tells, such as a cookie cleared before its user signed in"
            .formatted(found.truePairs() - found.tiedPairs()));
    layout.row(
        "wrong",
        found.foundPairs() - found.rightPairs(),
        "pairs; %d times someone signed in on a friend's computer, %d times a cashier mistyped"
            .formatted(truth.foreignSignIns(), truth.wrongNumbers()));
    layout.row(
        "nobody's",
        identifiers.size() - found.asked(),
        "identifiers of family tablets, kiosks and couples: not one person's, not counted");
    if (found.unknown() > 0) {
      disagree(found.unknown() + " identifiers of accepted events are known to no profile");
    }
    // In a small town a kiosk has too few users to be known for one.
    if (truth.people() >= 900 && Math.min(found.precision(), found.evidentRecall()) < GOOD_ENOUGH) {
      disagree(
          "Identity is worse than the evidence allows: precision %.4f, recall of what events tie %.4f"
              .formatted(found.precision(), found.evidentRecall()));
    }
  }

  /// Says how fast it was.
  void speed(Sending sending, double rate, double sentIn, double readableIn) {
    layout.title("Speed, with the shop's own making and sending on the same machine");
    layout.row(
        "intake",
        String.format(
            Locale.ROOT,
            "%,.0f events/s in %,d requests of all sizes, %.1f s",
            rate,
            sending.requests(),
            sentIn));
    layout.row(
        "durable",
        String.format(
            Locale.ROOT,
            "p50 %.1f ms, p99 %.1f ms from request to acknowledgement",
            sending.acks().ms(0.5),
            sending.acks().ms(0.99)));
    layout.row(
        "readable",
        String.format(
            Locale.ROOT,
            "p50 %.1f ms, p99 %.1f ms from request to profile, of %,d requests that asked",
            sending.readable().ms(0.5),
            sending.readable().ms(0.99),
            sending.readable().size()));
    layout.row(
        "",
        String.format(
            Locale.ROOT,
            "%.0f ms after the last event everything could be read",
            1000 * (readableIn - sentIn)));
  }

  /// Says where to look.
  void look(Api api, String managementKey, Identifier someone) {
    layout.title("Look for yourself");
    layout.line("The console, signed in:  " + api.base() + "/sign-in#key=" + managementKey);
    layout.line("This customer there:     " + api.base() + "/c/" + someone);
    var header = "curl -H 'Authorization: Bearer " + managementKey + "' ";
    layout.line(header + api.base() + Api.profile(someone));
    for (var path : List.of("/events", "/identity")) {
      layout.line("  … " + Api.profile(someone) + path);
    }
    for (var path : List.of("/api/v1/status", "/api/v1/quarantine", "/metrics")) {
      layout.line("  … " + path);
    }
  }

  /// Says whether all is well, and if not, what is not.
  void verdict() {
    layout.blank();
    var all = disagreements();
    if (all.isEmpty()) {
      layout.say("What was found agrees with what was generated.");
    } else {
      layout.say("DISAGREEMENT between what was found and what was generated:");
      all.forEach(each -> layout.line("! " + each));
    }
  }
}
