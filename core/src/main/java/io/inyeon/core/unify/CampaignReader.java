package io.inyeon.core.unify;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Finds the campaign that brought a person here: `context.campaign {name, source, medium}`, which
/// browsers fill from `utm_campaign`, `utm_source` and `utm_medium` (Segment's common fields).
final class CampaignReader {
  /// Characters of a campaign that count; two that begin alike so far are one.
  static final int LONGEST = 64;

  private CampaignReader() {}

  /// `spring sale / naver / cpc`: what is named of the three; `null` when none is.
  static @Nullable String read(Value.Fields context) {
    var campaign = context.fields("campaign");
    if (campaign.values().isEmpty()) {
      return null;
    }
    var said = new ArrayList<String>(3);
    for (var name : new String[] {"name", "source", "medium"}) {
      var text = campaign.text(name);
      if (text != null && !text.isBlank()) {
        said.add(text.strip());
      }
    }
    return said.isEmpty() ? null : bounded(String.join(" / ", said));
  }

  private static String bounded(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    var cutsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, cutsPair ? LONGEST - 1 : LONGEST);
  }
}
