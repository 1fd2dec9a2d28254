package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.SharedPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Rules as state keeps them, with a policy for the events of each type's devices.
class RulesBytesTest {
  private static final List<SharedPolicy> POLICIES = List.of(SharedPolicy.values());

  @Test
  void everyMixtureOfPoliciesComesBack() {
    var random = new Random(1);
    for (var i = 0; i < 500; i++) {
      var rules = rules(random, i % 4 == 0 ? 30 : 1 + random.nextInt(1_440));
      var from = new Decoder(bytes(rules));
      assertThat(RulesBytes.read(from)).isEqualTo(rules);
      assertThat(from.ended()).isTrue();
    }
  }

  /// So that state written before there were policies is not written anew.
  @Test
  void rulesThatSayNothingNewAreWrittenAsTheyAlwaysWere() {
    var plain = DefaultRules.of("0f".repeat(32), "KR", "KRW", "Asia/Seoul");
    var gap = with(plain, plain.types(), plain.customType(), 31);
    assertThat(bytes(gap)).startsWith(bytes(plain)).hasSize(bytes(plain).length + 1);
    var one = with(plain, plain.types(), plain.customType().with(SharedPolicy.LAST), 30);
    assertThat(bytes(one)).hasSize(bytes(plain).length + 1 + plain.types().size() + 1);
  }

  @Test
  void aPolicyThatThereIsNotAndAnAnchorWithLoginsAreDamage() {
    var plain = DefaultRules.of("0f".repeat(32), "KR", "KRW", "Asia/Seoul");
    var good = bytes(with(plain, plain.types(), plain.customType().with(SharedPolicy.LAST), 30));
    var unknown = good.clone();
    unknown[good.length - 1] = 4;
    assertThatThrownBy(() -> RulesBytes.read(new Decoder(unknown))).isInstanceOf(Undecodable.class);
    // The anchor's policy is the first of those at the end.
    var anchor = good.clone();
    anchor[good.length - 1 - plain.types().size()] = 3;
    assertThatThrownBy(() -> RulesBytes.read(new Decoder(anchor))).isInstanceOf(Undecodable.class);
    var torn = Arrays.copyOf(good, good.length - 1);
    assertThatThrownBy(() -> RulesBytes.read(new Decoder(torn))).isInstanceOf(Undecodable.class);
  }

  private static RulesDocument rules(Random random, int gap) {
    var plain = DefaultRules.of("0f".repeat(32), "KR", "KRW", "Asia/Seoul");
    var types =
        plain.types().stream().map(type -> type.anchor() ? type : type.with(any(random))).toList();
    return with(plain, types, plain.customType().with(any(random)), gap);
  }

  private static SharedPolicy any(Random random) {
    return POLICIES.get(random.nextInt(POLICIES.size()));
  }

  private static RulesDocument with(
      RulesDocument rules, List<IdentifierType> types, IdentifierType custom, int gap) {
    return new RulesDocument(
        rules.version(),
        rules.workspaceKey(),
        rules.region(),
        rules.currency(),
        rules.timeZone(),
        types,
        custom,
        rules.traits(),
        rules.rates(),
        gap);
  }

  private static byte[] bytes(RulesDocument rules) {
    var to = new Encoder();
    RulesBytes.write(to, rules);
    return to.toBytes();
  }
}
