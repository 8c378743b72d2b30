package dev.earshot.reply.rules;

import dev.earshot.codec.Problem;

/**
 * A rule: the condition that a message must meet, and the answer to it. Rules can be limited to a state of the
 * conversation with one client, so that a line {@code DATA} inside a mail is no command; each conversation begins in
 * the state {@link #START}.
 *
 * @param isOn whether it is used
 * @param name the name under which it is shown in the log; may be empty
 * @param delayMillis the delay of the answer after the message, from 0 to 3,600,000 ms
 * @param receivers the peers that get the answer
 * @param role the role of the receivers, where {@code receivers} is ROLE, such as {@code DEVICE}
 * @param mostPerSecond the most answers in a second, further ones are withheld; 0 = no limit
 * @param endsAfterAnswer whether the sender's conversation is ended (FIN) after the answer is sent
 * @param startsTlsAfterAnswer whether the sender's conversation is encrypted behind the answer, as STARTTLS does
 * @param state the state of the sender's conversation in which the rule is used; empty = in every state
 * @param nextState the state to which the rule leads once it has matched; empty = the state stays
 */
public record Rule(
        boolean isOn,
        String name,
        Match match,
        Template answer,
        int delayMillis,
        Receivers receivers,
        String role,
        int mostPerSecond,
        boolean endsAfterAnswer,
        boolean startsTlsAfterAnswer,
        String state,
        String nextState) {

    /** The state in which each conversation begins. */
    public static final String START = "start";

    /** The longest delay of an answer, which is one hour. */
    public static final int MOST_DELAY_MILLIS = 3_600_000;

    /** The rule that a new line of the table begins with. */
    public static final Rule BLANK = new Rule(
            true, "", new Match(Match.Kind.CONTAINS, ""), Template.text(""), 0, Receivers.SENDER, "", 0, false);

    /** Makes a rule that is used in every state and changes none. */
    public Rule(
            boolean isOn,
            String name,
            Match match,
            Template answer,
            int delayMillis,
            Receivers receivers,
            String role,
            int mostPerSecond,
            boolean endsAfterAnswer) {
        this(isOn, name, match, answer, delayMillis, receivers, role, mostPerSecond, endsAfterAnswer, false, "", "");
    }

    /** The peers that get an answer. */
    public enum Receivers {
        /** The sender of the message. */
        SENDER,
        /** All peers, including the sender. */
        ALL,
        /** All peers with a role. */
        ROLE
    }

    /** Returns whether the rule is used in this state of a conversation. */
    public boolean isUsedIn(String current) {
        return state.isBlank() || state.strip().equals(current);
    }

    /** Returns the state of a conversation after the rule has matched in it. */
    public String stateAfter(String current) {
        return nextState.isBlank() ? current : nextState.strip();
    }

    /**
     * Checks the pattern.
     *
     * @throws Problem if the pattern is wrong, with its position where that is known
     */
    public void checkPattern() throws Problem {
        match.check();
    }

    /**
     * Checks the answer.
     *
     * @throws Problem if the answer is wrong or uses a capture that the pattern does not have, with its position
     */
    public void checkAnswer() throws Problem {
        answer.compile(captures());
    }

    /**
     * Checks the role of the receivers.
     *
     * @throws Problem if a role is needed and none is named
     */
    public void checkRole() throws Problem {
        if (receivers == Receivers.ROLE && role.isBlank()) {
            throw new Problem("problem.rule.role", -1);
        }
    }

    /**
     * Checks the whole rule; a wrong rule is never used.
     *
     * @throws Problem which is the first one found
     */
    public void check() throws Problem {
        checkPattern();
        checkAnswer();
        checkRole();
    }

    private int captures() {
        try {
            return match.compile().captures();
        } catch (Problem e) {
            return MatchCaptures.MOST; // checkPattern says what is wrong with it
        }
    }
}
