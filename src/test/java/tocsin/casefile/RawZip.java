package tocsin.casefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zips byte by byte, wrong ones too.
final class RawZip {
    /// One entry, every field of which can lie.
    static final class Part {
        String name;
        String localName;
        byte[] data;
        int method;
        int flags;
        int externals;
        int crc;
        long size;
        long packedSize;
        long at = -1;
        byte[] extra = new byte[0];

        Part(String name, byte[] content) {
            this.name = name;
            this.localName = name;
            this.data = content;
            var sum = new CRC32();
            sum.update(content);
            crc = (int) sum.getValue();
            size = content.length;
            packedSize = content.length;
        }

        Part deflated() {
            var deflater = new Deflater(9, true);
            deflater.setInput(data);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            deflater.end();
            data = out.toByteArray();
            packedSize = data.length;
            method = 8;
            return this;
        }
    }

    private final List<Part> parts = new ArrayList<>();
    byte[] before = new byte[0];
    byte[] behind = new byte[0];
    byte[] comment = new byte[0];
    int claimed = -1;

    Part add(String name, byte[] content) {
        var part = new Part(name, content);
        parts.add(part);
        return part;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(before);
        for (Part part : parts) {
            if (part.at < 0) {
                part.at = out.size();
            }
            out.writeBytes(local(part));
            out.writeBytes(part.data);
        }
        int listAt = out.size();
        parts.forEach(part -> out.writeBytes(central(part)));
        int listBytes = out.size() - listAt;
        int count = claimed < 0 ? parts.size() : claimed;
        var end = ByteBuffer.allocate(22 + comment.length);
        end.order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(Zip.END_MARK).putInt(0).putShort((short) count).putShort((short) count);
        end.putInt(listBytes).putInt(listAt).putShort((short) comment.length).put(comment);
        out.writeBytes(end.array());
        out.writeBytes(behind);
        return out.toByteArray();
    }

    private static byte[] local(Part part) {
        byte[] name = part.localName.getBytes(ISO_8859_1);
        var out = ByteBuffer.allocate(30 + name.length + part.extra.length);
        out.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(Zip.LOCAL_MARK);
        common(out, part, name.length);
        out.put(name).put(part.extra);
        return out.array();
    }

    private static byte[] central(Part part) {
        byte[] name = part.name.getBytes(ISO_8859_1);
        var out = ByteBuffer.allocate(46 + name.length + part.extra.length);
        out.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(Zip.CENTRAL_MARK).putShort((short) Zip.VERSION);
        common(out, part, name.length);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(part.externals);
        out.putInt((int) part.at).put(name).put(part.extra);
        return out.array();
    }

    private static void common(ByteBuffer out, Part part, int nameBytes) {
        out.putShort((short) Zip.VERSION).putShort((short) part.flags).putShort((short) part.method);
        out.putShort((short) 0).putShort((short) Zip.FIRST_DAY).putInt(part.crc);
        out.putInt((int) part.packedSize).putInt((int) part.size);
        out.putShort((short) nameBytes).putShort((short) part.extra.length);
    }
}
