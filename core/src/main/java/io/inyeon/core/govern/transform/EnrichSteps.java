package io.inyeon.core.govern.transform;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enrich.Channels;
import io.inyeon.core.govern.enrich.References;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the steps that tell more of an event than is written on it.
///
/// ```
/// {"do": "user_agent", "path": "/context/userAgent"}
/// {"do": "channel", "path": "/context/page/referrer", "ignore": ["pay.example.com"]}
/// ```
///
/// `user_agent` writes `browser`, `os` and `device` into `to`, `/context` without it (see
/// [io.inyeon.core.govern.enrich.Agent]). `channel` reads the referrer at `path`, the page's
/// address at `page` (`/context/page/url`) and the campaign at `campaign` (`/context/campaign`),
/// and writes one object to `to`, `/context/traffic` without it (see [Channels]). Nothing is
/// overwritten that has a value.
final class EnrichSteps {
  private static final String CONTEXT = "/context";
  private static final String PAGE = "/context/page/url";
  private static final String CAMPAIGN = "/context/campaign";
  private static final String TRAFFIC = "/context/traffic";
  private static final List<String> PARTS = List.of("browser", "os", "device");
  private static final int MOST_IGNORED = 100;

  private final StepReader reader;
  private final Value.Fields step;
  private final References references;

  EnrichSteps(StepReader reader, Value.Fields step, References references) {
    this.reader = reader;
    this.step = step;
    this.references = references;
  }

  /// What a step of ours writes besides what its `to` says; JSON Pointers.
  static List<String> writes(Value.Fields step) {
    var to = step.text("to");
    return switch (step.text("do")) {
      case "user_agent" ->
          PARTS.stream().map(part -> (to == null ? CONTEXT : to) + "/" + part).toList();
      case "channel" -> to == null ? List.of(TRAFFIC) : List.of();
      case null, default -> List.of();
    };
  }

  /// What a step of ours reads besides its `path`; JSON Pointers.
  static List<String> reads(Value.Fields step) {
    if (!"channel".equals(step.text("do"))) {
      return List.of();
    }
    var page = step.text("page");
    var campaign = step.text("campaign");
    return List.of(page == null ? PAGE : page, campaign == null ? CAMPAIGN : campaign);
  }

  /// A place that a field of the step names, or the usual one.
  private @Nullable Place place(String name, String usual) {
    var written = step.get(name);
    var place = written == null ? Place.of(usual) : placed(written);
    if (place == null || !place.single()) {
      reader.problem("invalid_path", name, written);
      return null;
    }
    return place;
  }

  private static @Nullable Place placed(Value written) {
    return written instanceof Value.Text(var text) ? Place.of(text) : null;
  }

  private boolean single(Place place) {
    if (!place.single()) {
      reader.problem("invalid_path", "path", step.get("path"));
    }
    return place.single();
  }

  Transformation.@Nullable Step userAgent(Place place) {
    var written = step.get("to");
    var into = written == null ? CONTEXT : written instanceof Value.Text(var text) ? text : "";
    var first = Place.of(into + "/" + PARTS.getFirst());
    if (first == null || !first.single() || into.endsWith("/")) {
      reader.problem("invalid_path", "to", written);
      first = null;
    }
    if (!single(place) || first == null) {
      return null;
    }
    var target = first;
    return event ->
        place.in(event) instanceof Value.Text(var agent) && !agent.isBlank()
            ? told(agent, target, event)
            : event;
  }

  private Value.Fields told(String agent, Place target, Value.Fields event) {
    var parts = references.agents().of(agent).parts();
    return parts.isEmpty()
        ? event
        : target.changeObject(
            event,
            true,
            object -> {
              LinkedHashMap<String, Value> copy = null;
              for (var part : parts.entrySet()) {
                if (StepReader.empty(object.values().get(part.getKey()))) {
                  copy = copy == null ? new LinkedHashMap<>(object.values()) : copy;
                  copy.put(part.getKey(), part.getValue());
                }
              }
              return copy == null ? object : new Value.Fields(copy);
            });
  }

  Transformation.@Nullable Step channel(Place referrer) {
    var page = place("page", PAGE);
    var campaign = place("campaign", CAMPAIGN);
    var to =
        step.get("to") == null ? Place.of(TRAFFIC) : reader.target(referrer, step.get("to"), "to");
    var own = ignored();
    if (!single(referrer) || page == null || campaign == null || to == null || own == null) {
      return null;
    }
    return event -> {
      if (!StepReader.empty(to.in(event))) {
        return event;
      }
      var traffic =
          new Channels(references.suffixes(), own)
              .of(
                  text(referrer.in(event)),
                  text(page.in(event)),
                  campaign.in(event) instanceof Value.Fields said ? said : Value.Fields.EMPTY);
      return traffic == null ? event : to.change(event, true, _ -> traffic.fields());
    };
  }

  private static String text(@Nullable Value value) {
    return value instanceof Value.Text(var text) ? text : "";
  }

  /// Domains of one's own; `null` when they are not said well.
  private @Nullable Set<String> ignored() {
    var written = step.get("ignore");
    if (written == null) {
      return Set.of();
    }
    var all = new LinkedHashSet<String>();
    var wrong = new ArrayList<Value>();
    if (!(written instanceof Value.Items(var items)) || items.size() > MOST_IGNORED) {
      reader.problem("not_a_list", "ignore", written);
      return null;
    }
    for (var each : items) {
      var domain = each instanceof Value.Text(var text) ? references.suffixes().domain(text) : null;
      if (domain == null) {
        wrong.add(each);
      } else {
        all.add(domain);
      }
    }
    wrong.forEach(each -> reader.problem("not_a_domain", "ignore", each));
    return wrong.isEmpty() ? all : null;
  }
}
