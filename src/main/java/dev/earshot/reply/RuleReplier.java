package dev.earshot.reply;

import dev.earshot.reply.rules.CompiledRules;
import dev.earshot.reply.rules.Message;
import dev.earshot.reply.rules.ReplyAction;
import java.util.List;

/** Carries out {@link RulesAnswer}: sends, ends and reports what the rules decide for each message. */
final class RuleReplier implements Replier {
    private final CompiledRules rules;
    private final Behaviour behaviour;
    private final PresentPeers peers;
    private final ReplySender sender;
    private final DelayedReplies delays;

    RuleReplier(
            CompiledRules rules, Behaviour behaviour, PresentPeers peers, ReplySender sender, DelayedReplies delays) {
        this.rules = rules;
        this.behaviour = behaviour;
        this.peers = peers;
        this.sender = sender;
        this.delays = delays;
    }

    @Override
    public boolean wantsMessagesOf(PeerState from) {
        return true;
    }

    /** Answers a message. Always returns false: it ends the conversation itself, because the answer may be delayed. */
    @Override
    public boolean answerMessage(PeerState from, Message message, Remainder rest) {
        List<ReplyAction> actions = rules.decide(message.unescaped(behaviour.framing()), peers);
        if (answers(actions) && !sender.mayAnswer(from, behaviour.mostPerSecond())) {
            return false;
        }
        boolean sent = false;
        int last = 0;
        for (ReplyAction action : actions) {
            if (action instanceof ReplyAction.Send send) {
                sent |= send(send);
                last = Math.max(last, send.delayMillis());
            } else if (action instanceof ReplyAction.End end) {
                runAfter(from, end.delayMillis(), () -> sender.end(from));
            } else if (action instanceof ReplyAction.StartTls start) {
                runAfter(from, start.delayMillis(), () -> sender.startTls(from));
            } else if (action instanceof ReplyAction.ChangeState change) {
                from.setConversationState(change.state());
            } else if (action instanceof ReplyAction.ReportProblem report) {
                noteFailure(report);
            }
        }
        if (sent && behaviour.endsAfterAnswer()) {
            from.markEnding();
            if (!delays.runAfter(from, last, 0, () -> sender.end(from))) {
                sender.end(from);
            }
        }
        return false;
    }

    /** Returns whether these actions do more than changing the state of the conversation. */
    private static boolean answers(List<ReplyAction> actions) {
        return actions.stream().anyMatch(action -> !(action instanceof ReplyAction.ChangeState));
    }

    private void runAfter(PeerState from, int millis, Runnable task) {
        boolean scheduled = delays.runAfter(from, millis, 0, () -> {
            if (delays.isInForce(behaviour)) {
                task.run();
            }
        });
        if (!scheduled) {
            task.run(); // too early is better than never
        }
    }

    private boolean send(ReplyAction.Send action) {
        PeerState to = peers.find(action.to());
        if (to == null) {
            return false;
        } else if (action.delayMillis() == 0) {
            return sender.send(to, action.bytes(), action.origin());
        }
        return delays.runAfter(to, action.delayMillis(), action.bytes().length, () -> {
            if (delays.isInForce(behaviour)) {
                sender.send(to, action.bytes(), action.origin());
            }
        });
    }

    private void noteFailure(ReplyAction.ReportProblem action) {
        PeerState to = peers.find(action.to());
        if (to != null) {
            sender.noteFailure(to, action.problem(), action.origin());
        }
    }
}
