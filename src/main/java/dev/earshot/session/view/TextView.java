package dev.earshot.session.view;

import dev.earshot.codec.VisibleText;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shows a message as text in its encoding; invisible characters are made visible. */
public final class TextView implements MessageView {

    @Override
    public String id() {
        return "text";
    }

    @Override
    public String name(Words words) {
        return words.of("row.view.text");
    }

    @Override
    public Evidence evidence(DecodedRow message) {
        return Evidence.ANY;
    }

    @Override
    public String line(DecodedRow message, Words words) {
        return VisibleText.of(message.text());
    }

    @Override
    public int[] hitsInLine(DecodedRow message, String line, int[] hits) {
        String text = message.text();
        int[] places = message.toTextPositions(hits);
        if (line.length() == text.length()) {
            return places; // equal lengths: no character was replaced by a mark, which is always longer
        }
        int at = 0;
        int shown = 0;
        for (int i = 0; i < places.length; i++) {
            shown += VisibleText.of(text.substring(at, places[i])).length();
            at = places[i];
            places[i] = shown;
        }
        return places;
    }

    /** Returns the encoding if the text depends on it. */
    @Override
    public String tag(DecodedRow message, Words words) {
        return message.isBeyondAscii() ? message.encoding().label() : "";
    }

    @Override
    public MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        List<String> facts = new ArrayList<>();
        facts.add(message.encoding().label());
        switch (message.ending()) {
            case "\r\n" -> facts.add(words.of("row.ends.crlf"));
            case "\n" -> facts.add(words.of("row.ends.lf"));
            case "\r" -> facts.add(words.of("row.ends.cr"));
            default -> {} // no ending, or one that is not shown by itself
        }
        int[] places = message.toTextPositions(hits);
        return new MessageDetail(facts, lines(message.text(), places), places);
    }

    /**
     * Makes invisible characters visible, except line breaks.
     *
     * @param places rising places in the text; they are changed to the same places in the result
     */
    private static String lines(String text, int[] places) {
        StringBuilder lines = new StringBuilder(text.length() + 16);
        int start = 0;
        int next = 0;
        for (String line : text.split("\r?\n")) {
            lines.append(lines.isEmpty() ? "" : "\n");
            int at = 0;
            for (; next < places.length && places[next] - start <= line.length(); next++) {
                int place = places[next] - start;
                lines.append(VisibleText.of(line.substring(at, place)));
                at = place;
                places[next] = lines.length();
            }
            lines.append(VisibleText.of(line.substring(at)));
            int end = start + line.length();
            start = end + (text.startsWith("\r", end) ? 2 : 1);
            for (; next < places.length && places[next] < start; next++) {
                places[next] = lines.length();
            }
        }
        Arrays.fill(places, next, places.length, lines.length());
        return lines.toString();
    }
}
