package dev.earshot.reply;

import dev.earshot.reply.rules.Template;

/** The action that is taken when a peer connects. */
public sealed interface Greeting {

    /** Does nothing. */
    record None() implements Greeting {}

    /** Sends the peer a template. */
    record Greet(Template template) implements Greeting {}

    /** Notes the peer in the log and ends the conversation (FIN) at once. */
    record HangUp() implements Greeting {}
}
