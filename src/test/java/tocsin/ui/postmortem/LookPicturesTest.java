package tocsin.ui.postmortem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.publish.Pictures;

class LookPicturesTest {
    private final List<String> asked = new ArrayList<>();
    private int arrived;

    @Test
    void aPictureIsAskedForOnceHoweverOftenItIsDrawn() {
        LookPictures pictures = of(new byte[0]);

        assertThat(pictures.of("aa")).isEmpty();
        assertThat(pictures.of("aa")).isEmpty();
        assertThat(pictures.of("bb")).isEmpty();

        assertThat(asked).containsExactly("aa", "bb");
    }

    @Test
    void whatIsNoPictureOrUnfoldsIntoGigabytesStaysItsWords() {
        of("<svg onload=alert(1)>".getBytes(UTF_8)).of("aa");
        of(pngOf(200_000, 200_000)).of("aa");

        assertThat(arrived).isZero();
    }

    private LookPictures of(byte[] bytes) {
        Pictures pictures = sha256 -> {
            asked.add(sha256);
            return Optional.of(bytes);
        };
        return new LookPictures(() -> pictures, Runnable::run, Runnable::run, () -> arrived++);
    }

    /// Only the first bytes of one, which say how large it will be.
    private static byte[] pngOf(int width, int height) {
        return ByteBuffer.allocate(24)
                .putInt(0x89504e47)
                .putInt(0x0d0a1a0a)
                .putLong(0)
                .putInt(width)
                .putInt(height)
                .array();
    }
}
