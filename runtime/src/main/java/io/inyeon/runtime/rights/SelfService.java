package io.inyeon.runtime.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.ConsentDesk;
import io.inyeon.runtime.http.Recall;
import io.inyeon.runtime.http.RightsRecords.Kind;
import io.inyeon.runtime.http.RightsRecords.Request;
import io.inyeon.runtime.http.RightsRecords.Wanted;
import io.inyeon.runtime.http.SelfServiceDesk;
import io.inyeon.runtime.http.Who;
import java.math.BigDecimal;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Links of the self-service page. What stands in an address is the link's id, its end in seconds
/// and an HMAC-SHA-256 over both by a key that is made of the workspace's: it holds nothing of the
/// person, nobody can make one or move its end, and nothing that is kept or listed gives it back.
final class SelfService implements SelfServiceDesk {
  private static final String ROOM = "self-service";
  private static final String CHANNEL = "self_service";
  private static final Pattern TOKEN =
      Pattern.compile("(ssl_[0-9a-f]{21})\\.([0-9a-z]{1,12})\\.([A-Za-z0-9_-]{43})");
  private static final int RADIX = 36;
  private static final long SECOND = 1_000;

  private final House house;
  private final ConsentDesk consents;
  private final Records records;
  private final Object filing = new Object();

  SelfService(House house, ConsentDesk consents, Records records) {
    this.house = house;
    this.consents = consents;
    this.records = records;
  }

  // ---- links

  @Override
  public @Nullable Made make(Who who, long expiresAt, String identityNote, String author)
      throws Unavailable {
    var identifier = house.identifier(who);
    if (identifier == null || house.state().read(new Key.OfIdentifier(identifier)) == null) {
      return null;
    }
    var subject = ProfileIds.of(house.rules().document().workspaceKey(), identifier).value();
    var end = Math.floorDiv(expiresAt, SECOND) * SECOND;
    var now = house.now();
    var link = new Link(Records.id("ssl", now), subject, identityNote, author, now, end, 0);
    save(link, author);
    var signed = signed(link.id(), end);
    return new Made(link, signed + "." + signature(signed));
  }

  private static String signed(String id, long end) {
    return id + "." + Long.toString(end / SECOND, RADIX);
  }

  private String signature(String signed) {
    var key = HexFormat.of().parseHex(house.rules().document().workspaceKey());
    var own = hmac(key, "self-service links");
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(own, signed));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible); // every Java has it, and takes any key
    }
  }

  private void save(Link link, String author) throws Unavailable {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("subject", new Value.Text(link.subject()));
    fields.put("identityNote", new Value.Text(link.identityNote()));
    fields.put("author", new Value.Text(link.author()));
    fields.put("at", whole(link.at()));
    fields.put("expiresAt", whole(link.expiresAt()));
    fields.put("revokedAt", whole(link.revokedAt()));
    house.enter(
        new Entry.RightsSaved(0, house.now(), author, ROOM, link.id(), new Value.Fields(fields)));
  }

  private static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  private @Nullable Link link(String id) {
    var fields = house.state().read(new Key.OfRights(ROOM, id));
    return fields == null ? null : link(id, fields);
  }

  private static Link link(String id, Value.Fields fields) {
    return new Link(
        id,
        String.valueOf(fields.text("subject")),
        String.valueOf(fields.text("identityNote")),
        String.valueOf(fields.text("author")),
        Records.number(fields, "at"),
        Records.number(fields, "expiresAt"),
        Records.number(fields, "revokedAt"));
  }

  @Override
  public List<Link> links(String after, int limit) {
    var all = new ArrayList<Link>();
    Records.each(
        house,
        ROOM,
        after,
        (id, fields) -> {
          if (!id.equals(after)) {
            all.add(link(id, fields));
          }
          return all.size() < limit;
        });
    return all;
  }

  @Override
  public @Nullable Link revoke(String id, String author) throws Unavailable {
    var link = link(id);
    if (link == null || link.revokedAt() > 0) {
      return link;
    }
    var ended =
        new Link(
            link.id(),
            link.subject(),
            link.identityNote(),
            link.author(),
            link.at(),
            link.expiresAt(),
            house.now());
    save(ended, author);
    return ended;
  }

  // ---- visits

  @Override
  public @Nullable Visit visit(String token) throws Unavailable {
    var match = TOKEN.matcher(token);
    if (!match.matches()) {
      return null;
    }
    var signature = signature(match.group(1) + "." + match.group(2));
    if (!MessageDigest.isEqual(signature.getBytes(UTF_8), match.group(3).getBytes(UTF_8))) {
      return null;
    }
    var link = link(match.group(1));
    var now = house.now();
    if (link == null
        || !link.active(now)
        || !signed(link.id(), link.expiresAt()).equals(match.group(1) + "." + match.group(2))) {
      return null;
    }
    var who = who(link);
    var part = house.part(who);
    if (part.isEmpty()) {
      return null; // erased since
    }
    try {
      var standing = consents.standing(who, null, Recall.EVER);
      var key = house.rules().document().workspaceKey();
      return standing == null
          ? null
          : new Visit(
              link,
              ZoneId.of(house.rules().document().timeZone()),
              now,
              standing.purposes().stream().filter(each -> each.purpose().active()).toList(),
              records.requestsOf(
                  part.stream().map(each -> ProfileIds.of(key, each).value()).toList()));
    } catch (Recall.TooMuch e) {
      throw new IllegalStateException("the present needs no history", e);
    }
  }

  /// Under which name it is on record: nobody of the house did it.
  private static String by(Link link) {
    return CHANNEL + " " + link.id();
  }

  private static Who who(Link link) {
    return new Who.Id(new ProfileId(link.subject()));
  }

  @Override
  public boolean decide(Visit visit, String purpose, int version, boolean granted, String language)
      throws Unavailable {
    var shown = house.rules().purposes().of(purpose);
    if (shown == null || !shown.active() || shown.version() != version) {
      return false;
    }
    var one = new LinkedHashMap<String, Value>();
    one.put("purpose", new Value.Text(purpose));
    one.put("decision", new Value.Text(granted ? "granted" : "withdrawn"));
    one.put("wordingVersion", whole(version));
    if (shown.texts().containsKey(language)) {
      one.put("language", new Value.Text(language));
    }
    var said =
        consents.record(
            new Value.Fields(
                Map.of(
                    "profile", new Value.Text(visit.link().subject()),
                    "channel", new Value.Text(CHANNEL),
                    "consents", new Value.Items(List.of(new Value.Fields(one))))),
            by(visit.link()));
    return said instanceof ConsentDesk.Recorded.Done;
  }

  @Override
  public @Nullable Request file(Visit visit, Kind kind, String about, String words)
      throws Unavailable {
    var link = visit.link();
    // Held, so that a form that is sent twice files one request.
    synchronized (filing) {
      var open = records.requestsOf(List.of(link.subject()));
      if (open.stream()
          .anyMatch(each -> each.waits() && each.kind() == kind && each.about().equals(about))) {
        return null;
      }
      return records.ask(
          new Wanted(who(link), kind, null, null, CHANNEL, about, words, link.identityNote()),
          by(link));
    }
  }
}
