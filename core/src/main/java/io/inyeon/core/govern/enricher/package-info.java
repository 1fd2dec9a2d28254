/// Asking others about a person: what an HTTP enricher may send, to whom, and what of the answer is
/// taken. It decides; who connects is the shell.
@NullMarked
package io.inyeon.core.govern.enricher;

import org.jspecify.annotations.NullMarked;
