package tocsin.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import tocsin.journal.Hash;

/// Attachments in the folder of a hub: a file a chunk, `[crc][bytes]`.
final class FolderChunks {
    private static final Pattern NAME = Pattern.compile("\\d{5}\\.chunk");

    private final FolderPlace place;

    FolderChunks(FolderPlace place) {
        this.place = place;
    }

    Set<Integer> numbers(Hash attachment) throws IOException {
        var numbers = new TreeSet<Integer>();
        for (String name : FolderPlace.names(place.attachment(attachment))) {
            if (NAME.matcher(name).matches()) {
                int number = Integer.parseInt(name, 0, 5, 10);
                if (number < Chunks.MOST) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    boolean put(Hash attachment, int number, byte[] bytes) throws IOException {
        if (get(attachment, number).isPresent()) {
            return false;
        }
        place.make(place.attachments());
        place.make(place.attachment(attachment));
        var content = ByteBuffer.allocate(Integer.BYTES + bytes.length);
        content.putInt(sum(bytes)).put(bytes);
        place.replace(file(attachment, number), content.array());
        place.force(place.attachment(attachment));
        return true;
    }

    /// A chunk that was copied in half is put out of the way, so that somebody who has the attachment leaves it again.
    Optional<byte[]> get(Hash attachment, int number) throws IOException {
        Path file = file(attachment, number);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] content = FolderPlace.head(file, Integer.BYTES + Hub.CHUNK_BYTES + 1);
        if (content.length > Integer.BYTES && content.length <= Integer.BYTES + Hub.CHUNK_BYTES) {
            byte[] bytes = Arrays.copyOfRange(content, Integer.BYTES, content.length);
            if (ByteBuffer.wrap(content).getInt() == sum(bytes)) {
                return Optional.of(bytes);
            }
        }
        Files.deleteIfExists(file);
        return Optional.empty();
    }

    private Path file(Hash attachment, int number) {
        return place.attachment(attachment).resolve("%05d.chunk".formatted(number));
    }

    private static int sum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
