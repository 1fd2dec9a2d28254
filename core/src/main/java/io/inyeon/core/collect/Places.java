package io.inyeon.core.collect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Knows where in an event its identifiers stand. The address of the network never is one.
final class Places {
  private final Source source;
  private final IdentifierTypes types;
  private final Faults faults;
  private final Names names;

  Places(Source source, IdentifierTypes types, Faults faults) {
    this.source = source;
    this.types = types;
    this.faults = faults;
    this.names = new Names(types);
  }

  /// The identifiers of any call but an alias.
  ///
  /// @param call `null` when it could not be told; then all places count
  Names of(@Nullable Call call, Value.Fields event, Value.Fields context) {
    take(StandardTypes.USER_ID, event.get("userId"), "/userId");
    take(StandardTypes.ANONYMOUS_ID, event.get("anonymousId"), "/anonymousId");
    if (call == Call.IDENTIFY || call == null) {
      ofTraits(event.fields("traits"), context.fields("traits"));
    }
    if (source.trustsProperties()) {
      var properties = event.fields("properties");
      take(StandardTypes.EMAIL, properties.get("email"), "/properties/email");
      take(StandardTypes.PHONE, properties.get("phone"), "/properties/phone");
    }
    ofDevice(context.fields("device"));
    if (context.get("externalIds") instanceof Value.Items(var items)) {
      ofExternalIds(items);
    }
    if (source.kind() == SourceKind.IMPORT) {
      ofRow(event, call);
    }
    return checked();
  }

  /// A row that an import names by its `rowKey` keeps that name beside any other, so that who is
  /// known by the row alone today can be known by an e-mail address tomorrow. A row without any is
  /// a prospect all the same: by its `messageId`, else by what it says. One with nothing but
  /// blocked values is none: it names nobody.
  private void ofRow(Value.Fields event, @Nullable Call call) {
    var written = event.get("rowKey");
    if (written != null && !Names.blank(written)) {
      var key = Names.text(written);
      if (key == null || !names.take(StandardTypes.ROW, new Value.Text(row(key)))) {
        faults.add(Faults.INVALID_IDENTIFIER, "/rowKey", written);
      }
    } else if (names.none() && !faults.concernIdentifiers()) {
      var messageId = event.get("messageId");
      var own = messageId == null ? null : Names.text(messageId);
      var key = own == null || Characters.blank(own) ? ContentHash.of(event, call) : own;
      if (!names.take(StandardTypes.ROW, new Value.Text(row(key)))) {
        faults.add(Faults.INVALID_IDENTIFIER, "/messageId", new Value.Text(key));
      }
    }
  }

  private String row(String key) {
    return source.id() + "/" + Characters.trimmed(key);
  }

  /// The two identifiers that an alias says are one person; just these. They are one already when
  /// their values are the same.
  Names ofAlias(Value.Fields event) {
    var anchors = source.aliasesAnchors() && source.kind().trusted();
    var from = anchors ? StandardTypes.USER_ID : StandardTypes.ANONYMOUS_ID;
    var now = required(StandardTypes.USER_ID, event.get("userId"), "/userId", "missing_user_id");
    var previous = required(from, event.get("previousId"), "/previousId", "missing_previous_id");
    if (now != null) {
      names.insert(now);
    }
    if (previous != null && (now == null || !previous.value().equals(now.value()))) {
      names.insert(previous);
    }
    return checked();
  }

  /// Libraries that keep in the context what they know of the person may say there what the traits
  /// leave out; a trait that is taken away is not left out.
  private void ofTraits(Value.Fields traits, Value.Fields cached) {
    if (traits.values().containsKey("email")) {
      take(StandardTypes.EMAIL, traits.get("email"), "/traits/email");
    } else {
      take(StandardTypes.EMAIL, cached.get("email"), "/context/traits/email");
    }
    if (traits.values().containsKey("phone")) {
      take(StandardTypes.PHONE, traits.get("phone"), "/traits/phone");
    } else {
      take(StandardTypes.PHONE, cached.get("phone"), "/context/traits/phone");
    }
  }

  private void ofDevice(Value.Fields device) {
    var kind = device.text("type");
    if (kind == null) {
      return;
    }
    var ios = kind.equalsIgnoreCase("ios");
    if (!ios && !kind.equalsIgnoreCase("android")) {
      return;
    }
    take(
        ios ? StandardTypes.IOS_ID : StandardTypes.ANDROID_ID,
        device.get("id"),
        "/context/device/id");
    if (device.get("adTrackingEnabled") instanceof Value.Truth(var allowed) && allowed) {
      take(
          ios ? StandardTypes.IOS_IDFA : StandardTypes.ANDROID_IDFA,
          device.get("advertisingId"),
          "/context/device/advertisingId");
    }
    take(
        ios ? StandardTypes.IOS_PUSH_TOKEN : StandardTypes.ANDROID_PUSH_TOKEN,
        device.get("token"),
        "/context/device/token");
  }

  private void ofExternalIds(List<Value> items) {
    for (var i = 0; i < items.size() && !names.tooMany(); i++) {
      if (items.get(i) instanceof Value.Fields item
          && "users".equals(item.text("collection"))
          && "none".equals(item.text("encoding"))) {
        ofExternalId(item, i);
      }
    }
  }

  private void ofExternalId(Value.Fields item, int index) {
    var written = item.get("id");
    if (written == null || Names.blank(written)) {
      return;
    }
    var asIs = item.text("type");
    var type = asIs == null || types.knows(asIs) ? asIs : IdentifierTypes.typeName(asIs);
    if (StandardTypes.ROW.equals(type) && !source.kind().trusted()) {
      names.mention();
    } else if (type != null && types.knows(type)) {
      if (!names.take(type, written)) {
        faults.add(Faults.INVALID_IDENTIFIER, place(index, "/id"), item);
      }
    } else if (!source.kind().trusted()) {
      names.mention();
    } else if (type == null) {
      names.mention();
      faults.add("invalid_identifier_type", place(index, "/type"), item);
    } else if (!names.create(type)) {
      names.mention();
      faults.add("too_many_identifier_types", place(index, "/type"), item);
    } else if (!names.take(type, written)) {
      faults.add(Faults.INVALID_IDENTIFIER, place(index, "/id"), item);
    }
  }

  private static String place(int index, String field) {
    return "/context/externalIds/" + index + field;
  }

  private void take(String type, @Nullable Value written, String path) {
    if (written != null && !names.take(type, written)) {
      faults.add(Faults.INVALID_IDENTIFIER, path, written);
    }
  }

  private @Nullable Identifier required(
      String type, @Nullable Value written, String path, String missing) {
    if (written == null || Names.blank(written)) {
      faults.add(missing, path);
      return null;
    }
    var text = Names.text(written);
    var identifier = text == null ? null : types.normalise(type, text);
    if (identifier == null) {
      faults.add(Faults.INVALID_IDENTIFIER, path, written);
    }
    return identifier;
  }

  private Names checked() {
    if (names.tooMany()) {
      faults.add("too_many_identifiers", "");
    }
    if (names.nobody() && !faults.concernIdentifiers()) {
      faults.add(new Violation("no_identifier", "", Excerpt.of(names.all())));
    }
    return names;
  }
}
