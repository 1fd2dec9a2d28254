package io.inyeon.runtime.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was sent comes back, and does not lie on the disk.
class StagedFileTest {
  private static final String CARD = "4111 1111 1111 1111";

  @TempDir Path folder;

  private byte[] lying() throws Exception {
    return Files.readAllBytes(folder.resolve("file"));
  }

  @Test
  void partsComeBackWhereverTheyBeginAndAgain() throws Exception {
    var random = new Random(4);
    var sent = new byte[100_003];
    random.nextBytes(sent);
    var staged = StagedFile.in(folder);
    for (var from = 0; from < sent.length; ) {
      var to = Math.min(sent.length, from + 1 + random.nextInt(9_000));
      staged.write(from, Arrays.copyOfRange(sent, from, to));
      // Sent again after an answer that was lost.
      staged.write(from, Arrays.copyOfRange(sent, from, to));
      from = to;
    }
    assertThat(staged.size()).isEqualTo(sent.length);
    try (var in = StagedFile.in(folder).open()) {
      assertThat(in.readAllBytes()).isEqualTo(sent);
    }
    assertThat(Files.readAllBytes(staged.path())).isEqualTo(sent);
    assertThat(lying()).isNotEqualTo(sent);
  }

  @Test
  void nothingOfItLiesPlainAndNothingIsLeft() throws Exception {
    var staged = StagedFile.in(folder);
    staged.write(0, ("name,card\nkim," + CARD + "\n").getBytes(UTF_8));
    assertThat(new String(lying(), UTF_8)).doesNotContain(CARD);
    assertThat(Files.readString(staged.path())).contains(CARD);
    staged.coverUp();
    try (var files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("file", "file.key");
    }
    staged.delete();
    assertThat(folder).isEmptyDirectory();
    staged.delete();
    assertThat(staged.exists()).isFalse();
  }

  @Test
  void whatLiesPlainIsForThisProcessAlone() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    // One left by a process that was killed, which anybody may read.
    var left = Files.writeString(folder.resolve("file.plain"), "of another time, and longer");
    Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-r--r--"));
    var staged = StagedFile.in(folder);
    staged.write(0, CARD.getBytes(UTF_8));
    assertThat(staged.path()).hasContent(CARD);
    for (var secret : List.of(staged.path(), folder.resolve("file.key"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .as(secret.toString())
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aFileOfBeforeIsReadAsItLies() throws Exception {
    Files.writeString(folder.resolve("file"), "a,b");
    var staged = StagedFile.in(folder);
    staged.write(3, "\n1,2".getBytes(UTF_8));
    try (var in = staged.open()) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("a,b\n1,2");
    }
  }

  @Test
  void eachFileHasAKeyOfItsOwn() throws Exception {
    var text = "the same text".getBytes(UTF_8);
    StagedFile.in(folder).write(0, text);
    var first = lying();
    StagedFile.in(folder).delete();
    StagedFile.in(folder).write(0, text);
    assertThat(lying()).isNotEqualTo(first);
  }
}
