package io.inyeon.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The folder tree tells the story only while the arrows point one way, and the core decides only
/// while it can do nothing else.
class LayersTest {
  private static final String CORE = "io.inyeon.core.";
  private static final List<String> STORY =
      List.of("collect", "govern", "unify", "segment", "understand", "decide", "act");

  private static final Set<String> CAPRICIOUS =
      Set.of(
          "java.util.UUID.randomUUID",
          "java.lang.Math.random",
          "java.util.Collections.shuffle",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.time.ZoneId.systemDefault",
          "java.nio.charset.Charset.defaultCharset");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPath(Path.of("target/classes"));

  @Test
  void eachStageKnowsOnlyTheStagesBeforeIt() {
    for (var i = 0; i < STORY.size(); i++) {
      var later =
          STORY.subList(i + 1, STORY.size()).stream()
              .map(stage -> CORE + stage + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(CORE + STORY.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void theCoreNeedsNothingButJava() {
    var hashes =
        Set.of(
            "java.security.MessageDigest",
            "java.security.NoSuchAlgorithmException",
            "java.security.InvalidKeyException",
            "java.security.GeneralSecurityException",
            "java.security.Key",
            "java.net.IDN"); // letters of names, and no network
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are the core's, JSpecify's, or of Java's language, texts, times, numbers,"
                    + " collections and hashes",
                (JavaClass used) ->
                    used.getPackageName().startsWith("io.inyeon.core")
                        || used.isPrimitive()
                        || used.isArray()
                        || used.getPackageName().startsWith("org.jspecify")
                        || used.getPackageName().startsWith("java.lang")
                        || used.getPackageName().startsWith("java.math")
                        || used.getPackageName().startsWith("java.text")
                        || used.getPackageName().startsWith("java.time")
                        || used.getPackageName().equals("java.util")
                        || used.getPackageName().equals("java.util.function")
                        || used.getPackageName().equals("java.util.stream")
                        || used.getPackageName().equals("java.nio.charset")
                        || used.getPackageName().startsWith("javax.crypto")
                        || hashes.contains(used.getName())))
        .check(CLASSES);
  }

  @Test
  void theCoreReadsNoClockRollsNoDiceAndStartsNothing() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            Clock.class,
            Thread.class,
            ThreadLocal.class,
            Runtime.class,
            ProcessBuilder.class,
            java.util.Random.class,
            java.util.Timer.class,
            java.util.SplittableRandom.class)
        .check(CLASSES);
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "the answer differs from call to call or from machine to machine",
                call -> {
                  var owner = call.getTargetOwner().getName();
                  var name = call.getTarget().getName();
                  return CAPRICIOUS.contains(owner + "." + name)
                      || (name.equals("now") && owner.startsWith("java.time."))
                      || (owner.equals("java.lang.System") && !name.equals("arraycopy"));
                }))
        .check(CLASSES);
  }
}
