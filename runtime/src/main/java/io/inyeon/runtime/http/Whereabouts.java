package io.inyeon.runtime.http;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Value;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts on events where they came from, as `context.location` of what the edge knew of them: so it
/// stands in the log with them, and nobody asks again. What an event says of its place itself
/// counts.
///
/// The address is the event's `context.ip`; without one, of a request of browsers and apps, that of
/// who sent it. Of one request, or one file's rows; one thread at a time.
public final class Whereabouts {
  private static final String LOCATION = "location";

  private final PlaceDesk places;
  private final Supplier<String> sender;
  private @Nullable String sent;
  private @Nullable String lastAddress;
  private Value.@Nullable Fields lastBatch;
  private Value.Fields lastContext = Value.Fields.EMPTY;

  /// Of events that come together.
  ///
  /// @param sender the address of who sent them; empty where it says nothing of people
  public Whereabouts(PlaceDesk places, Supplier<String> sender) {
    this.places = places;
    this.sender = sender;
  }

  /// What is said of all the events, with the place of one of them.
  ///
  /// @param batch the same object for all events of a request; so is what comes of it for one place
  @SuppressWarnings("ReferenceEquality") // the same object, or looked at again
  public Value.Fields context(Value.Fields batch, Body event) {
    if (!places.installed() || batch.get(LOCATION) != null) {
      return batch;
    }
    var own = event instanceof Value.Fields fields ? fields.fields("context").text("ip") : null;
    var said = own == null ? batch.text("ip") : own;
    var address = said == null ? sender() : said.strip();
    if (address.equals(lastAddress) && batch == lastBatch) {
      return lastContext;
    }
    var place = address.isEmpty() ? null : places.of(address);
    lastAddress = address;
    lastBatch = batch;
    lastContext = place == null ? batch : with(batch, place);
    return lastContext;
  }

  private static Value.Fields with(Value.Fields batch, Value.Fields place) {
    var context = new LinkedHashMap<>(batch.values());
    context.put(LOCATION, place);
    return new Value.Fields(context);
  }

  private String sender() {
    var known = sent;
    if (known == null) {
      known = sender.get();
      sent = known;
    }
    return known;
  }
}
