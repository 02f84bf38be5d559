
package io.github.cnnclassifier.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/** Reads samples on all cores and gives the results in the samples' order. */
final class SurveyRun {

	private static final int IMAGES_PER_UPDATE = 64;

	private final Progress progress;

	SurveyRun(final Progress progress) {
		this.progress = progress;
	}

	List<SampleInspection> inspect(final List<Sample> samples) {
		final ExecutorService threads = Executors.newFixedThreadPool(Runtime
			.getRuntime().availableProcessors(), task -> {
				final Thread thread = new Thread(task, "survey of images");
				thread.setDaemon(true);
				return thread;
			});
		try {
			final List<Future<SampleInspection>> pending = new ArrayList<>();
			for (final Sample sample : samples) {
				pending.add(threads.submit(() -> {
					progress.checkCanceled();
					return SampleInspection.of(sample);
				}));
			}
			return collect(pending);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private List<SampleInspection> collect(
		final List<Future<SampleInspection>> pending)
	{
		final List<SampleInspection> inspections = new ArrayList<>();
		for (final Future<SampleInspection> future : pending) {
			progress.checkCanceled();
			inspections.add(result(future));
			final int done = inspections.size();
			if (done % IMAGES_PER_UPDATE == 0 || done == pending.size()) progress
				.update((double) done / pending.size(), "Reading images, " + done +
					" of " + pending.size());
		}
		return inspections;
	}

	private static SampleInspection result(
		final Future<SampleInspection> future)
	{
		try {
			return future.get();
		}
		catch (final InterruptedException e) {
			// the host interrupts a run to stop it
			Thread.currentThread().interrupt();
			throw new CanceledException();
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e
				.getCause();
			if (e.getCause() instanceof Error) throw (Error) e.getCause();
			throw new IllegalStateException(e.getCause());
		}
	}
}
