package io.inyeon.runtime.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// A request's body, inflated, and never larger than allowed: neither before nor after inflating is
/// more than that ever held.
final class RequestBody {
  /// Bytes that a body may have, inflated.
  static final int LIMIT = 512_000;

  /// What a deflated body may have on top, since deflating what cannot be deflated adds a little.
  static final int SLACK = 4_096;

  private static final int FIRST = 8_192;

  private RequestBody() {}

  static byte[] read(Exchange exchange) throws Refusal {
    var whole = inflated(raw(exchange), exchange.header(HeaderNames.CONTENT_ENCODING));
    if (whole.length > LIMIT) {
      throw new Refusal(tooLarge());
    }
    return whole;
  }

  /// The body's fields, free texts without numbers that are never kept; an empty body has none.
  static Value.Fields fields(Exchange exchange) throws Refusal {
    var body = read(exchange);
    if (body.length == 0) {
      return Value.Fields.EMPTY;
    }
    if (JsonReader.event(body) instanceof Value.Fields fields) {
      return FreeTexts.masked(fields);
    }
    throw new Refusal(400, "invalid_json", "The body must be a JSON object.");
  }

  /// The body just as it came, be it gzip or not.
  static byte[] raw(Exchange exchange) throws Refusal {
    var request = exchange.request();
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    byte[] raw;
    try {
      var length = request.headers().contentLength().orElse(FIRST);
      raw = all(request.content().inputStream(), (int) Math.min(length, LIMIT), LIMIT + SLACK);
    } catch (RequestException e) {
      if (e.status().code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
        throw new Refusal(tooLarge(), Refusal.After.LINGER);
      }
      throw unframed();
    } catch (IllegalArgumentException | DataReader.IncorrectNewLineException _) {
      throw unframed();
    } catch (IOException e) {
      throw new IllegalStateException("the server's streams throw unchecked", e);
    }
    if (raw.length > LIMIT + SLACK) {
      throw new Refusal(tooLarge(), Refusal.After.LINGER);
    }
    return raw;
  }

  static Problem tooLarge() {
    return new Problem(
        413,
        "body_too_large",
        "A request may have "
            + LIMIT
            + " bytes after inflating. Nothing of it was taken: send"
            + " fewer events in each.");
  }

  /// Where the body ends cannot be told, so nothing can follow it.
  private static Refusal unframed() {
    return new Refusal(
        new Problem(400, "bad_request", "Nothing was taken: the body's chunks are broken."),
        Refusal.After.CLOSE);
  }

  /// What is gzip says so itself, whatever the labels say.
  private static byte[] inflated(byte[] raw, @Nullable String label) throws Refusal {
    var encoding = label == null ? "" : label.toLowerCase(Locale.ROOT);
    try {
      if (raw.length >= 2 && raw[0] == 0x1f && raw[1] == (byte) 0x8b) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(raw), FIRST)) {
          return all(in, Math.min(raw.length * 6, LIMIT), LIMIT);
        }
      }
      if (encoding.equals("deflate") && raw.length > 0 && (raw[0] & 0x0f) == 8) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(raw))) {
          return all(in, Math.min(raw.length * 6, LIMIT), LIMIT);
        }
      }
    } catch (IOException e) {
      throw new Refusal(
          400, "invalid_gzip", "The body cannot be inflated, nothing was taken: " + e.getMessage());
    }
    if (encoding.equals("br") || encoding.equals("zstd")) {
      throw new Refusal(
          415, "unsupported_encoding", "Nothing was taken. Send it plain or as gzip.");
    }
    return raw;
  }

  /// Everything there is, or a little more than `most`.
  private static byte[] all(InputStream in, int first, int most) throws IOException {
    var bytes = new byte[Math.max(first, 16) + 1];
    var count = 0;
    while (true) {
      var read = in.read(bytes, count, bytes.length - count);
      if (read < 0) {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
      }
      count += read;
      if (count > most) {
        return Arrays.copyOf(bytes, count);
      }
      if (count == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, most + FIRST));
      }
    }
  }
}
