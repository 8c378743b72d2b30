/**
 * What is answered by itself: a {@code Behaviour}, of which the forms of {@link dev.earshot.ui.reply.ReplyBar} and the
 * {@link dev.earshot.ui.reply.RulesEditor} make another one, which holds at once. They are made when they are first asked
 * for. What was chosen of each kind of answer is kept by {@link dev.earshot.ui.reply.ReplyChoices}.
 */
package dev.earshot.ui.reply;
