package io.inyeon.runtime.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Answers of the management API, smaller for those who ask for it.
///
/// Nobody from elsewhere can make a browser send such a request with somebody's session and watch
/// its length (no CORS, SameSite), which is what makes compression of secrets a risk elsewhere.
final class Compression {
  /// Below it, what compression saves fits in the packet that is sent anyway.
  static final int FROM_BYTES = 1_400;

  private static final int LEVEL = 6;

  private static final Header GZIP =
      HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
  private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");

  private Compression() {}

  /// @param accepted the request's Accept-Encoding
  static Answer of(Answer answer, @Nullable String accepted) {
    if (answer.streaming() != null || answer.body().length < FROM_BYTES) {
      return answer;
    }
    var varying = varying(answer);
    return asks(accepted) ? varying.with(GZIP).with(gzip(answer.body())) : varying;
  }

  private static Answer varying(Answer answer) {
    for (var header : answer.headers()) {
      if (header.headerName().equals(HeaderNames.VARY)) {
        return answer.with(
            HeaderValues.create(HeaderNames.VARY, header.get() + ", Accept-Encoding"));
      }
    }
    return answer.with(VARY);
  }

  /// Whether gzip is named there, and not with a weight of nought (RFC 9110, 12.5.3).
  private static boolean asks(@Nullable String accepted) {
    if (accepted == null) {
      return false;
    }
    for (var coding : accepted.split(",", -1)) {
      var parts = coding.strip().split("\\s*;\\s*", 2);
      if (parts[0].equalsIgnoreCase("gzip")) {
        return parts.length == 1 || !parts[1].matches("q\\s*=\\s*0(\\.0*)?");
      }
    }
    return false;
  }

  private static byte[] gzip(byte[] body) {
    var bytes = new ByteArrayOutputStream(body.length / 4);
    try (var out = new Even(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A third of a millisecond for 20 KB; the slowest levels save no more to speak of.
  private static final class Even extends GZIPOutputStream {
    Even(OutputStream out) throws IOException {
      super(out);
      def.setLevel(LEVEL);
    }
  }
}
