/// Turns the rows of files into events, by a map that an operator wrote.
@NullMarked
package io.inyeon.core.collect.mapping;

import org.jspecify.annotations.NullMarked;
