package io.inyeon.core.recall;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Tells what was an identifier of an event when it was decided. That is on record, by the form
/// that identifiers had then, and is never decided again: a type that nobody knew that day was
/// plain data and stays it. Other rules may only spell the same identifier in another way, since
/// they say from which country a phone number without one is, and how a type's values are brought
/// to one form.
public final class Spellings {
  private final List<IdentifierTypes> others;

  private Spellings(List<IdentifierTypes> others) {
    this.others = List.copyOf(others);
  }

  /// By the rules with which events are read now, and all that ever stood.
  ///
  /// @param present knows all types that there are
  /// @param ever each version that was saved, in any order
  /// @param ready makes types ready for use
  public static Spellings of(
      RulesDocument present,
      List<RulesDocument> ever,
      Function<RulesDocument, IdentifierTypes> ready) {
    var known = new HashSet<Form>();
    known.add(Form.of(present));
    var others = new ArrayList<IdentifierTypes>();
    for (var rules : ever) {
      var whole = rules.knowing(present);
      if (known.add(Form.of(whole))) {
        others.add(ready.apply(whole));
      }
    }
    return new Spellings(others);
  }

  /// All of a rules document that says how identifiers are spelt.
  private record Form(String region, Map<String, IdentifierType.Normaliser> normalisers) {
    static Form of(RulesDocument rules) {
      var normalisers = new HashMap<String, IdentifierType.Normaliser>();
      rules.types().forEach(type -> normalisers.put(type.name(), type.normaliser()));
      return new Form(rules.region(), Map.copyOf(normalisers));
    }
  }

  /// Whether something was an identifier of an event.
  ///
  /// @param source as it was when the event came
  /// @param onRecord whether an identifier, in the form that it had that day, is on record
  public Predicate<Identifier> named(
      Envelope envelope, Body body, Source source, Predicate<Identifier> onRecord) {
    return others.isEmpty() ? onRecord : new Named(envelope, body, source, onRecord);
  }

  private final class Named implements Predicate<Identifier> {
    private final Envelope envelope;
    private final Body body;
    private final Source source;
    private final Predicate<Identifier> onRecord;
    private @Nullable Set<String> types; // that were identifiers, in another spelling

    Named(Envelope envelope, Body body, Source source, Predicate<Identifier> onRecord) {
      this.envelope = envelope;
      this.body = body;
      this.source = source;
      this.onRecord = onRecord;
    }

    @Override
    public boolean test(Identifier identifier) {
      return onRecord.test(identifier) || types().contains(identifier.type());
    }

    private Set<String> types() {
      if (types == null) {
        var named = new HashSet<String>();
        for (var other : others) {
          if (EventReader.read(envelope, body, source, other)
              instanceof Reading.Understood(var event, _)) {
            event.identifiers().stream().filter(onRecord).map(Identifier::type).forEach(named::add);
          }
        }
        types = named;
      }
      return Objects.requireNonNull(types);
    }
  }
}
