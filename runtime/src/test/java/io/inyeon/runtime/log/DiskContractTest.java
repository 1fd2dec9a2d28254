package io.inyeon.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every disk must do, the real one and the simulated one.
class DiskContractTest {
  @Nested
  class OfTheRealDisk extends Contract {
    @TempDir Path folder;

    @Override
    Disk open() throws IOException {
      return RealDisk.open(folder.resolve("log"));
    }

    @Test
    void isHeldByOneAtATime() throws IOException {
      assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("uses");
      disk.close();
      disk = open();
    }

    @Test
    void guessesNoSalt() {
      assertThat(disk.salt()).isNotEqualTo(disk.salt());
    }
  }

  @Nested
  class OfTheSimulatedDisk extends Contract {
    @Override
    Disk open() {
      return new SimulatedDisk(1).start();
    }
  }

  abstract static class Contract {
    Disk disk;

    abstract Disk open() throws IOException;

    @BeforeEach
    void start() throws IOException {
      disk = open();
    }

    @AfterEach
    void end() throws IOException {
      disk.close();
    }

    @Test
    void whatIsWrittenIsReadThroughAnyHandle() throws IOException {
      try (var one = disk.create("a");
          var other = disk.open("a")) {
        one.write(bytes(1, 2, 3, 4), 0);
        one.write(bytes(9), 2);
        assertThat(read(other, 0, 4)).isEqualTo(bytes(1, 2, 9, 4));
        other.write(bytes(7), 6);
        one.force();
        disk.forceNames();
        assertThat(one.size()).isEqualTo(7);
        assertThat(read(one, 3, 4)).isEqualTo(bytes(4, 0, 0, 7));
      }
    }

    @Test
    void theEndOfAFileIsTold() throws IOException {
      try (var file = disk.create("a")) {
        assertThat(file.read(ByteBuffer.allocate(1), 0)).isEqualTo(-1);
        file.write(bytes(1, 2), 0);
        assertThat(file.read(ByteBuffer.allocate(1), 2)).isEqualTo(-1);
        assertThat(file.read(ByteBuffer.allocate(8), 1)).isEqualTo(1);
      }
    }

    @Test
    void namesAreMadeMovedAndTakenAway() throws IOException {
      disk.create("a").close();
      disk.create("b").close();
      assertThat(disk.names()).containsExactly("a", "b");
      disk.rename("a", "c");
      disk.delete("b");
      disk.delete("b");
      assertThat(disk.names()).containsExactly("c");
      try (var c = disk.open("c")) {
        c.write(bytes(5), 0);
        disk.create("d").close();
        disk.rename("c", "d");
        assertThat(disk.names()).containsExactly("d");
        c.write(bytes(6), 1);
      }
      try (var d = disk.open("d")) {
        assertThat(read(d, 0, 2)).isEqualTo(bytes(5, 6));
      }
    }

    @Test
    void namesThatAreTakenOrMissingAreErrors() throws IOException {
      disk.create("a").close();
      assertThatThrownBy(() -> disk.create("a")).isInstanceOf(FileAlreadyExistsException.class);
      assertThatThrownBy(() -> disk.open("b")).isInstanceOf(NoSuchFileException.class);
      assertThatThrownBy(() -> disk.rename("b", "c")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aClosedHandleIsDead() throws IOException {
      var file = disk.create("a");
      file.close();
      assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1), 0))
          .isInstanceOf(ClosedChannelException.class);
      assertThatThrownBy(() -> file.write(bytes(1), 0)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void thereIsRoom() throws IOException {
      assertThat(disk.usableBytes()).isPositive();
    }

    private static ByteBuffer bytes(int... values) {
      var bytes = ByteBuffer.allocate(values.length);
      for (var value : values) {
        bytes.put((byte) value);
      }
      return bytes.flip();
    }

    private static ByteBuffer read(Disk.Handle file, long offset, int count) throws IOException {
      var bytes = ByteBuffer.allocate(count);
      while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) >= 0) {}
      return bytes.flip();
    }
  }
}
