
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageOrigin;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.OutputClaim;

/** Saves four regions of one pixel each as text files. */
class SaveRegionsTest {

	@TempDir
	private Path folder;

	private int written;

	/** Four pixels in a row. */
	private static final ImagePlanes ROW = ImagePlanes.of(new SampleImage(4, 1, 1,
		false, 8, Pixels.of(new float[] { 1, 2, 3, 4 }), null, "row.tif"));

	private final class Words implements ImageWriter {

		@Override
		public void write(final SampleImage image, final Path file)
			throws IOException
		{
			if (written == full) throw new IOException("The disk is full");
			Files.createDirectories(file.getParent());
			Files.writeString(file, Float.toString(image.pixels().get(0)));
			written++;
		}

		@Override
		public String extension() {
			return ".txt";
		}
	}

	private int full = Integer.MAX_VALUE;

	private SaveRegions.Result save(final Progress progress, final String from)
		throws IOException
	{
		final List<RegionOfInterest> regions = IntStream.range(0, 4).mapToObj(
			x -> new RegionOfInterest(x + 1, (x % 2 == 0 ? "even-" : "odd-") + x, "",
				new Region(x, 0, 1, 1), RegionMask.ALL, 1, 1)).toList();
		return new SaveRegions(new Words(), progress).run(new SaveRegions.Request(
			ROW, new ImageOrigin("row.tif", "/data/row.tif"), regions,
			RegionCropping.PLAIN, from, "", folder, false));
	}

	private List<String> listed() throws IOException {
		return Files.readAllLines(folder.resolve("regions.csv")).stream().skip(1)
			.map(row -> row.substring(0, row.indexOf(','))).toList();
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(f -> f.toString().endsWith(".txt")).map(f -> folder
				.relativize(f).toString().replace('\\', '/')).sorted().toList();
		}
	}

	/** Canceled as soon as two files are there. */
	private Progress untilTwo() {
		return new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				assertEquals(written / 4.0, fraction);
			}

			@Override
			public void message(final String line) {
				// nothing is said
			}

			@Override
			public boolean isCanceled() {
				return written == 2;
			}
		};
	}

	@Test
	void everyRegionIsInTheFolderOfItsClassAndInTheList() throws IOException {
		final SaveRegions.Result result = save(Progress.none(), "auto");
		assertEquals("{even=2, odd=2}", result.counts().toString());
		assertEquals(4, result.saved());
		assertEquals(List.of("even/row_0001.txt", "even/row_0003.txt",
			"odd/row_0002.txt", "odd/row_0004.txt"), files());
		assertEquals("3.0", Files.readString(folder.resolve("even/row_0003.txt")));
		assertEquals(files(), listed().stream().sorted().toList());
	}

	@Test
	void whatWasSavedBeforeACancellationStaysAndIsListed() throws IOException {
		assertThrows(CanceledException.class, () -> save(untilTwo(), "auto"));
		assertEquals(List.of("even/row_0001.txt", "odd/row_0002.txt"), files());
		assertEquals(files(), listed());
		// known as regions of this image, so not silently saved a second time
		assertTrue(assertThrows(UserFailure.class, () -> save(Progress.none(),
			"auto")).getMessage().contains("overwrite=true"));
	}

	@Test
	void whatWasSavedBeforeTheDiskFailedIsListed() throws IOException {
		full = 3;
		assertThrows(IOException.class, () -> save(Progress.none(), "auto"));
		assertEquals(3, listed().size());
		assertEquals(files(), listed().stream().sorted().toList());
	}

	/** One region: the first pixel under this name, saved with this margin. */
	private SaveRegions.Result saveFirst(final String name, final int index,
		final int x, final int margin, final boolean overwrite) throws IOException
	{
		return new SaveRegions(new Words(), Progress.none()).run(
			new SaveRegions.Request(ROW, new ImageOrigin("row.tif", "/data/row.tif"),
				List.of(new RegionOfInterest(index, name, "", new Region(x, 0, 1, 1),
					RegionMask.ALL, 1, 1)), new RegionCropping(margin, false), "name", "",
				folder, overwrite));
	}

	@Test
	void aRegionOfAnotherClassTakesThePlaceOfWhatItWasSavedAs()
		throws IOException
	{
		save(Progress.none(), "name");
		final String message = assertThrows(UserFailure.class, () -> saveFirst(
			"odd-0", 1, 0, 0, false)).getMessage();
		assertTrue(message.contains("was saved before, as 'even/row_0001.txt'"),
			message);
		saveFirst("odd-0", 1, 0, 2, true);
		assertEquals(List.of("even/row_0003.txt", "odd/row_0001.txt",
			"odd/row_0002.txt", "odd/row_0004.txt"), files());
		assertEquals(files(), listed().stream().sorted().toList());
	}

	@Test
	void aRegionElsewhereIsAnotherOneWhateverItsNumber() throws IOException {
		save(Progress.none(), "name");
		saveFirst("odd-0", 1, 1, 0, false);
		assertEquals(5, files().size());
		assertEquals(files(), listed().stream().sorted().toList());
	}

	@Test
	void classesThatSwapTheirRegionsKeepBoth() throws IOException {
		saveFirst("even-0", 1, 0, 0, false);
		saveFirst("odd-0", 1, 1, 0, false);
		saveFirst("even-0", 1, 1, 0, true);
		assertEquals(List.of("even/row_0001.txt"), files());
		assertEquals("2.0", Files.readString(folder.resolve("even/row_0001.txt")));
	}

	@Test
	void twoRunsDoNotWriteOneListAtOnce() throws IOException {
		try (OutputClaim other = OutputClaim.of(folder.resolve("regions.csv"))) {
			assertTrue(assertThrows(UserFailure.class, () -> save(Progress.none(),
				"auto")).getMessage().contains("Another run is writing"));
		}
		assertEquals(List.of(), files());
	}

	@Test
	void withoutAnyRegionTheMessageIsNotAboutClasses() {
		final SaveRegions.Request request = new SaveRegions.Request(ROW,
			new ImageOrigin("row.tif", "/data/row.tif"), List.of(),
			RegionCropping.PLAIN, "auto", "", folder, false);
		assertTrue(assertThrows(UserFailure.class, () -> new SaveRegions(
			new Words(), Progress.none()).run(request)).getMessage().startsWith(
				"Expected regions that can be cut out of 'row.tif', found none"));
	}

	@Test
	void withoutAnyClassNothingIsWritten() throws IOException {
		assertTrue(assertThrows(UserFailure.class, () -> save(Progress.none(),
			"group")).getMessage().contains("The first of 4: it is in no group"));
		assertTrue(Files.notExists(folder.resolve("regions.csv")));
	}
}
