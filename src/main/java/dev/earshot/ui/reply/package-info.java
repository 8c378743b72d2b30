/**
 * The automatic replies in the window. {@link dev.earshot.ui.reply.ReplyBar} chooses the kind of answer and opens its
 * editor: a form from {@link dev.earshot.ui.reply.AnswerForms}, or the {@link dev.earshot.ui.reply.RulesWindow} with
 * its {@link dev.earshot.ui.reply.RulesEditor}. Each edit makes another {@code Behaviour}, which is in force at once.
 * {@link dev.earshot.ui.reply.ReplyChoices} remembers the latest answer of each kind.
 *
 * <p>Imports {@code session}, the values below it, {@code ui.clients}, {@code ui.framing}, {@code ui.parts} and {@code
 * ui.plain}, but neither {@code ui.connect} nor {@code ui.send}. Everything runs on the EDT; only saving has a thread
 * of its own, {@code replies}.
 */
package dev.earshot.ui.reply;
