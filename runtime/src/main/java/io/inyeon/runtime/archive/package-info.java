/// The archive: every entry of every kind, whole, for ever, in one DuckDB file for each month of
/// arrival. It is fed from committed entries, exactly once, and answers what needs history: a
/// profile's timeline, the quarantine, a message's trace, and a rebuild from the beginning.
@NullMarked
package io.inyeon.runtime.archive;

import org.jspecify.annotations.NullMarked;
