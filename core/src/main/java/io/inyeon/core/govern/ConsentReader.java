package io.inyeon.core.govern;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Timestamps;
import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds what an event says about consent, in each of the forms that are in use on the wire.
///
/// Fails closed: only a clear yes grants. What is there and is neither a clear yes nor an explicit
/// nothing counts as a no.
public final class ConsentReader {
  /// Characters of the longest purpose; a longer one is no purpose.
  static final int LONGEST = 200;

  /// The channel of a consent that was confirmed from the address it is for, unless the event names
  /// another.
  static final String DOUBLE_OPT_IN = "double_opt_in";

  /// Reports what was chosen, and is no behaviour.
  static final String PREFERENCE = "Segment Consent Preference Updated";

  private ConsentReader() {}

  /// Whether the event only reports preferences and is no behaviour.
  public static boolean preferenceOnly(Event event) {
    return event.head().call() == Call.TRACK && event.head().name().equals(PREFERENCE);
  }

  /// All statements in an event; two about one purpose may contradict each other, and then the
  /// withdrawal stands.
  public static List<ConsentStatement> read(Event event) {
    var context = event.context();
    var segment = context.get("consent");
    var rudder = context.get("consentManagement");
    var subscriptions = context.get("messaging_subscriptions");
    var name = event.head().call() == Call.TRACK ? event.head().name() : "";
    // Who owns an address is proved by what came back from it, and only a server of ours can know
    // that: a browser that says so proves nothing, and its own grant was read before.
    var confirmed =
        event.kind().trusted() && isNamed(name, "Consent Confirmed", "consent_confirmed");
    var granted = confirmed || isNamed(name, "Consent Granted", "consent_granted");
    var withdrawn = !granted && namesWithdrawal(name);
    if (segment == null && rudder == null && subscriptions == null && !granted && !withdrawn) {
      return List.of();
    }
    var reading = new Statements(event);
    if (segment instanceof Value.Fields fields) {
      reading.categories(fields.get("categoryPreferences"));
    }
    if (rudder instanceof Value.Fields fields) {
      var denied = fields.get("deniedConsentIds");
      if (denied == null || denied instanceof Value.Items || denied instanceof Value.Text) {
        reading.all(fields.get("allowedConsentIds"), true);
      }
      reading.all(denied, false);
    }
    if (subscriptions != null) {
      reading.subscriptions(subscriptions);
    }
    if (granted || withdrawn) {
      reading.own(event.properties(), granted, confirmed);
    }
    return reading.statements;
  }

  /// Whether the event was sent to take a consent back: no plan may stand in its way. An event of
  /// something else that repeats what was chosen in a banner is none.
  public static boolean withdraws(Event event) {
    var name = event.head().call() == Call.TRACK ? event.head().name() : "";
    return (preferenceOnly(event)
            || event.context().get("messaging_subscriptions") != null
            || namesWithdrawal(name))
        && read(event).stream().anyMatch(statement -> !statement.granted());
  }

  /// Whether an event of that name takes a consent back.
  static boolean namesWithdrawal(@Nullable String name) {
    return name != null && isNamed(name, "Consent Withdrawn", "consent_withdrawn");
  }

  private static boolean isNamed(String name, String spoken, String snake) {
    var plain = name.strip();
    return plain.equalsIgnoreCase(spoken) || plain.equalsIgnoreCase(snake);
  }

  /// The statements of one event while they are found.
  private static final class Statements {
    private final Event event;
    private final List<ConsentStatement> statements = new ArrayList<>();
    private @Nullable String wording;
    private @Nullable String language;
    private @Nullable String channel;
    private long expiresAt = ConsentStatement.NEVER;
    private boolean guardian;

    Statements(Event event) {
      this.event = event;
      this.channel = event.kind().name().toLowerCase(Locale.ROOT);
    }

    /// `{"Advertising": true, "Analytics": false}`.
    void categories(@Nullable Value categories) {
      if (categories instanceof Value.Fields(var preferences)) {
        for (var preference : preferences.entrySet()) {
          if (preference.getValue() != Value.Nothing.NOTHING) {
            add(preference.getKey(), preference.getValue() instanceof Value.Truth(var yes) && yes);
          }
        }
      }
    }

    /// `["analytics", "ads"]`, or one text.
    void all(@Nullable Value purposes, boolean granted) {
      if (purposes instanceof Value.Text(var purpose)) {
        add(purpose, granted);
      } else if (purposes instanceof Value.Items(var items)) {
        for (var item : items) {
          if (item instanceof Value.Text(var purpose)) {
            add(purpose, granted);
          } else if (item instanceof Value.Decimal(var number)) {
            add(number.toString(), granted);
          }
        }
      }
    }

    /// `[{"key": "kim@example.kr", "type": "EMAIL", "status": "SUBSCRIBED", "groups": [{"name":
    /// "Weekly", "status": "UNSUBSCRIBED"}]}]`: Segment's subscriptions. The types are EMAIL, SMS,
    /// WHATSAPP, ANDROID_PUSH and IOS_PUSH, the states SUBSCRIBED, UNSUBSCRIBED and
    /// DID_NOT_SUBSCRIBE, in either case; all but the first permit nothing.
    void subscriptions(Value subscriptions) {
      if (!(subscriptions instanceof Value.Items(var items))) {
        return;
      }
      for (var item : items) {
        if (item instanceof Value.Fields subscription) {
          var type = subscription.text("type");
          if (type != null && !type.isBlank()) {
            subscription(purpose(type.strip().toLowerCase(Locale.ROOT)), subscription);
          }
        }
      }
    }

    private void subscription(String purpose, Value.Fields subscription) {
      status(purpose, subscription);
      if (subscription.get("groups") instanceof Value.Items(var groups)) {
        for (var group : groups) {
          if (group instanceof Value.Fields fields && fields.text("name") != null) {
            status(purpose + "/" + fields.text("name"), fields);
          }
        }
      }
    }

    private void status(String purpose, Value.Fields fields) {
      var status = fields.get("status");
      if (status != null) {
        add(
            purpose,
            status instanceof Value.Text(var text) && text.strip().equalsIgnoreCase("SUBSCRIBED"));
      }
    }

    private static String purpose(String type) {
      return switch (type) {
        case "ios_push", "android_push", "push" -> "push";
        default -> type + "_marketing";
      };
    }

    /// Our own: `Consent Granted {purpose, wordingVersion, language, channel, expiresAt,
    /// guardian}`, and from a trusted source `Consent Confirmed` with the same: the second step of
    /// a double opt-in.
    void own(Value.Fields properties, boolean granted, boolean confirmed) {
      wording = first(properties, "wordingVersion", "wording_version", "wording", "version");
      language = first(properties, "language");
      var by = first(properties, "channel");
      channel = by != null ? by : confirmed ? DOUBLE_OPT_IN : channel;
      expiresAt = granted ? end(properties) : ConsentStatement.NEVER;
      guardian = event.kind().trusted() && named(properties.get("guardian"));
      var before = statements.size();
      all(properties.get("purpose"), granted);
      all(properties.get("purposes"), granted);
      if (!granted && statements.size() == before) {
        add(ConsentStatement.EVERYTHING, false);
      }
    }

    /// Until when a grant holds. An end that cannot be read is over at once: it was meant to end.
    private long end(Value.Fields properties) {
      for (var name : List.of("expiresAt", "expires_at", "expires")) {
        var written = properties.get(name);
        if (written != null) {
          var end = Timestamps.read(written);
          return end == Timestamps.UNREADABLE ? event.head().time() : end;
        }
      }
      return ConsentStatement.NEVER;
    }

    /// Whether anything is said of a guardian. A browser that says so proves nothing.
    private static boolean named(@Nullable Value guardian) {
      return switch (guardian) {
        case Value.Truth(var yes) -> yes;
        case Value.Text(var name) -> !name.isBlank();
        case Value.Fields(var fields) -> !fields.isEmpty();
        case null, default -> false;
      };
    }

    private static @Nullable String first(Value.Fields properties, String... names) {
      for (var name : names) {
        var value = properties.get(name);
        if (value instanceof Value.Text(var text) && !text.isBlank()) {
          return bounded(text.strip());
        }
        if (value instanceof Value.Decimal(var number)) {
          return bounded(number.toString());
        }
      }
      return null;
    }

    private static String bounded(String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private void add(String written, boolean granted) {
      var purpose = written.strip();
      var everything = purpose.equals(ConsentStatement.EVERYTHING);
      if (purpose.isEmpty() || purpose.length() > LONGEST || (everything && granted)) {
        return;
      }
      statements.add(
          new ConsentStatement(
              purpose,
              granted,
              event.head().time(),
              event.head().messageId(),
              event.head().source(),
              wording,
              language,
              channel,
              expiresAt,
              guardian));
    }
  }
}
