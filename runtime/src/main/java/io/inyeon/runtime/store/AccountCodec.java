package io.inyeon.runtime.store;

import io.inyeon.core.unify.AccountProfile;

/// Accounts as bytes. Whoever stores one writes [FragmentCodec#VERSION] before it.
public final class AccountCodec {
  private AccountCodec() {}

  public static void write(Encoder to, AccountProfile account) {
    to.text(account.id()).signed(account.first()).signed(account.latest() - account.first());
    to.varint(account.count());
    TraitsCodec.write(to, account.traits());
  }

  public static AccountProfile read(Decoder from) {
    var id = from.text();
    var first = from.signed();
    return new AccountProfile(
        id, first, from.signed() + first, from.varint(), TraitsCodec.read(from));
  }
}
