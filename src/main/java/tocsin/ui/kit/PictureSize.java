package tocsin.ui.kit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/// How many pixels a PNG or JPEG says it has, read from its first bytes: a small file may unfold into gigabytes.
public final class PictureSize {
    private static final int PNG = 0x89504e47;
    private static final int JPEG = 0xffd8;

    private PictureSize() {}

    /// More than anything when it does not say.
    public static long pixels(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        int front = data.readInt();
        if (front == PNG) {
            data.skipNBytes(12);
            return (data.readInt() & 0xffff_ffffL) * (data.readInt() & 0xffff_ffffL);
        }
        if (front >>> 16 != JPEG) {
            return Long.MAX_VALUE;
        }
        int marker = front & 0xffff;
        while (marker >>> 8 == 0xff) {
            int length = data.readUnsignedShort();
            if (isFrame(marker & 0xff)) {
                data.skipNBytes(1);
                return (long) data.readUnsignedShort() * data.readUnsignedShort();
            }
            data.skipNBytes(Math.max(0, length - 2));
            marker = data.readUnsignedShort();
        }
        return Long.MAX_VALUE;
    }

    /// C0 to CF begin a frame, but for three that hold tables.
    private static boolean isFrame(int code) {
        return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
    }
}
