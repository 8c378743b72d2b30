/**
 * Turns rows of the log into words: for the window, the terminal, copies and exports.
 *
 * <p>{@link dev.earshot.session.view.RowFormatter} makes a {@link dev.earshot.session.view.RowText} of a row: its time,
 * client, mark and text, which the others arrange. A message is shown by a {@link dev.earshot.session.view.MessageView},
 * an event by {@link dev.earshot.session.EventWords}. {@link dev.earshot.session.view.MessageViews} has the list of all
 * views and chooses one by its {@link dev.earshot.session.view.MessageView.Evidence}. A new view is a class of its own,
 * one line in that list, and its name in the words.
 *
 * <p>{@link dev.earshot.session.view.TextRowWriter} exports rows as text, as the log shows them.
 * {@link dev.earshot.session.view.DecodedRow} is the message as a view gets it, decoded at most once.
 *
 * <p>{@link dev.earshot.session.view.RowFormat} has the list of the formats in which rows are copied or exported, each with
 * a {@link dev.earshot.journal.RowWriter}.
 *
 * <p>May import {@code session}, {@code tftp}, {@code journal}, {@code net} and {@code codec}; {@code session} itself
 * knows nothing of it. Nothing here has a thread of its own.
 */
package dev.earshot.session.view;
