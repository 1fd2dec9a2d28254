package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.govern.personal.Labels;
import io.inyeon.runtime.text.Csv;
import io.inyeon.runtime.text.ParquetFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The members of a segment as a file: all of them, however many, and never all in memory.
final class MemberFiles {
  private static final int BUFFER = 64 << 10;

  private MemberFiles() {}

  static Answer answer(
      SegmentDesk segments,
      String id,
      @Nullable Bound bound,
      Labels.@Nullable Seen seen,
      String format)
      throws Refusal {
    return switch (format) {
      case "csv" ->
          Answer.file(
              "text/csv; charset=utf-8", id + ".csv", out -> csv(segments, id, bound, seen, out));
      case "parquet" ->
          Answer.file(
              "application/vnd.apache.parquet",
              id + ".parquet",
              out -> parquet(segments, id, bound, seen, out));
      default -> throw new Refusal(400, "invalid_format", "Members come as json, csv or parquet.");
    };
  }

  private static String identifier(SegmentDesk.Member member, Labels.@Nullable Seen seen) {
    return SegmentRoutes.hidden(seen, member.who()) ? "" : member.who().toString();
  }

  private static void csv(
      SegmentDesk segments,
      String id,
      @Nullable Bound bound,
      Labels.@Nullable Seen seen,
      OutputStream to)
      throws IOException {
    var out = new BufferedOutputStream(to, BUFFER);
    out.write("id,identifier,since,version\r\n".getBytes(UTF_8));
    segments.everyMember(
        id,
        bound,
        member -> {
          var line =
              profile(member)
                  + ","
                  + Csv.cell(identifier(member, seen))
                  + ","
                  + Instant.ofEpochMilli(member.membership().since())
                  + ","
                  + member.membership().version()
                  + "\r\n";
          out.write(line.getBytes(UTF_8));
        });
    out.flush();
  }

  private static String profile(SegmentDesk.Member member) {
    return member.id() == null ? "" : member.id().value();
  }

  private static void parquet(
      SegmentDesk segments,
      String id,
      @Nullable Bound bound,
      Labels.@Nullable Seen seen,
      OutputStream to)
      throws IOException {
    var columns = "id VARCHAR, identifier VARCHAR, since TIMESTAMP_MS, version INTEGER";
    try (var file = ParquetFile.begin(columns)) {
      segments.everyMember(
          id,
          bound,
          member ->
              file.row(
                  List.of(
                      profile(member),
                      identifier(member, seen),
                      Instant.ofEpochMilli(member.membership().since()),
                      member.membership().version())));
      file.send(to);
    }
  }
}
