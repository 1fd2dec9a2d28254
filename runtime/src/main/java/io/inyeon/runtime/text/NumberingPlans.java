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
  /// Numbers remembered, at about 200 bytes each.
  private static final int REMEMBERED = 50_000;

  /// No number in any spelling is longer; what is, needs no asking.
  private static final int MAX_LENGTH = 40;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
  private final Cache<Written, Optional<String>> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  private record Written(String text, String region) {}

  @Override
  public @Nullable String e164(String written, String region) {
    if (written.length() > MAX_LENGTH) {
      return null;
    }
    return known.get(new Written(written, region), this::parsed).orElse(null);
  }

  private Optional<String> parsed(Written written) {
    try {
      var number = plans.parse(written.text, written.region);
      if (number.hasExtension()
          || plans.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
        return Optional.empty();
      }
      return Optional.of(plans.format(number, PhoneNumberFormat.E164));
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }
}
