package dev.earshot.reply;

import dev.earshot.reply.rules.Message;

/**
 * Parses the message by which a peer requests a role. It is exactly the name of a side, optionally followed by a blank
 * and the id of a pair, which has 1 to 64 visible characters.
 */
final class RoleRequest {
    static final int MOST_ID = 64;

    private RoleRequest() {}

    /** Returns the role that a message requests, or null if it is no request. */
    static Role parse(Message message, RolesAnswer sides) {
        // A longer message is no request in any of our encodings, so it is not decoded.
        int longest = 4 * (Math.max(sides.first().length(), sides.second().length()) + 1 + MOST_ID);
        if (message.textEnd() - message.textStart() > longest) {
            return null;
        }
        String text = message.text();
        Role role = parse(text, sides.first());
        return role == null ? parse(text, sides.second()) : role;
    }

    private static Role parse(String text, String name) {
        if (name.isEmpty() || !text.startsWith(name)) {
            return null;
        } else if (text.length() == name.length()) {
            return new Role(name, "");
        }
        String id = text.substring(name.length() + 1);
        return text.charAt(name.length()) == ' ' && !id.isEmpty() && isId(id) ? new Role(name, id) : null;
    }

    /** Returns whether this has at most 64 characters, all of them visible. */
    static boolean isId(String id) {
        return id.codePointCount(0, id.length()) <= MOST_ID && id.codePoints().allMatch(RoleRequest::isVisible);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            // The replacement character stands for any bytes that are no text: different ids would become equal.
            default -> c != '\uFFFD';
        };
    }
}
