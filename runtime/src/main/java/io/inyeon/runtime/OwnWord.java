package io.inyeon.runtime;

import io.inyeon.core.Outcome;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the house itself says something of a person: by an event of a source of its own
/// ([OwnSources]).
public record OwnWord(Workspace workspace, Desk desk) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PAGE = 50;

  /// What came of it.
  ///
  /// @param position of the last event
  /// @param problems why it was not accepted; none when it was
  public record Said(long position, List<Violation> problems) {
    public Said {
      problems = List.copyOf(problems);
    }
  }

  /// What came of several.
  private record Each(long position, List<List<Violation>> problems) {}

  /// An event of the house's own.
  ///
  /// @param type `track` or `identify`
  /// @param time milliseconds since 1970
  /// @param identifiers of the person; one is enough
  /// @param more what else it says: `event`, `properties`, `traits`
  public static Value.Fields event(
      String type,
      String messageId,
      long time,
      Collection<Identifier> identifiers,
      Map<String, Value> more) {
    var external = new ArrayList<Value>();
    for (var identifier : identifiers) {
      var one = new LinkedHashMap<String, Value>();
      one.put("id", new Value.Text(identifier.value()));
      one.put("type", new Value.Text(identifier.type()));
      one.put("collection", new Value.Text("users"));
      one.put("encoding", new Value.Text("none"));
      external.add(new Value.Fields(one));
    }
    var context = new LinkedHashMap<String, Value>();
    context.put("externalIds", new Value.Items(external));
    var event = new LinkedHashMap<String, Value>();
    event.put("type", new Value.Text(type));
    event.put("messageId", new Value.Text(messageId));
    event.put("timestamp", new Value.Text(Instant.ofEpochMilli(time).toString()));
    event.put("channel", new Value.Text("server"));
    event.putAll(more);
    event.put("context", new Value.Fields(context));
    return new Value.Fields(event);
  }

  /// Says some things at once, and waits until they are decided.
  ///
  /// @param id of the house's own source
  public Said say(String id, List<Value.Fields> events, String author) throws Intake.Unavailable {
    var each = each(id, events, author);
    return new Said(each.position, each.problems.stream().flatMap(List::stream).toList());
  }

  /// The same, with why each was not accepted; none where it was, or was said before.
  List<List<Violation>> sayEach(String id, List<Value.Fields> events, String author)
      throws Intake.Unavailable {
    return each(id, events, author).problems;
  }

  private Each each(String id, List<Value.Fields> events, String author) throws Intake.Unavailable {
    var source = desk.own(id, name(id), party(id), author);
    var now = workspace.clock().millis();
    var collected = new ArrayList<Intake.Collected>();
    for (var event : events) {
      var body = JsonWriter.bytes(event);
      var envelope =
          new Envelope(source.number(), now, null, "", null, Value.Fields.EMPTY, body.length);
      collected.add(new Intake.Collected(envelope, body, event));
    }
    var receipt = workspace.take(collected, true);
    var problems = new ArrayList<List<Violation>>();
    for (var outcome : receipt.outcomes()) {
      problems.add(
          switch (outcome) {
            case Outcome.Quarantined(_, var violations) -> violations;
            // Of somebody who was erased: what is not kept must not be taken for kept.
            case Outcome.Dropped(_, var reason, _) -> List.of(new Violation(reason, "", ""));
            case Outcome.Accepted _, Outcome.Duplicate _ -> List.of();
          });
    }
    return new Each(receipt.position(), problems);
  }

  private static int party(String id) {
    return switch (id) {
      case OwnSources.CORRECTIONS -> 0;
      case OwnSources.CONSENTS, OwnSources.RIGHTS -> 1;
      default -> OwnSources.enrichersParty(id);
    };
  }

  private static String name(String id) {
    return switch (id) {
      case OwnSources.CONSENTS -> "동의 접수 (Consent desk)";
      case OwnSources.RIGHTS -> "권리 요청 (Rights requests)";
      case OwnSources.CORRECTIONS -> "정정 (Corrections)";
      default ->
          switch (OwnSources.enrichersParty(id)) {
            case 1 -> "보강: 자사 (Enrichers: our own)";
            case 2 -> "보강: 제휴사 (Enrichers: partners)";
            case 3 -> "보강: 제3자 (Enrichers: third parties)";
            default -> throw new IllegalArgumentException("no source of the house's own: " + id);
          };
    };
  }

  /// What the house said once; `null` when that was erased since, or was never said.
  ///
  /// @param id of the house's own source
  public Value.@Nullable Fields said(String id, String messageId) throws Intake.Unavailable {
    var source = workspace.sources().byId(id);
    if (source == null) {
      return null;
    }
    try {
      if (!workspace.reached(workspace.state().position(), true, PATIENCE)) {
        throw new Intake.Unavailable("archive_behind", 5);
      }
      for (var row : workspace.archive().trace(messageId, null, PAGE).rows()) {
        if (row.source() == source.number()
            && row.body().length > 0
            && JsonReader.event(row.body()) instanceof Value.Fields event) {
          return event;
        }
      }
      return null;
    } catch (ArchiveException e) {
      throw Happenings.unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
  }
}
