/// HTTP enrichers: who follows the log, asks others about people as their purposes permit, and says
/// what they answered as traits.
@NullMarked
package io.inyeon.runtime.enrich;

import org.jspecify.annotations.NullMarked;
