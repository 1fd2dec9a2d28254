package io.inyeon.runtime.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.runtime.http.ErasureDesk;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.signing.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/// Signs certificates with the workspace's own key: Ed25519 (RFC 8032), as a JSON Web Signature in
/// its flattened form (RFC 7515, `EdDSA` of RFC 8037). Whoever has the public key can check that a
/// certificate is of this workspace and that nobody changed it.
///
/// The key is made when it is first needed, in `rights/signing.key` ([SigningKey]).
final class Certificate {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final SigningKey key;

  private Certificate(SigningKey key) {
    this.key = key;
  }

  /// Takes up the workspace's key, or makes it.
  static Certificate of(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new Certificate(SigningKey.of(folder.resolve("signing.key")));
  }

  /// The proof of one erasure.
  ErasureDesk.Certified of(ErasureDesk.Erased erased) {
    var keyId = keyId();
    var head =
        new JsonWriter()
            .startObject()
            .text("alg", "EdDSA")
            .text("typ", "erasure-certificate+json")
            .text("kid", keyId)
            .endObject()
            .bytes();
    var payload = payload(erased);
    var signed = URL.encodeToString(head) + "." + URL.encodeToString(payload);
    var json =
        new JsonWriter()
            .startObject()
            .text("protected", URL.encodeToString(head))
            .text("payload", URL.encodeToString(payload))
            .text("signature", URL.encodeToString(key.signature(signed.getBytes(UTF_8))))
            .text("publicKey", key.publicKey())
            .raw("certificate", new String(payload, UTF_8))
            .endObject();
    return new ErasureDesk.Certified(erased, new String(json.bytes(), UTF_8), keyId);
  }

  /// What is certified. No value of the person's: only keyed hashes.
  private static byte[] payload(ErasureDesk.Erased erased) {
    var erasure = erased.erasure();
    var json =
        new JsonWriter()
            .startObject()
            .text("id", erasure.id())
            .text("subject", erasure.subject().value())
            .text("author", erasure.author())
            .text("reason", erasure.reason())
            .time("askedAt", erasure.at());
    time(json, "effectiveAt", erased.effective());
    time(json, "scrubbedAt", erased.scrubbed());
    json.time("refusesUntil", erasure.until())
        .number("events", erasure.events())
        .number("identifiersKept", erasure.kept())
        .startArray("identifiers");
    erasure.gone().forEach(hash -> json.item(hash.value()));
    json.endArray();
    json.startArray("keptByLaw");
    for (var kept : erased.keptByLaw()) {
      json.startObject()
          .text("kind", kept.kind())
          .number("records", kept.records())
          .time("until", kept.until())
          .endObject();
    }
    json.endArray();
    json.startArray("recipients");
    for (var each : erased.recipients()) {
      json.startObject()
          .text("enricher", each.enricher())
          .text("recipient", each.recipient())
          .text("host", each.host().isEmpty() ? null : each.host())
          .text("purpose", each.purpose())
          .time("last", each.last())
          .endObject();
    }
    json.endArray();
    json.startArray("places");
    for (var place : erased.places()) {
      json.startObject().text("place", place.place()).number("found", place.found());
      time(json, "hiddenAt", place.hidden());
      time(json, "scrubbedAt", place.scrubbed());
      json.text("error", place.error()).endObject();
    }
    return json.endArray().endObject().bytes();
  }

  private static void time(JsonWriter json, String name, long at) {
    if (at > 0) {
      json.time(name, at);
    }
  }

  /// The first 128 bits of the public key's SHA-256, in hex.
  private String keyId() {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(key.publicKey()));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
