package tocsin.cli;

import java.io.ByteArrayInputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tocsin.app.Call;
import tocsin.app.lock.Gate;

/// Where a command's passphrases come from. It runs in the process that was started, because only that one has the
/// person's environment and keyboard; a command that the profile's owner runs gets them as its standard input, over a
/// socket that is the owner's alone. Nothing is asked before the command reads.
public final class Passphrases extends InputStream {
    static final String KNOWN = "TOCSIN_PASSPHRASE";
    static final String FRESH = "TOCSIN_NEW_PASSPHRASE";
    private static final Set<String> CHANGES = Set.of("lock", "unlock", "rekey");
    private static final String FILE = "--passphrase-file";
    private static final int TRIES = 3;
    private static final int MOST_BYTES = 8_192;

    private final List<Asked> wanted;
    private final Map<String, String> environment;
    private final InputStream usual;
    private @Nullable InputStream lines;

    private enum Asked {
        KNOWN,
        FRESH
    }

    private Passphrases(List<Asked> wanted, Map<String, String> environment, InputStream usual) {
        this.wanted = wanted;
        this.environment = environment;
        this.usual = usual;
    }

    /// The call, reading its passphrases from where they are, if it is one that wants any.
    public static Call over(Call call, Map<String, String> environment) {
        List<Asked> wanted = wanted(call.arguments());
        return wanted.isEmpty()
                ? call
                : new Call(
                        call.arguments(),
                        call.folder(),
                        call.operator(),
                        new Passphrases(wanted, environment, call.in()),
                        call.out(),
                        call.err());
    }

    private static List<Asked> wanted(List<String> words) {
        if (words.contains("hub") || words.contains("sync")) {
            return List.of(Asked.KNOWN);
        }
        int lock = words.indexOf("profile");
        if (lock >= 0 && lock + 1 < words.size() && CHANGES.contains(words.get(lock + 1))) {
            return List.of(Asked.KNOWN);
        }
        int at = words.indexOf("vault");
        if (at < 0 || at + 1 == words.size()) {
            return List.of();
        }
        return switch (words.get(at + 1)) {
            case "create" -> List.of(Asked.FRESH);
            case "unlock", "lock-after" -> List.of(Asked.KNOWN);
            case "passphrase" -> List.of(Asked.KNOWN, Asked.FRESH);
            default -> List.of();
        };
    }

    /// Who opens a locked profile for this call: the file it names, else the environment, else whoever can be asked.
    /// Never its standard input, which may be what is to be logged.
    public static Gate.Person atTheGate(Call call, Map<String, String> environment) {
        var asked = new AtomicInteger();
        return trouble -> {
            boolean first = asked.getAndIncrement() == 0;
            Optional<Path> file = file(call);
            String given = environment.getOrDefault(KNOWN, "");
            if (file.isPresent() || !given.isEmpty()) {
                return first
                        ? file.map(Passphrases::firstLine).orElse(Optional.of(given.toCharArray()))
                        : Optional.empty();
            }
            Optional<Console> person = asked.get() > TRIES ? Optional.empty() : person();
            trouble.ifPresent(why -> person.ifPresent(console -> console.printf("%s%n", why)));
            return person.flatMap(console -> typed(console, Asked.KNOWN));
        };
    }

    private static Optional<char[]> firstLine(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, 1).stream().findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> file(Call call) {
        List<String> words = call.arguments();
        for (int at = 0; at < words.size() && !words.get(at).equals("--"); at++) {
            String word = words.get(at);
            if (word.startsWith(FILE + "=")) {
                return Optional.of(call.folder().resolve(word.substring(FILE.length() + 1)));
            }
            if (word.equals(FILE) && at + 1 < words.size()) {
                return Optional.of(call.folder().resolve(words.get(at + 1)));
            }
        }
        return Optional.empty();
    }

    @Override
    public int read() throws IOException {
        return lines().read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return lines().read(into, from, length);
    }

    private synchronized InputStream lines() {
        InputStream open = lines;
        if (open == null) {
            open = gathered();
            lines = open;
        }
        return open;
    }

    private InputStream gathered() {
        Optional<Console> person = person();
        var text = new StringBuilder();
        for (Asked each : wanted) {
            String given = environment.getOrDefault(variable(each), "");
            if (!given.isEmpty()) {
                text.append(given).append('\n');
            } else if (person.isPresent()) {
                Optional<char[]> typed = typed(person.get(), each);
                if (typed.isEmpty()) {
                    break;
                }
                text.append(typed.get()).append('\n');
                Arrays.fill(typed.get(), '\0');
            } else {
                return text.isEmpty() ? usual : bytes(text);
            }
        }
        return bytes(text);
    }

    /// Whoever can be asked. Where input or output is redirected there may or may not be a console, but nobody at it.
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<Console> person() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    /// A new vault has no passphrase but its first.
    private String variable(Asked asked) {
        return asked == Asked.FRESH && wanted.size() > 1 ? FRESH : KNOWN;
    }

    private static InputStream bytes(StringBuilder text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return new ByteArrayInputStream(bytes);
    }

    private static Optional<char[]> typed(Console console, Asked asked) {
        for (int left = TRIES; left > 0; left--) {
            char[] first = console.readPassword(asked == Asked.KNOWN ? "Passphrase: " : "New passphrase: ");
            if (first == null || asked == Asked.KNOWN) {
                return Optional.ofNullable(first);
            }
            char[] second = console.readPassword("The same once more: ");
            boolean same = second != null && Arrays.equals(first, second);
            if (second != null) {
                Arrays.fill(second, '\0');
            }
            if (same) {
                return Optional.of(first);
            }
            Arrays.fill(first, '\0');
            console.printf("That was not the same.%n");
        }
        return Optional.empty();
    }

    /// The first lines of the input, one passphrase each; fewer when it has fewer.
    static List<char[]> read(InputStream in, int count) throws IOException {
        byte[] bytes = new byte[MOST_BYTES];
        int length = 0;
        int lines = 0;
        while (lines < count && length < bytes.length) {
            int one = in.read();
            if (one < 0) {
                break;
            }
            bytes[length++] = (byte) one;
            lines += one == '\n' ? 1 : 0;
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
        Arrays.fill(bytes, (byte) 0);
        List<char[]> found = split(text, count);
        Arrays.fill(text.array(), '\0');
        return found;
    }

    private static List<char[]> split(CharBuffer text, int count) {
        var found = new ArrayList<char[]>();
        int from = 0;
        for (int at = 0; at <= text.length() && found.size() < count; at++) {
            if (at == text.length() || text.get(at) == '\n') {
                int end = at > from && text.get(at - 1) == '\r' ? at - 1 : at;
                if (end > from) {
                    char[] line = new char[end - from];
                    text.get(from, line);
                    found.add(line);
                }
                from = at + 1;
            }
        }
        return found;
    }
}
