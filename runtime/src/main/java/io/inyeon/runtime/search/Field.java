package io.inyeon.runtime.search;

/// The fields of the index: what kind of word is found by which term.
enum Field {
  /// Names letter by letter, whole, without the family name, and word by word.
  NAME("name"),
  /// The initial consonants of Korean names, whole and without the family name.
  INITIALS("initials"),
  /// Near and far keys of Korean names, see [Romanisation].
  NEAR("near"),
  FAR("far"),
  /// Far keys of names that are written in the Latin alphabet.
  LATIN("latin"),
  /// E-mail addresses: whole, before the `@`, word by word, the domain.
  MAIL("mail"),
  /// Every three characters of an e-mail address up to the `@`, in their order.
  MAIL_PART("mail-part"),
  /// Phone numbers as dialled at home, and their last eight and four digits.
  PHONE("phone"),
  /// Every three digits of a phone number, in their order.
  PHONE_PART("phone-part"),
  /// User ids and identifiers of the workspace's own types, letters and digits only.
  ID("id"),
  /// Words of companies, cities, addresses and the like, letter by letter.
  TEXT("text"),
  /// `1` for who is known, `0` for who is not.
  KNOWN("known"),
  /// The number of the tree that the person is in: names what is replaced.
  TREE("tree");

  final String key;

  Field(String key) {
    this.key = key;
  }
}
