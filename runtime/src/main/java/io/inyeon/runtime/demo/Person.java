package io.inyeon.runtime.demo;

import io.inyeon.runtime.demo.Catalogue.Company;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Someone who buys at the shop: made up from the seed and a number, always the same.
///
/// @param household families live in one; four, three, two or one of them
/// @param phone as dialled at home; 010-0 is given to nobody, so it is nobody's
/// @param userId of the account on the web site, or `null` for guests and for those who only come
///   to a branch
/// @param memberNo on the plastic card, or `null`
/// @param joinDay when the account was or will be made; negative when before the play
/// @param visits to the web site or the app, a day
/// @param errands to a branch, a day
/// @param company that the account buys for, or `null`
record Person(
    int number,
    int household,
    String name,
    boolean woman,
    int birthYear,
    String city,
    String email,
    String phone,
    @Nullable String userId,
    @Nullable String memberNo,
    int joinDay,
    double visits,
    double errands,
    @Nullable Company company) {
  private static final int[] HOUSEHOLD = {0, 0, 0, 0, 1, 1, 1, 2, 2, 3};
  private static final int[] ELDEST = {0, 0, 0, 0, 4, 4, 4, 7, 7, 9};
  private static final String[] MAIL = {
    "example.com", "example.net", "example.org", "mail.example"
  };

  static Person of(long seed, int number, int days) {
    var dice = Dice.of(seed, 1, number);
    var seat = number % 10;
    var eldest = number - seat + ELDEST[seat];
    var woman = number == eldest ? dice.chance(0.4) : dice.chance(0.6);
    // Children have their father's name; a couple has two.
    var family =
        Names.family(Dice.of(seed, 2, number - eldest >= 2 ? eldest : number + 1_000_000_000L));
    var given = Names.given(woman, dice);
    var email =
        given.latin()
            + dice.pick(List.of(".", "_", ""))
            + family.latin()
            + (100 + number)
            + "@"
            + MAIL[dice.below(MAIL.length)];
    var kind = dice.bits() >>> 1;
    var share = (kind % 1000) / 1000.0;
    var account = share < 0.68;
    var guest = !account && share < 0.80;
    var streets = !guest && (!account || dice.chance(0.5));
    var joinDay = dice.chance(0.4) ? -dice.between(1, 900) : dice.below(Math.max(1, days));
    var keen = Math.exp(dice.bell() * 0.9 - 0.4);
    var phoneOf = number != eldest && number - eldest == 1 && dice.chance(0.03) ? eldest : number;
    return new Person(
        number,
        number / 10 * 4 + HOUSEHOLD[seat],
        family.hangul() + given.hangul(),
        woman,
        dice.between(1950, 2007),
        dice.pick(Catalogue.CITIES),
        email,
        phone(seed, phoneOf),
        account ? Integer.toString(1_000_000 + number) : null,
        streets ? String.format(Locale.ROOT, "IN-%07d", 1000 + number) : null,
        account || streets ? joinDay : Integer.MAX_VALUE,
        account || guest ? Math.min(0.8, 0.055 * keen) : 0,
        streets ? Math.min(0.3, 0.02 * keen) : 0,
        account && dice.chance(0.012) ? dice.pick(Catalogue.COMPANIES) : null);
  }

  /// A number that only this one has: 7,919 and ten million have no common divisor.
  private static String phone(long seed, int number) {
    var shuffled = (number * 7919L + Math.floorMod(seed, 10_000_000L)) % 10_000_000L;
    return String.format(Locale.ROOT, "0100%07d", shuffled);
  }

  /// Whether the account (or the card) exists on that day.
  boolean joined(int day) {
    return joinDay <= day;
  }

  /// The phone number in its one form.
  String e164() {
    return "+82" + phone.substring(1);
  }

  /// The phone number as somebody writes it.
  String phoneAsWritten(Dice dice) {
    var dashed = phone.substring(0, 3) + "-" + phone.substring(3, 7) + "-" + phone.substring(7);
    return switch (dice.below(4)) {
      case 0 -> phone;
      case 1 -> "+82 " + dashed.substring(1);
      default -> dashed;
    };
  }

  /// The e-mail address as somebody types it.
  String emailAsTyped(Dice dice) {
    return switch (dice.below(8)) {
      case 0 -> Character.toUpperCase(email.charAt(0)) + email.substring(1);
      case 1 -> email + " ";
      default -> email;
    };
  }
}
