/**
 * Contains the send box and everything that is sent from the window: typed messages, quick sends, repetitions,
 * sequences, files and replays. It may import {@code ui.plain}, {@code ui.parts}, {@code ui.framing}, {@code
 * ui.clients}, {@code send}, {@code session} and the packages below.
 *
 * <p>{@link dev.earshot.ui.send.SendBar} lays out the parts and keeps them up to date. {@code DraftEditor} holds the
 * message in the box. Buttons, keys and forms call {@code SendCommands}, which knows the chosen clients. {@code
 * dev.earshot.send} composes and sends the messages. {@code SendDispatcher} asks it to, on the thread {@code send} if
 * there are many, and describes the results. What is sent over a while is an {@code ActiveSend} with an {@code
 * ActiveSendLine} above the box. {@code ReplayForm} asks what is replayed; the window finds the receivers for it
 * ({@code ReplayTargets}). {@code SendState} outlives the bar when it is rebuilt in another language. Everything else
 * runs on the EDT, except that {@code FilePrompt} checks a file on the thread {@code look at file}.
 */
package dev.earshot.ui.send;
