/**
 * The rules of automatic answers: what a message must match, and the answer that is made of it. Pure functions without
 * threads, which send nothing and read no file.
 *
 * <p><b>May import</b> {@code fields}, the values of {@code net}, {@code net.address}, {@code codec} and {@code
 * codec.framing}. {@code reply} imports this package; it must not import {@code reply}.
 *
 * <p><b>The vocabulary.</b> A <i>rule</i> ({@link dev.earshot.reply.rules.Rule}) has a pattern and its answers. A
 * <i>match</i> ({@link dev.earshot.reply.rules.Match}) is the pattern as it is typed. <i>Captures</i> ({@link
 * dev.earshot.reply.rules.MatchCaptures}) are the bytes of a message that a pattern has marked. A <i>template</i>
 * ({@link dev.earshot.reply.rules.Template}) is the text of an answer, with <i>variables</i> that stand for captures,
 * fields, times and checksums. The <i>participants</i> ({@link dev.earshot.reply.rules.Participants}) are who receives
 * answers.
 *
 * <p>{@link dev.earshot.reply.rules.CompiledRules} decides the {@link dev.earshot.reply.rules.ReplyAction}s for a
 * {@link dev.earshot.reply.rules.Message}, given the participants. A pattern is compiled once (to a {@link
 * dev.earshot.reply.rules.MessageMatcher}), and so is an answer (to a {@link
 * dev.earshot.reply.rules.CompiledTemplate}): {@link dev.earshot.reply.rules.TemplateParser} takes it to pieces,
 * {@link dev.earshot.reply.rules.VariableParser} reads each variable and {@link dev.earshot.reply.rules.TemplateMarks}
 * knows the marked parts.
 *
 * <p>Messages are compared as bytes and captures are the bytes as received, without the escapes of a stuffed frame, so
 * bytes that are no text survive. Only a regular expression is matched with decoded text, and is given up after a
 * limited number of steps. Conditions on fields and field variables read a message once ({@link
 * dev.earshot.reply.rules.MessageFields}).
 */
package dev.earshot.reply.rules;
