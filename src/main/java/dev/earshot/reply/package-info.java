/**
 * Who answers what: what a session does by itself when somebody connects or a message arrives.
 *
 * <p>May import {@code net}'s values and {@code codec}; never a socket, a file, the journal or Swing. {@code session} puts
 * it between the endpoint and the journal.
 *
 * <p><b>What is asked for</b> is a value, {@link dev.earshot.reply.Behaviour}, with one {@link dev.earshot.reply.Answer} in
 * it; it holds what a person typed, which may be wrong. What is right works, and {@code check} says what is not.
 */
package dev.earshot.reply;
