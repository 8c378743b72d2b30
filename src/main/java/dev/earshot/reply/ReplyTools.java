package dev.earshot.reply;

import dev.earshot.net.Conversations;

/**
 * The parts of one endpoint that its successive behaviours share.
 *
 * @param patienceMillis the time in milliseconds after which a receiver of forwarded bytes is cut off if it takes
 *     nothing
 */
record ReplyTools(
        Conversations conversations,
        RoleRegistry roles,
        ReplySender sender,
        DelayedReplies delays,
        ReplyCounters counters,
        int patienceMillis) {}
