package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.session.view.MessageView.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlViewTest {
    private final XmlView view = new XmlView();
    private final SampleRows rows = new SampleRows();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<?xml version=\"1.0\"?>\r\n<a b='1' c = \"2>\"><!-- x --><d>&amp;&#65;&#x41;</d>text</a>\n",
                "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                "<n:a xmlns:n=\"urn:x\"><![CDATA[<&>]]></n:a>",
                "<温度>20</温度>"
            })
    void aWellFormedDocumentIsXml(String text) {
        assertThat(view.evidence(rows.received(text))).isEqualTo(Evidence.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<3",
                "<a>",
                "</a>",
                "<a></b>",
                "<a/><b/>",
                "<a/>x",
                "x<a/>",
                "<a b></a>",
                "<a b=c/>",
                "<a b='<'/>",
                "<a b='1' b='2'/>",
                "<a b='1'c='2'/>",
                "<a>&</a>",
                "<a>&x</a>",
                "<a><!-- </a>",
                "<hello",
                "<Bob> hi",
                "<a",
                "<html><b>",
                "<a><b></a></b>",
                "<![CDATA[x]]>",
                "<a>]]></a>",
                "<?xml?>",
                "<!-- x -->",
                "<a/",
                "<1/>"
            })
    void anythingElseIsNot(String text) {
        assertThat(view.evidence(rows.received(text))).isEqualTo(Evidence.NONE);
        assertThat(view.canShow(rows.received(text))).isFalse();
    }

    @Test
    void aLineLeavesOutWhatOnlySeparates() {
        DecodedRow message = rows.received("<a>\r\n  <b c=\"1\">x y</b>\r\n  <d/>\r\n</a>\r\n");
        assertThat(view.line(message, FieldTree.ENGLISH)).isEqualTo("<a><b c=\"1\">x y</b><d/></a>");
        assertThat(view.hitsInLine(message, "", new int[] {17, 20})).containsExactly(13, 16);
    }

    @Test
    void theDetailIsIndented() {
        MessageDetail detail = view.detail(
                rows.received("<?xml version='1.0'?><a><b c='1'>x</b><d/><e></e><f>t<g/></f></a>"),
                new int[] {33, 34},
                FieldTree.ENGLISH);
        assertThat(detail.text())
                .isEqualTo("<?xml version='1.0'?>\n<a>\n  <b c='1'>x</b>\n  <d/>\n  <e></e>\n  <f>\n    t\n    <g/>\n"
                        + "  </f>\n</a>");
        assertThat(detail.text().substring(detail.hits()[0], detail.hits()[1])).isEqualTo("x");
    }

    @Test
    void theTreeHasElementsTextsAndAttributesWithTheirBytes() {
        assertThat(FieldTree.of(view, rows.received("<a k=\"&lt;1\"><b>x &amp; y</b>\n<c/>t</a>")))
                .containsExactly(
                        "a =  @0-39", "a/@k = <1 @6-11", "a/b = x & y @13-29", "a/c =  @30-34", "a/#text = t @34-35");
        assertThat(FieldTree.of(view, rows.encoding(Encoding.GBK).received("<度><t>五</t></度>")))
                .containsExactly("度 =  @0-18", "度/t = 五 @4-13");
    }

    @Test
    void entitiesAreNeitherFetchedNorReplaced() {
        DecodedRow message = rows.received("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
        assertThat(FieldTree.of(view, message)).containsExactly("a = &x; @54-64");
    }

    @Test
    void hugeAndDeepMessagesAreLimited() {
        String deep = "<a>".repeat(900) + "</a>".repeat(900);
        assertThat(FieldTree.of(view, rows.received(deep)).size()).isLessThan(100);
        assertThat(view.evidence(rows.received("<a>".repeat(100_000) + "</a>".repeat(100_000))))
                .isEqualTo(Evidence.NONE);
        String wide = "<a " + "b".repeat(200_000) + "='" + "c".repeat(200_000) + "'>" + "<x/>".repeat(50_000) + "</a>";
        MessageDetail detail = view.detail(rows.received(wide), DecodedRow.NO_HITS, FieldTree.ENGLISH);
        assertThat(detail.fields().get(0).parts().size()).isBetween(9_000, 10_100);
        assertThat(detail.fields().get(0).parts().get(0).value().length()).isLessThan(2100);
    }
}
