package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.SourceKind;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How the rows of a file become events: what an operator wrote, checked.
///
/// @param file how the file is read, where it does not tell itself
/// @param formats how texts of times and numbers are read
/// @param empty texts that say nothing, besides the empty one
/// @param key columns that name a row for ever: a later row with the same key is the same event and
///   changes nothing; empty when a row's whole content names it
/// @param prospect columns that name the person of a row without an identifier; empty for the row
///   itself; `null` when such a row is refused
/// @param event the event's own shape, with rules for leaves
/// @param identifiers further ones by type, e.g. `crm_id`
public record Mapping(
    FileForm file,
    Formats formats,
    List<String> empty,
    List<String> key,
    @Nullable List<String> prospect,
    Rule event,
    SortedMap<String, Rule> identifiers) {
  /// The kind of source that files come from.
  public static final SourceKind KIND = SourceKind.IMPORT;

  public Mapping {
    empty = List.copyOf(empty);
    key = List.copyOf(key);
    prospect = prospect == null ? null : List.copyOf(prospect);
  }
}
