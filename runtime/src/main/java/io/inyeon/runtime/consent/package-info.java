/// The consent ledger on disk: an append-only chain of entries that follows the log.
@NullMarked
package io.inyeon.runtime.consent;

import org.jspecify.annotations.NullMarked;
