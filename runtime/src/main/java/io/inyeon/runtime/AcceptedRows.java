package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Repeat;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.SavedRules;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.recall.Spellings;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.store.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Reads accepted events again from what is on record, as they count in the state in force: what
/// was no identifier when an event came is none, and what belongs to an import that was taken back
/// is left out.
final class AcceptedRows {
  private final Rules rules;
  private final IntFunction<@Nullable Source> sources;
  private final Spellings spellings;
  private final Map<Integer, UndoneImports> undone = new HashMap<>();

  private AcceptedRows(Rules rules, IntFunction<@Nullable Source> sources, Spellings spellings) {
    this.rules = rules;
    this.sources = sources;
    this.spellings = spellings;
  }

  /// By the rules in force and by what state says of imports now.
  ///
  /// @param ready makes types of other rules ready for use
  static AcceptedRows of(
      State state,
      Rules rules,
      IntFunction<@Nullable Source> sources,
      Function<RulesDocument, IdentifierTypes> ready) {
    var ever = new ArrayList<RulesDocument>();
    state.forEach(
        Key.OfSavedRules.class, (Key<SavedRules> _, SavedRules saved) -> ever.add(saved.rules()));
    var rows = new AcceptedRows(rules, sources, Spellings.of(rules.document(), ever, ready));
    state.forEach(
        Key.OfUndone.class,
        (Key<UndoneImports> key, UndoneImports imports) ->
            rows.undone.put(((Key.OfUndone) key).source(), imports.leftOut()));
    return rows;
  }

  /// The event that counts; `null` when none does: it belongs to nobody by these rules, or was
  /// taken back.
  @Nullable Event event(Row row) {
    var source = sources.apply(row.source());
    if (source == null) {
      return null;
    }
    var envelope = EntryCodec.envelope(row.envelope());
    var imports = undone.get(row.source());
    if (imports != null && imports.cover(envelope.first(row.position()), envelope.edgeId())) {
      return null;
    }
    var body = Became.of(row);
    var reading =
        Repeat.narrowed(
            EventReader.read(envelope, body, source, rules.types()),
            spellings.named(envelope, body, source, identifier -> row.names(identifier.toString())),
            rules.types());
    return reading instanceof Reading.Understood(var event, _) ? event : null;
  }
}
