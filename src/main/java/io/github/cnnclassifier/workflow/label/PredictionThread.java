
package io.github.cnnclassifier.workflow.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Predicts, proposes and forecasts on a thread of its own, always for the
 * newest labels: what was asked for meanwhile is done once. Thread-safe.
 */
final class PredictionThread {

	/** A forecast takes longer than a prediction, and changes slowly. */
	private static final double GROWTH = 1.1;

	/** Waits until what was asked for with a number is known. */
	private record Waiter(long number, CompletableFuture<Void> done) {
	}

	private final List<Crop> crops;
	private final LabelBook book;
	private final CropImages images;
	private final SeedTree seed;
	private final Runnable changed;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(
		work -> {
			final Thread predicting = new Thread(work,
				"CNN Classifier, predicts crops");
			predicting.setDaemon(true);
			return predicting;
		});
	private final List<Waiter> waiters = new ArrayList<>();
	private volatile Findings findings = Findings.NOTHING;
	/** How often it was asked for, and answered; guarded by this. */
	private long asked;
	private long answered;
	private boolean closed;
	/** The last features that were looked at; used on the thread only. */
	private float[][] seen;
	private int[] forecastLabels = {};

	/** @param changed called on the thread when there is something new */
	PredictionThread(final List<Crop> crops, final LabelBook book,
		final CropImages images, final SeedTree seed, final Runnable changed)
	{
		this.crops = crops;
		this.book = book;
		this.images = images;
		this.seed = seed;
		this.changed = changed;
	}

	Findings findings() {
		return findings;
	}

	/** @param features by crop, as they are when their turn comes */
	synchronized void begin(final Supplier<float[][]> features) {
		if (closed) return;
		asked++;
		thread.execute(() -> predict(features));
	}

	synchronized CompletableFuture<Void> settled() {
		final CompletableFuture<Void> done = new CompletableFuture<>();
		if (answered >= asked || closed) done.complete(null);
		else waiters.add(new Waiter(asked, done));
		return done;
	}

	private void predict(final Supplier<float[][]> features) {
		final long number;
		synchronized (this) {
			// an earlier turn has answered it, or a later one will not come
			if (answered >= asked || closed) return;
			number = asked;
		}
		final int[] labels = book.labels();
		final FeatureSpace space;
		try {
			space = space(features.get());
			if (space != null) find(space, labels);
		}
		finally {
			answer(number);
		}
		changed.run();
		if (space != null) forecast(space, labels, number);
	}

	private void find(final FeatureSpace space, final int[] labels) {
		final Predicted predicted = Predicted.of(space, labels, findings
			.predicted());
		findings = new Findings(space, predicted, Suggestions.of(space, predicted,
			i -> book.isOpen(i) && images.problem(i).isEmpty(), Predicted.labeled(
				space, labels)), findings.forecast());
	}

	/** The former one, unless there are new features. */
	private FeatureSpace space(final float[][] features) {
		final long count = Arrays.stream(features).filter(row -> row != null)
			.count();
		if (count == 0) return null;
		final boolean same = seen != null && count == Arrays.stream(seen).filter(
			row -> row != null).count();
		if (same) return findings.space();
		seen = features;
		return FeatureSpace.of(features, seed);
	}

	private void answer(final long number) {
		final List<Waiter> done = new ArrayList<>();
		synchronized (this) {
			answered = Math.max(answered, number);
			waiters.removeIf(waiter -> waiter.number() <= answered && done.add(
				waiter));
		}
		done.forEach(waiter -> waiter.done().complete(null));
	}

	private void forecast(final FeatureSpace space, final int[] labels,
		final long number)
	{
		if (!isWorthwhile(labels)) return;
		final Optional<LabelForecast> forecast = new LabelForecasts(space, labels,
			crops, book::nameOf, () -> isStale(number)).forecast(seed.child(
				"forecast"));
		if (forecast.isEmpty()) return;
		forecastLabels = labels;
		findings = findings.with(forecast.get());
		changed.run();
	}

	/** When labels were taken back or changed, or a tenth has come. */
	private boolean isWorthwhile(final int[] labels) {
		if (forecastLabels.length == 0) return true;
		// nothing was told, or not of all classes: a single label may change that
		if (Double.isNaN(findings.forecast().accuracy()) || !Arrays.equals(
			LabelForecasts.single(labels), LabelForecasts.single(forecastLabels)))
			return true;
		int before = 0;
		int now = 0;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] != LabelBook.NONE) now++;
			if (forecastLabels[i] == LabelBook.NONE) continue;
			before++;
			if (labels[i] != forecastLabels[i]) return true;
		}
		return now >= GROWTH * before && now > before;
	}

	private synchronized boolean isStale(final long number) {
		return closed || asked > number;
	}

	/** What is under way ends soon; nobody waits any more. */
	void close() {
		final List<Waiter> left;
		synchronized (this) {
			closed = true;
			left = List.copyOf(waiters);
			waiters.clear();
		}
		thread.shutdown();
		left.forEach(waiter -> waiter.done().complete(null));
	}
}
