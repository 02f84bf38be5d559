
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.TextRoi;
import io.github.cnnclassifier.storage.GrowingFile;

/** A folder of digits in sub-folders, and what can be made of it. */
class ClassifiedFolderTest {

	private static final Path DIGITS = Path.of("sample-images/digits");

	@TempDir
	Path folder;

	private Path images;
	private Path csv;
	private Path partial;

	@BeforeEach
	void prepare() throws IOException {
		images = Files.createDirectory(folder.resolve("images"));
		csv = folder.resolve("out/classes.csv");
		partial = csv.resolveSibling("classes.csv.partial");
		// made in another order than that of the names
		copy(7, "plate 2/well/deep/a.png");
		copy(3, "plate 1/b.png");
		copy(7, "plate 1/a.png");
		copy(1, "a.png");
		Files.writeString(images.resolve("torn.png"), "no image");
		Files.writeString(images.resolve("notes.txt"), "left out");
	}

	private void copy(final int digit, final String name) throws IOException {
		final Path target = images.resolve(name);
		Files.createDirectories(target.getParent());
		Files.copy(DIGITS.resolve(digit + "/" + digit + "_000.png"), target);
	}

	private CommandLineRun classify(final String... more) {
		final List<String> words = new ArrayList<>(List.of("classify-folder",
			"images=" + images, "model=digits", "output=" + csv));
		words.addAll(List.of(more));
		return CommandLineRun.of(words.toArray(String[]::new));
	}

	/** File and class. */
	private List<String> rows() throws IOException {
		return Files.readAllLines(csv).stream().skip(1).map(row -> String.join(",",
			List.of(row.split(",")).subList(0, 2))).toList();
	}

	private List<String> files(final Path root) throws IOException {
		try (Stream<Path> all = Files.walk(root)) {
			return all.filter(f -> !Files.isDirectory(f)).map(f -> root.relativize(f)
				.toString().replace('\\', '/')).sorted().toList();
		}
	}

	@Test
	void aLinkWhoseImageIsGoneIsARow() throws IOException {
		Files.createSymbolicLink(images.resolve("gone.png"), folder.resolve(
			"none.png"));
		classify("skip=torn.png").endsWith(3).says("1 file failed");
		assertTrue(Files.readAllLines(csv).stream().anyMatch(row -> row.startsWith(
			"gone.png,,") && row.contains("There is no such file")), () -> "no row");
	}

	@Test
	void linkedFoldersAreSearchedUnlessTheyLeadInACircleWhichIsTold()
		throws IOException
	{
		final Path link = images.resolve("other");
		Files.createSymbolicLink(link, images.resolve("plate 1"));
		classify("skip=torn.png").endsWith(0);
		assertTrue(Files.readAllLines(csv).stream().anyMatch(row -> row.startsWith(
			"other/a.png,7,")), () -> "no row");
		Files.delete(link);
		Files.createSymbolicLink(link, images);
		Files.createSymbolicLink(images.resolve("itself.png"), images.resolve(
			"itself.png"));
		classify("overwrite=true", "skip=torn.png").endsWith(3).says(
			"The link 'other' leads back to a folder that it is in").says(
				"1 file failed");
		assertEquals(List.of("a.png,1", "itself.png,", "plate 1/a.png,7",
			"plate 1/b.png,3", "plate 2/well/deep/a.png,7"), rows());
	}

	@Test
	void rowsAreInTheOrderOfNamesAndBadFilesAreRows() throws IOException {
		final CommandLineRun run = classify().endsWith(3).says("7: 2").says(
			"not named like an image: 1.");
		assertEquals(List.of("output=" + csv + " classified=4 failed=1 unknown=0"),
			run.results());
		assertEquals(List.of("a.png,1", "plate 1/a.png,7", "plate 1/b.png,3",
			"plate 2/well/deep/a.png,7", "torn.png,"), rows());
		assertEquals(List.of("classes.csv", "classes.csv.run.json"), files(csv
			.getParent()));
	}

	@Test
	void patternsChooseFiles() throws IOException {
		classify("include=plate*/**", "skip=b.*").endsWith(0).says(
			"Left out by their names, as asked: 3.");
		assertEquals(List.of("plate 1/a.png,7", "plate 2/well/deep/a.png,7"),
			rows());
		classify("include=*.tif", "overwrite=true").refuses(1,
			"Expected images named like *.tif", "none of its 5 images is");
		assertEquals(2, rows().size());
	}

	@Test
	void unsureAnswersAreUnknownEverywhere() throws IOException {
		final Path sorted = folder.resolve("sorted");
		final CommandLineRun run = classify("threshold=1", "skip=torn*",
			"sortInto=" + sorted).endsWith(0).says("unknown: ");
		final long unknown = rows().stream().filter(r -> r.endsWith(",unknown"))
			.count();
		assertTrue(unknown > 0, rows().toString());
		assertTrue(run.results().get(0).endsWith("classified=4 failed=0 unknown=" +
			unknown), run.toString());
		assertEquals(unknown, files(sorted.resolve("unknown")).size());
		classify("threshold=2", "overwrite=true").refuses(2, "threshold");
	}

	// resume

	@Test
	void anExistingTableIsRefusedWithoutAWord() throws IOException {
		classify().endsWith(3);
		classify().refuses(1, "exists already", "resume=true", "overwrite=true");
		classify("resume=true", "overwrite=true").refuses(2, "found both");
		classify("overwrite=true").endsWith(3);
	}

	@Test
	void newAndMendedFilesAreAddedInOrderAndAnswersOfLostOnesStay()
		throws IOException
	{
		classify("resume=true").endsWith(3);
		Files.delete(images.resolve("plate 1/b.png"));
		Files.delete(images.resolve("torn.png"));
		copy(5, "torn.png");
		copy(4, "plate 1/aa.png");
		final CommandLineRun run = classify("resume=true").endsWith(0).says(
			"4 answers are there already").says("Classified 2 images");
		assertEquals("output=" + csv + " classified=6 failed=0 unknown=0", run
			.results().get(0));
		assertEquals(List.of("a.png,1", "plate 1/a.png,7", "plate 1/aa.png,4",
			"plate 1/b.png,3", "plate 2/well/deep/a.png,7", "torn.png,5"), rows());
		final String table = Files.readString(csv);
		classify("resume=true").endsWith(0);
		assertEquals(table, Files.readString(csv));
	}

	@Test
	void aTornRowIsDoneAgain() throws IOException {
		classify().endsWith(3);
		final String table = Files.readString(csv);
		final String settings = settingsLine();
		Files.delete(csv);
		for (int cut = 1; cut < 30; cut += 20) {
			// the second row is in doubt
			final int end = table.indexOf("plate 1/a") + cut;
			Files.writeString(partial, settings + table.substring(0, end));
			classify().refuses(1, "did not come to its end", partial.toString(),
				"resume=true");
			classify("resume=true").endsWith(3).says("1 answers are there already");
			assertEquals(table, Files.readString(csv));
			assertFalse(Files.exists(partial));
			Files.delete(csv);
		}
		// killed before the first line was whole
		Files.writeString(partial, settings.substring(0, 20));
		classify("resume=true").endsWith(3).says("Found no answers to continue");
		assertEquals(table, Files.readString(csv));
	}

	@Test
	void aTableAmongTheImagesIsNeverTakenForOne() throws IOException {
		csv = images.resolve("plate 1/classes.csv");
		partial = csv.resolveSibling("classes.csv.partial");
		classify("resume=true").endsWith(3).says(
			"Found no answers to continue at '" + csv + "'");
		final List<String> rows = rows();
		assertEquals(5, rows.size());
		copy(5, "z.png");
		Files.copy(csv, csv.resolveSibling("before.csv"));
		classify("resume=true").endsWith(3).says("Continuing '" + csv +
			"': 4 answers").says("Classified 2 images");
		assertEquals(6, rows().size());
		assertTrue(rows().containsAll(rows));
		// as a run leaves it that was killed before its end
		final String settings = settingsLine();
		Files.writeString(partial, settings + Files.readString(csv));
		Files.delete(csv);
		classify("resume=true").endsWith(3).says("5 answers");
		assertEquals(6, rows().size());
		classify("overwrite=true").endsWith(3);
		assertEquals(6, rows().size());
	}

	/** The first line of a partial table, from the record of a finished one. */
	private String settingsLine() throws IOException {
		final String record = Files.readString(csv.resolveSibling(
			"classes.csv.run.json"));
		final int start = record.indexOf('{', 1);
		return record.substring(start, record.indexOf('}') + 1).replaceAll("\n\\s*",
			"") + "\n";
	}

	@Test
	void otherModelsAndSettingsAreNotMixed() throws IOException {
		final Path other = folder.resolve("other.zip");
		CommandLineRun.train(TestImages.halves(folder.resolve("halves"), 4, 1),
			other, "epochs=1").endsWith(0);
		classify().endsWith(3);
		final String table = Files.readString(csv);
		CommandLineRun.of("classify-folder", "images=" + images, "model=" + other,
			"output=" + csv, "resume=true").refuses(1, "Cannot continue '" + csv,
				"Expected model 'digits", "found 'other", "overwrite=true");
		classify("resume=true", "threshold=0.5").refuses(1,
			"Expected threshold '0.0', found '0.5'");
		classify("resume=true", "range=0..300").refuses(1,
			"Expected range 'auto', found '0..300'");
		classify("resume=true", "include=a*").refuses(1,
			"Expected include '', found 'a*'");
		Files.writeString(csv, "by hand\n", StandardOpenOption.APPEND);
		classify("resume=true").refuses(1, "it was changed since");
		Files.delete(csv.resolveSibling("classes.csv.run.json"));
		classify("resume=true").refuses(1, "run.json'", "does not exist");
		assertEquals(table + "by hand\n", Files.readString(csv));
		assertEquals(List.of("classes.csv"), files(csv.getParent()));
	}

	@Test
	void twoRunsOfOneOutputAreRefused() throws IOException {
		try (GrowingFile other = GrowingFile.open(partial)) {
			for (final String key : List.of("resume=true", "overwrite=true",
				"threshold=0"))
				classify(key).refuses(1, "Another run is writing '" + partial);
		}
		assertFalse(Files.exists(csv));
	}

	// sorted files

	@Test
	void copiesAreSortedWithoutCollisions() throws IOException {
		final Path sorted = folder.resolve("sorted");
		classify("sortInto=" + sorted).endsWith(3);
		final List<String> expected = List.of("1/a.png", "3/plate 1/b.png",
			"7/plate 1/a.png", "7/plate 2/well/deep/a.png");
		assertEquals(expected, files(sorted));
		assertEquals(-1, Files.mismatch(images.resolve("plate 1/b.png"), sorted
			.resolve("3/plate 1/b.png")));
		classify("sortInto=" + sorted, "overwrite=true").refuses(1,
			"Expected sortInto to be a new or empty folder");

		Files.delete(sorted.resolve("1/a.png"));
		classify("sortInto=" + sorted, "resume=true").endsWith(3);
		assertEquals(expected, files(sorted));
		Files.writeString(sorted.resolve("1/a.png"), "mine");
		classify("sortInto=" + sorted, "resume=true", "sortBy=link").endsWith(3)
			.says("Nothing was saved of 'a.png'").says(
				"another file is in its place");
		assertEquals("mine", Files.readString(sorted.resolve("1/a.png")));
		classify("sortInto=" + images.resolve("new"), "resume=true").refuses(2,
			"outside of the folder of images");
		classify("sortInto=" + sorted, "overlayFolder=" + sorted, "resume=true")
			.refuses(2, "different folders for sortInto and overlayFolder");
		classify("sortBy=move", "resume=true").refuses(2, "move");
	}

	@DisabledOnOs(OS.WINDOWS)
	@Test
	void linksLeadToTheImages() throws IOException {
		final Path sorted = folder.resolve("sorted");
		for (int i = 0; i < 2; i++) {
			classify("sortInto=" + sorted, "sortBy=link", "skip=torn*", "resume=true")
				.endsWith(0);
			assertEquals(List.of("1/a.png", "3/plate 1/b.png", "7/plate 1/a.png",
				"7/plate 2/well/deep/a.png"), files(sorted));
			final Path link = sorted.resolve("3/plate 1/b.png");
			assertTrue(Files.isSymbolicLink(link));
			assertTrue(Files.isSameFile(images.resolve("plate 1/b.png"), link));
		}
	}

	@Test
	void aStackHasOneClassOrIsNotSorted() throws IOException {
		final ImagePlus stack = new ImagePlus("", IJ.openImage(images.resolve(
			"a.png").toString()).getStack());
		stack.getStack().addSlice(IJ.openImage(images.resolve("plate 1/b.png")
			.toString()).getProcessor());
		TestImages.tiff(images.resolve("stack.tif"), stack);
		final Path sorted = folder.resolve("sorted");
		classify("sortInto=" + sorted, "planes=each").refuses(2,
			"Expected one answer per file for sortInto, but 'stack.tif' has 2 planes");
		classify("sortInto=" + sorted, "planes=average").endsWith(3);
		assertEquals(5, files(sorted).size());
	}

	// labeled copies

	@Test
	void labeledCopiesShowTheClassOfEachPlaneAndKeepThePixels()
		throws IOException
	{
		final ImagePlus stack = new ImagePlus("", IJ.openImage(images.resolve(
			"a.png").toString()).getStack());
		stack.getStack().addSlice(IJ.openImage(images.resolve("plate 1/b.png")
			.toString()).getProcessor());
		stack.getCalibration().pixelWidth = 0.5;
		stack.getCalibration().setUnit("um");
		TestImages.tiff(images.resolve("stack.tif"), stack);
		final Path copies = folder.resolve("copies");
		classify("overlayFolder=" + copies, "planes=each").endsWith(3);
		assertEquals(List.of("a.png.tif", "plate 1/a.png.tif", "plate 1/b.png.tif",
			"plate 2/well/deep/a.png.tif", "stack.tif"), files(copies));
		final ImagePlus copy = IJ.openImage(copies.resolve("stack.tif").toString());
		assertEquals(2, copy.getOverlay().size());
		assertTrue(((TextRoi) copy.getOverlay().get(1)).getText().startsWith("3"));
		assertEquals(2, copy.getOverlay().get(1).getPosition());
		assertEquals(0.5, copy.getCalibration().pixelWidth);
		assertEquals(1, IJ.openImage(copies.resolve("a.png.tif").toString())
			.getOverlay().size());
		for (int i = 1; i <= 2; i++)
			assertArrayEquals((byte[]) stack.getStack().getPixels(i), (byte[]) copy
				.getStack().getPixels(i));
		classify("overlayFolder=" + copies, "planes=each", "resume=true").endsWith(
			3);
		classify("overlayFolder=" + csv, "planes=each", "resume=true").refuses(1,
			"Expected overlayFolder to be a folder");
	}
}
