package io.inyeon.runtime.importing;

import java.net.URI;
import java.nio.file.Path;

/// What `inyeon import` is told.
///
/// @param server e.g. `http://127.0.0.1:7070`
/// @param key a management key
/// @param source id or name of the source; one of that name is made where there is none
/// @param map a file, or the name of a ready-made map
/// @param rehearse whether nothing is to be taken
/// @param rejected where the rows that were not accepted are written, as JSON Lines
public record Order(
    URI server,
    String key,
    Path file,
    String source,
    String map,
    boolean rehearse,
    Path rejected) {}
