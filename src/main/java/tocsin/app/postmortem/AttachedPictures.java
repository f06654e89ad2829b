package tocsin.app.postmortem;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tocsin.app.Attachments;
import tocsin.domain.incident.Incident;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.TimelineFact;
import tocsin.publish.Pictures;

/// The pictures of one incident: only what hangs on its own log is ever read. Not for the JavaFX thread.
public final class AttachedPictures implements Pictures {
    private static final int MOST_BYTES = 32 << 20;

    private final Attachments files;
    private final Map<String, Attachment> known = new HashMap<>();

    public AttachedPictures(Incident incident, Attachments files) {
        this.files = files;
        for (Entry entry : incident.timeline().entries()) {
            if (entry.source().fact() instanceof TimelineFact.EntryAdded(var _, var _, var attached)) {
                attached.forEach(file -> known.put(file.sha256(), file));
            }
        }
    }

    @Override
    public Optional<byte[]> bytes(String sha256) {
        return Optional.ofNullable(known.get(sha256)).flatMap(this::read);
    }

    private Optional<byte[]> read(Attachment file) {
        try (InputStream in = files.open(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length <= MOST_BYTES ? Optional.of(bytes) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
