package io.inyeon.core.govern;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.bots.Bots;
import io.inyeon.core.govern.personal.Keep;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.core.govern.plan.Action;
import io.inyeon.core.govern.plan.PlanInForce;
import io.inyeon.core.govern.plan.Policy;
import io.inyeon.core.govern.transform.Transforming;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a workspace makes of events before they count: transformations first, then the source's
/// tracking plan. Pure: the same event and the same versions give the same answer.
///
/// What the house itself says ([OwnSources]) was decided before it was said: nothing is changed or
/// expected of it, whatever a plan for every source would have.
public final class Governance {
  /// Nothing is changed and nothing is expected.
  public static final Governance NONE = new Governance(Transforming.NONE, List.of());

  /// The policy of every source that no plan names.
  private static final String EVERY = "*";

  private final Transforming transforming;
  private final Map<String, PlanInForce> plans = new HashMap<>();
  private final Bots bots;
  private final Labels labels;

  /// A decision is asked again each time something had to be loaded for it, always with the same
  /// event. Never changed, but replaced; racing threads would judge the same.
  private volatile @Nullable Last last;

  /// What was judged last, and of what.
  private record Last(
      Envelope envelope, Body body, Source source, IdentifierTypes types, Judged judged) {
    @SuppressWarnings("ReferenceEquality") // the very same, or judged again
    boolean of(Envelope envelope, Body body, Source source, IdentifierTypes types) {
      return this.envelope == envelope
          && this.body == body
          && this.source == source
          && this.types == types;
    }
  }

  /// Of these, ready for use. Where two plans name one source, the first by its id counts.
  public Governance(Transforming transforming, List<PlanInForce> plans) {
    this(transforming, plans, Bots.NONE, Labels.NONE);
  }

  private Governance(
      Transforming transforming, Collection<PlanInForce> plans, Bots bots, Labels labels) {
    this.transforming = transforming;
    this.bots = bots;
    this.labels = labels;
    plans.stream()
        .sorted(Comparator.comparing(PlanInForce::id))
        .forEach(plan ->
            plan.policies().keySet().forEach(source -> this.plans.putIfAbsent(source, plan)));
  }

  /// The same with these robots and labels.
  public Governance with(Bots bots, Labels labels) {
    return new Governance(transforming, new LinkedHashSet<>(plans.values()), bots, labels);
  }

  /// Whose events are kept apart.
  public Bots bots() {
    return bots;
  }

  /// What fields may be used for.
  public Labels labels() {
    return labels;
  }

  /// What came of an event.
  ///
  /// @param edits what counts of it otherwise than it was sent; mostly none
  public record Judged(Reading reading, List<Edit> edits) {
    public Judged {
      edits = List.copyOf(edits);
    }
  }

  /// The plan of a source; `null` for none.
  private @Nullable PlanInForce plan(Source source) {
    if (plans.isEmpty()) {
      return null;
    }
    var plan = plans.get(source.id());
    return plan == null ? plans.get(EVERY) : plan;
  }

  /// Where numbers and addresses of a source are kept that are masked everywhere else.
  public List<Keep> keeps(Source source) {
    var plan = OwnSources.own(source.id()) ? null : plan(source);
    return plan == null ? List.of() : plan.keeps();
  }

  /// Reads an event as it counts.
  public Judged judge(Envelope envelope, Body body, Source source, IdentifierTypes types) {
    if (OwnSources.own(source.id())) {
      return new Judged(EventReader.read(envelope, body, source, types), List.of());
    }
    var judged = ofAnybody(envelope, body, source, types);
    if (!(judged.reading() instanceof Reading.Understood(var event, _))) {
      return judged;
    }
    var bot = bots.flagged(event.context().text("userAgent"));
    return bot == null
        ? judged
        : new Judged(
            new Reading.Refused(event.head(), List.of(new Violation(Bots.CAUSE, Bots.PLACE, bot))),
            List.of());
  }

  /// Whether events of a source may count otherwise than they were sent before any plan.
  boolean transforms(Source source) {
    return !transforming.all().isEmpty() && !OwnSources.own(source.id());
  }

  /// An event after the source's transformations; the same object where they change nothing.
  Value.Fields transformed(Envelope envelope, Value.Fields whole, Source source) {
    return transforms(source)
        ? transforming.after(source.id(), envelope.call(), whole, envelope.receivedAt())
        : whole;
  }

  private Judged ofAnybody(Envelope envelope, Body body, Source source, IdentifierTypes types) {
    var plan = plan(source);
    if ((plan == null && transforming.all().isEmpty()) || !(body instanceof Value.Fields sent)) {
      return new Judged(EventReader.read(envelope, body, source, types), List.of());
    }
    var known = last;
    if (known != null && known.of(envelope, body, source, types)) {
      return known.judged;
    }
    var judged = judged(envelope, sent, plan, source, types);
    last = new Last(envelope, body, source, types, judged);
    return judged;
  }

  private Judged judged(
      Envelope envelope,
      Value.Fields sent,
      @Nullable PlanInForce plan,
      Source source,
      IdentifierTypes types) {
    var whole = Batch.filled(sent, envelope);
    var changed = transforming.after(source.id(), envelope.call(), whole, envelope.receivedAt());
    var transformed = !same(whole, changed);
    if (!same(sent, changed)) {
      // What a batch says for all its events is no part of what one of them is remembered by.
      changed = named(changed, EventReader.messageId(envelope, sent, source, types));
    }
    var reading = EventReader.read(envelope, changed, source, types);
    if (!(reading instanceof Reading.Understood(var event, _))) {
      return new Judged(
          same(sent, changed)
              ? reading
              : headed(reading, EventReader.messageId(envelope, sent, source, types)),
          List.of());
    }
    var verdict = plan == null ? null : plan.verdict(event, changed);
    if (verdict == null || plan == null || verdict.good()) {
      return transformed
          ? counted(envelope, sent, whole, noted(changed, null, null, List.of()), source, types)
          : new Judged(reading, List.of());
    }
    return decided(envelope, sent, whole, changed, event, plan, verdict, source, types);
  }

  @SuppressWarnings("ReferenceEquality") // what no step changes is not copied
  private static boolean same(Value one, Value other) {
    return one == other;
  }

  private Judged decided(
      Envelope envelope,
      Value.Fields sent,
      Value.Fields whole,
      Value.Fields changed,
      Event event,
      PlanInForce plan,
      PlanInForce.Verdict verdict,
      Source source,
      IdentifierTypes types) {
    var policy = policy(plan, source);
    var head = event.head();
    var all = verdict.all(head.name());
    // Who takes a consent back is heard at once, however they say it.
    var withdraws = ConsentReader.withdraws(event);
    if (!withdraws && is(Action.BLOCK, policy, verdict)) {
      return new Judged(new Reading.Unwanted(head, "blocked_by_plan", all), List.of());
    }
    if (!withdraws && is(Action.QUARANTINE, policy, verdict)) {
      return new Judged(new Reading.Refused(head, all), List.of());
    }
    var omitted = omitted(withdraws ? heard(policy, event) : policy, verdict, changed);
    var left = Edits.made(changed, omitted);
    var named = named(left, EventReader.messageId(envelope, sent, source, types));
    var paths = omitted.stream().map(Edit::path).toList();
    return counted(envelope, sent, whole, noted(named, plan, all, paths), source, types);
  }

  private static Policy policy(PlanInForce plan, Source source) {
    var policy = plan.policies().get(source.id());
    var others = policy == null ? plan.policies().get(EVERY) : policy;
    if (others == null) {
      throw new IllegalStateException("no policy of " + source.id());
    }
    return others;
  }

  private static boolean is(Action action, Policy policy, PlanInForce.Verdict verdict) {
    return (verdict.unplanned() && policy.unplannedEvents() == action)
        || (!verdict.extra().isEmpty() && policy.unplannedProperties() == action)
        || (!verdict.broken().isEmpty() && policy.violations() == action);
  }

  /// What a plan does with an event that takes a consent back: what breaks it is left out instead
  /// of all of the event, and nothing of a track, whose properties are what is said.
  private static Policy heard(Policy policy, Event event) {
    return event.head().call() == Call.TRACK
        ? new Policy(Action.ALLOW, Action.ALLOW, Action.ALLOW)
        : new Policy(
            softened(policy.unplannedEvents()),
            softened(policy.unplannedProperties()),
            softened(policy.violations()));
  }

  private static Action softened(Action action) {
    return switch (action) {
      case ALLOW -> Action.ALLOW;
      case OMIT, QUARANTINE, BLOCK -> Action.OMIT;
    };
  }

  /// What is taken away, items from the last to the first, so that their places stay true.
  private static List<Edit> omitted(
      Policy policy, PlanInForce.Verdict verdict, Value.Fields event) {
    var paths = new ArrayList<String>();
    if (verdict.unplanned() && policy.unplannedEvents() == Action.OMIT) {
      for (var name : event.fields("properties").values().keySet()) {
        paths.add(Edits.below("/properties", name));
      }
    }
    if (policy.unplannedProperties() == Action.OMIT) {
      verdict.extra().forEach(each -> paths.add(each.path()));
    }
    if (policy.violations() == Action.OMIT) {
      for (var each : verdict.broken()) {
        // What is missing cannot be left out, and who and what an event is stays as it is.
        if (!each.code().equals("missing_property")
            && (each.path().startsWith("/properties/")
                || each.path().startsWith("/traits/")
                || each.path().startsWith("/context/"))) {
          paths.add(each.path());
        }
      }
    }
    return paths.stream()
        .distinct()
        // What a person chose stands whatever it looks like: what is no clear yes counts as a no.
        .filter(path -> CONSENT.stream().noneMatch(each -> (path + "/").startsWith(each)))
        .sorted(BACKWARDS)
        .filter(path -> stands(event, path))
        .map(path -> new Edit(path, null))
        .toList();
  }

  private static final List<String> CONSENT =
      List.of(
          "/context/consent/", "/context/consentManagement/", "/context/messaging_subscriptions/");

  private static final Comparator<String> BACKWARDS =
      (one, other) -> {
        var left = Edits.steps(one);
        var right = Edits.steps(other);
        for (var i = 0; i < Math.min(left.length, right.length); i++) {
          var numbers = Integer.compare(Edits.index(left[i]), Edits.index(right[i]));
          var order = numbers == 0 ? left[i].compareTo(right[i]) : numbers;
          if (order != 0) {
            return -order;
          }
        }
        return Integer.compare(right.length, left.length);
      };

  private static boolean stands(Value.Fields event, String path) {
    Value at = event;
    for (var step : Edits.steps(path)) {
      var next =
          switch (at) {
            case Value.Fields(var fields) -> fields.get(step);
            case Value.Items(var items) -> {
              var index = Edits.index(step);
              yield index >= 0 && index < items.size() ? items.get(index) : null;
            }
            case Value.Text _, Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ ->
                null;
          };
      if (next == null) {
        return false;
      }
      at = next;
    }
    return true;
  }

  private static Reading headed(Reading reading, String messageId) {
    var was = reading.head();
    var head =
        new Event.Head(
            was.source(), messageId, was.call(), was.name(), was.time(), was.receivedAt());
    return switch (reading) {
      case Reading.Understood understood -> understood;
      case Reading.Refused(_, var violations) -> new Reading.Refused(head, violations);
      case Reading.Unwanted(_, var reason, var because) ->
          new Reading.Unwanted(head, reason, because);
    };
  }

  /// The event with the messageId that it had before anything was changed: it is what finds
  /// duplicates, and may be a hash of what was sent.
  private static Value.Fields named(Value.Fields event, String messageId) {
    if (!EventReader.unnamed(event)) {
      return event; // its own, or none that can be one, which is a fault of its own
    }
    var id = new Value.Text(messageId);
    var all = new LinkedHashMap<>(event.values());
    all.put("messageId", id);
    return new Value.Fields(all);
  }

  /// Says on the event what was done to it, under `context.protocols`.
  private Value.Fields noted(
      Value.Fields event,
      @Nullable PlanInForce plan,
      @Nullable List<Violation> violations,
      List<String> omitted) {
    var context = event.fields("context");
    var protocols = new LinkedHashMap<>(context.fields("protocols").values());
    if (transforming.version() > 0) {
      protocols.put("transformations", number(transforming.version()));
    }
    if (plan != null) {
      protocols.put("plan", new Value.Text(plan.id()));
      protocols.put("planVersion", number(plan.version()));
    }
    if (violations != null) {
      var items = new ArrayList<Value>();
      for (var each : violations) {
        var one = new LinkedHashMap<String, Value>();
        one.put("code", new Value.Text(each.code()));
        one.put("path", new Value.Text(each.path()));
        one.put("found", new Value.Text(each.found()));
        items.add(new Value.Fields(one));
      }
      protocols.put("violations", new Value.Items(items));
    }
    if (!omitted.isEmpty()) {
      protocols.put(
          "omitted",
          new Value.Items(
              omitted.stream().sorted().map(path -> (Value) new Value.Text(path)).toList()));
    }
    return Edits.made(event, List.of(new Edit("/context/protocols", new Value.Fields(protocols))));
  }

  private static Value number(int number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  private static Judged counted(
      Envelope envelope,
      Value.Fields sent,
      Value.Fields whole,
      Value.Fields counts,
      Source source,
      IdentifierTypes types) {
    var edits = Batch.apart(Edits.between(whole, counts), sent, counts, envelope);
    // Read from what goes on record, so that whoever reads it again reads the same.
    var again = EventReader.read(envelope, Edits.made(sent, edits), source, types);
    return new Judged(again, edits);
  }
}
