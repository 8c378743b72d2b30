/**
 * Turns rows of the log into text for the window, the terminal, copies and exports.
 *
 * <p>{@link dev.earshot.session.view.RowFormatter} makes a {@link dev.earshot.session.view.RowText} of a row: its
 * time, client, mark and text, which the callers arrange. It shows a message by a {@link
 * dev.earshot.session.view.MessageView}, and describes an event by {@link dev.earshot.session.words.EventWords}.
 * {@link dev.earshot.session.view.MessageViews} lists all views and chooses the one with the strongest {@link
 * dev.earshot.session.view.MessageView.Evidence}, unless a person has chosen one for the log or a client, which {@link
 * dev.earshot.session.Lens} knows. A new view is a class of its own, one line in that list, and its name in the words.
 * Views of texts work on the decoded text, as scanners have split it; {@link dev.earshot.session.view.FieldNode}s have
 * the places in its bytes. A view receives the message as a {@link dev.earshot.session.view.DecodedRow}, which decodes
 * it at most once.
 *
 * <p>{@link dev.earshot.session.view.RowFormat} lists the formats in which rows are copied, each with a {@link
 * dev.earshot.journal.export.RowWriter}; {@link dev.earshot.session.view.TextRowWriter} writes the texts of the log,
 * {@link dev.earshot.session.view.LiteralRowWriter} source code and commands. The package {@code export} writes them to
 * files.
 *
 * <p>May import {@code session} and the packages below; {@code session} itself must not import this package. It has no
 * threads of its own.
 */
package dev.earshot.session.view;
