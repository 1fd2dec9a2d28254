package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.Row;
import org.jspecify.annotations.Nullable;

/// A row as far as it could be read.
///
/// @param fault why it is no whole row; `null` when it is one
record Line(Row row, @Nullable Violation fault) {}
