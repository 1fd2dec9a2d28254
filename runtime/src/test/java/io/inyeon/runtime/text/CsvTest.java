package io.inyeon.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void quotesLinesAndEmptyCellsAreReadAsSpreadsheetsWriteThem() {
    assertThat(Csv.read("a,b\r\n\"x, \"\"y\"\"\r\nz\",\n\n,\"\"\rlast"))
        .extracting(Csv.Line::cells)
        .containsExactly(
            List.of("a", "b"), List.of("x, \"y\"\r\nz", ""), List.of("", ""), List.of("last"));
    assertThat(Csv.read("a;b\n1,5;2"))
        .extracting(Csv.Line::cells)
        .containsExactly(List.of("a", "b"), List.of("1,5", "2"));
    assertThat(Csv.read("a\tb\n1\t2"))
        .hasSize(2)
        .last()
        .returns(List.of("1", "2"), Csv.Line::cells);
    assertThat(Csv.read("a\n\"open")).last().returns(false, Csv.Line::whole);
    assertThat(Csv.read("")).isEmpty();
  }

  @Property(tries = 500)
  void whatIsWrittenIsReadBack(@ForAll long seed) {
    var random = new Random(seed);
    var rows = new ArrayList<List<String>>();
    var text = new StringBuilder("first,second,third");
    rows.add(List.of("first", "second", "third"));
    for (var row = random.nextInt(5); row > 0; row--) {
      var cells = new ArrayList<String>();
      for (var cell = 0; cell < 3; cell++) {
        var written = new StringBuilder();
        for (var i = random.nextInt(5); i > 0; i--) {
          written.append(List.of("a", "\"", ",", "\n", "\r", "가", ";", " ").get(random.nextInt(8)));
        }
        cells.add(written.toString());
        text.append(cell == 0 ? "\r\n\"" : ",\"")
            .append(written.toString().replace("\"", "\"\""))
            .append('"');
      }
      rows.add(cells);
    }
    assertThat(Csv.read(text.toString())).extracting(Csv.Line::cells).isEqualTo(rows);
  }
}
