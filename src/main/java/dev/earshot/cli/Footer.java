package dev.earshot.cli;

/** The last lines of the help of several commands. */
final class Footer {
    static final String ROWS = "  TIME CLIENT MARK TEXT%n"
            + "with the marks + came, - left and why, < received, > sent,%n"
            + ">> sent by itself (--origin shows by what), ! note.";

    static final String TEMPLATES = "A TEMPLATE is a text with escapes such as \\r\\n, or hex:48 65; in it stand for%n"
            + "something else: $${0} the message, $${1} a capture, $${1+1} a capture and 1,%n"
            + "$${counter}, $${time:HH:mm}, $${random:1-100}, $${client}, $${clients}, $${hex:0D 0A},%n"
            + "$${length:u16} and $${checksum:CRC-16/MODBUS}; with :of=body of the part between%n"
            + "$${begin:body} and $${end:body}; $${begin:f:escape=slip} ... $${end:f} is escaped.%n"
            + "A file of rules is what the window exports.";

    private Footer() {}
}
