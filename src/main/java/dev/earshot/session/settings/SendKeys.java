package dev.earshot.session.settings;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.TextForm;

/** The settings of what a tab sends: the form of typed messages, repeated messages and files. */
public final class SendKeys {
    /** The form in which messages are typed. */
    public static final SettingKey<TextForm> FORM = SettingKey.choice("send.mode", TextForm.TEXT);

    /** The encoding in which messages are sent, a name for {@code Encoding.named}; empty = the client's own. */
    public static final SettingKey<String> ENCODING = SettingKey.text("send.encoding", "");

    /** The line ending that is added to typed messages. */
    public static final SettingKey<LineEnding> ENDING = SettingKey.choice("send.ending", LineEnding.NONE);

    /** Whether escapes such as {@code \n} are replaced in typed messages. */
    public static final SettingKey<Boolean> ESCAPES = SettingKey.flag("send.escapes", true);

    /** The bytes that are put around a sent message. */
    public static final SettingKey<Envelope> ENVELOPE = SettingKey.envelope("send.envelope");

    /** The nickname that a typed message carries; empty = none. */
    public static final SettingKey<String> NICK = SettingKey.text("send.nick", "");

    /** The form in which the nickname is put before the message, see {@link Nickname}. */
    public static final SettingKey<String> NICK_FORMAT = SettingKey.text("send.nick.format", Nickname.CHAT);

    /** The time between two repeated messages, in milliseconds. */
    public static final SettingKey<Integer> REPEAT_MILLIS = new SettingKey<>("send.every", 1000, Integer::valueOf);

    /** The number of bytes of a file that are sent at once. */
    public static final SettingKey<Integer> FILE_CHUNK = new SettingKey<>("file.chunk", 16 * 1024, Integer::valueOf);

    /** The pause between two pieces of a file, in milliseconds. */
    public static final SettingKey<Integer> FILE_PAUSE = new SettingKey<>("file.pause", 0, Integer::valueOf);

    private SendKeys() {}
}
