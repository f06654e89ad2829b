package tocsin.ui.kit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes a drawn image as PNG: eight bits of red, green and blue, no transparency.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int EIGHT_BITS = 8;
    private static final int TRUE_COLOUR = 2;
    private static final int PLAIN_LINE = 0;

    private Png() {}

    public static byte[] of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.write(SIGNATURE);
            chunk(out, "IHDR", head(width, height));
            chunk(out, "IDAT", lines(pixels, width));
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot refuse a picture", impossible);
        }
    }

    private static byte[] head(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        // Then the only methods there are: deflate, five filters, no interlacing.
        out.write(new byte[] {EIGHT_BITS, TRUE_COLOUR, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] lines(int[] pixels, int width) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            var line = new byte[1 + 3 * width];
            line[0] = PLAIN_LINE;
            for (int start = 0; start < pixels.length; start += width) {
                for (int x = 0; x < width; x++) {
                    int pixel = pixels[start + x];
                    line[1 + 3 * x] = (byte) (pixel >> 16);
                    line[2 + 3 * x] = (byte) (pixel >> 8);
                    line[3 + 3 * x] = (byte) pixel;
                }
                out.write(line);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}
