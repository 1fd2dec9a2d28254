/// What an event tells beyond what is written on it: by which device, from where, through which
/// channel.
@NullMarked
package io.inyeon.core.govern.enrich;

import org.jspecify.annotations.NullMarked;
