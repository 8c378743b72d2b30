package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import java.util.function.Function;

/**
 * One value of a {@link TcpOption}: a setting of each kind of TCP endpoint, a row of their forms, an option of the
 * terminal. Its words have the key {@code ui.tcp.option.} and its name.
 *
 * @param name the end of the name of the setting, in lower case with dots between the words, such as {@code keep.alive}
 * @param fallback the value where none is chosen
 * @param read reads the value of the setting
 * @param check refuses a wrong text
 * @param placeholder what stands for the value in the help of the terminal; empty for a flag
 * @param description what the help of the terminal says about it, in English
 */
public record TcpParameter<T>(
        String name, T fallback, Function<String, T> read, Check check, String placeholder, String description) {

    /** Checks a text that a person has typed. */
    public interface Check {
        /**
         * Reads the text.
         *
         * @throws Problem what is wrong with it
         */
        Object parse(String typed) throws Problem;
    }

    /** Makes a value that is true or false. */
    static TcpParameter<Boolean> flag(String name, boolean fallback, String description) {
        return new TcpParameter<>(name, fallback, Boolean::valueOf, typed -> typed, "", description);
    }

    /** Makes a value that is a text. */
    static TcpParameter<String> text(
            String name, String fallback, Check check, String placeholder, String description) {
        return new TcpParameter<>(name, fallback, Function.identity(), check, placeholder, description);
    }

    /** Whether it is true or false; else it is a text. */
    public boolean isFlag() {
        return fallback instanceof Boolean;
    }

    /** Returns the name of its option in the terminal, such as {@code --keep-alive}. */
    public String terminalName() {
        return "--" + name.replace('.', '-');
    }

    /** Returns the setting of a kind of endpoint whose settings begin like this. */
    SettingKey<T> key(String prefix) {
        return new SettingKey<>(prefix + name, fallback, read);
    }
}
