package tocsin.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What an open vault holds: secrets by name, and after how long without use it locks itself. Bytes given out are
/// copies.
final class Secrets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9./-]{0,99}");
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST = 500;
    private static final int MOST_ALL = 3 << 20;

    private final Map<String, byte[]> byName = new TreeMap<>();
    private Duration idle;

    Secrets(Duration idle) {
        this.idle = idle;
    }

    /// Copies what is there, so that a change can be given up.
    Secrets copy() {
        var copy = new Secrets(idle);
        byName.forEach((name, secret) -> copy.byName.put(name, secret.clone()));
        return copy;
    }

    Duration idle() {
        return idle;
    }

    void idle(Duration other) {
        idle = other;
    }

    Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    Optional<byte[]> get(String name) {
        return Optional.ofNullable(byName.get(name)).map(byte[]::clone);
    }

    void put(String name, byte[] secret) throws VaultException {
        if (!NAME.matcher(name).matches()) {
            throw VaultException.tooLarge("a secret of this name; names have 1 to 100 of a-z 0-9 . / -");
        }
        boolean full = byName.size() >= MOST && !byName.containsKey(name);
        if (secret.length > MOST_BYTES || full || bytes() + secret.length > MOST_ALL) {
            throw VaultException.tooLarge("that much; a secret has at most 64 KiB, and there are at most " + MOST);
        }
        remove(name);
        byName.put(name, secret.clone());
    }

    boolean remove(String name) {
        byte[] gone = byName.remove(name);
        if (gone != null) {
            Arrays.fill(gone, (byte) 0);
        }
        return gone != null;
    }

    void wipe() {
        byName.values().forEach(secret -> Arrays.fill(secret, (byte) 0));
        byName.clear();
    }

    private int bytes() {
        return byName.values().stream().mapToInt(secret -> secret.length).sum();
    }

    byte[] plain() {
        int length = Integer.BYTES + Short.BYTES;
        for (var entry : byName.entrySet()) {
            length += 1 + entry.getKey().length() + Integer.BYTES + entry.getValue().length;
        }
        var plain = ByteBuffer.allocate(length);
        plain.putInt(Math.toIntExact(idle.toSeconds())).putShort((short) byName.size());
        byName.forEach((name, secret) -> plain.put((byte) name.length())
                .put(name.getBytes(US_ASCII))
                .putInt(secret.length)
                .put(secret));
        return plain.array();
    }

    static Secrets read(byte[] plain, Path file) throws VaultException {
        try {
            var view = ByteBuffer.wrap(plain);
            var secrets = new Secrets(Duration.ofSeconds(view.getInt()));
            for (int left = view.getShort(); left > 0; left--) {
                byte[] name = new byte[view.get()];
                view.get(name);
                byte[] secret = new byte[view.getInt()];
                view.get(secret);
                secrets.byName.put(new String(name, US_ASCII), secret);
            }
            return secrets;
        } catch (BufferUnderflowException | NegativeArraySizeException | OutOfMemoryError odd) {
            throw VaultException.damaged(file, "its secrets make no sense");
        }
    }
}
