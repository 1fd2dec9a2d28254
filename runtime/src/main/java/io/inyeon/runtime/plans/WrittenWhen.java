package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.ConditionReader;
import io.inyeon.core.segment.Lineage;
import org.jspecify.annotations.Nullable;

/// The `when` of a transformation or an enricher, as a reader of fields.
final class WrittenWhen {
  private WrittenWhen() {}

  /// Whether it asks for a field of an event; none asks for nothing.
  static boolean reads(@Nullable Value written, Patterns patterns, String event, String field) {
    return written != null
        && ConditionReader.read(written, "/when", patterns)
            instanceof ConditionReader.Reading.Good(var condition)
        && Lineage.reads(condition, field.startsWith("traits.") ? "" : event, field);
  }
}
