/// People's data in what comes in: masked before it is kept, labelled, kept from bots.
@NullMarked
package io.inyeon.runtime.personal;

import org.jspecify.annotations.NullMarked;
