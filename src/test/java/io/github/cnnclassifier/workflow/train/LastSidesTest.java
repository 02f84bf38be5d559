
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.progress.Progress;

/** Images are divided anew only where that could change anything. */
class LastSidesTest {

	@TempDir
	private Path folder;

	private TrainingPreview preview;
	private int divided;
	private UserFailure refusal;
	private final LastSides sides = new LastSides((images, wish) -> {
		divided++;
		if (refusal != null) throw refusal;
		return new TrainingSides(divided, 0, 0, List.of(), "", Optional.empty());
	});

	@BeforeEach
	void look() throws IOException {
		preview = seen();
	}

	private TrainingPreview seen() throws IOException {
		final Path images = folder.resolve("images");
		if (Files.notExists(images)) TestImages.halves(images, 4, 1);
		return new PreviewTraining(new ImageJImageReader(), Progress.none()).run(
			new PreviewTraining.Request(images, PlanePolicy.EACH, CorrectionUse.USE,
				Optional.empty())).preview();
	}

	private SidesWish wish(final Map<String, String> keys, final String model,
		final String... exclude)
	{
		return SidesWish.of(keys, Set.of(exclude), folder.resolve(model));
	}

	private void assertDivided(final int times, final SidesWish wish) {
		sides.of(preview, wish);
		assertEquals(times, divided);
	}

	@Test
	void whoTypesANameDividesNothing() {
		for (final String name : List.of("w", "wb", "wbc.zip"))
			assertDivided(1, wish(Map.of("groups", "auto"), name));
	}

	@Test
	void keysThatDivideOtherwiseDivideAnew() throws IOException {
		assertDivided(1, wish(Map.of(), "a.zip"));
		assertDivided(2, wish(Map.of("seed", "2"), "a.zip"));
		assertDivided(3, wish(Map.of("seed", "2", "groups", "none"), "a.zip"));
		assertDivided(4, wish(Map.of("seed", "2", "groups", "none"), "a.zip",
			"left"));
		assertDivided(5, wish(Map.of("allowLeak", "true"), "a.zip"));
		assertDivided(5, wish(Map.of("allowLeak", "true"), "b.zip"));
		preview = seen();
		assertDivided(6, wish(Map.of("allowLeak", "true"), "b.zip"));
	}

	@Test
	void aModelWhoseSplitIsKeptCountsAsItIsNow() throws IOException {
		assertDivided(1, wish(Map.of(), "a.zip"));
		final Path model = folder.resolve("a.zip");
		Files.writeString(model, "one");
		assertDivided(2, wish(Map.of(), "a.zip"));
		assertDivided(2, wish(Map.of(), "a.zip"));
		Files.setLastModifiedTime(model, FileTime.fromMillis(1_000_000));
		assertDivided(3, wish(Map.of(), "a.zip"));
		Files.delete(model);
		assertDivided(4, wish(Map.of(), "a.zip"));
		final Map<String, String> from = Map.of("splitFrom", folder.resolve(
			"named.zip").toString());
		assertDivided(5, wish(from, "a.zip"));
		Files.writeString(model, "one");
		assertDivided(5, wish(from, "a.zip"));
	}

	@Test
	void aRefusalIsRememberedToo() {
		refusal = new UserFailure("Too few images.");
		for (int i = 0; i < 3; i++)
			assertSame(refusal, assertThrows(UserFailure.class, () -> sides.of(
				preview, wish(Map.of(), "a.zip"))));
		assertEquals(1, divided);
		refusal = null;
		assertDivided(2, wish(Map.of("seed", "2"), "a.zip"));
	}
}
