
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.training.KeptEpoch;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.training.TrainingState;

/** What is kept of a training comes back, or is refused. */
class ResumeFileTest {

	private static final int CHECK_SUM = 8;
	private static final int VERSION_AT = 35;
	private static final NetworkSpec SPEC = new NetworkSpec(Presets.named("tiny"),
		new InputShape(1, 8, 8), 2);

	@TempDir
	Path folder;

	private final Random random = new Random(1);
	private Path file;

	@BeforeEach
	void prepare() {
		file = folder.resolve("cells.resume");
	}

	private Weights weights() {
		return RandomWeights.of(SPEC, random.nextLong());
	}

	/** Of the weights that learn. */
	private Weights moments() {
		return new Weights(weights().tensors().stream().filter(
			tensor -> !new ParameterShape(tensor.name(), tensor.shape()).isRunning())
			.toList());
	}

	private KeptTraining training(final Optional<Weights> best) {
		final List<EpochFigures> history = List.of(new EpochFigures(1, 0.1,
			Double.NaN, Double.NaN, 0.002), new EpochFigures(2, 1 / 3.0, 0.7, 0.5,
				1e-5));
		final Map<String, Weights> moments = new LinkedHashMap<>();
		moments.put("mean", moments());
		moments.put("square", moments());
		final TrainingState state = new TrainingState(new TrainingSettings(50, 4,
			0.01, Augmentation.LIGHT, true, Long.MIN_VALUE).resolved(12),
			new NetworkState(weights(), moments, 12, -5L), weights(), 12,
			new TrainingState.Best(best.isPresent() ? 2 : 0, best.isPresent() ? 1 /
				3.0 : Double.POSITIVE_INFINITY, best), history);
		return new KeptTraining(Map.of("images", "/data/\u00e4 \"b\"\n", "seed",
			"1"), new KeptTraining.Images("abc", Map.of("training", List.of("v1-a",
				"v1-b"), "test", List.of()), List.of("v1-c"), "none"), Optional.of(
					new KeptTraining.FirstRun("0123456789abcdef", new TrainingResult(
						StopReason.NO_IMPROVEMENT, new KeptEpoch(2, "the best one"),
						history))), Optional.of(new KeptTraining.Run(SPEC, state)));
	}

	private static void assertSame(final Weights expected, final Weights found) {
		assertEquals(expected.tensors().stream().map(Tensor::name).toList(), found
			.tensors().stream().map(Tensor::name).toList());
		for (final Tensor tensor : expected.tensors())
			assertArrayEquals(tensor.data(), found.get(tensor.name()).data(), 0);
	}

	@Test
	void aTrainingComesBackAsItWas() throws IOException {
		final KeptTraining training = training(Optional.of(weights()));
		ResumeFile.write(file, training);
		final KeptTraining read = ResumeFile.read(file);
		assertEquals(training.request(), read.request());
		assertEquals(training.images(), read.images());
		assertEquals(training.first(), read.first());
		final KeptTraining.Run run = read.run().get();
		assertEquals(SPEC, run.spec());
		final TrainingState expected = training.run().get().state();
		final TrainingState found = run.state();
		assertEquals(expected.settings(), found.settings());
		assertEquals(expected.history(), found.history());
		assertEquals(expected.network().steps(), found.network().steps());
		assertEquals(expected.network().dropoutSeed(), found.network()
			.dropoutSeed());
		assertEquals(expected.best().epoch(), found.best().epoch());
		assertEquals(expected.best().measure(), found.best().measure());
		assertSame(expected.network().weights(), found.network().weights());
		expected.network().moments().forEach((name, moments) -> assertSame(moments,
			found.network().moments().get(name)));
		assertSame(expected.mean(), found.mean());
		assertSame(expected.best().weights().get(), found.best().weights().get());
	}

	@Test
	void soDoesOneWithoutABestEpoch() throws IOException {
		ResumeFile.write(file, training(Optional.empty()));
		final TrainingState.Best best = ResumeFile.read(file).run().get().state()
			.best();
		assertEquals(new TrainingState.Best(0, Double.POSITIVE_INFINITY, Optional
			.empty()), best);
	}

	@Test
	void soDoesOneThatHasNotBegun() throws IOException {
		final KeptTraining all = training(Optional.empty());
		final KeptTraining begun = new KeptTraining(all.request(), all.images(),
			Optional.empty(), Optional.empty());
		ResumeFile.write(file, begun);
		assertEquals(begun, ResumeFile.read(file));
	}

	@Test
	void theFileStandsBesideTheModelAndHasItsName() {
		assertEquals(Path.of("a/b.resume"), ResumeFile.of(Path.of("a/b.zip")));
		assertEquals(Path.of("b.c.resume"), ResumeFile.of(Path.of("b.c.ZIP")));
		assertEquals(Path.of("b.model.resume"), ResumeFile.of(Path.of("b.model")));
		assertEquals(Path.of("a/b.zip"), ResumeFile.modelOf(Path.of("a/b.resume")));
		assertEquals(Path.of("a/b.zip"), ResumeFile.modelOf(Path.of("a/b.zip")));
	}

	private String refusal() {
		return assertThrows(UserFailure.class, () -> ResumeFile.read(file))
			.getMessage();
	}

	@Test
	void whatIsNoSuchFileIsRefused() throws IOException {
		Files.writeString(file, "a text that is longer than the first line of one");
		assertEquals("Cannot resume from '" + file + "'. It is no training to " +
			"resume. Choose the file beside the model, which ends with .resume.",
			refusal());
		Files.delete(file);
		assertTrue(refusal().contains("cannot be read"), refusal());
	}

	/** Every single changed byte, and every length that it may be cut off at. */
	@Test
	void whatAccidentsDoIsNoticed() throws IOException {
		ResumeFile.write(file, training(Optional.of(weights())));
		final byte[] whole = Files.readAllBytes(file);
		for (int i = 0; i < whole.length; i += 1 + whole.length / 300) {
			final byte[] changed = whole.clone();
			changed[i] ^= 1 << random.nextInt(8);
			Files.write(file, changed);
			refusal();
			Files.write(file, Arrays.copyOf(whole, i));
			refusal();
		}
		Files.write(file, Arrays.copyOf(whole, whole.length + 1));
		assertEquals("Cannot resume from '" + file +
			"'. It is damaged or was cut " + "off. Train anew, with overwrite=true.",
			refusal());
	}

	/** Puts the check sum right, as a stranger would. */
	private void write(final byte[] content) throws IOException {
		final CRC32 sum = new CRC32();
		sum.update(content, 0, content.length - CHECK_SUM);
		ByteBuffer.wrap(content).putLong(content.length - CHECK_SUM, sum
			.getValue());
		Files.write(file, content);
	}

	/** Is read, or refused by an error for the user; nothing else happens. */
	@Test
	void whatStrangersDoIsRefusedOrRead() throws IOException {
		ResumeFile.write(file, training(Optional.of(weights())));
		final byte[] whole = Files.readAllBytes(file);
		final int json = new String(whole, StandardCharsets.ISO_8859_1).indexOf(
			"bestMeasure") + 400;
		for (int i = 0; i < 3000; i++) {
			final byte[] changed = whole.clone();
			for (int n = 1 + random.nextInt(3); n > 0; n--)
				changed[VERSION_AT + random.nextInt(json)] = (byte) (random
					.nextBoolean() ? random.nextInt(256) : "0123456789{}[]\",:-".charAt(
						random.nextInt(18)));
			write(changed);
			try {
				ResumeFile.read(file);
			}
			catch (final UserFailure e) {
				assertTrue(e.getMessage().startsWith("Cannot resume from '"), e
					.getMessage());
			}
		}
	}

	@Test
	void aFileOfANewerVersionSaysSo() throws IOException {
		ResumeFile.write(file, training(Optional.empty()));
		final byte[] whole = Files.readAllBytes(file);
		ByteBuffer.wrap(whole).putInt(VERSION_AT, 2);
		write(whole);
		assertEquals("Cannot resume from '" + file + "'. It has format 2; this " +
			"version of CNN Classifier reads up to 1. Update CNN Classifier.",
			refusal());
	}

	@Test
	void aLengthThatTheFileHasNotIsNotAllocated() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final DataOutputStream out = new DataOutputStream(bytes);
		out.writeBytes("CNN Classifier, training to resume\n");
		out.writeInt(1);
		out.writeInt(Integer.MAX_VALUE);
		out.writeLong(0);
		write(bytes.toByteArray());
		assertTrue(refusal().contains("damaged or was cut off"), refusal());
	}

	@Test
	void aNetworkThatIsLargerThanTheFileIsNotAllocated() throws IOException {
		ResumeFile.write(file, training(Optional.empty()));
		final String text = new String(Files.readAllBytes(file),
			StandardCharsets.ISO_8859_1).replace("\"classes\":2", "\"classes\":9");
		write(text.getBytes(StandardCharsets.ISO_8859_1));
		assertTrue(refusal().contains("bytes of weights where"), refusal());
	}

	@Test
	void anImageOnTwoSidesIsRefused() throws IOException {
		final KeptTraining all = training(Optional.empty());
		ResumeFile.write(file, new KeptTraining(all.request(),
			new KeptTraining.Images("a", Map.of("training", List.of("v1-a"), "test",
				List.of("v1-a")), List.of(), "none"), all.first(), all.run()));
		assertTrue(refusal().contains("damaged"), refusal());
	}
}
