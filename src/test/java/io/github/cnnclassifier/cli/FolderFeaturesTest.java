
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import io.github.cnnclassifier.CnnClassifier;

/** The features of a folder of digits as a table beside that of the classes. */
class FolderFeaturesTest {

	private static final Path DIGITS = Path.of("sample-images/digits");

	@TempDir
	Path folder;

	private Path images;
	private Path csv;
	private Path features;

	@BeforeEach
	void prepare() throws IOException {
		images = Files.createDirectory(folder.resolve("images"));
		csv = folder.resolve("out/classes.csv");
		features = folder.resolve("out/features.csv");
		copy(7, "b.png");
		copy(3, "a.png");
		Files.writeString(images.resolve("torn.png"), "no image");
	}

	private void copy(final int digit, final String name) throws IOException {
		Files.copy(DIGITS.resolve(digit + "/" + digit + "_000.png"), images.resolve(
			name));
	}

	private CommandLineRun classify(final String... more) {
		final List<String> words = new ArrayList<>(List.of("classify-folder",
			"images=" + images, "model=digits", "output=" + csv));
		words.addAll(List.of(more));
		return CommandLineRun.of(words.toArray(String[]::new));
	}

	private CommandLineRun withFeatures(final String... more) {
		return classify(Stream.concat(Stream.of("features=" + features), Stream.of(
			more)).toArray(String[]::new));
	}

	private List<String> files() throws IOException {
		try (Stream<Path> all = Files.list(csv.getParent())) {
			return all.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	/** @return the features of a row that starts so */
	private float[] row(final String start) throws IOException {
		final String row = Files.readAllLines(features).stream().filter(r -> r
			.startsWith(start)).findFirst().orElseThrow();
		final String[] cells = row.split(",", -1);
		assertEquals("", cells[cells.length - 1]);
		final float[] values = new float[cells.length - 3];
		for (int i = 0; i < values.length; i++)
			values[i] = Float.parseFloat(cells[i + 2]);
		return values;
	}

	private float[] expected(final String name) {
		try (CnnClassifier digits = CnnClassifier.open("digits")) {
			return digits.features(IJ.openImage(images.resolve(name).toString()));
		}
	}

	@Test
	void rowsAreThoseOfTheTableWithTheFeaturesToTheLastDigit()
		throws IOException
	{
		final CommandLineRun run = withFeatures().endsWith(3);
		assertEquals(List.of("output=" + csv + " features=" + features +
			" classified=2 failed=1 unknown=0"), run.results());
		final List<String> lines = Files.readAllLines(features);
		final int count = expected("a.png").length;
		assertEquals("file,class," + String.join(",", IntStream.rangeClosed(1,
			count).mapToObj(i -> "f" + i).toList()) + ",error", lines.get(0));
		assertEquals(4, lines.size());
		assertTrue(lines.get(3).startsWith("torn.png," + ",".repeat(count) + ","),
			lines.get(3));
		assertTrue(lines.get(3).length() > 20 + count, lines.get(3));
		assertArrayEquals(expected("a.png"), row("a.png,3,"), 1e-5f);
		assertArrayEquals(expected("b.png"), row("b.png,7,"), 1e-5f);
		assertEquals(List.of("classes.csv", "classes.csv.run.json", "features.csv",
			"features.csv.run.json"), files());
	}

	@Test
	void answersAreTheSameWithAndWithoutFeatures() throws IOException {
		classify().endsWith(3);
		final String table = Files.readString(csv);
		withFeatures("overwrite=true").endsWith(3);
		assertEquals(table, Files.readString(csv));
		assertEquals(List.of("output=" + csv + " classified=2 failed=1 unknown=0"),
			classify("overwrite=true").results());
	}

	@Test
	void aFailedFileThatIsMendedAndANewOneAreAdded() throws IOException {
		withFeatures().endsWith(3);
		final float[] before = row("a.png,3,");
		Files.delete(images.resolve("torn.png"));
		copy(5, "torn.png");
		copy(1, "aa.png");
		withFeatures("resume=true").endsWith(0).says("Classified 2 images");
		assertEquals(List.of("file", "a.png", "aa.png", "b.png", "torn.png"), Files
			.readAllLines(features).stream().map(r -> r.split(",")[0]).toList());
		assertArrayEquals(before, row("a.png,3,"));
		assertArrayEquals(expected("torn.png"), row("torn.png,5,"), 1e-5f);
		final String all = Files.readString(features);
		withFeatures("resume=true").endsWith(0);
		assertEquals(all, Files.readString(features));
	}

	/** As a run leaves it that was killed before the end. */
	@Test
	void anImageThatAKilledRunHasPutIntoOneTableOnlyIsDoneAgain()
		throws IOException
	{
		withFeatures("skip=torn*").endsWith(0);
		final String table = Files.readString(csv);
		final String all = Files.readString(features);
		for (final int cut : new int[] { 0, 1, 10 }) {
			Files.writeString(partial(features), settingsLine() + all.substring(0, all
				.indexOf("\nb.png") + cut));
			Files.writeString(partial(csv), settingsLine() + table);
			Files.delete(csv);
			Files.delete(features);
			withFeatures("skip=torn*").refuses(1, "did not come to its end");
			withFeatures("skip=torn*", "resume=true").endsWith(0).says("Classified " +
				(cut == 0 ? 2 : 1));
			assertEquals(table, Files.readString(csv));
			assertEquals(all, Files.readString(features));
		}
		// killed between the two tables, the features are there already
		Files.writeString(partial(csv), settingsLine() + table);
		Files.delete(csv);
		withFeatures("skip=torn*", "resume=true").endsWith(0);
		assertEquals(table, Files.readString(csv));
		assertEquals(all, Files.readString(features));
		assertEquals(4, files().size());
	}

	private static Path partial(final Path table) {
		return table.resolveSibling(table.getFileName() + ".partial");
	}

	private String settingsLine() throws IOException {
		final String record = Files.readString(features.resolveSibling(
			"features.csv.run.json"));
		return record.substring(record.indexOf('{', 1), record.indexOf('}') + 1)
			.replaceAll("\n\\s*", "") + "\n";
	}

	@Test
	void featuresOfATableThatHadNoneAreAllMade() throws IOException {
		classify("skip=torn*").endsWith(0);
		final String table = Files.readString(csv);
		withFeatures("skip=torn*", "resume=true").endsWith(0).says(
			"Found no answers to continue at '" + features).says(
				"Classified 2 images");
		assertEquals(table, Files.readString(csv));
		assertEquals(3, Files.readAllLines(features).size());
	}

	@Test
	void anExistingTableOfFeaturesIsRefusedOrReplaced() throws IOException {
		withFeatures().endsWith(3);
		csv = folder.resolve("out/other.csv");
		withFeatures().refuses(1, "features.csv' exists already");
		withFeatures("threshold=0.5", "resume=true").refuses(1,
			"Cannot continue '" + features, "threshold");
		assertFalse(Files.exists(csv));
		Files.writeString(features, "mine");
		withFeatures("overwrite=true").endsWith(3);
		assertEquals(4, Files.readAllLines(features).size());
	}

	@Test
	void aTableOfAnotherKindIsNotContinued() throws IOException {
		withFeatures().endsWith(3);
		final Path classes = csv;
		final String table = Files.readString(classes);
		csv = features;
		features = classes;
		withFeatures("resume=true").refuses(1, "expected a table with the columns");
		assertEquals(table, Files.readString(classes));
		assertEquals(4, files().size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "classes.csv", "../out/classes.csv",
		"classes.csv.partial", "classes.csv.run.json" })
	void featuresNeedAFileOfTheirOwn(final String name) {
		features = csv.resolveSibling(name);
		withFeatures("overwrite=true").refuses(2,
			"different files for output and " + "features");
		assertFalse(Files.exists(csv));
	}

	@Test
	void whatIsReadIsNeverReplaced() {
		features = images.resolve("b.png");
		withFeatures("overwrite=true").refuses(2, "Expected features to be a table",
			"named like one of the images");
		features = images;
		withFeatures("overwrite=true").refuses(1, "is a folder");
	}

	@Test
	void planesHaveRowsOrOneWithTheirMean() throws IOException {
		final ImagePlus stack = new ImagePlus("", IJ.openImage(images.resolve(
			"a.png").toString()).getStack());
		stack.getStack().addSlice(IJ.openImage(images.resolve("b.png").toString())
			.getProcessor());
		TestImages.tiff(images.resolve("stack.tif"), stack);
		withFeatures("planes=each").endsWith(3);
		final float[] first = row("stack.tif[1],3,");
		final float[] second = row("stack.tif[2],7,");
		assertArrayEquals(row("a.png,3,"), first, 1e-5f);
		withFeatures("planes=average", "overwrite=true").endsWith(3);
		final float[] mean = row("stack.tif,");
		for (int i = 0; i < mean.length; i++)
			assertEquals((first[i] + second[i]) / 2, mean[i], 1e-5f);
	}
}
