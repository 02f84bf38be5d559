
package io.github.cnnclassifier.engine.dl4j;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Predicts a batch: a large one in parts, each on a thread of its own from the
 * first layer to the last. So threads wait for each other once and not after
 * each operation. A small batch goes through as a whole, each operation on all
 * threads.
 */
final class PredictingRuns implements AutoCloseable {

	/** Samples; below, the fixed cost of the operations outweighs the gain. */
	private static final int SMALLEST_PART = 8;
	private static final ThreadCount ONE = ThreadCount.of(1);

	private final ThreadCount nativeThreads;
	private final FastRuns whole;
	private final List<FastRuns> parts = new ArrayList<>();
	private final ExecutorService workers;

	/**
	 * @param threads for computing
	 * @param nativeThreads of them for the operations of a small batch
	 * @param maker makes the run for a batch size and a number of threads
	 */
	PredictingRuns(final ThreadCount threads, final ThreadCount nativeThreads,
		final Maker maker)
	{
		this.nativeThreads = nativeThreads;
		whole = new FastRuns(count -> maker.make(count, threads.count()));
		for (int i = 0; i < threads.count(); i++)
			parts.add(new FastRuns(count -> maker.make(count, 1)));
		workers = Executors.newFixedThreadPool(threads.count(), task -> {
			final Thread thread = new Thread(task, "CNN prediction");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** Makes a run for a batch size and a number of threads. */
	interface Maker {

		FastRun make(int count, int threads);
	}

	/** What is asked of a run. */
	interface Question {

		/** @return rows for the samples of the run, the first of them given */
		float[] ask(FastRun run, int from);
	}

	/**
	 * @param count samples of the batch
	 * @param question whose answers are put in a row
	 * @return one row per sample
	 */
	float[] run(final int count, final Question question) {
		if (parts.size() == 1 || count < SMALLEST_PART * parts.size()) {
			nativeThreads.use();
			return question.ask(whole.of(count), 0);
		}
		final List<CompletableFuture<float[]>> results = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			final FastRuns runs = parts.get(i);
			final int from = start(i, count);
			final int size = start(i + 1, count) - from;
			results.add(CompletableFuture.supplyAsync(() -> {
				ONE.use();
				return question.ask(runs.of(size), from);
			}, workers));
		}
		return joined(results);
	}

	private int start(final int part, final int count) {
		return (int) ((long) count * part / parts.size());
	}

	/** Waits for all, even after a failure, as they use the caller's array. */
	private static float[] joined(
		final List<CompletableFuture<float[]>> results)
	{
		try {
			CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).join();
		}
		catch (final CompletionException e) {
			if (e.getCause() instanceof final RuntimeException r) throw r;
			if (e.getCause() instanceof final Error error) throw error;
			throw e;
		}
		final FloatBuffer all = FloatBuffer.allocate(results.stream().mapToInt(
			r -> r.join().length).sum());
		results.forEach(r -> all.put(r.join()));
		return all.array();
	}

	/** Frees the arrays of all batch sizes; they are made again when needed. */
	void release() {
		whole.close();
		parts.forEach(FastRuns::close);
	}

	@Override
	public void close() {
		workers.shutdown();
		release();
	}
}
