package io.inyeon.runtime.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a repository of its own, whose JDK and Maven are scripts that say what they were
/// asked.
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "inyeon").toAbsolutePath().normalize();

  /// All that the launcher may need besides a JDK and Maven.
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "sed",
          "head",
          "dirname",
          "readlink",
          "cat",
          "cksum",
          "sort",
          "find",
          "mkdir",
          "rm",
          "sleep",
          "awk");

  @TempDir Path folder;
  private Path root;
  private Path tools;
  private final Map<String, String> environment = new TreeMap<>();

  /// What a run of the launcher came to.
  private record Ran(int status, String out, String err) {}

  @BeforeEach
  void aRepository() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux") && Files.exists(LAUNCHER),
        "SKIPPED: the launcher's tests need Linux and the whole repository");
    root = Files.createDirectories(folder.resolve("my inyeon"));
    Files.copy(LAUNCHER, root.resolve("inyeon"));
    write("pom.xml", "<artifactId>inyeon</artifactId>\n  <version>1.2.3</version>\n");
    for (var module : List.of("core", "runtime", "bench")) {
      write(module + "/pom.xml", module);
      write(module + "/src/main/java/A.java", module);
    }
    tools = Files.createDirectories(folder.resolve("tools"));
    for (var tool : TOOLS) {
      script(tools.resolve(tool), "exec " + toolAt(tool) + " \"$@\"\n");
    }
    environment.put("PATH", tools.toString());
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("INYEON_JDK_DIRS", folder.resolve("jvm").toString());
    script(
        tools.resolve("mvn"),
        """
        echo "$JAVA_HOME: $*" >> maven.log
        [ ! -e broken ] || { echo "it does not compile"; exit 1; }
        mkdir -p runtime/target bench/target
        : > runtime/target/inyeon.jar
        : > bench/target/inyeon-bench.jar
        """);
  }

  private static Path toolAt(String name) {
    for (var directory : List.of("/bin", "/usr/bin")) {
      var tool = Path.of(directory, name);
      if (Files.isExecutable(tool)) {
        return tool;
      }
    }
    throw new IllegalStateException("this machine has no " + name);
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path jdk(String path, int version, String java) throws IOException {
    var jdk = folder.resolve(path);
    script(jdk.resolve("bin/java"), java);
    script(jdk.resolve("bin/javac"), "");
    Files.writeString(jdk.resolve("release"), "A=\"b\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
    return jdk;
  }

  private Path jdk() throws IOException {
    return jdk("jvm/jdk", 25, "for word; do echo \"[$word]\"; done\n");
  }

  private Process start(Path launcher, List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of(toolAt("sh").toString(), launcher.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private Ran run(String... arguments) throws Exception {
    var status = start(root.resolve("inyeon"), List.of(arguments)).waitFor();
    return new Ran(
        status, Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
  }

  private List<String> mavenRuns() throws IOException {
    var log = root.resolve("maven.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  @Test
  void help_needs_nothing() throws Exception {
    var ran = run("--help");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("demo", "serve", "test", "bench", "build", "doctor");
  }

  @Test
  void an_unknown_command_and_none_are_answered_with_help() throws Exception {
    var ran = run("fly");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("no command fly", "./inyeon serve");
    assertThat(run().status()).isEqualTo(2);
    assertThat(run("test", "--slowly").status()).isEqualTo(2);
  }

  @Test
  void it_knows_its_version_through_links_and_from_anywhere() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("inyeon"));
    var second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));
    assertThat(link).isSymbolicLink();
    assertThat(start(second, List.of("--version")).waitFor()).isZero();
    assertThat(folder.resolve("out")).hasContent("Inyeon 1.2.3");
  }

  @Test
  void options_reach_the_server_as_they_are() throws Exception {
    jdk();
    environment.put("INYEON_HEAP", "300m");
    environment.put("INYEON_JAVA_OPTS", "-Da=1 -Db=2");
    var ran = run("serve", "--data", "my data", "--port", "0", "*");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out().lines())
        .contains("[-Xmx300m]", "[-Da=1]", "[-Db=2]")
        .containsSubsequence(
            "[-jar]",
            "[" + root.toRealPath() + "/runtime/target/inyeon.jar]",
            "[serve]",
            "[--data]",
            "[my data]",
            "[--port]",
            "[0]",
            "[*]");
    assertThat(run("bench", "--quick").out().lines())
        .containsSubsequence(
            "[" + root.toRealPath() + "/bench/target/inyeon-bench.jar]", "[--quick]");
  }

  @Test
  void a_heap_that_is_no_size_is_named_before_java_meets_it() throws Exception {
    jdk();
    for (var wrong : List.of("abc", "1gb", "g", "-1g", "1 g")) {
      environment.put("INYEON_HEAP", wrong);
      var ran = run("serve");
      assertThat(ran.status()).as(wrong).isEqualTo(1);
      assertThat(ran.err()).contains("inyeon: INYEON_HEAP is no size").contains(wrong);
      assertThat(ran.out()).isEmpty();
    }
  }

  @Test
  void signals_reach_the_server() throws Exception {
    jdk("jvm/jdk", 25, "echo started\nexec sleep 60\n");
    assertThat(run("build").status()).isZero();
    var process = start(root.resolve("inyeon"), List.of("serve"));
    while (!Files.readString(folder.resolve("out")).contains("started")) {
      Thread.onSpinWait();
    }
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(143);
  }

  @Test
  void it_builds_only_when_a_source_has_another_content() throws Exception {
    var jdk = jdk();
    assertThat(run("build").status()).isZero();
    assertThat(run("demo").status()).isZero();
    assertThat(mavenRuns())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(jdk + ": ")
        .contains("package");
    write("core/src/main/java/A.java", "core");
    write("core/src/test/java/ATest.java", "a test");
    assertThat(run("build").status()).isZero();
    assertThat(mavenRuns()).hasSize(1);
    write("core/src/main/java/A.java", "another core");
    assertThat(run("build").status()).isZero();
    assertThat(mavenRuns()).hasSize(2);
    Files.delete(root.resolve("runtime/target/inyeon.jar"));
    assertThat(run("build").status()).isZero();
    assertThat(mavenRuns()).hasSize(3);
  }

  @Test
  void a_failed_build_is_shown_and_tried_again() throws Exception {
    jdk();
    write("broken", "");
    var ran = run("serve");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("it does not compile", "the build failed");
    Files.delete(root.resolve("broken"));
    assertThat(run("serve").status()).isZero();
    assertThat(mavenRuns()).hasSize(2);
  }

  @Test
  void the_lock_of_a_build_that_died_holds_nobody_up() throws Exception {
    jdk();
    write("target/inyeon.lock/pid", "4194305");
    assertThat(run("build").status()).isZero();
    assertThat(root.resolve("target/inyeon.lock")).doesNotExist();
  }

  @Test
  void an_old_jdk_is_passed_over_for_a_newer_one() throws Exception {
    var old = jdk("old", 17, "exit 99\n");
    jdk("jvm/jdk-24", 24, "exit 99\n");
    var newer = jdk("home/.sdkman/candidates/java/25-tem", 25, "exit 0\n");
    environment.put("JAVA_HOME", old.toString());
    assertThat(run("doctor").out()).contains("ok    JDK 25 in " + newer);
    var newest = jdk("newest", 26, "exit 0\n");
    environment.put("JAVA_HOME", newest.toString());
    assertThat(run("doctor").out()).contains("ok    JDK 26 in " + newest);
  }

  @Test
  void a_missing_jdk_or_maven_is_named_in_one_sentence() throws Exception {
    Files.delete(tools.resolve("mvn"));
    var ran = run("serve");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains("install", "JDK 25");
    var doctor = run("doctor");
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.out()).contains("MEND  no JDK 25");
  }

  @Test
  void tests_end_with_one_line_that_sums_up_all_modules() throws Exception {
    jdk();
    script(
        tools.resolve("mvn"),
        """
        echo "$*" >> maven.log
        mkdir -p core/target/surefire-reports runtime/target/surefire-reports
        echo '<testsuite name="A" time="1.5" tests="8" errors="0" skipped="1" failures="0">' \
          > core/target/surefire-reports/TEST-A.xml
        echo '<testsuite name="B" tests="5" errors="1" skipped="0" failures="2"><testcase name="x"/>' \
          > runtime/target/surefire-reports/TEST-B.xml
        """);
    write("core/target/surefire-reports/TEST-Old.xml", "<testsuite tests=\"100\" failures=\"9\">");
    var ran = run("test", "--fast", "--no-browser");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out().lines().toList().getLast()).isEqualTo("9 passed, 3 failed, 1 skipped");
    assertThat(mavenRuns()).first().asString().contains("-Dtest.excludedGroups=slow,browser");
  }

  @Test
  void tests_that_could_not_be_built_have_failed() throws Exception {
    jdk();
    write("broken", "");
    var ran = run("test");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out().lines().toList().getLast()).isEqualTo("0 passed, 0 failed, 0 skipped");
  }

  @Test
  void tests_that_all_pass_end_well() throws Exception {
    jdk();
    script(
        tools.resolve("mvn"),
        """
        mkdir -p core/target/surefire-reports
        echo '<testsuite tests="8" errors="0" skipped="0" failures="0">' \
          > core/target/surefire-reports/TEST-A.xml
        """);
    var ran = run("test");
    assertThat(ran.out()).isEqualTo("8 passed, 0 failed, 0 skipped\n");
    assertThat(ran.status()).isZero();
  }
}
