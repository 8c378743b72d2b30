/**
 * Who answers what: what a session does by itself when somebody connects or a message arrives.
 *
 * <p>May import {@code net}'s values and {@code codec}; never a socket, a file, the journal or Swing. {@code session} puts
 * it between the endpoint and the journal.
 *
 * <p><b>What is asked for</b> is a value, {@link dev.earshot.reply.Behaviour}, with one {@link dev.earshot.reply.Answer} in
 * it; it holds what a person typed, which may be wrong. What is right works, and {@code check} says what is not.
 *
 * <p><b>Rules are pure.</b> {@link dev.earshot.reply.RuleBook} makes of a {@link dev.earshot.reply.Message} and of who is
 * {@link dev.earshot.reply.Present} a list of {@link dev.earshot.reply.Order}s, and somebody else carries them out. A
 * pattern is compiled once ({@link dev.earshot.reply.Match} to {@link dev.earshot.reply.Matching}), and so is an answer
 * ({@link dev.earshot.reply.Template} to {@link dev.earshot.reply.CompiledTemplate}). Messages are compared as bytes and
 * captures are the bytes that came, so that what is no text survives; only an expression looks at decoded text, and is
 * given up after so many steps.
 */
package dev.earshot.reply;
