
package io.github.cnnclassifier.workflow.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;

/** From a table of predictions to a list of labels that are worth a look. */
class FindWrongLabelsTest {

	private static final String HEADER =
		"file,group,repeat,fold,actual,predicted,confidence,p_left,p_right,correct,error\n";

	@TempDir
	private Path folder;

	private Path table;
	private Path images;
	private Path output;
	private final List<String> told = new ArrayList<>();

	/** Of 20 images each, the fourth of the left ones is a right one. */
	@BeforeEach
	void predict() throws IOException {
		final StringBuilder text = new StringBuilder(HEADER);
		for (final String label : List.of("left", "right"))
			for (int i = 0; i < 20; i++) {
				final boolean left = label.equals("left") && i != 3;
				text.append("%s/%03d.png,,1,%d,%s,%s,0.9900,%s,%s,,\n".formatted(label,
					i, 1 + i % 5, label, left ? "left" : "right", left ? "0.9900"
						: "0.0100", left ? "0.0100" : "0.9900"));
			}
		table = Files.writeString(folder.resolve("predictions.csv"), text);
		images = folder.resolve("images");
		output = folder.resolve("output");
	}

	private FindWrongLabels.Result run(final Optional<Path> pictures)
		throws IOException
	{
		return new FindWrongLabels(new ImageJImageReader(), new Listening(told))
			.run(new FindWrongLabels.Request(table, pictures, output, false));
	}

	@Test
	void theListHasTheImageAndWhatItMayBe() throws IOException {
		final FindWrongLabels.Result result = run(Optional.empty());
		assertEquals(40, result.images());
		assertEquals(1, result.found().size());
		final List<String> lines = Files.readAllLines(output.resolve(
			"likely_wrong.csv"));
		assertEquals("rank,file,group,given,suggested,score", lines.get(0));
		assertTrue(lines.get(1).matches("1,left/003.png,,left,right,0\\.\\d{4}"),
			lines.get(1));
		final String page = Files.readString(output.resolve("likely_wrong.html"));
		assertTrue(page.contains("1 label, the likeliest"), page);
		assertFalse(page.contains("<img"));
		assertEquals(List.of(), told);
		assertThrows(ExistingFile.class, () -> run(Optional.empty()));
	}

	@Test
	void whereTheImageOfALabelIsIsKnownIfTheImagesAre() throws IOException {
		TestImages.halves(images, 20, 1);
		assertEquals(images.resolve("left/003.png"), run(Optional.of(images))
			.places().get("left/003.png").file());
		output = folder.resolve("without images");
		assertEquals(java.util.Map.of(), run(Optional.empty()).places());
	}

	@Test
	void thePageShowsThePicturesOfTheImages() throws IOException {
		TestImages.halves(images, 20, 1);
		run(Optional.of(images));
		final String page = Files.readString(output.resolve("likely_wrong.html"));
		assertTrue(page.contains("alt=\"left/003.png\" src=\"data:image/png"),
			page);
		assertEquals(List.of(), told);
	}

	@Test
	void whoStopsThePicturesKeepsTheList() throws IOException {
		TestImages.halves(images, 20, 1);
		assertThrows(CanceledException.class, () -> new FindWrongLabels(
			new ImageJImageReader(), new CancelWhen(() -> true)).run(
				new FindWrongLabels.Request(table, Optional.of(images), output,
					false)));
		assertEquals(2, Files.readAllLines(output.resolve("likely_wrong.csv"))
			.size());
		final String page = Files.readString(output.resolve("likely_wrong.html"));
		assertTrue(page.contains("left/003.png"), page);
		assertTrue(page.contains("The run was stopped while pictures"), page);
	}

	@Test
	void imagesThatAreNotThereAreTold() throws IOException {
		TestImages.halves(images, 2, 1);
		run(Optional.of(images));
		assertTrue(told.get(0).startsWith("Of 1 images there is no picture: '"),
			told.toString());
	}

	@Test
	void aTableWithoutFoldsIsDoubtful() throws IOException {
		Files.writeString(table, Files.readString(table).replace(
			"file,group,repeat,fold,", "file,group,repeat,part,"));
		run(Optional.empty());
		assertTrue(told.get(0).contains("is not of a cross-validation"), told
			.toString());
	}

	@Test
	void theTableItselfIsNeverReplaced() throws IOException {
		output = folder;
		Files.move(table, table.resolveSibling("likely_wrong.csv"));
		table = table.resolveSibling("likely_wrong.csv");
		assertThrows(WrongUsage.class, () -> run(Optional.empty()));
	}
}
