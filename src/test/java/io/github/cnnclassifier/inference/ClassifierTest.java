
package io.github.cnnclassifier.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;

class ClassifierTest {

	/** Tells the only input value as the first probability. */
	private static final class Echo implements Network {

		private final List<Integer> batches = new ArrayList<>();
		private final AtomicInteger inside = new AtomicInteger();
		private final AtomicInteger overlaps = new AtomicInteger();
		private final AtomicInteger closed = new AtomicInteger();
		private int room = Integer.MAX_VALUE;

		@Override
		public float[] predict(final float[] inputs, final int count) {
			if (count > room) throw new OutOfMemoryError("std::bad_alloc");
			if (inside.incrementAndGet() > 1) overlaps.incrementAndGet();
			batches.add(count);
			final float[] probabilities = new float[2 * count];
			for (int i = 0; i < count; i++) {
				probabilities[2 * i] = inputs[i];
				probabilities[2 * i + 1] = 1 - inputs[i];
			}
			inside.decrementAndGet();
			return probabilities;
		}

		@Override
		public float[] features(final float[] inputs, final int count) {
			throw new UnsupportedOperationException("a fake has no layers");
		}

		@Override
		public void close() {
			closed.incrementAndGet();
		}
	}

	private static final class Rows implements ResultSink {

		private final List<String> rows = new ArrayList<>();
		private final IntConsumer afterRow;

		Rows(final IntConsumer afterRow) {
			this.afterRow = afterRow;
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction)
		{
			rows.add(index + " " + name + " " + Math.round(1000 * prediction
				.probabilities()[0]));
			afterRow.accept(rows.size());
		}

		@Override
		public void failed(final int index, final String name,
			final String reason)
		{
			rows.add(index + " " + name + " " + reason);
		}
	}

	/** Throws what the input cannot be read for. */
	@FunctionalInterface
	private interface Reading {

		float read(int i) throws IOException;
	}

	private final Echo network = new Echo();

	private static List<InputSource> sources(final int count,
		final Reading reading)
	{
		return IntStream.range(0, count).<InputSource> mapToObj(
			i -> new InputSource()
			{

				@Override
				public String name() {
					return "image" + i;
				}

				@Override
				public float[] input(final Preprocessing preprocessing)
					throws IOException
			{
					return new float[] { reading.read(i) };
				}
			}).toList();
	}

	private static final Preprocessing PLAIN = new Preprocessing(1, 1, 1,
		ChannelRule.GRAY, new IntensityRange(0, 1000));

	private Classifier classifier() {
		return new Classifier(new ClassLabels(List.of("a", "b")), PLAIN, network,
			64, null);
	}

	@Test
	void aFullMemoryMakesBatchesSmallerAndTheRunGoesOn() throws IOException {
		final List<InputSource> sources = sources(100, i -> i / 1000f);
		final List<String> expected = run(sources);
		network.batches.clear();
		network.room = 20;
		final List<String> told = new ArrayList<>();
		final Rows rows = new Rows(row -> {});
		classifier().classify(sources, rows, new Listening(told));
		assertEquals(expected, rows.rows);
		assertEquals(List.of(16, 16, 16, 16, 16, 16, 4), network.batches);
		assertEquals(2, told.size(), told.toString());
		network.room = 0;
		assertTrue(assertThrows(UserFailure.class, () -> run(sources)).getMessage()
			.startsWith("The memory is full"));
	}

	private List<String> run(final List<InputSource> sources) throws IOException {
		final Rows rows = new Rows(row -> {});
		classifier().classify(sources, rows, Progress.none());
		return rows.rows;
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 63, 64, 65, 200 })
	void resultsComeInTheOrderOfTheSources(final int count) throws IOException {
		assertEquals(IntStream.range(0, count).mapToObj(i -> i + " image" + i +
			" " + i).toList(), run(sources(count, i -> i / 1000f)));
		assertTrue(network.batches.stream().allMatch(n -> n <= 64));
	}

	@Test
	void aSourceThatFailsIsARowWithAReason() throws IOException {
		assertEquals(List.of("0 image0 0", "1 image1 broken", "2 image2 too dark",
			"3 image3 It cannot be read.", "4 image4 4"), run(sources(5, i -> {
				if (i == 1) throw new IOException("broken");
				if (i == 2) throw new UserFailure("too dark");
				if (i == 3) throw new EOFException();
				return i / 1000f;
			})));
		assertEquals(List.of(2), network.batches);
	}

	@Test
	void aDefectAndFullMemoryEndOneRowAndNotTheTable() throws IOException {
		final List<String> rows = run(sources(4, i -> {
			if (i == 0) throw new IllegalStateException("a defect");
			if (i == 1) return new long[Integer.MAX_VALUE].length;
			if (i == 2) return endless(i);
			return 0.5f;
		}));
		assertEquals(4, rows.size());
		assertTrue(rows.get(0).contains("fault of the program"), rows.get(0));
		assertTrue(rows.get(1).contains("too large for Java's memory"), rows.get(
			1));
		assertTrue(rows.get(2).contains("StackOverflowError"), rows.get(2));
		assertEquals("3 image3 500", rows.get(3));
	}

	private static float endless(final int i) {
		return endless(i + 1) + 1;
	}

	private static SampleImage pixel(final float value) {
		return new SampleImage(1, 1, 1, false, 16, Pixels.of(new float[] { value }),
			null, "pixel");
	}

	private static List<Integer> perThousand(final Classifier classifier,
		final int count) throws IOException
	{
		final AllPredictions all = new AllPredictions();
		classifier.classify(new ImageSources(count, i -> pixel(i)), all, Progress
			.none());
		return all.predictions().stream().map(p -> Math.round(1000 * p
			.probabilities()[0])).toList();
	}

	@Test
	void imagesArePreprocessedAsTheClassifierSays() throws IOException {
		assertEquals(List.of(0, 1, 2), perThousand(classifier(), 3));
		assertEquals(List.of(0, 10, 20), perThousand(classifier().with(PLAIN
			.withInputRange(new IntensityRange(0, 100))), 3));
	}

	@Test
	void aRunThatNeedsAllEndsAtTheFirstSampleWithoutAPrediction() {
		final AllPredictions all = new AllPredictions();
		assertEquals("image 70", assertThrows(UserFailure.class, () -> classifier()
			.classify(sources(200, i -> {
				if (i == 70 || i == 68 + 64) throw new IOException("image " + i);
				return i / 1000f;
			}), all, Progress.none())).getMessage());
		assertEquals(70, all.predictions().size());
	}

	@Test
	void threadsShareAClassifierOneBatchAfterTheOther() throws Exception {
		final List<Integer> expected = IntStream.range(0, 200).boxed().toList();
		try (Classifier shared = classifier()) {
			final List<Callable<List<Integer>>> asks = List.of(() -> perThousand(
				shared, 200), () -> perThousand(shared.with(PLAIN), 200),
				() -> perThousand(shared, 200));
			final ExecutorService threads = Executors.newFixedThreadPool(3);
			for (final Future<List<Integer>> answer : threads.invokeAll(asks))
				assertEquals(expected, answer.get());
			threads.shutdown();
		}
		assertEquals(0, network.overlaps.get());
		assertEquals(1, network.closed.get());
	}

	@Test
	void afterClosingThereIsNoAnswerForAnyWhoShareTheNetwork() throws Exception {
		final Classifier first = classifier();
		final Classifier second = first.with(PLAIN);
		second.close();
		first.close();
		assertEquals(1, network.closed.get());
		assertThrows(IllegalStateException.class, () -> perThousand(first, 1));
		assertThrows(IllegalStateException.class, () -> perThousand(second, 1));
		assertEquals(List.of(), perThousand(first, 0));
	}

	@Test
	void cancelingKeepsTheFinishedResults() {
		final boolean[] canceled = { false };
		final Progress progress = new CancelWhen(() -> canceled[0]);
		final Rows rows = new Rows(row -> canceled[0] = row >= 64);
		assertThrows(CanceledException.class, () -> classifier().classify(sources(
			500, i -> 0), rows, progress));
		assertTrue(rows.rows.size() >= 64 && rows.rows.size() < 500, rows.rows
			.toString());
		assertEquals(IntStream.range(0, rows.rows.size()).mapToObj(i -> i +
			" image" + i + " 0").toList(), rows.rows);
	}
}
