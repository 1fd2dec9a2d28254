package io.inyeon.core.segment.text;

/// What words do that name nothing themselves.
enum Word {
  /// Not, never, without; 않은, 없는, 안, 미(구매).
  NOT,
  /// Without: begins something of its own that is not.
  WITHOUT,
  /// The unit that stands apart from its number: 10 or more times.
  TIMES,
  /// Except, outside; 제외, 빼고, 말고: what stands beside it is meant not to be.
  EXCEPT,
  AND,
  OR,
  BUT,
  /// A, B and C; also just a pause.
  COMMA,
  OPEN,
  CLOSE,
  /// 와, 과: between two nouns.
  NOUN_AND,
  /// 나, 이나: between two nouns.
  NOUN_OR,
  /// Who, that; and in Korean an ending that hangs what was said on the noun to come.
  RELATIVE,
  /// And then; 후, 다음.
  THEN,
  /// B after A.
  AFTER,
  /// A before B.
  BEFORE,
  /// The last 2 days; 최근.
  LAST,
  /// Within 2 days; 안에, 이내.
  WITHIN,
  /// For 2 days; 동안.
  DURING,
  /// 2 days ago; 전.
  AGO,
  /// The next 2 days; 앞으로.
  NEXT,
  /// 지난: before a length of time the last, after it gone by.
  PASSED,
  /// Since; 이후, 부터.
  SINCE,
  UNTIL,
  /// 3 ~ 5, from 3 to 5.
  RANGE,
  /// Between 3 and 5.
  BETWEEN,
  EVER,
  SUM,
  AVERAGE,
  LEAST,
  MOST,
  DISTINCT,
  FIRST,
  LATEST,
  /// 횟수, number of.
  COUNT,
  /// 금액, the money of it.
  AMOUNT,
  /// 한 번에, 건당: each alone, not all together.
  EACH,
  /// There is; 있는.
  HAS,
  /// 적, 이력: it has happened.
  EXPERIENCE,
  CONTAINS,
  STARTS,
  ENDS,
  /// 만; only.
  ONLY,
  ANNIVERSARY,
  SEGMENT,
  SCORE,
  CONSENT,
  REFUSE,
  /// 한 지 30일: since it was done.
  SINCE_DONE,
  /// 의: the number before it is of the noun after it.
  OF,
  /// Says nothing that changes the condition: people, particles, politeness.
  FILLER
}
