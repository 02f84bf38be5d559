
package io.github.cnnclassifier.workflow.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageOrigin;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.image.MadePlanes;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
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
		return save(progress, from, "", RegionCropping.PLAIN, false);
	}

	/** All four in one class, whatever they were before. */
	private List<String> saveAs(final String className,
		final RegionCropping cropping) throws IOException
	{
		final List<String> told = new ArrayList<>();
		save(new Listening(told), "auto", className, cropping, true);
		return told;
	}

	private SaveRegions.Result save(final Progress progress, final String from,
		final String className, final RegionCropping cropping,
		final boolean overwrite) throws IOException
	{
		return new SaveRegions(new Words(), progress).run(request(from, className,
			cropping, overwrite));
	}

	private SaveRegions.Request request(final String from, final String className,
		final RegionCropping cropping, final boolean overwrite)
	{
		final List<RegionOfInterest> regions = IntStream.range(0, 4).mapToObj(
			x -> new RegionOfInterest(x + 1, (x % 2 == 0 ? "even-" : "odd-") + x, "",
				new Region(x, 0, 1, 1), RegionMask.ALL, 1, 1)).toList();
		return new SaveRegions.Request(ROW, new ImageOrigin("row.tif",
			"/data/row.tif"), regions, cropping, from, className, folder, overwrite);
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
	void aPlaneThatCannotBeMadeCostsItsRegionsAlone() throws IOException {
		final ImagePlanes planes = new MadePlanes(2, 1, (slice, frame) -> {
			if (slice == 1) throw new IOException("The slice is torn.");
			return ROW.plane(0, 0);
		});
		final List<RegionOfInterest> regions = IntStream.range(0, 4).mapToObj(
			x -> new RegionOfInterest(x + 1, "a-" + x, "", new Region(x, 0, 1, 1),
				RegionMask.ALL, x == 1 ? 2 : 1, 1)).toList();
		final SaveRegions.Result result = new SaveRegions(new Words(), Progress
			.none()).run(new SaveRegions.Request(planes, new ImageOrigin("row.tif",
				"/data/row.tif"), regions, new RegionCropping(0, false), "auto", "",
				folder, false));
		assertEquals(3, result.saved());
		assertEquals(3, listed().size());
		assertEquals("a-1: The slice is torn.", result.failed().get(0).name() +
			": " + result.failed().get(0).reason());
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
	void classesThatSwapTheirRegionsKeepBoth() throws IOException {
		saveFirst("even-0", 1, 0, 0, false);
		saveFirst("odd-0", 1, 1, 0, false);
		saveFirst("even-0", 1, 1, 0, true);
		assertEquals(List.of("even/row_0001-2.txt", "even/row_0001.txt"), files());
		assertEquals("1.0", Files.readString(folder.resolve("even/row_0001.txt")));
		assertEquals("2.0", Files.readString(folder.resolve(
			"even/row_0001-2.txt")));
		assertEquals(files(), listed().stream().sorted().toList());
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

	private static final List<String> ALL = List.of("all/row_0001.txt",
		"all/row_0002.txt", "all/row_0003.txt", "all/row_0004.txt");

	@Test
	void aRegionThatChangesItsClassIsMovedWhateverItsMargin() throws IOException {
		save(Progress.none(), "auto");
		final List<String> told = saveAs("all", new RegionCropping(1, true));
		assertEquals(ALL, files());
		assertEquals(ALL, listed());
		assertEquals(List.of(
			"Moved 'even/row_0001.txt' to 'all/row_0001.txt', as it is the same region.",
			"Moved 'odd/row_0002.txt' to 'all/row_0002.txt', as it is the same region.",
			"Moved 'even/row_0003.txt' to 'all/row_0003.txt', as it is the same region.",
			"Moved 'odd/row_0004.txt' to 'all/row_0004.txt', as it is the same region."),
			told);
		assertEquals(List.of(), saveAs("all", RegionCropping.PLAIN));
	}

	@Test
	void withoutOverwriteNoRegionChangesItsClass() throws IOException {
		save(Progress.none(), "auto");
		final List<String> before = files();
		final String message = assertThrows(UserFailure.class, () -> save(Progress
			.none(), "auto", "all", RegionCropping.PLAIN, false)).getMessage();
		assertTrue(message.contains("was saved before, as 'even/row_0001.txt'. " +
			"Set overwrite=true"), message);
		assertEquals(before, files());
		assertEquals(4, listed().size());
	}

	@Test
	void onlyWhatTheListProvesToBeTheSameIsMoved() throws IOException {
		final Path outside = Files.createTempFile("mine", ".txt");
		save(Progress.none(), "auto");
		Files.writeString(folder.resolve("even/mine.txt"), "mine");
		final Path list = folder.resolve("regions.csv");
		final String[] rows = Files.readString(list).split("\n");
		// of another image, elsewhere, without numbers, and not in this folder
		rows[1] = rows[1].replace("/data/row.tif", "/data/other.tif");
		rows[2] = rows[2].replace(",1,0,1,1,1,1,", ",0,0,2,1,1,1,");
		rows[3] = rows[3].replace(",2,0,1,1,1,1,", ",,,,,,,");
		final String path = folder.relativize(outside).toString();
		rows[4] = rows[4].replace("odd/row_0004.txt", path);
		Files.writeString(list, String.join("\n", rows) + "\n");
		assertEquals(List.of(), saveAs("all", RegionCropping.PLAIN));
		assertEquals(9, files().size());
		assertEquals(8, listed().size());
		assertTrue(Files.exists(outside));
		Files.delete(outside);
	}

	@Test
	void whatAUserPutIntoTheListGoesAlong() throws IOException {
		save(Progress.none(), "auto");
		final Path list = folder.resolve("regions.csv");
		final List<String> rows = new ArrayList<>();
		for (final String row : Files.readAllLines(list))
			rows.add(row.startsWith("path") ? row + ",note" : row.replaceFirst(
				",/data/row.tif", ",mouse 3") + ",by eye");
		Files.write(list, rows);
		saveAs("all", RegionCropping.PLAIN);
		for (final String row : Files.readAllLines(list).subList(1, 5))
			assertTrue(row.contains(",all,mouse 3,/data/row.tif,") && row.endsWith(
				",by eye"), row);
	}

	/** A number was freed in the list of the user. */
	@Test
	void aRegionOfAnotherNumberIsNotSavedTwice() throws IOException {
		save(Progress.none(), "auto", "all", RegionCropping.PLAIN, false);
		final Path list = folder.resolve("regions.csv");
		Files.writeString(list, Files.readString(list).replace("row_0004",
			"row_0005"));
		Files.move(folder.resolve("all/row_0004.txt"), folder.resolve(
			"all/row_0005.txt"));
		assertEquals(List.of(), saveAs("all", RegionCropping.PLAIN));
		assertEquals(List.of("all/row_0001.txt", "all/row_0002.txt",
			"all/row_0003.txt", "all/row_0005.txt"), files());
		assertEquals(files(), listed());
	}

	/** Two of the same rectangle: the whole row, and what is left and right. */
	private List<String> saveShape(final String className, final RegionMask mask,
		final int index, final boolean overwrite) throws IOException
	{
		final List<String> told = new ArrayList<>();
		new SaveRegions(new Words(), new Listening(told)).run(
			new SaveRegions.Request(ROW, new ImageOrigin("row.tif", "/data/row.tif"),
				List.of(new RegionOfInterest(index, "cell", "", new Region(0, 0, 4, 1),
					mask, 1, 1)), RegionCropping.PLAIN, "auto", className, folder,
				overwrite));
		return told;
	}

	private static final RegionMask ENDS = (x, y) -> x == 0 || x == 3;

	@Test
	void aRegionOfTheSameRectangleButAnotherOutlineIsAnotherRegion()
		throws IOException
	{
		saveShape("a", RegionMask.ALL, 1, false);
		// not an error, as it was not saved before
		saveShape("b", ENDS, 2, false);
		assertEquals(List.of(), saveShape("b", ENDS, 2, true));
		assertEquals(List.of(), saveShape("a", RegionMask.ALL, 1, true));
		assertEquals(List.of("a/row_0001.txt", "b/row_0002.txt"), files());
		assertEquals(List.of(
			"Moved 'b/row_0002.txt' to 'a/row_0002.txt', as it is the same region."),
			saveShape("a", ENDS, 2, true));
		assertEquals(files(), listed());
	}

	@Test
	void aFileOfAnotherRegionOfTheSameNumberIsKeptAndTold() throws IOException {
		saveShape("a", RegionMask.ALL, 1, false);
		assertEquals(List.of("'a/row_0001.txt': kept, as other regions of this " +
			"image. Delete those that were to be replaced, with their rows in " +
			"regions.csv."), saveShape("a", ENDS, 1, true));
		assertEquals(List.of(), saveShape("a", ENDS, 1, true));
		assertEquals(List.of("a/row_0001-2.txt", "a/row_0001.txt"), files());
		assertEquals(List.of("a/row_0001.txt", "a/row_0001-2.txt"), listed());
	}

	@Test
	void aListWithoutOutlinesProvesNothingAboutAnotherFile() throws IOException {
		saveShape("a", RegionMask.ALL, 1, false);
		final Path list = folder.resolve("regions.csv");
		Files.write(list, Files.readAllLines(list).stream().map(row -> row
			.substring(0, row.lastIndexOf(','))).toList());
		assertThrows(UserFailure.class, () -> saveShape("b", ENDS, 2, false));
		assertEquals(List.of("Warning: 'a/row_0001.txt': kept, although of the " +
			"same rectangle as a region that was saved now, since an earlier version " +
			"did not list outlines. Delete those that are the same region, with " +
			"their rows in regions.csv."), saveShape("b", ENDS, 2, true));
		// number, class and rectangle are the same
		assertEquals(List.of(), saveShape("a", RegionMask.ALL, 1, true));
		assertEquals(List.of("a/row_0001.txt", "b/row_0002.txt"), files());
		assertEquals(files(), listed());
	}

	@Test
	void theListIsThereBeforeTheFirstFile() throws IOException {
		final List<List<String>> lists = new ArrayList<>();
		final ImageWriter watching = new ImageWriter() {

			@Override
			public void write(final SampleImage image, final Path file)
				throws IOException
			{
				lists.add(listed());
				new Words().write(image, file);
			}

			@Override
			public String extension() {
				return ".txt";
			}
		};
		new SaveRegions(watching, Progress.none()).run(request("auto", "",
			RegionCropping.PLAIN, false));
		assertEquals(4, lists.get(0).size());
	}

	@Test
	void filesThatAKilledRunListedButDidNotWriteAreNotInTheWay()
		throws IOException
	{
		save(Progress.none(), "auto");
		Files.delete(folder.resolve("even/row_0003.txt"));
		Files.delete(folder.resolve("odd/row_0004.txt"));
		saveAs("all", RegionCropping.PLAIN);
		assertEquals(ALL, files());
		assertEquals(ALL, listed());
	}

	@Test
	void aRunThatSavesNothingLeavesNoList() throws IOException {
		full = 0;
		assertThrows(IOException.class, () -> save(Progress.none(), "auto"));
		assertTrue(Files.notExists(folder.resolve("regions.csv")));
	}

	@Test
	void whereTheDiskFailsOnlyWhatIsThereAnewIsMoved() throws IOException {
		save(Progress.none(), "auto");
		full = 6;
		assertThrows(IOException.class, () -> saveAs("all", RegionCropping.PLAIN));
		assertEquals(List.of("all/row_0001.txt", "all/row_0002.txt",
			"even/row_0003.txt", "odd/row_0004.txt"), files());
		assertEquals(files(), listed().stream().sorted().toList());
	}
}
