package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A compiled list of rules, which decides the actions for a message. The first rule is used that is on, valid, holds in
 * the state of the sender's conversation and matches. Immutable, except for its counters. Any thread.
 */
public final class CompiledRules {
    private final CompiledRule[] all;
    private final CompiledRule[] active;
    private final Set<String> states = new HashSet<>();
    private final Clock clock;

    /** Compiles rules; wrong ones are never used. */
    public CompiledRules(List<Rule> rules) {
        this(rules, Clock.systemDefaultZone());
    }

    /** @param clock the clock for {@code ${time}} and for the limits of answers in a second */
    CompiledRules(List<Rule> rules, Clock clock) {
        this.clock = clock;
        all = new CompiledRule[rules.size()];
        List<CompiledRule> valid = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            try {
                all[i] = new CompiledRule(i + 1, rules.get(i));
                if (rules.get(i).isOn()) {
                    valid.add(all[i]);
                    states.add(rules.get(i).state().strip());
                    states.add(rules.get(i).nextState().strip());
                }
            } catch (Problem e) {
                all[i] = null; // the problem is shown where the rule was typed
            }
        }
        active = valid.toArray(CompiledRule[]::new);
    }

    /** Returns whether any active rule needs the fields of messages. */
    public boolean readsFields() {
        return Stream.of(active).anyMatch(rule -> rule.matcher.readsFields() || rule.answer.readsFields());
    }

    /** Returns the actions for a message; none if no rule matches. Never throws. */
    public List<ReplyAction> decide(Message message, Participants participants) {
        MessageFields fields = MessageFields.of(message, () -> participants.fieldSource(message.from()));
        DecodedMessage decoded = new DecodedMessage(message.bytes(), message.encoding(), fields);
        String state = knownState(participants.state(message.from()));
        for (CompiledRule rule : active) {
            MatchCaptures captures = rule.rule.isUsedIn(state) ? rule.matcher.matchAnyReading(decoded) : null;
            if (captures != null) {
                rule.hits.incrementAndGet();
                return decide(rule, fields, captures, message.from(), participants);
            }
        }
        return List.of();
    }

    /**
     * Returns the index of the first rule that holds in a state and matches, from 0, or -1. Changes no counter.
     *
     * @param fields the fields of the message
     * @param state the state of the conversation, as {@link #knownState} returns it
     */
    public int findFirst(Message message, MessageFields fields, String state) {
        DecodedMessage decoded = new DecodedMessage(message.bytes(), message.encoding(), fields);
        for (CompiledRule rule : active) {
            if (rule.rule.isUsedIn(state) && rule.matcher.matchAnyReading(decoded) != null) {
                return rule.number - 1;
            }
        }
        return -1;
    }

    /** Returns this state, or {@link Rule#START} if no rule names it: then it is left over from edited rules. */
    public String knownState(String state) {
        return states.contains(state) ? state : Rule.START;
    }

    private List<ReplyAction> decide(
            CompiledRule rule, MessageFields fields, MatchCaptures captures, Peer from, Participants participants) {
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
        List<ReplyAction> actions = new ArrayList<>(receivers.size() + 2);
        if (!rule.rule.nextState().isBlank()) {
            actions.add(new ReplyAction.ChangeState(from, rule.rule.nextState().strip()));
        }
        addSends(rule, fields, captures, from, participants, receivers, delay, actions);
        if (rule.rule.startsTlsAfterAnswer()) {
            actions.add(new ReplyAction.StartTls(from, delay));
        }
        if (rule.rule.endsAfterAnswer()) {
            actions.add(new ReplyAction.End(from, delay));
        }
        return actions;
    }

    /**
     * Adds an action for each receiver. The answer is filled once for each encoding, so equal readers get equal bytes.
     */
    private void addSends(
            CompiledRule rule,
            MessageFields fields,
            MatchCaptures captures,
            Peer from,
            Participants participants,
            Collection<Peer> receivers,
            int delay,
            List<ReplyAction> actions) {
        long counter = rule.answers.incrementAndGet();
        ZonedDateTime time = ZonedDateTime.now(clock);
        int clients = participants.count();
        Map<Encoding, byte[]> filled = new HashMap<>();
        for (Peer to : receivers) {
            Encoding encoding = participants.encoding(to);
            try {
                byte[] bytes = filled.get(encoding);
                if (bytes == null) {
                    bytes = rule.answer.fill(new TemplateValues(
                            fields,
                            captures,
                            counter,
                            time,
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

    /** Returns the number of messages that a rule has matched; its index is from 0 and counts wrong rules too. */
    public long hits(int rule) {
        return all[rule] == null ? 0 : all[rule].hits.get();
    }

    /** Returns the number of answers of a rule that were withheld by its limit per second. */
    public long withheld(int rule) {
        return all[rule] == null ? 0 : all[rule].withheld.get();
    }

    /** Returns the number of answers of all rules that were withheld. */
    public long withheld() {
        return Stream.of(all)
                .filter(Objects::nonNull)
                .mapToLong(rule -> rule.withheld.get())
                .sum();
    }

    /** Returns the number of rules, including wrong ones. */
    public int size() {
        return all.length;
    }

    /** Returns the number of messages on which a rule was given up because its expression took too long. */
    public long givenUp(int rule) {
        return all[rule] == null ? 0 : all[rule].matcher.givenUp();
    }
}
