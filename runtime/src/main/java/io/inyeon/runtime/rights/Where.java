package io.inyeon.runtime.rights;

/// Where something of a person may be: the places of an erasure.
public enum Where {
  /// Who is who, traits, counts, memberships.
  STATE,
  /// Every event and entry, by month.
  ARCHIVE,
  /// Events that were not accepted.
  QUARANTINE,
  /// Entries since the last recycling.
  LOG,
  /// What state still had to tell the archive.
  OUTBOX,
  /// The index by which people are found.
  SEARCH,
  /// People and events in columns, of which previews are asked.
  READ_MODEL,
  /// Names and values that many share.
  VOCABULARY,
  /// Counts of data quality, where a source named an event or a field after somebody.
  QUALITY,
  /// Imported files and their rejected rows.
  IMPORTS,
  /// Replays beside the present.
  SCRATCH,
  /// Reports of tasks and lists of who was united or divided.
  TASKS,
  /// The ledger of consents.
  CONSENTS,
  /// What enrichers sent of people, and what was answered.
  ENRICHERS
}
