
package io.github.cnnclassifier.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;

/** Holds the kept sample images to what they promise. */
class SampleImageGeneratorTest {

	private static final Path KEPT = Path.of("sample-images");
	private static final String README = "README.md";

	@TempDir
	private static Path made;

	@BeforeAll
	static void makeAll() throws IOException {
		new SampleImageGenerator(made).writeAll();
	}

	@Test
	void generatorMakesTheSameFilesAgain() throws IOException {
		assertEquals(files(KEPT), files(made));
	}

	@Test
	void generatorMakesTheSamePixelsAndPixelSizesAgain() throws IOException {
		for (final Path file : files(made)) {
			if (file.toString().endsWith(".png") || file.toString().endsWith(".tif"))
				assertSameImage(open(KEPT.resolve(file)), open(made.resolve(file)), file
					.toString());
		}
	}

	@Test
	void generatorMakesTheSameRegionsAndTruthAgain() throws IOException {
		final Path rois = Path.of("field", "rois.zip");
		assertEquals(regions(KEPT.resolve(rois)), regions(made.resolve(rois)));
		assertEquals(truth(KEPT), truth(made));
	}

	@Test
	void digitsAre8BitAnd28PixelsWide() throws IOException {
		for (int digit = 0; digit < 10; digit++) {
			final Path folder = Path.of("digits", Integer.toString(digit));
			final List<Path> files = files(KEPT.resolve(folder));
			assertEquals(SampleImageGenerator.DIGITS_PER_CLASS, files.size());
			for (final Path file : files) {
				assertDigit(open(KEPT.resolve(folder).resolve(file)));
			}
		}
	}

	@Test
	void cellsAreTwoChannelsOf16BitWithPixelSize() throws IOException {
		for (final Phenotype phenotype : Phenotype.values()) {
			final Path folder = KEPT.resolve("cells").resolve(phenotype.label());
			final List<Path> files = files(folder);
			assertEquals(SampleImageGenerator.CELLS_PER_CLASS, files.size());
			for (final Path file : files) {
				assertTwoChannels(open(folder.resolve(file)), CellPainter.SIZE);
			}
		}
	}

	@Test
	void fieldIsTwoChannelsOf16BitWithPixelSize() {
		assertTwoChannels(open(KEPT.resolve("field").resolve("field.tif")),
			FieldPainter.SIZE);
	}

	@Test
	void meanBrightnessDoesNotTellThePhenotypes() throws IOException {
		for (int channel = 1; channel <= 2; channel++) {
			final DoubleSummaryStatistics averages = new DoubleSummaryStatistics();
			double spread = 0;
			for (final Phenotype phenotype : Phenotype.values()) {
				final DoubleSummaryStatistics means = means(phenotype, channel);
				averages.accept(means.getAverage());
				spread += (means.getMax() - means.getMin()) / Phenotype.values().length;
			}
			assertTrue(averages.getMax() - averages.getMin() < spread / 4,
				"phenotypes differ by " + (averages.getMax() - averages.getMin()) +
					", each varies by " + spread);
		}
	}

	@Test
	void eachCellOfTheFieldHasOneRegionAndOneTruth() throws IOException {
		final Set<String> names = new HashSet<>();
		final List<String> regions = regions(KEPT.resolve("field").resolve(
			"rois.zip"));
		final List<String> truth = truth(KEPT);
		assertEquals("roi,phenotype", truth.get(0));
		assertEquals(FieldPainter.CELLS, regions.size());
		assertEquals(FieldPainter.CELLS, truth.size() - 1);
		for (int i = 0; i < regions.size(); i++) {
			final String name = regions.get(i).split(" ")[0];
			assertTrue(names.add(name), name);
			assertEquals(name, truth.get(i + 1).split(",")[0]);
			Phenotype.valueOf(truth.get(i + 1).split(",")[1].toUpperCase(
				Locale.ROOT));
		}
	}

	@Test
	void everythingTogetherIsUnderFiveMegabytes() throws IOException {
		long bytes = 0;
		for (final Path file : files(KEPT)) {
			bytes += Files.size(KEPT.resolve(file));
		}
		assertTrue(bytes < 5_000_000, bytes + " bytes");
	}

	@Test
	void digitInTheJarIsTheOneTheGeneratorMakes() throws URISyntaxException {
		final URL resource = getClass().getResource("/samples/digit.png");
		assertNotNull(resource);
		final ImagePlus digit = open(Path.of(resource.toURI()));
		assertDigit(digit);
		assertArrayEquals((byte[]) SampleImageGenerator.openSample().getPixels(),
			(byte[]) digit.getProcessor().getPixels());
	}

	private static void assertDigit(final ImagePlus digit) {
		assertEquals(ImagePlus.GRAY8, digit.getType());
		assertEquals(28, digit.getWidth());
		assertEquals(28, digit.getHeight());
		assertEquals(0, digit.getPixel(0, 0)[0], "black background");
		assertEquals(255, digit.getStatistics().max, 20);
	}

	private static void assertTwoChannels(final ImagePlus image, final int size) {
		assertTrue(image instanceof CompositeImage);
		assertEquals(ImagePlus.GRAY16, image.getType());
		assertArrayEquals(new int[] { size, size, 2, 1, 1 }, image.getDimensions());
		assertEquals(0.325, image.getCalibration().pixelWidth, 1e-6);
		assertEquals(0.325, image.getCalibration().pixelHeight, 1e-6);
		assertEquals("micron", image.getCalibration().getUnit());
		assertTrue(image.getStatistics().min > 100, "camera offset");
	}

	private static void assertSameImage(final ImagePlus expected,
		final ImagePlus actual, final String file)
	{
		assertArrayEquals(expected.getDimensions(), actual.getDimensions(), file);
		assertEquals(expected.getCalibration().toString(), actual.getCalibration()
			.toString(), file);
		for (int slice = 1; slice <= expected.getStackSize(); slice++) {
			final Object pixels = expected.getStack().getPixels(slice);
			if (pixels instanceof byte[]) assertArrayEquals((byte[]) pixels,
				(byte[]) actual.getStack().getPixels(slice), file);
			else assertArrayEquals((short[]) pixels, (short[]) actual.getStack()
				.getPixels(slice), file);
		}
	}

	private static DoubleSummaryStatistics means(final Phenotype phenotype,
		final int channel) throws IOException
	{
		final DoubleSummaryStatistics means = new DoubleSummaryStatistics();
		final Path folder = KEPT.resolve("cells").resolve(phenotype.label());
		for (final Path file : files(folder)) {
			means.accept(open(folder.resolve(file)).getStack().getProcessor(channel)
				.getStatistics().mean);
		}
		return means;
	}

	/** Each region as its name and corners. */
	private static List<String> regions(final Path zip) throws IOException {
		final List<String> regions = new ArrayList<>();
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in
				.getNextEntry())
			{
				final Roi roi = new RoiDecoder(in.readAllBytes(), entry.getName())
					.getRoi();
				final StringBuilder text = new StringBuilder(roi.getName());
				for (int i = 0; i < roi.getFloatPolygon().npoints; i++) {
					text.append(' ').append(roi.getFloatPolygon().xpoints[i]).append(',')
						.append(roi.getFloatPolygon().ypoints[i]);
				}
				regions.add(text.toString());
			}
		}
		return regions;
	}

	private static List<String> truth(final Path folder) throws IOException {
		return Files.readAllLines(folder.resolve("field").resolve("truth.csv"));
	}

	private static ImagePlus open(final Path file) {
		final ImagePlus image = IJ.openImage(file.toString());
		assertNotNull(image, file.toString());
		return image;
	}

	/** All files below a folder but the page that describes them. */
	private static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			return paths.filter(Files::isRegularFile).map(folder::relativize).filter(
				path -> !README.equals(path.toString())).sorted().toList();
		}
	}
}
