package dev.earshot.reply;

/** What is done when somebody connects. */
public sealed interface Greeting {

    /** Nothing. */
    record None() implements Greeting {}

    /** It is sent a template. */
    record Greet(Template template) implements Greeting {}

    /** It is noted in the log, and the conversation is ended (FIN) at once. */
    record HangUp() implements Greeting {}
}
