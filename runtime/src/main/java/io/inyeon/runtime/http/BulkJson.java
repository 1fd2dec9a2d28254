package io.inyeon.runtime.http;

import io.inyeon.runtime.http.IdentityDesk.Result;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;

/// What became of each row of a file.
final class BulkJson {
  private BulkJson() {}

  static JsonWriter answer(JsonWriter json, List<Result> results) {
    var counts = new int[5]; // made, exists, valid, refused, not done
    var position = 0L;
    json.startObject().startArray("rows");
    for (var i = 0; i < results.size(); i++) {
      json.startObject().number("row", i + 1);
      switch (results.get(i)) {
        case Result.CutMade(var cut, var at) -> {
          json.text("result", "made").text("id", cut.id());
          position = at;
          counts[0]++;
        }
        case Result.LinkMade(var link, var at) -> {
          json.text("result", "made").text("id", link.id());
          position = at;
          counts[0]++;
        }
        case Result.Exists(var id) -> {
          json.text("result", "exists").text("id", id);
          counts[1]++;
        }
        case Result.Valid _ -> {
          json.text("result", "valid");
          counts[2]++;
        }
        case Result.Refused(var code, var detail) -> {
          json.text("result", "refused").text("code", code).text("detail", detail);
          counts[3]++;
        }
        case Result.NotDone(var code, var seconds) -> {
          json.text("result", "not_done").text("code", code).number("retryAfter", seconds);
          counts[4]++;
        }
      }
      json.endObject();
    }
    json.endArray()
        .number("made", counts[0])
        .number("exists", counts[1])
        .number("valid", counts[2])
        .number("refused", counts[3])
        .number("notDone", counts[4]);
    if (position > 0) {
      json.text("position", Long.toString(position));
    }
    return json.endObject();
  }
}
