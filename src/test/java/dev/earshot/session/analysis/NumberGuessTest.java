package dev.earshot.session.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.fields.FieldInput;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proposed expression finds the first number of the message for which it was made. */
class NumberGuessTest {
    private static double read(String expression, String message) throws Problem {
        NumberReader reader = NumberSource.Expression.parse(expression).reader();
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return reader.read(FieldInput.of(bytes, Encoding.UTF_8, true), () -> null) ? reader.number() : Double.NaN;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "T=23.5 H=40|T=([-+]?[\\d.]+)|23.5",
                "id=7 T=23.5 H=40.5|T=([-+]?[\\d.]+)|23.5",
                "a=1 b=2|a=([-+]?[\\d.]+)|1",
                "aT=1 T=2.5|aT=([-+]?[\\d.]+)|1",
                "{\"temp\": -4}|temp\": ([-+]?[\\d.]+)|-4",
                "$GPS[1] 7|^\\$GPS\\[([-+]?[\\d.]+)|1",
                "温度: 21|温度: ([-+]?[\\d.]+)|21",
                "23.5,40|^([-+]?[\\d.]+)|23.5",
            })
    void aNamedNumberIsFoundByItsNameAndAnotherByWhatIsBeforeIt(String message, String expression, double value)
            throws Problem {
        assertThat(NumberGuess.expression(message)).isEqualTo(expression);
        assertThat(read(expression, message)).isEqualTo(value);
    }

    @Test
    void whateverTheMessageIsTheExpressionIsOneAndFindsANumberInIt() throws Problem {
        Random random = new Random(4);
        String alphabet = "ab .=:\"\\[](){}*+?^$|{},\t-_温12";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder message = new StringBuilder();
            random.ints(random.nextInt(60), 0, alphabet.length()).forEach(at -> message.append(alphabet.charAt(at)));
            message.append('7');
            assertThat(read(NumberGuess.expression(message.toString()), message.toString()))
                    .as(message.toString())
                    .isNotNaN();
        }
    }
}
