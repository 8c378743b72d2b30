/**
 * The send box and all that is sent from it: a typed message, quick sends, repetitions, sequences and files.
 *
 * <p>{@link dev.earshot.ui.send.SendBar} lays out the parts and keeps them up to date. The message in the box is that of a
 * {@code DraftEditor}; buttons, keys and forms give their orders to one {@code SendCommands}, which knows the chosen clients.
 * Messages are composed and sent by {@code dev.earshot.send}; here it is only asked for, off the EDT where there are many
 * ({@code SendDispatcher}), and its results are put into words. {@code SendState} outlives a bar that is made anew in another
 * language.
 */
package dev.earshot.ui.send;
