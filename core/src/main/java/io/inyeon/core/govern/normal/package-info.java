/// One form for what people write in many: names, addresses, dates, and by the identifiers' own
/// rules e-mail and phone. Each is a pure function, and doing it twice changes nothing.
@NullMarked
package io.inyeon.core.govern.normal;

import org.jspecify.annotations.NullMarked;
