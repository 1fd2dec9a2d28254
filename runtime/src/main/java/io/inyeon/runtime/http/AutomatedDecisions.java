package io.inyeon.runtime.http;

import io.inyeon.core.unify.Restrictions;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.RightsRecords.Kind;
import io.inyeon.runtime.json.JsonWriter;
import java.time.InstantSource;

/// What is decided of a person without another person: of which segments they are a member, which
/// values are worked out of what they did, whether they object, and which questions of theirs wait
/// for somebody (GDPR article 22, KR PIPA article 37-2). Why each holds is explained by the places
/// that it names.
final class AutomatedDecisions {
  private final Reads reads;
  private final SegmentDesk segments;
  private final RightsRecords records;
  private final InstantSource clock = InstantSource.system();

  AutomatedDecisions(Reads reads, SegmentDesk segments, RightsRecords records) {
    this.reads = reads;
    this.segments = segments;
    this.records = records;
  }

  Answer of(Exchange exchange, Who who) throws Refusal, Intake.Unavailable {
    var found = reads.profiles().profile(who);
    var standings = segments.standings(who, false);
    if (found == null || standings == null) {
      throw Refusal.nobody();
    }
    exchange.note().person(found.profile().id());
    var json = new JsonWriter().startObject().text("id", found.profile().id().value());
    var objected =
        records.restrictions(who).stream()
            .filter(each ->
                each.purposes().isEmpty() || each.purposes().contains(Restrictions.AUTOMATED))
            .findFirst();
    json.truth("objected", objected.isPresent());
    objected.ifPresent(each -> json.text("restriction", each.id()).time("since", each.at()));
    json.startArray("segments");
    standings
        .members()
        .forEach((segment, membership) ->
            json.startObject()
                .text("segment", segment)
                .time("since", membership.since())
                .text("explain", "POST /api/v1/segments/" + segment + "/explain")
                .endObject());
    json.endArray().startArray("computedTraits");
    found
        .computed()
        .forEach((trait, computed) ->
            json.startObject()
                .text("trait", trait)
                .value("value", computed.value())
                .text("explain", "POST /api/v1/computed-traits/" + trait + "/explain")
                .endObject());
    json.endArray().startArray("requests");
    for (var request : records.requestsOf(who)) {
      if (request.kind() == Kind.AUTOMATED_DECISION) {
        RecordsJson.request(json, request, clock.millis(), null);
      }
    }
    return Answer.json(json.endArray().endObject());
  }
}
