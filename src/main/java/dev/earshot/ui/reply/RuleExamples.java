package dev.earshot.ui.reply;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.words.Words;
import java.util.List;

/** Ready-made lists of rules to start from. */
enum RuleExamples {
    /** Answers every line. */
    OK(
            Framing.LINES,
            List.of(
                    text("status", Match.Kind.EQUALS, "STATUS?", "READY ${time:HH:mm:ss}"),
                    text("value", Match.Kind.EXPRESSION, "^GET (\\w+)", "${1}=${random:0-100}"),
                    text("other", Match.Kind.ANY, "", "OK"))),
    /** Answers like a modem after ITU-T V.250: CR ends a command, and LF may follow. */
    AT(
            new DelimiterFraming("0D"),
            List.of(
                    text("identity", Match.Kind.EXPRESSION, "^\\s*ATI\\s*$", "\\r\\nEARSHOT\\r\\n\\r\\nOK"),
                    text(
                            "signal",
                            Match.Kind.EXPRESSION,
                            "^\\s*AT\\+CSQ\\s*$",
                            "\\r\\n+CSQ: ${random:10-31},99\\r\\n\\r\\nOK"),
                    text("attention or set", Match.Kind.EXPRESSION, "^\\s*AT(\\+\\w+=.*)?\\s*$", "\\r\\nOK"),
                    text("unknown", Match.Kind.EXPRESSION, "\\S", "\\r\\nERROR"))),
    /** Answers like a Modbus TCP device with two holding registers; other requests get "illegal function". */
    MODBUS(
            FramingPresets.builtIn().find("modbus-tcp"),
            List.of(
                    hex(
                            "read 2 registers",
                            "(?? ??) 00 00 00 06 (??) 03 ?? ?? 00 02",
                            "${1} 00 00 00 07 ${2} 03 04 00 17 00 33"),
                    hex(
                            "read 1 register",
                            "(?? ??) 00 00 00 06 (??) 03 ?? ?? 00 01",
                            "${1} 00 00 00 05 ${2} 03 02 ${counter:u16}"),
                    hex("not known", "(?? ??) 00 00 ?? ?? (??) (??) *", "${1} 00 00 00 03 ${2} ${3|0x80} 01"))),
    /** Asks for a name, then for a password, and knows commands only after both. */
    LOGIN(
            Framing.LINES,
            List.of(
                    inState(Rule.START, text("name", Match.Kind.EXPRESSION, "^\\w+$", "Password:"), "password"),
                    inState("password", text("password", Match.Kind.EQUALS, "secret", "Welcome"), "in"),
                    inState("password", text("wrong password", Match.Kind.ANY, "", "Wrong. Name:"), Rule.START),
                    inState("in", text("status", Match.Kind.EQUALS, "STATUS?", "READY"), ""),
                    inState("in", text("logout", Match.Kind.EQUALS, "LOGOUT", "Bye. Name:"), Rule.START),
                    text("other", Match.Kind.ANY, "", "?"))),
    /** Answers requests by HTTP, and announces how long the body is. */
    HTTP(
            new DelimiterFraming("0D0A0D0A"),
            List.of(
                    http("ping", "^GET /ping ", "200 OK", "pong ${counter}"),
                    http("other", "^\\w+ (\\S+)", "404 Not Found", "no ${1} here"))),
    /** Answers a GT06 tracker with its serial number and the checksum from the length to that. */
    TRACKER(
            FramingPresets.builtIn().find("gt06"),
            List.of(tracker("login", "01"), tracker("heartbeat", "13"), tracker("alarm", "16"))),
    /** Acknowledges every message of a JT/T 808 terminal with the general answer, 8001, and result 0. */
    TERMINAL(
            FramingPresets.builtIn().find("jt808"),
            List.of(
                    hex(
                            "general answer, header of 2019",
                            "7E (?? ??) 4? ?? (01 ?? ?? ?? ?? ?? ?? ?? ?? ?? ??) (?? ??) *",
                            "7E ${begin:f:escape=jt808} 80 01 40 05 ${2} ${counter:u16} ${3} ${1} 00"
                                    + " ${checksum:XOR:of=f} ${end:f} 7E"),
                    hex(
                            "general answer",
                            "7E (?? ??) ?? ?? (?? ?? ?? ?? ?? ??) (?? ??) *",
                            "7E ${begin:f:escape=jt808} 80 01 00 05 ${2} ${counter:u16} ${3} ${1} 00"
                                    + " ${checksum:XOR:of=f} ${end:f} 7E"))),
    /** Accepts clients of MQTT 3.1 and 3.1.1 and acknowledges what they publish. */
    MQTT(
            FramingPresets.builtIn().find("mqtt"),
            List.of(
                    hex("connect", "10 *", "20 02 00 00"),
                    hex("message, QoS 1", "32 {varint} {u16}* (?? ??) *", "40 02 ${1}"),
                    hex("subscribe", "82 {varint} (?? ??) *", "90 03 ${1} 00"),
                    hex("ping", "C0 00", "D0 00"))),
    /** Acknowledges each HL7 message with its control id. */
    HL7(
            FramingPresets.builtIn().find("mllp"),
            List.of(rule(
                    "acknowledge",
                    new Match(Match.Kind.EXPRESSION, "^\\x0BMSH\\|(?:[^|\\r]*\\|){8}([^|\\r]*)"),
                    new Template(
                            TextForm.TEXT,
                            "\\x0BMSH|^~\\\\&|EARSHOT||||${time:yyyyMMddHHmmss}||ACK|${counter}|P|2.3"
                                    + "\\rMSA|AA|${1}\\r\\x1C\\r",
                            LineEnding.NONE))));

    private final Framing framing;
    private final List<Rule> rules;

    RuleExamples(Framing framing, List<Rule> rules) {
        this.framing = framing;
        this.rules = rules;
    }

    /** Returns the framing that these rules need. */
    Framing framing() {
        return framing;
    }

    List<Rule> rules() {
        return rules;
    }

    String name(Words words) {
        return words.of("ui.rules.example." + name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Rule text(String name, Match.Kind kind, String pattern, String answer) {
        return rule(name, new Match(kind, pattern), new Template(TextForm.TEXT, answer, LineEnding.CRLF));
    }

    private static Rule http(String name, String pattern, String status, String body) {
        String answer =
                "HTTP/1.1 " + status + "\\r\\nContent-Length: ${length:of=body}\\r\\n\\r\\n${begin:body}" + body;
        return rule(
                name, new Match(Match.Kind.EXPRESSION, pattern), new Template(TextForm.TEXT, answer, LineEnding.NONE));
    }

    private static Rule tracker(String name, String number) {
        return hex(
                name,
                "78 78 ?? (" + number + ") * (?? ??) ?? ?? 0D 0A",
                "78 78 ${begin:c} 05 ${1} ${2} ${end:c} ${checksum:CRC-16/X-25:of=c} 0D 0A");
    }

    private static Rule hex(String name, String pattern, String answer) {
        return rule(name, new Match(Match.Kind.HEX, pattern), new Template(TextForm.HEX, answer, LineEnding.NONE));
    }

    private static Rule inState(String state, Rule rule, String next) {
        return RuleEdit.states(rule, state, next);
    }

    private static Rule rule(String name, Match match, Template answer) {
        return new Rule(true, name, match, answer, 0, Rule.Receivers.SENDER, "", 0, false);
    }
}
