/// Conditions as SQL: the same answers as [io.inyeon.core.segment.Evaluator], for everybody at
/// once. Pure text; whoever has a database runs it.
@NullMarked
package io.inyeon.core.segment.sql;

import org.jspecify.annotations.NullMarked;
