/**
 * Who answers what: what a session does by itself when somebody connects or a message arrives.
 *
 * <p>May import {@code net} and {@code codec}; never a socket, a file, the journal or Swing. {@code session} tells it
 * the events of an endpoint after the journal.
 *
 * <p><b>What is asked for</b> is a value, {@link dev.earshot.reply.Behaviour}, with one {@link dev.earshot.reply.Answer} in
 * it; it holds what a person typed, which may be wrong. What is right works, and {@code check} says what is not.
 *
 * <p><b>Kinds of answers.</b> {@link dev.earshot.reply.AnswerKinds} lists them. Each has one record, which holds what a person
 * chose, tells it to files and makes the {@link dev.earshot.reply.Replier} that carries it out. A new kind is a record, a
 * replier and a place in that list; in the window it has its words, and a form if there is something to choose.
 *
 * <p><b>Rules are pure.</b> {@link dev.earshot.reply.RuleBook} makes of a {@link dev.earshot.reply.Message} and of who is
 * {@link dev.earshot.reply.Participants} a list of {@link dev.earshot.reply.ReplyAction}s, and somebody else carries them out. A
 * pattern is compiled once ({@link dev.earshot.reply.Match} to {@link dev.earshot.reply.MessageMatcher}), and so is an answer
 * ({@link dev.earshot.reply.Template} to {@link dev.earshot.reply.CompiledTemplate}). Messages are compared as bytes and
 * captures are the bytes that came, so that what is no text survives; only an expression looks at decoded text, and is
 * given up after so many steps.
 *
 * <p><b>The way of an answer.</b> {@link dev.earshot.reply.Responder} is told each event of an endpoint once it is
 * recorded, and acts then, on the endpoint's threads; only when a peer leaves, a part of it is told before the journal. What a person has asked for is made ready once, as a
 * {@link dev.earshot.reply.CompiledBehaviour}, and another one takes its place in one step; so a behaviour may change while bytes flow.
 * {@link dev.earshot.reply.BehaviourCompiler} makes it, {@link dev.earshot.reply.Greeter} greets new peers,
 * {@link dev.earshot.reply.ReplierFeed} gives the replier what peers send, and {@link dev.earshot.reply.RoleAssigner} gives roles
 * by hand.
 * {@link dev.earshot.reply.MessageCollector} collects the messages of a peer, if any are wanted, split as the log splits
 * them ({@link dev.earshot.codec.MessageSplitter}), and a
 * {@link dev.earshot.reply.Replier} answers: at once to what is read (echo, forwarding), or to a message (reply, rules,
 * chat, a claim to a role). Of a peer that says nothing only a small {@link dev.earshot.reply.PeerState} is kept.
 *
 * <p><b>Nobody waits for a peer that does not read.</b> {@link dev.earshot.reply.ReplySender} leaves out what does not fit into
 * an outbox, counts it, and tells it once an episode, as a {@link dev.earshot.reply.ReplyNote}. Only {@link dev.earshot.reply.RoleForwarder} may not leave anything
 * out: it lets the sender wait, at most 10 s for one read, and then cuts off the receiver.
 *
 * <p><b>Loops.</b> Two programs that answer each other are cut by {@link dev.earshot.reply.RateLimiter}: so many answers to one
 * peer in a second. An echo counts only what may be an echo of an echo ({@link dev.earshot.reply.EchoDetector}). What a chat
 * sends has a limit in bytes as well, for each sender and for all together.
 *
 * <p><b>Datagrams.</b> Each is a message, whatever the framing. Anybody can send one in the name of another computer, so
 * {@link dev.earshot.reply.AmplificationGuard} lets neither more bytes nor more datagrams go to a UDP peer by themselves than came
 * from it: whoever forges an address gains nothing by asking us rather than the other one. Peers that a person has called,
 * sent to by hand or chosen are answered freely, and so are those on this computer; a person can lift it for everybody
 * ({@link dev.earshot.reply.Behaviour#allowsAmplification}). Nothing goes by itself to a group or a broadcast address. A peer is
 * greeted when its first datagram has come, or when it is called. One thread reads all peers, so forwarding waits for
 * none: what a receiver has no room for is lost and counted.
 *
 * <p><b>Threads.</b> One of its own, {@code reply later}, while there is something to do later: delayed answers, and
 * looking whether an episode is over ({@link dev.earshot.reply.ReplyScheduler}).
 */
package dev.earshot.reply;
