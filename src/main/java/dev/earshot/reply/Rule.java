package dev.earshot.reply;

import dev.earshot.codec.Problem;

/**
 * One line of a table of rules: what to look for and what to answer.
 *
 * @param isOn whether it is used
 * @param name under which it is in the log; may be empty
 * @param delayMillis how long after the message the answer goes, from 0 to 3,600,000
 * @param receivers the peers that get the answer
 * @param role the role of the receivers, where {@code receivers} is ROLE, such as {@code DEVICE}
 * @param mostPerSecond at most so many answers in a second, the others are withheld; 0 = as many as there are
 * @param endsAfterAnswer whether the sender's conversation is ended (FIN) once the answer is out
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
        boolean endsAfterAnswer) {

    public static final int MOST_DELAY_MILLIS = 3_600_000;

    /** A rule that is not filled in yet. */
    public static final Rule BLANK = new Rule(
            true, "", new Match(Match.Kind.CONTAINS, ""), Template.text(""), 0, Receivers.SENDER, "", 0, false);

    /** Who gets an answer. */
    public enum Receivers {
        /** Who sent the message. */
        SENDER,
        /** Everybody, the sender too. */
        ALL,
        /** Everybody of a role. */
        ROLE
    }

    /** @throws Problem if the pattern is wrong, with its place where that is known */
    public void checkPattern() throws Problem {
        match.check();
    }

    /** @throws Problem if the answer is wrong or wants what the pattern does not capture, with its place */
    public void checkAnswer() throws Problem {
        answer.compile(captures());
    }

    /** @throws Problem if it is not said whose role gets the answer */
    public void checkRole() throws Problem {
        if (receivers == Receivers.ROLE && role.isBlank()) {
            throw new Problem("problem.rule.role", -1);
        }
    }

    /** @throws Problem the first thing that is wrong with it: a rule that is wrong does not run */
    public void check() throws Problem {
        checkPattern();
        checkAnswer();
        checkRole();
    }

    private int captures() {
        try {
            return match.compile().captures();
        } catch (Problem e) {
            return MatchCaptures.MOST; // what is wrong with the pattern is told there
        }
    }
}
