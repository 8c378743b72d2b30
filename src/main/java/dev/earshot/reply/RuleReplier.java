package dev.earshot.reply;

import java.util.List;

/** Carries out what a list of rules orders. */
final class RuleReplier implements Replier {
    private final RuleBook rules;
    private final Behaviour behaviour;
    private final PresentPeers peers;
    private final ReplySender sender;
    private final DelayedReplies delays;

    RuleReplier(RuleBook rules, Behaviour behaviour, PresentPeers peers, ReplySender sender, DelayedReplies delays) {
        this.rules = rules;
        this.behaviour = behaviour;
        this.peers = peers;
        this.sender = sender;
        this.delays = delays;
    }

    @Override
    public boolean wants(PeerState from) {
        return true;
    }

    /** Ends the conversation by itself where it is to be ended, because the answer may go later. */
    @Override
    public boolean message(PeerState from, Message message, Rest rest) {
        List<ReplyAction> orders = rules.orders(message, peers);
        if (orders.isEmpty() || !sender.mayAnswer(from, behaviour.mostPerSecond())) {
            return false;
        }
        boolean sent = false;
        int last = 0;
        for (ReplyAction order : orders) {
            if (order instanceof ReplyAction.Send send) {
                sent |= send(send);
                last = Math.max(last, send.delayMillis());
            } else if (order instanceof ReplyAction.End end) {
                endAfter(from, end.delayMillis());
            } else if (order instanceof ReplyAction.Tell tell) {
                tell(tell);
            }
        }
        if (sent && behaviour.thenClose()) {
            from.end();
            if (!delays.after(from, last, 0, () -> sender.end(from))) {
                sender.end(from);
            }
        }
        return false;
    }

    private void endAfter(PeerState from, int millis) {
        boolean later = delays.after(from, millis, 0, () -> {
            if (delays.isInForce(behaviour)) {
                sender.end(from);
            }
        });
        if (!later) {
            sender.end(from); // rather too soon than never
        }
    }

    private boolean send(ReplyAction.Send order) {
        PeerState to = peers.find(order.to());
        if (to == null) {
            return false;
        } else if (order.delayMillis() == 0) {
            return sender.send(to, order.bytes(), order.origin());
        }
        return delays.after(to, order.delayMillis(), order.bytes().length, () -> {
            if (delays.isInForce(behaviour)) {
                sender.send(to, order.bytes(), order.origin());
            }
        });
    }

    private void tell(ReplyAction.Tell order) {
        PeerState to = peers.find(order.to());
        if (to != null) {
            sender.failed(to, order.why(), order.origin());
        }
    }
}
