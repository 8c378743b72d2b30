/**
 * Automatic answers: greets peers that connect, and answers or forwards the messages that arrive.
 *
 * <p><b>May import</b> {@code reply.rules}, {@code net}, {@code net.address}, {@code fields}, {@code codec} and {@code
 * codec.framing}; never a socket, a file, the journal or Swing. {@code session} passes the events of an endpoint on to
 * it, after the journal has recorded them.
 *
 * <p><b>Settings</b> are a value, {@link dev.earshot.reply.Behaviour}, with one {@link dev.earshot.reply.Answer} in
 * it. It holds what the user has typed, which may be wrong: the valid parts work, and {@code check} says what is
 * wrong. {@link dev.earshot.reply.BehaviourFile} and {@link dev.earshot.reply.RulesFile} read and write the JSON.
 *
 * <p><b>Kinds of answers.</b> {@link dev.earshot.reply.AnswerKinds} lists them. Each has one record, which holds its
 * settings, writes them to files and creates the {@link dev.earshot.reply.Replier} that carries them out. A new kind
 * is a record, a replier and an entry in that list; in the window it has its words, and a form if it has settings.
 *
 * <p><b>Rules</b>, with their patterns and templates, are in {@code reply.rules}, which decides what is answered to a
 * message; {@link dev.earshot.reply.RuleReplier} carries that out. That package must not import this one. The fields
 * of a message are read by the source that {@link dev.earshot.reply.PeerLens} knows.
 *
 * <p><b>States.</b> A rule may hold only in one state of the conversation with a peer, and may lead to another. The
 * {@link dev.earshot.reply.PeerState} keeps the state; it changes at once, even if the answer is delayed.
 *
 * <p><b>The way of an event.</b> {@link dev.earshot.reply.Responder} receives each event of an endpoint, on the
 * endpoint's threads. {@link dev.earshot.reply.Greeter} greets new peers, and {@link dev.earshot.reply.ReplierFeed}
 * passes the bytes of peers to the {@link dev.earshot.reply.Replier}: as reads (echo, forwarding) or as messages
 * (template, rules, chat, role request). {@link dev.earshot.reply.MessageCollector} splits bytes into messages as the
 * log does ({@link dev.earshot.codec.framing.MessageSplitter}), and only if messages are wanted. A peer that sends
 * nothing costs no more than a small {@link dev.earshot.reply.PeerState}. {@link dev.earshot.reply.RoleAssigner} gives
 * roles on behalf of the user. {@link dev.earshot.reply.BehaviourCompiler} compiles a behaviour once, and the {@link
 * dev.earshot.reply.CompiledBehaviour} replaces the previous one in one step, so a behaviour may change while bytes
 * flow.
 *
 * <p><b>Nobody waits for a peer that does not read.</b> {@link dev.earshot.reply.ReplySender} leaves out a message
 * that does not fit into an outbox, counts it, and notes that once an episode ({@link dev.earshot.reply.ReplyNote}).
 * Only {@link dev.earshot.reply.RoleForwarder} may leave nothing out: it makes the sender wait, at most 10 s for one
 * read, and then cuts off the receiver.
 *
 * <p><b>Half-closed peers.</b> The endpoint asks {@link dev.earshot.reply.Responder#hasPendingAnswer} before it closes
 * the conversation with a peer that has finished sending. Answers that the end of a conversation overtakes are noted.
 * A role of such a peer goes to the next one that requests it.
 *
 * <p><b>Loops.</b> Two programs that answer each other are stopped by {@link dev.earshot.reply.RateLimiter}, which
 * limits the answers to one peer in a second. An echo counts only reads that may be an echo of an echo ({@link
 * dev.earshot.reply.EchoDetector}). A chat also has a limit in bytes, for each sender and for all together.
 *
 * <p><b>Datagrams.</b> Each is a message, whatever the framing. Its sender address may be forged, so {@link
 * dev.earshot.reply.AmplificationGuard} automatically sends a UDP peer neither more bytes nor more datagrams than came
 * from it: an attacker gains nothing by making us answer to a victim. The limit does not apply to peers that the user
 * has connected to, sent to or selected, or that are on this computer, and the user can lift it for all ({@link
 * dev.earshot.reply.Behaviour#allowsAmplification}). A group or broadcast address gets nothing automatically. A UDP
 * peer is greeted after its first datagram, or when the user sends to it. One thread reads all peers, so forwarding
 * waits for none: a datagram for which a receiver has no room is lost and counted.
 *
 * <p><b>Threads.</b> One of its own, {@code reply later}, while there are delayed tasks: delayed answers, and periodic
 * checks whether an episode is over ({@link dev.earshot.reply.ReplyScheduler}).
 */
package dev.earshot.reply;
