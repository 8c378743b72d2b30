package dev.earshot.cli;

/** Why a command cannot go on, or a typed line not be sent: one sentence in English. */
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1;

    CommandFailure(String sentence) {
        super(sentence, null, false, false);
    }
}
