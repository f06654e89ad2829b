package tocsin.publish.paper;

/// `{name: words}` on a line of its own: asks for something from the record.
///
/// @param name in lower case
/// @param words what stands behind the colon, without the blanks around it
/// @param from where it begins in the text, in UTF-16 units; -1 when it stands in no text
/// @param to behind its last character
public record Directive(String name, String words, Lines lines, int from, int to) {
    /// One that no text holds, such as those of a template.
    public static Directive of(String name, String words) {
        return new Directive(name, words, Lines.NONE, -1, -1);
    }

    public boolean stands() {
        return from >= 0;
    }

    public String source() {
        return words.isEmpty() ? "{" + name + "}" : "{" + name + ": " + words + "}";
    }
}
