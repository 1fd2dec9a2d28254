package io.inyeon.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// As the linked hash map that it stands for.
class MembersTest {
  @Property(tries = 300)
  void areAsALinkedHashMap(@ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> names) {
    Map<String, Value> members = new Members();
    var plain = new LinkedHashMap<String, Value>();
    for (var i = 0; i < names.size(); i++) {
      // "Aa" and "BB" have one hash: half of the names have a twin.
      var name = (names.get(i) % 2 == 0 ? "Aa" : "BB") + names.get(i) / 2;
      var value = new Value.Text("value " + i);
      members = Members.with(members, name, value);
      plain.put(name, value);
    }
    assertThat(members).isEqualTo(plain).hasSameHashCodeAs(plain);
    assertThat(List.copyOf(members.entrySet())).isEqualTo(List.copyOf(plain.entrySet()));
    for (var name : List.of("Aa0", "BB0", "Aa7", "none")) {
      assertThat(members.get(name)).isEqualTo(plain.get(name));
      assertThat(members.containsKey(name)).isEqualTo(plain.containsKey(name));
    }
  }
}
