package io.inyeon.runtime.http;

import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.json.Reasons;
import java.util.List;

/// What went wrong, as RFC 9457 has it, with a code that never changes.
///
/// @param status of HTTP
/// @param code stable; clients translate it
/// @param detail what is safe and what to do
/// @param retryAfterSeconds 0 when trying again is of no use
/// @param reasons what is wrong with a document that was sent; mostly none
record Problem(
    int status, String code, String detail, int retryAfterSeconds, List<Violation> reasons) {
  Problem {
    reasons = List.copyOf(reasons);
  }

  Problem(int status, String code, String detail, int retryAfterSeconds) {
    this(status, code, detail, retryAfterSeconds, List.of());
  }

  Problem(int status, String code, String detail) {
    this(status, code, detail, 0);
  }

  byte[] json() {
    var json =
        new JsonWriter()
            .startObject()
            .text("title", title())
            .number("status", status)
            .text("code", code)
            .text("detail", detail);
    if (!reasons.isEmpty()) {
      json.raw("reasons", Reasons.json(reasons));
    }
    return json.endObject().bytes();
  }

  private String title() {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 408 -> "Request timeout";
      case 409 -> "Conflict";
      case 412 -> "Precondition failed";
      case 413 -> "Too large";
      case 414 -> "Address too long";
      case 415 -> "Unsupported encoding";
      case 422 -> "Cannot be answered";
      case 428 -> "Precondition required";
      case 429 -> "Too many events";
      case 500 -> "Our mistake";
      case 503 -> "Unavailable";
      case 504 -> "Not yet";
      default -> "Problem";
    };
  }
}
