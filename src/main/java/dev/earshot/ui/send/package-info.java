/**
 * The send box: {@link dev.earshot.ui.send.SendBar} with whom to send to, in which form, and what goes on by itself, such as a
 * repetition, a sequence of quick sends or a file. What is sent is made by {@code dev.earshot.send}; here it is only asked
 * for and shown.
 */
package dev.earshot.ui.send;
