
package io.github.cnnclassifier.dataset.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

class ImageCacheTest {

	private static final int COUNT = 60;
	private static final int EPOCHS = 3;
	private static final Preprocessing PREPROCESSING = new Preprocessing(5, 4, 2,
		ChannelRule.AS_IS, new IntensityRange(0, 65535));

	@TempDir
	Path folder;

	private final AtomicInteger reads = new AtomicInteger();
	private final List<String> told = Collections.synchronizedList(
		new ArrayList<>());
	private final Progress messages = new Listening(told);

	/** Images of several sizes, so that bytes, shorts and floats are kept. */
	private SampleImage image(final int i) {
		reads.incrementAndGet();
		final SplittableRandom random = new SeedTree(i).random();
		final int width = i % 3 == 0 ? 7 : 5;
		final float[] values = new float[2 * width * 4];
		for (int p = 0; p < values.length; p++)
			values[p] = random.nextInt(i % 3 == 1 ? 256 : 65536);
		return new SampleImage(width, 4, 2, false, 16, Pixels.of(values), null,
			"image " + i);
	}

	private SampleList list(final ImageCache cache) {
		final List<SurveyedSample> samples = new ArrayList<>();
		for (int i = 0; i < COUNT; i++) {
			final int index = i;
			samples.add(new SurveyedSample(new Sample("a", "a/" + i, null,
				() -> image(index)), "hash" + i, 5, 4, 2, false, 16, null, 0, 65535));
		}
		return SampleList.of(samples, UnaryOperator.identity(), List.of("a"),
			PREPROCESSING, cache);
	}

	private ImageCache cache(final long memoryBytes) {
		return ImageCache.open(memoryBytes, folder, messages);
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	/** All inputs, several times, are what reading each file gives. */
	private void assertRight(final SampleList list) throws IOException {
		for (int epoch = 0; epoch < EPOCHS; epoch++) {
			for (int i = 0; i < COUNT; i++)
				assertArrayEquals(PREPROCESSING.apply(image(i)), list.input(i));
		}
		reads.addAndGet(-EPOCHS * COUNT);
	}

	@Test
	void diskAndMemoryAndReadingGiveTheSameBits() throws IOException {
		final int some = 30 * 250;
		for (final long memory : new long[] { 0, some, 1 << 20 }) {
			reads.set(0);
			try (ImageCache cache = cache(memory)) {
				assertRight(list(cache));
				assertEquals(memory < 1 << 20, cache.bytesOnDisk() > 0);
			}
			assertEquals(COUNT, reads.get());
		}
		reads.set(0);
		assertRight(list(ImageCache.inMemory(0)));
		assertEquals(EPOCHS * COUNT, reads.get());
	}

	@Test
	void manyThreadsGetTheSameInputs() {
		try (ImageCache cache = cache(10 * 250)) {
			final SampleList list = list(cache);
			IntStream.range(0, 50 * COUNT).parallel().forEach(k -> {
				try {
					assertArrayEquals(PREPROCESSING.apply(image(k % COUNT)), list.input(
						k % COUNT));
				}
				catch (final IOException e) {
					throw new AssertionError(e);
				}
			});
		}
	}

	@Test
	void theFileIsMadeWhenItIsNeededAndGoneInTheEnd() throws IOException {
		final SampleList list;
		try (ImageCache cache = cache(1 << 20)) {
			assertRight(list(cache));
			assertEquals(List.of(), files());
			assertEquals(Optional.empty(), cache.notice());
		}
		try (ImageCache cache = cache(0)) {
			list = list(cache);
			assertRight(list);
			assertEquals(1, files().size());
			assertEquals(cache.bytesOnDisk(), Files.size(files().get(0)));
			final String notice = cache.notice().orElseThrow();
			assertEquals("0.0 MB of resized images are kept in '" + files().get(0) +
				"' until the run ends.", notice);
			assertEquals(Optional.empty(), cache.notice());
		}
		assertEquals(List.of(), files());
		assertRight(list);
		assertEquals(List.of(), files());
		told("are kept in '" + folder + "' until the run ends.");
	}

	@Test
	void whatAKilledRunHasLeftIsRemoved() throws IOException {
		Files.write(folder.resolve("cnn-classifier-images-123.scratch"),
			new byte[3 << 19]);
		cache(0).close();
		assertEquals(List.of(), files());
		told("Removed the resized images that a killed run had left in '" + folder +
			"', 1.5 MB.");
	}

	@Test
	void twoRunsAtOnceLeaveEachOtherAlone() throws IOException {
		try (ImageCache first = cache(0)) {
			final SampleList list = list(first);
			assertRight(list);
			try (ImageCache second = cache(0)) {
				assertRight(list(second));
				assertEquals(2, files().size());
			}
			reads.set(0);
			assertRight(list);
			assertEquals(0, reads.get());
		}
	}

	@Test
	void aNearlyFullDiskIsToldOnceAndLeftAlone() throws IOException {
		try (ImageCache cache = ImageCache.open(0, folder, Long.MAX_VALUE,
			messages))
		{
			assertRight(list(cache));
			assertEquals(EPOCHS * COUNT, reads.get());
			assertEquals(List.of(), files());
		}
		told("is nearly full, so no resized images are kept there. The " +
			"others are read from their own files");
	}

	@Test
	void aFolderThatVanishesIsToldOnce() throws IOException {
		final Path gone = Files.createDirectory(folder.resolve("gone"));
		try (ImageCache cache = ImageCache.open(0, gone, messages)) {
			Files.delete(gone);
			assertRight(list(cache));
		}
		told("The file for resized images in '" + gone + "' cannot be ");
	}

	@Test
	void aFileThatCannotBeReadIsToldOnceAndGivenUp() throws IOException {
		try (ImageCache cache = cache(0)) {
			final SampleList list = list(cache);
			assertRight(list);
			try (RandomAccessFile file = new RandomAccessFile(files().get(0).toFile(),
				"rw"))
			{
				file.setLength(100);
			}
			assertRight(list);
			assertEquals(List.of(), files());
			assertEquals(0, cache.bytesOnDisk());
		}
		assertEquals(2, told.size());
		assertTrue(told.get(1).contains("cannot be read"), told.toString());
	}

	@Test
	void aFolderThatIsNoneIsRefused() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "");
		assertTrue(assertThrows(UserFailure.class, () -> ImageCache.open(0, file,
			messages)).getMessage().startsWith("Expected a folder to write to"));
		final Path missing = folder.resolve("missing");
		assertTrue(assertThrows(UserFailure.class, () -> ImageCache.open(0, missing,
			messages)).getMessage().startsWith(
				"Expected cacheFolder to be an existing folder, but '" + missing +
					"' does not exist."));
		assertFalse(Files.exists(missing));
	}

	/** There was one message with this text. */
	private void told(final String text) {
		assertEquals(1, told.size(), told.toString());
		assertTrue(told.get(0).contains(text), told.get(0));
	}
}
