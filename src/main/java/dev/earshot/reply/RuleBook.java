package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.Peer;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A list of rules, ready to answer: {@code (message, who is there) -> orders}. The first rule that is on, right and matches
 * wins. Has nothing but counters that change, and may be used by several threads at once.
 */
public final class RuleBook {
    private final CompiledRule[] all;
    private final CompiledRule[] active;
    private final Clock clock;

    public RuleBook(List<Rule> rules) {
        this(rules, Clock.systemDefaultZone());
    }

    /** @param clock for {@code ${time}} and for how many answers there are in a second */
    RuleBook(List<Rule> rules, Clock clock) {
        this.clock = clock;
        all = new CompiledRule[rules.size()];
        List<CompiledRule> valid = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            try {
                all[i] = new CompiledRule(i + 1, rules.get(i));
                if (rules.get(i).isOn()) {
                    valid.add(all[i]);
                }
            } catch (Problem e) {
                all[i] = null; // what is wrong is shown where it was typed
            }
        }
        active = valid.toArray(CompiledRule[]::new);
    }

    /** What is to be done about a message; nothing if no rule matches. Never throws. */
    public List<ReplyAction> actions(Message message, Participants participants) {
        DecodedMessage decoded = new DecodedMessage(message.bytes(), message.encoding());
        for (CompiledRule rule : active) {
            MatchCaptures captures = rule.matcher.matchAnyReading(decoded);
            if (captures != null) {
                rule.hits.incrementAndGet();
                return actions(rule, captures, message.from(), participants);
            }
        }
        return List.of();
    }

    /** The number of the first rule that matches, from 0; -1 if none does. Counts nothing. */
    public int findFirst(byte[] message, Encoding encoding) {
        DecodedMessage decoded = new DecodedMessage(message, encoding);
        for (CompiledRule rule : active) {
            if (rule.matcher.matchAnyReading(decoded) != null) {
                return rule.number - 1;
            }
        }
        return -1;
    }

    private List<ReplyAction> actions(CompiledRule rule, MatchCaptures captures, Peer from, Participants participants) {
        if (!rule.mayAnswer(clock.millis())) {
            rule.withheld.incrementAndGet();
            return List.of();
        }
        int delay = Math.max(0, Math.min(rule.rule.delayMillis(), Rule.MOST_DELAY_MILLIS));
        Collection<Peer> receivers = switch (rule.rule.receivers()) {
            case SENDER -> List.of(from);
            case ALL -> participants.all();
            case ROLE -> participants.withRole(rule.rule.role().strip());
        };
        List<ReplyAction> actions = new ArrayList<>(receivers.size() + 1);
        addSends(rule, captures, from, participants, receivers, delay, actions);
        if (rule.rule.endsAfterAnswer()) {
            actions.add(new ReplyAction.End(from, delay));
        }
        return actions;
    }

    /** Fills the answer once for each encoding, so that everybody who reads the same gets the same. */
    private void addSends(
            CompiledRule rule,
            MatchCaptures captures,
            Peer from,
            Participants participants,
            Collection<Peer> receivers,
            int delay,
            List<ReplyAction> actions) {
        long counter = rule.answers.incrementAndGet();
        ZonedDateTime now = ZonedDateTime.now(clock);
        int clients = participants.count();
        Map<Encoding, byte[]> filled = new HashMap<>();
        for (Peer to : receivers) {
            Encoding encoding = participants.encoding(to);
            try {
                byte[] bytes = filled.get(encoding);
                if (bytes == null) {
                    bytes = rule.answer.fill(new TemplateValues(
                            captures,
                            counter,
                            now,
                            Addresses.text(from.remote()),
                            clients,
                            encoding,
                            ThreadLocalRandom.current()));
                    filled.put(encoding, bytes);
                }
                if (bytes.length > 0) {
                    actions.add(new ReplyAction.Send(to, bytes, delay, rule.origin));
                }
            } catch (Problem e) {
                actions.add(new ReplyAction.ReportProblem(to, e, rule.origin));
            }
        }
    }

    /** How many messages a rule has matched; rules count from 0, the wrong ones too. */
    public long hits(int rule) {
        return all[rule] == null ? 0 : all[rule].hits.get();
    }

    /** How many of its answers were withheld, because there were too many in a second. */
    public long withheld(int rule) {
        return all[rule] == null ? 0 : all[rule].withheld.get();
    }

    /** How many answers of all rules were withheld. */
    long withheld() {
        return Stream.of(all)
                .filter(Objects::nonNull)
                .mapToLong(rule -> rule.withheld.get())
                .sum();
    }

    /** How many rules there are, the wrong ones too. */
    int size() {
        return all.length;
    }

    /** On how many messages a rule was given up, because its expression took too long. */
    public long givenUp(int rule) {
        return all[rule] == null ? 0 : all[rule].matcher.givenUp();
    }
}
