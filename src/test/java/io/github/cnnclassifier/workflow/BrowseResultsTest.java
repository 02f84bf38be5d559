
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.MappedPicture;

/** Results on the disk are shown again, with the model that made them. */
class BrowseResultsTest {

	private static final int SIDE = 56;
	private static final Path DIGITS = Path.of("digits");

	@TempDir
	private Path folder;

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private Path images;

	@BeforeEach
	void copyADigit() throws IOException {
		images = folder.resolve("images");
		Files.createDirectories(images.resolve("7"));
		Files.copy(Path.of("sample-images/digits/7/7_000.png"), images.resolve(
			"7/7_000.png"));
	}

	/** A seven that is told to be one, with the classes in this order. */
	private Path table(final List<String> classes) throws IOException {
		return Files.writeString(folder.resolve("predictions.csv"),
			"file,actual,predicted,confidence," + classes.stream().map(label -> "p_" +
				label).collect(Collectors.joining(",")) + "\n7/7_000.png,7,7,1.0000," +
				classes.stream().map(label -> label.equals("7") ? "1.0000" : "0.0000")
					.collect(Collectors.joining(",")) + "\n");
	}

	private BrowseResults.Result browse(final Path table,
		final Optional<Path> model) throws IOException
	{
		return new BrowseResults(tools, Progress.none()).run(
			new BrowseResults.Request(table, images, PlanePolicy.EACH, "", "",
				model));
	}

	private static List<String> digits(final boolean backwards) {
		return IntStream.range(0, 10).map(i -> backwards ? 9 - i : i).mapToObj(
			Integer::toString).toList();
	}

	private int[] map(final List<String> classes) throws IOException {
		final BrowseResults.Result result = browse(table(classes), Optional.of(
			DIGITS));
		final SampleImage image = result.images().read(0);
		try (MappedPicture map = result.map().orElseThrow()) {
			final BufferedImage drawn = map.over(image, result.images().prediction(0)
				.predicted(), SIDE);
			return drawn.getRGB(0, 0, drawn.getWidth(), drawn.getHeight(), null, 0,
				drawn.getWidth());
		}
	}

	@Test
	void withTheModelThereAreHeatMapsOfTheClassThatTheTableNames()
		throws IOException
	{
		final int[] seven = map(digits(false));
		assertTrue(IntStream.of(seven).anyMatch(color -> (color >> 16 &
			0xff) != (color & 0xff)), "something glows");
		assertArrayEquals(seven, map(digits(true)));
	}

	@Test
	void withoutTheModelThereIsNone() throws IOException {
		assertEquals(Optional.empty(), browse(table(digits(false)), Optional
			.empty()).map());
	}

	@Test
	void aModelOfOtherClassesIsRefused() throws IOException {
		final Path table = table(List.of("7", "eight"));
		final String message = assertThrows(UserFailure.class, () -> browse(table,
			Optional.of(DIGITS))).getMessage();
		assertTrue(message.startsWith(
			"Expected predictions of the model 'digits', which knows the classes"),
			message);
	}
}
