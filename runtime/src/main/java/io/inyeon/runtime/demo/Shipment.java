package io.inyeon.runtime.demo;

/// One event on its way.
///
/// @param body the event's own JSON, in UTF-8
/// @param path of the endpoint that takes this kind of call alone, e.g. `/v1/track`
/// @param expected how it must end; of two with one messageId the second is the duplicate,
///   whichever that is
public record Shipment(byte[] body, String path, Expected expected) {
  Shipment again() {
    return new Shipment(body, path, Expected.DUPLICATE);
  }
}
