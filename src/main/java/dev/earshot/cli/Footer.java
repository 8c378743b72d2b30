package dev.earshot.cli;

/** The last lines of the help of several commands. */
final class Footer {
    static final String ROWS = "  TIME CLIENT MARK TEXT%n"
            + "with the marks + came, - left and why, < received, > sent,%n"
            + ">> sent by itself (--origin shows by what), ! note.";

    static final String TEMPLATES = "A TEMPLATE is a text with escapes such as \\r\\n, or hex:48 65; in it stand for%n"
            + "something else: $${0} the message, $${1} a capture, $${counter}, $${time:HH:mm},%n"
            + "$${random:1-100}, $${client}, $${clients}, $${hex:0D 0A}, $${length:u16},%n"
            + "$${checksum:CRC-16/MODBUS}. A file of rules is what the window exports.";

    private Footer() {}
}
