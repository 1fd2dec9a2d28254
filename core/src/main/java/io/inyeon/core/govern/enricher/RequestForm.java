package io.inyeon.core.govern.enricher;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What an enricher asks, and how: a GET of an address, or a POST of chosen fields as JSON.
///
/// @param headers what is sent with every request, and is no secret
/// @param secretHeaders names of headers whose values are kept apart
/// @param body of a POST: names in the JSON object and where in the event, or of the person, each
///   value stands; `null` for a GET
public record RequestForm(
    Target target,
    SequencedMap<String, String> headers,
    List<String> secretHeaders,
    @Nullable SequencedMap<String, Pointer> body) {
  public RequestForm {
    headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    secretHeaders = List.copyOf(secretHeaders);
    body = body == null ? null : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(body));
  }

  /// What came of filling it in.
  public sealed interface Made {
    /// It can be asked.
    ///
    /// @param path path and query
    /// @param body `null` for a GET
    record Asked(String path, Value.@Nullable Fields body) implements Made {}

    /// Neither event nor person has what has to be sent.
    record Missing(Pointer place) implements Made {}
  }

  /// `GET` or `POST`.
  public String method() {
    return body == null ? "GET" : "POST";
  }

  /// What is sent of the person, besides what the event says.
  public List<PersonPlace> ofPerson() {
    var places = new ArrayList<PersonPlace>();
    for (var place : places()) {
      var of = PersonPlace.of(place);
      if (of != null) {
        places.add(of);
      }
    }
    return places;
  }

  /// The places of event and person that are sent, each once, in the order in which they are
  /// written.
  public List<Pointer> places() {
    var places = new ArrayList<>(target.places());
    if (body != null) {
      places.addAll(body.values());
    }
    return places.stream().distinct().toList();
  }

  /// The request for an event, with what is known of the person under [PersonPlace#PERSON] where
  /// something of them is sent. In an address every value must be there; of a body one is enough,
  /// and what is missing is left out.
  public Made of(Value.Fields event) {
    return switch (target.in(event)) {
      case Target.Filled.Missing(var place) -> new Made.Missing(place);
      case Target.Filled.Path(var path) -> {
        if (body == null) {
          yield new Made.Asked(path, null);
        }
        var fields = new LinkedHashMap<String, Value>();
        for (Map.Entry<String, Pointer> each : body.entrySet()) {
          var value = each.getValue().in(event);
          if (value != null) {
            fields.put(each.getKey(), value);
          }
        }
        yield fields.isEmpty()
            ? new Made.Missing(body.firstEntry().getValue())
            : new Made.Asked(path, new Value.Fields(fields));
      }
    };
  }
}
