package dev.earshot.cli;

/** Reports in one English sentence why a command cannot go on or a typed line cannot be sent. */
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1;

    CommandFailure(String sentence) {
        super(sentence, null, false, false);
    }
}
