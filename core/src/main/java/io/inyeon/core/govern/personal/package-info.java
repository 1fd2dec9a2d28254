/// What of people's data an event holds: numbers that are never kept, addresses that are kept in
/// part, and labels that say what a field may be used for.
@NullMarked
package io.inyeon.core.govern.personal;

import org.jspecify.annotations.NullMarked;
