package dev.earshot.reply;

import dev.earshot.net.Conversations;

/**
 * The parts of one endpoint that all its behaviours use, one after the other.
 *
 * @param patienceMillis how long a peer to which bytes are forwarded may take nothing
 */
record ReplyTools(
        Conversations conversations,
        RoleBook roles,
        ReplySender sender,
        DelayedReplies delays,
        ReplyCounters counters,
        int patienceMillis) {}
