package io.inyeon.runtime;

import io.inyeon.runtime.Setting.Command;
import io.inyeon.runtime.enrich.AddressGuard;
import io.inyeon.runtime.enrich.Trust;
import io.inyeon.runtime.http.Proxies;
import io.inyeon.runtime.places.PlaceDetail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// What the operator set, checked.
public final class Config {
  /// Read by the launcher, so no key of ours and no mistake either.
  private static final Set<String> LAUNCHERS = Set.of("INYEON_JAVA_OPTS", "INYEON_HEAP");

  private final Map<Setting, String> values;

  private Config(Map<Setting, String> values) {
    this.values = values;
  }

  /// Either a configuration, or everything that is wrong with what was given.
  public sealed interface Reading {
    /// All is well.
    record Good(Config config) implements Reading {}

    /// A sentence for each problem.
    record Bad(List<String> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads flags, environment and the file that `--config` or `INYEON_CONFIG` names.
  public static Reading read(Command command, List<String> flags, Map<String, String> environment) {
    var problems = new ArrayList<String>();
    var byFlag = new EnumMap<Setting, String>(Setting.class);
    var file = flags(command, flags, byFlag, problems);
    var byVariable = new EnumMap<Setting, String>(Setting.class);
    for (var name : new TreeSet<>(environment.keySet())) {
      if (name.equals("INYEON_CONFIG")) {
        file = file.isEmpty() ? environment.getOrDefault(name, "") : file;
      } else if (name.startsWith("INYEON_") && !LAUNCHERS.contains(name)) {
        Setting.byVariable(name)
            .ifPresentOrElse(
                setting -> byVariable.put(setting, environment.getOrDefault(name, "")),
                () -> problems.add("Unknown variable " + name + "."));
      }
    }
    var all = new EnumMap<Setting, String>(Setting.class);
    for (var setting : Setting.values()) {
      all.put(setting, setting.standard);
    }
    all.putAll(file(file, problems));
    all.putAll(byVariable);
    all.putAll(byFlag);
    all.forEach((setting, value) -> check(setting, value, problems));
    return problems.isEmpty() ? new Reading.Good(new Config(all)) : new Reading.Bad(problems);
  }

  private static String flags(
      Command command, List<String> flags, EnumMap<Setting, String> values, List<String> problems) {
    var file = "";
    for (var i = 0; i < flags.size(); i++) {
      var flag = flags.get(i);
      var equals = flag.indexOf('=');
      var key = equals < 0 ? flag : flag.substring(0, equals);
      var setting =
          key.startsWith("--") ? Setting.byKey(key.substring(2)) : Optional.<Setting>empty();
      var isFile = key.equals("--config");
      if (!isFile && (setting.isEmpty() || !setting.get().belongsTo(command))) {
        problems.add(unknown(key, command, setting));
        if (key.startsWith("--") && equals < 0 && followedByValue(flags, i)) {
          i++; // its value
        }
        continue;
      }
      String value;
      if (equals >= 0) {
        value = flag.substring(equals + 1);
      } else if (!isFile && setting.get().kind == Setting.Kind.SWITCH) {
        value = "true";
      } else if (followedByValue(flags, i)) {
        value = flags.get(++i);
      } else {
        problems.add("Option " + key + " needs a value.");
        continue;
      }
      if (isFile) {
        file = value;
      } else if (values.put(setting.get(), value) != null) {
        problems.add("Option " + key + " is given twice.");
      }
    }
    return file;
  }

  private static boolean followedByValue(List<String> flags, int i) {
    return i + 1 < flags.size() && !flags.get(i + 1).startsWith("--");
  }

  private static String unknown(String key, Command command, Optional<Setting> setting) {
    return setting.isPresent()
        ? "Option " + key + " is of another command than " + name(command) + "."
        : "Unknown option " + key + ".";
  }

  private static String name(Command command) {
    return command.name().toLowerCase(Locale.ROOT);
  }

  private static Map<Setting, String> file(String name, List<String> problems) {
    var values = new EnumMap<Setting, String>(Setting.class);
    if (name.isEmpty()) {
      return values;
    }
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(Path.of(name))) {
      properties.load(reader);
    } catch (NoSuchFileException _) {
      problems.add("The configuration file " + name + " is not there.");
      return values;
    } catch (IOException | IllegalArgumentException e) {
      problems.add("Cannot read the configuration file " + name + ": " + e + ".");
      return values;
    }
    for (var key : new TreeSet<>(properties.stringPropertyNames())) {
      Setting.byKey(key)
          .ifPresentOrElse(
              setting -> values.put(setting, properties.getProperty(key).strip()),
              () -> problems.add("Unknown key " + key + " in " + name + "."));
    }
    return values;
  }

  private static void check(Setting setting, String value, List<String> problems) {
    var named = "--" + setting.key() + " (" + setting.variable() + ")";
    switch (setting.kind) {
      case TEXT, PATH -> {}
      case SECRET -> {
        if (!value.isEmpty() && value.length() < 16) {
          problems.add(named + " needs 16 characters or more.");
        }
      }
      case PORT -> checkRange(named, value, 0, 65_535, problems);
      case COUNT -> checkRange(named, value, 0, 1_000_000_000, problems);
      case NUMBER -> checkRange(named, value, Long.MIN_VALUE, Long.MAX_VALUE, problems);
      case SWITCH -> {
        if (!value.equals("true") && !value.equals("false")) {
          problems.add(named + " is true or false, not '" + value + "'.");
        }
      }
    }
    var meant =
        switch (setting) {
          case REGION -> Set.of(Locale.getISOCountries()).contains(value);
          case CURRENCY ->
              Currency.getAvailableCurrencies().stream()
                  .anyMatch(each -> each.getCurrencyCode().equals(value));
          case TIME_ZONE -> ZoneId.getAvailableZoneIds().contains(value);
          case LOG_FORMAT -> value.equals("text") || value.equals("json");
          case ENRICHER_ALLOW -> AddressGuard.unfit(value) == null;
          case ENRICHER_CA -> Trust.fits(value);
          case PLACE_DETAIL -> PlaceDetail.of(value).isPresent();
          case TRUSTED_PROXIES -> Proxies.of(value).isPresent();
          case LOG_SEGMENT_MB -> !value.equals("0");
          case PEOPLE -> isWithin(value, 10, 100_000);
          case DATA -> !value.isBlank();
          default -> true;
        };
    if (!meant) {
      problems.add(named + " does not know '" + value + "': " + setting.meaning + ".");
    }
  }

  /// Also when it is no number at all, which was told.
  private static boolean isWithin(String value, long least, long most) {
    try {
      var number = Long.parseLong(value);
      return number >= least && number <= most;
    } catch (NumberFormatException _) {
      return true;
    }
  }

  private static void checkRange(
      String named, String value, long least, long most, List<String> problems) {
    try {
      var number = Long.parseLong(value);
      if (number < least || number > most) {
        problems.add(named + " lies between " + least + " and " + most + ", not " + value + ".");
      }
    } catch (NumberFormatException _) {
      problems.add(named + " is a whole number, not '" + value + "'.");
    }
  }

  /// The text of a setting, its standard when nobody set it.
  public String text(Setting setting) {
    var value = values.get(setting);
    if (value == null) {
      throw new IllegalStateException("no setting " + setting);
    }
    return value;
  }

  public long number(Setting setting) {
    return Long.parseLong(text(setting));
  }

  public boolean on(Setting setting) {
    return Boolean.parseBoolean(text(setting));
  }

  /// The data folder, made when it is not there.
  public Path data() {
    var folder = Path.of(text(Setting.DATA)).toAbsolutePath();
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the data folder " + folder, e);
    }
  }

  /// The same with one setting replaced.
  public Config with(Setting setting, String value) {
    var all = new EnumMap<>(values);
    all.put(setting, value);
    return new Config(all);
  }

  /// Every setting of a command on a line of its own: flag, standard, meaning.
  public static String help(Command command) {
    var lines = new StringBuilder();
    for (var setting : Setting.values()) {
      if (setting.belongsTo(command)) {
        var flag =
            "--"
                + setting.key()
                + (setting.kind == Setting.Kind.SWITCH ? "" : " " + sample(setting));
        lines.append(
            String.format(
                Locale.ROOT,
                "  %-26s %s%s%n",
                flag,
                setting.meaning,
                setting.standard.isEmpty() || setting.kind == Setting.Kind.SWITCH
                    ? ""
                    : " (" + setting.standard + ")"));
      }
    }
    return lines
        + "  --config FILE              settings as lines of key = value\n"
        + "Each can also be set in the environment: --log-max-mb is INYEON_LOG_MAX_MB.\n";
  }

  private static String sample(Setting setting) {
    return switch (setting.kind) {
      case PATH -> "DIR";
      case PORT, COUNT, NUMBER -> "N";
      case TEXT, SECRET -> "TEXT";
      case SWITCH -> "";
    };
  }
}
