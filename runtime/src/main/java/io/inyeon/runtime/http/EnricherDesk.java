package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.QualityDesk.Said;
import java.util.List;
import java.util.Map;

/// HTTP enrichers: who is asked about people, when and why, and how that goes.
public interface EnricherDesk {
  /// All of them, with how they stand.
  Said all();

  Said one(String id);

  /// Who saved which version when and why, the newest first.
  ///
  /// @param before only versions below this one
  Said versions(String id, int before, int limit);

  Said version(String id, int version);

  /// Saves the next version, whole.
  ///
  /// @param after the version that the author has seen; -1 for whichever
  Said save(String id, Value.Fields written, int after, String author) throws Unavailable;

  /// Sets secret headers, or takes them away. Nobody is ever told their values.
  Said secrets(String id, Value.Fields written, String author) throws Unavailable;

  /// What a draft would ask about an event on record; asks it, if that is wanted and permitted.
  Said preview(Value.Fields wanted) throws Unavailable;

  /// Events that were given up, in the order of the log.
  ///
  /// @param after position of the last one seen; 0 for none
  Said failures(String id, long after, int limit) throws Unavailable;

  /// Has events tried again that were given up.
  Said retry(String id, Value.Fields wanted);

  /// Drops events that were given up, for a reason that stays on record.
  Said drop(String id, Value.Fields wanted, String author) throws Unavailable;

  /// Who dropped such events when and why, the newest first.
  ///
  /// @param before only drops below this number
  Said drops(String id, int before, int limit);

  /// What was sent of somebody, in the order of time; names of fields and no values.
  List<Shared> shared(Who who) throws Unavailable;

  /// Who gets data of people by what is defined now.
  List<Recipient> recipients();

  /// Enrichers that set a trait.
  List<Value> setting(String trait);

  /// Some data of a person that somebody outside was sent.
  ///
  /// @param at milliseconds since 1970
  /// @param host that was asked; empty for what was sent before this was noted
  /// @param fields JSON Pointers into the event
  record Shared(
      long at,
      String enricher,
      String recipient,
      String host,
      String purpose,
      List<String> fields) {
    public Shared {
      fields = List.copyOf(fields);
    }
  }

  /// Somebody outside who gets data of people.
  ///
  /// @param status `draft`, `active` or `paused`
  record Recipient(
      String enricher,
      String name,
      String status,
      String recipient,
      String purpose,
      List<String> fields) {
    public Recipient {
      fields = List.copyOf(fields);
    }
  }

  /// Where there are none.
  EnricherDesk NONE =
      new EnricherDesk() {
        private Said nothing() {
          return new Said.Missing("enricher_not_found", "There is no such enricher.");
        }

        @Override
        public Said all() {
          return new Said.Good(new Value.Fields(Map.of("enrichers", new Value.Items(List.of()))));
        }

        @Override
        public Said one(String id) {
          return nothing();
        }

        @Override
        public Said versions(String id, int before, int limit) {
          return nothing();
        }

        @Override
        public Said version(String id, int version) {
          return nothing();
        }

        @Override
        public Said save(String id, Value.Fields written, int after, String author) {
          return nothing();
        }

        @Override
        public Said secrets(String id, Value.Fields written, String author) {
          return nothing();
        }

        @Override
        public Said preview(Value.Fields wanted) {
          return nothing();
        }

        @Override
        public Said failures(String id, long after, int limit) {
          return nothing();
        }

        @Override
        public Said retry(String id, Value.Fields wanted) {
          return nothing();
        }

        @Override
        public Said drop(String id, Value.Fields wanted, String author) {
          return nothing();
        }

        @Override
        public Said drops(String id, int before, int limit) {
          return nothing();
        }

        @Override
        public List<Shared> shared(Who who) {
          return List.of();
        }

        @Override
        public List<Recipient> recipients() {
          return List.of();
        }

        @Override
        public List<Value> setting(String trait) {
          return List.of();
        }
      };
}
