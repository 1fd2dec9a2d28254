package io.inyeon.runtime.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import io.inyeon.core.collect.PhoneNumbers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The world's numbering plans, by libphonenumber; remembers what it worked out.
///
/// A number counts when its plan has numbers of its length. Whether its range is assigned is not
/// asked: ranges are assigned all the time, and a person's identity must not hang on the age of a
/// library. A number with an extension names a switchboard, not a person, and is none.
///
/// For any number of threads.
public final class NumberingPlans implements PhoneNumbers {
  /// Numbers remembered, at about 200 bytes each: working one out takes some 15 microseconds, to
  /// remember it a twentieth of one.
  private static final int REMEMBERED = 50_000;

  /// No number in any spelling is longer; what is, needs no asking.
  private static final int MAX_LENGTH = 40;

  private static final int MAX_PREFIXES = 5;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
  private final Cache<Written, Optional<String>> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  private record Written(String text, String region) {}

  @Override
  public @Nullable String e164(String written, String region) {
    if (written.length() > MAX_LENGTH) {
      return null;
    }
    var mobile = KoreanMobiles.e164(written, region);
    return mobile != null ? mobile : byPlan(written, region);
  }

  /// What the plans say, whatever is known without them.
  @Nullable String byPlan(String written, String region) {
    return known.get(new Written(written, region), this::parsed).orElse(null);
  }

  /// What was written may hold a trunk prefix twice, and plans take away one at a time; the form of
  /// the form must be itself, or a person could not be found by the number that is shown.
  private Optional<String> parsed(Written written) {
    var form = once(written.text, written.region);
    for (var i = 0; i < MAX_PREFIXES && form != null; i++) {
      var again = once(form, written.region);
      if (form.equals(again)) {
        return Optional.of(form);
      }
      form = again;
    }
    return Optional.empty();
  }

  private @Nullable String once(String text, String region) {
    try {
      var number = plans.parse(text, region);
      return number.hasExtension()
              || plans.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE
          ? null
          : plans.format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException noNumber) {
      return null;
    }
  }
}
