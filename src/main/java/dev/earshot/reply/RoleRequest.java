package dev.earshot.reply;

/**
 * Reads the message with which a peer says what it is: the name of a side, exactly, or that, a blank and the id of a pair,
 * which are 1 to 64 visible characters.
 */
final class RoleRequest {
    static final int MOST_ID = 64;

    private RoleRequest() {}

    /** The role that a message names, or null if it names none. */
    static Role parse(Message message, RolesAnswer sides) {
        // In no encoding of ours is a longer message a claim, and nobody need decode it.
        int longest = 4 * (Math.max(sides.first().length(), sides.second().length()) + 1 + MOST_ID);
        if (message.length() > longest) {
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

    /** Whether this may be an id: at most 64 characters, each of which can be seen. */
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
            // What stands for bytes that are no text would make one id of many.
            default -> c != '\uFFFD';
        };
    }
}
