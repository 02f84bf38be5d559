
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.source.SkippedFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;

class InspectionFilesTest {

	private static final String SCRIPT = "<script>alert('x')</script>";

	private final Locale locale = Locale.getDefault();
	private final List<Sample> samples = new ArrayList<>();

	@TempDir
	Path folder;

	@AfterEach
	void restoreLocale() {
		Locale.setDefault(locale);
	}

	/** Of 80 x 80 pixels, two thirds of the one value, a third of the other. */
	private void add(final String label, final String name, final int bitDepth,
		final int channels, final float... twoValues)
	{
		final float[] values = new float[80 * 80 * channels];
		Arrays.fill(values, twoValues[0]);
		Arrays.fill(values, values.length * 2 / 3, values.length, twoValues[1]);
		samples.add(new Sample(label, name, Side.TEST, () -> new SampleImage(80, 80,
			channels, false, bitDepth, Pixels.of(values), new PixelSize(0.325, 0.325,
				"micron"), name)));
	}

	private DataAudit write(final String... labels) throws IOException {
		final DataAudit audit = DataAudit.of(new LabeledImages("R&D", List.of(
			labels), samples, List.of(new SkippedFile("notes.txt", "not an image"))),
			InspectionFiles.THUMBNAIL_SIDE, Progress.none());
		InspectionFiles.write(folder, audit);
		return audit;
	}

	private List<CSVRecord> parse(final String name) throws IOException {
		try (CSVParser parser = CSVParser.parse(Files.readString(folder.resolve(
			name)), CSVFormat.DEFAULT))
		{
			return parser.getRecords();
		}
	}

	@Test
	void everyImageIsARowAndUnreadableOnesComeLast() throws IOException {
		Locale.setDefault(Locale.GERMANY);
		samples.add(new Sample("a", "a/0.tif", null, () -> {
			throw new IOException("It is damaged.");
		}));
		add("a", "a/1.tif", 16, 1, 1.5f, 7);
		add("b", "b/1.tif", 16, 1, 0, 4095);
		add("b", "b/2.tif", 16, 1, 0, 4095);
		write("a", "b");
		final List<CSVRecord> rows = parse("images.csv");
		assertEquals(List.of("path", "class", "side", "group", "width", "height",
			"channels", "slices", "frames", "rgb", "bit_depth", "min", "max", "mean",
			"saturated_share", "pixel_width", "pixel_height", "unit", "content_hash",
			"duplicate_group", "near_duplicate_group", "problem"), rows.get(0)
				.toList());
		assertEquals(
			"a/1.tif a test  80 80 1 1 1 false 16 1.5 7 3.3339 0 0.325 0.325" +
				" micron", String.join(" ", rows.get(1).toList().subList(0, 18)));
		assertEquals("0", rows.get(1).get(19));
		assertEquals(rows.get(2).get(18), rows.get(3).get(18));
		assertEquals("1", rows.get(3).get(19));
		assertEquals("saturated", rows.get(3).get(21));
		assertEquals("a/0.tif", rows.get(4).get(0));
		assertEquals("It is damaged.", rows.get(4).get(21));
		assertEquals(5, rows.size());
	}

	@Test
	void classesFindingsAndSkippedFilesAreTables() throws IOException {
		add("a", "a/1.tif", 16, 1, 1, 7);
		final DataAudit audit = write("a");
		assertEquals(List.of("a", "1", "1", "0", "0", "0", "0", "1", "80", "80",
			"1", "1", "1", "16", "1", "7", "3.0006", "0", "0"), parse("classes.csv")
				.get(1).toList());
		assertEquals(audit.findings().size() + 1, parse("findings.csv").size());
		assertEquals("problem", parse("findings.csv").get(1).get(0));
		assertEquals(List.of("notes.txt", "not an image"), parse("skipped.csv").get(
			1).toList());
	}

	@Test
	void sheetsOfClassesWithLikeNamesDoNotOverwriteEachOther() {
		assertEquals(Map.of("a/b", "contact-sheet-a_b.png", "a:b",
			"contact-sheet-a_b-2.png", "A b", "contact-sheet-A_b-3.png", "",
			"contact-sheet-images.png"), SheetNames.of(List.of("a/b", "a:b", "A b",
				"")));
		assertEquals(List.of("contact-sheet-a_b.png", "contact-sheet-a_b-2.png",
			"contact-sheet-a_b-2-2.png"), List.copyOf(SheetNames.of(List.of("a b",
				"a_b", "a_b-2")).values()));
		assertTrue(SheetNames.of(List.of("x".repeat(300))).get("x".repeat(300))
			.length() < 100);
		assertTrue(SheetNames.of(List.of("M\u00fcll/../..")).containsValue(
			"contact-sheet-M_ll_.._...png"));
	}

	@Test
	void allImagesHaveTheSameBlackAndWhite() throws IOException {
		add("bright", "bright/1.tif", 16, 1, 0, 4000);
		add("dim", "dim/1.tif", 16, 1, 0, 1000);
		write("bright", "dim");
		assertEquals(0xffffff, pixel("bright", 79));
		assertEquals(0x404040, pixel("dim", 79));
		assertEquals(0, pixel("dim", 0));
	}

	@Test
	void twoChannelsAreMagentaAndGreen() throws IOException {
		// two thirds of the values: all of channel 1, the upper third of 2
		add("a", "a/1.tif", 16, 2, 0, 100);
		add("a", "a/2.tif", 16, 2, 50, 0);
		write("a");
		assertEquals(0x00ff00, pixel("a", 79));
		assertEquals(0, pixel("a", 0));
	}

	/** A pixel in the first column of the first picture. */
	private int pixel(final String label, final int y) throws IOException {
		final BufferedImage sheet = ImageIO.read(folder.resolve("contact-sheet-" +
			label + ".png").toFile());
		// a sheet without colors has a single channel
		final boolean gray = sheet.getRaster().getNumBands() == 1;
		return gray ? 0x10101 * sheet.getRaster().getSample(6, 40 + y, 0) : sheet
			.getRGB(6, 40 + y) & 0xffffff;
	}

	@Test
	void aSheetHasRowsForAllOfItsPicturesAndNoneForNone() throws IOException {
		for (int i = 0; i < 11; i++) {
			add("a", "a/" + i + ".tif", 8, 1, 0, i + 1);
		}
		samples.add(new Sample("none", "none/0.tif", null, () -> {
			throw new IOException("It is damaged.");
		}));
		write("a", "none");
		final int one = ImageIO.read(folder.resolve("contact-sheet-none.png")
			.toFile()).getHeight();
		final int two = ImageIO.read(folder.resolve("contact-sheet-a.png").toFile())
			.getHeight();
		assertEquals(2 * 98, two - one);
	}

	@Test
	void pageEscapesWhatOthersWroteAndNeedsNothingElse() throws IOException {
		add(SCRIPT, SCRIPT + "/1.tif", 8, 1, 1, 7);
		write(SCRIPT);
		final String page = Files.readString(folder.resolve("inspection.html"));
		assertFalse(page.contains("<script"));
		assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)"));
		assertTrue(page.contains("R&amp;D"));
		assertTrue(page.contains("src=\"data:image/png;base64,iVBOR"));
		assertFalse(page.matches("(?s).*(https?:|<link|url\\().*"));
	}

	@Test
	void existingFilesAreReplacedOnlyOnDemand() throws IOException {
		final Path sheet = Files.createFile(folder.resolve(
			"contact-sheet-a_b.png"));
		InspectionFiles.requireWritable(folder, List.of("c"), false);
		InspectionFiles.requireWritable(folder, List.of("a b"), true);
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> InspectionFiles.requireWritable(folder, List.of("a b"), false));
		assertTrue(failure.getMessage().contains(sheet.toString()), failure
			.getMessage());
	}

	@Test
	void plainNumbersHaveNoExponentsAndNoEmptyDigits() {
		assertEquals("255", Decimals.plain(255));
		assertEquals("0", Decimals.plain(-0.0));
		assertEquals("-1.5", Decimals.plain(-1.5));
		assertEquals("0.00001234", Decimals.plain(1.2341e-5));
		assertEquals("12.3457", Decimals.plain(12.345678));
		assertEquals("100000000000", Decimals.plain(1e11));
		assertEquals("", Decimals.plain(Double.NaN));
	}
}
