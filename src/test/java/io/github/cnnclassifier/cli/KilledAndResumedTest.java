
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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.progress.Progress;

/**
 * Trainings in processes of their own are killed at random moments and gone on
 * with until they end. {@code -Dresume.moments=20} kills as often.
 */
@Timeout(900)
class KilledAndResumedTest {

	private static final int MOMENTS = 2;
	private static final String EPOCHS = "60";
	private static final int MOST_EPOCHS = 6;
	private static final int LONGEST_MILLIS = 200;

	@TempDir
	Path folder;

	private final Random random = new Random();
	private final List<String> words = new ArrayList<>();
	private Path images;
	private Path model;
	private Path file;

	@BeforeEach
	void prepare() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 40, 1);
		model = folder.resolve("model.zip");
		file = folder.resolve("model.resume");
	}

	private String[] train(final Path target, final String... more) {
		words.clear();
		words.addAll(List.of("train", "images=" + images, "model=" + target,
			"network=tiny", "epochs=" + EPOCHS, "batchSize=4", "exact=true",
			"augmentation=light", "overwrite=true"));
		words.addAll(List.of(more));
		return words.toArray(String[]::new);
	}

	/**
	 * Kills so many trainings, each at another moment, and goes on with what they
	 * leave; the last one may end.
	 */
	private void killAndGoOn(final int moments, final String... more)
		throws Exception
	{
		final Path log = folder.resolve("log");
		int killed = 0;
		// killed before the images were read, nothing is left
		while (killed < moments || Files.exists(file) || !Files.exists(model)) {
			final boolean goesOn = Files.exists(file);
			final Process process = ChildProcess.of(goesOn ? new String[] { "resume",
				"model=" + model } : train(model, more)).redirectErrorStream(true)
				.redirectOutput(log.toFile()).start();
			if (killed < moments) {
				awaitEpochs(process, log);
				TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
				process.destroyForcibly();
				if (process.waitFor() != 0) killed++;
			}
			else assertEquals(0, process.waitFor(), Files.readString(log));
			assertFalse(Files.readString(log).contains("\tat "), Files.readString(
				log));
		}
	}

	/** Some moments are before the first epoch, most behind some of them. */
	private void awaitEpochs(final Process process, final Path log)
		throws Exception
	{
		final int epochs = random.nextInt(MOST_EPOCHS + 1);
		while (epochs > 0 && process.isAlive() && Files.readString(log).lines()
			.filter(line -> line.startsWith("epoch ")).count() < epochs)
			TimeUnit.MILLISECONDS.sleep(10);
	}

	private void becomesTheSame(final String... more) throws Exception {
		final Path whole = folder.resolve("whole.zip");
		CommandLineRun.of(train(whole, more)).endsWith(0);
		killAndGoOn(Integer.getInteger("resume.moments", MOMENTS), more);
		final SavedClassifier expected = read(whole);
		final SavedClassifier found = read(model);
		assertEquals(expected.description().training().history(), found
			.description().training().history());
		for (final Tensor tensor : expected.weights().tensors())
			assertArrayEquals(tensor.data(), found.weights().get(tensor.name())
				.data(), 0, tensor.name());
		CommandLineRun.of("resume", "model=" + model).refuses(1,
			"nothing to resume", "has ended");
		try (Stream<Path> left = Files.list(folder)) {
			assertTrue(left.noneMatch(f -> f.toString().endsWith(".part") || f
				.toString().endsWith(".resume")));
		}
	}

	private static SavedClassifier read(final Path file) {
		return ModelArchive.read(file, CnnClassifier.tools(Progress.none())
			.engine());
	}

	@Test
	void fromRandomWeights() throws Exception {
		becomesTheSame("start=scratch");
	}

	@Test
	void withTheSecondRunOnAllImages() throws Exception {
		becomesTheSame("start=scratch", "learnFrom=all");
	}

	@Test
	void withAHeadStart() throws Exception {
		final Path parent = folder.resolve("parent.zip");
		CommandLineRun.train(images, parent, "start=scratch", "epochs=2").endsWith(
			0);
		becomesTheSame("start=" + parent, "unfreeze=all");
	}
}
