package io.inyeon.core.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the identifiers of one event, strongest first.
final class Names {
  /// An event with more identifiers than this is about nobody in particular.
  static final int MAX = 16;

  private final IdentifierTypes types;
  private final Identifier[] taken = new Identifier[MAX];
  private final int[] priorities = new int[MAX];
  private List<String> newTypes = List.of();
  private int size;
  private int mentions;

  Names(IdentifierTypes types) {
    this.types = types;
  }

  /// Takes what was written for an identifier of the type. Nothing, a blank, or words where a phone
  /// number was expected are none; a second value of one type stays plain data.
  ///
  /// @return false when it can't be one and should have been: a list, a lone surrogate, far too
  ///   long
  boolean take(String type, @Nullable Value written) {
    if (written == null || written == Value.Nothing.NOTHING) {
      return true;
    }
    var text = text(written);
    if (text == null) {
      mentions++;
      return false;
    }
    var identifier = types.normalise(type, text);
    if (identifier != null) {
      add(identifier);
      return true;
    }
    return isNone(type, text);
  }

  /// The text, or the number's decimal text; `null` for anything that cannot name anybody.
  static @Nullable String text(Value written) {
    return switch (written) {
      case Value.Text(var text) -> text;
      case Value.Decimal(var number) -> Decimals.plain(number);
      case Value.Truth _, Value.Time _, Value.Items _, Value.Fields _, Value.Nothing _ -> null;
    };
  }

  /// Whether it says nothing: real libraries send `"userId": ""` on every anonymous event.
  static boolean blank(Value written) {
    return written instanceof Value.Text(var text) && Characters.blank(text);
  }

  private boolean isNone(String type, String text) {
    var trimmed = Characters.trimmed(text);
    if (trimmed.isEmpty()) {
      return true;
    }
    mentions++;
    return types.type(type).normaliser() == IdentifierType.Normaliser.PHONE
        && trimmed.length() <= IdentifierTypes.MAX_LENGTH
        && Characters.fit(trimmed);
  }

  private void add(Identifier identifier) {
    for (var i = 0; i < size; i++) {
      if (taken[i].type().equals(identifier.type())) {
        if (!taken[i].value().equals(identifier.value())) {
          mentions++;
        }
        return;
      }
    }
    insert(identifier);
  }

  /// Takes an identifier even if there is one of its type.
  void insert(Identifier identifier) {
    mentions++;
    if (size == MAX) {
      return;
    }
    var priority = types.priority(identifier.type());
    var at = size++;
    while (at > 0
        && (priorities[at - 1] > priority
            || (priorities[at - 1] == priority && taken[at - 1].compareTo(identifier) > 0))) {
      taken[at] = taken[at - 1];
      priorities[at] = priorities[at - 1];
      at--;
    }
    taken[at] = identifier;
    priorities[at] = priority;
  }

  /// Notes that the event brings a type into being.
  ///
  /// @return false when the workspace has no room for another
  boolean create(String type) {
    if (newTypes.contains(type)) {
      return true;
    }
    if (newTypes.size() >= types.room()) {
      return false;
    }
    if (newTypes.isEmpty()) {
      newTypes = new ArrayList<>();
    }
    newTypes.add(type);
    return true;
  }

  /// Counts something that claims to be an identifier and stays plain data.
  void mention() {
    mentions++;
  }

  /// Whether more was claimed to be an identifier than an event may have; then what follows need
  /// not be looked at.
  boolean tooMany() {
    return mentions > MAX;
  }

  /// Whether there are none.
  boolean none() {
    return size == 0;
  }

  /// Whether none of them names anybody, by the rules.
  boolean nobody() {
    for (var i = 0; i < size; i++) {
      if (!types.blocked(taken[i])) {
        return false;
      }
    }
    return true;
  }

  List<Identifier> all() {
    return List.of(Arrays.copyOf(taken, size));
  }

  List<String> newTypes() {
    return newTypes;
  }
}
