package tocsin.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tocsin.publish.PaperHtml;
import tocsin.publish.PaperPdf;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Marking;
import tocsin.publish.paper.Paper;
import tocsin.publish.paper.PaperReader;

/// A postmortem of 50 pages with 30 pictures: read from Markdown, written as PDF and as HTML. The first time counts, as
/// people export once.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@Fork(3)
public class PaperBench {
    private static final int PICTURES = 30;

    private final Map<String, byte[]> pictures = new HashMap<>();
    private String markdown = "";
    private Paper paper = paper(List.of());

    @Setup
    public void write() throws IOException {
        var text = new StringBuilder();
        for (int chapter = 0; chapter < PICTURES; chapter++) {
            String sha256 = "%064x".formatted(chapter + 1);
            pictures.put(sha256, picture(chapter));
            text.append("## Chapter ").append(chapter).append("\n\n");
            text.append(
                    ("The canary gate compares error rates only; the doubled orders returned **200**. ").repeat(20));
            text.append("\n\n![Graph ")
                    .append(chapter)
                    .append("](sha256:")
                    .append(sha256)
                    .append(")\n\n");
            text.append("| Time | Entry | By |\n|--|--|--|\n");
            for (int row = 0; row < 20; row++) {
                text.append("| 14:")
                        .append(10 + row)
                        .append(" | No new doubles in shard ")
                        .append(row)
                        .append(" | Sven |\n");
            }
            text.append("\n```\nselect count(*) from orders group by id having count(*) > 1;\n```\n\n");
        }
        markdown = text.toString();
        paper = paper(PaperReader.read(markdown));
    }

    @Benchmark
    public List<Block> readMarkdown() {
        return PaperReader.read(markdown);
    }

    @Benchmark
    public byte[] writePdf() {
        return PaperPdf.of(paper, sha256 -> Optional.ofNullable(pictures.get(sha256)));
    }

    @Benchmark
    public String writeHtml() {
        return PaperHtml.of(paper, sha256 -> Optional.ofNullable(pictures.get(sha256)));
    }

    private static Paper paper(List<Block> blocks) {
        return new Paper(
                "en",
                "Postmortem",
                "Doubled orders",
                Marking.AMBER,
                "A. Novak",
                Instant.parse("2026-11-21T13:00:00Z"),
                List.of(),
                new Paper.Labels("Contents", "Page {0} of {1}", "from the record", "missing", "no {0}"),
                blocks);
    }

    /// As a screenshot is: large plain fields and some noise.
    private static byte[] picture(int seed) throws IOException {
        var random = new Random(seed);
        var image = new BufferedImage(1280, 600, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1280, 600);
        for (int x = 0; x < 1280; x += 4) {
            pen.setColor(new Color(random.nextInt(0xffffff)));
            int high = 40 + random.nextInt(500);
            pen.fillRect(x, 600 - high, 3, high);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
