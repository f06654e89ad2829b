package tocsin.base;

import java.util.Locale;

/// Who acts or is meant: the name as the team writes it. Compared without regard to case or outer blanks.
public record PersonId(String name) implements Comparable<PersonId> {
    public static final int MAX_LENGTH = 120;

    public PersonId {
        name = name.strip();
        if (!isPlain(name)) {
            throw new IllegalArgumentException("a person's name has 1 to " + MAX_LENGTH + " plain characters");
        }
    }

    public static boolean isWellFormed(String text) {
        return isPlain(text.strip());
    }

    /// A loop, because every fact that is read passes here.
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= MAX_LENGTH;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonId person && folded().equals(person.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public int compareTo(PersonId other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public String toString() {
        return name;
    }

    private String folded() {
        return name.toLowerCase(Locale.ROOT);
    }
}
