/**
 * Says everything to people in their language, for the window, the terminal and the exports.
 *
 * <p>May import {@code session.settings} and the packages below; never {@code session}, which sees this package.
 *
 * <p>{@link dev.earshot.session.words.Words} has all texts, each under a key of {@code Words.properties} in {@code
 * session}; a kind of endpoint and the terminal may have texts of their own. A text is a pattern of {@link
 * java.text.MessageFormat}, which a {@link dev.earshot.session.words.TextPattern} fills in. {@link
 * dev.earshot.session.words.EventWords} describes events, and {@link dev.earshot.session.words.CutWords} how a framing
 * would cut a message. Any thread.
 */
package dev.earshot.session.words;
