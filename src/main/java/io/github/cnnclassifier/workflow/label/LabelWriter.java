
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.DiskTrouble;

/**
 * Brings labels to the disk on a thread of its own, in the order in which they
 * are given. What could not be written waits for the next try. Thread-safe.
 */
final class LabelWriter {

	/** Hears on the thread of the writer. */
	interface Watcher {

		/** Labels came to the disk. */
		void saved();

		/** @param reason whole sentences; the labels wait for the next try */
		void failed(String reason);

		/**
		 * @param crop whose pixels cannot be read, so that they cannot be saved
		 *          with its label
		 * @param reason why
		 */
		void unreadable(int crop, String reason);
	}

	private final LabelFile file;
	private final Path list;
	private final CropCopies copies;
	private final List<Crop> crops;
	private final String who;
	private final Clock clock;
	private final Watcher watcher;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(
		work -> {
			final Thread writing = new Thread(work, "CNN Classifier, saves labels");
			// the program must not end before the labels are on the disk
			writing.setDaemon(false);
			return writing;
		});
	/** What is to be written of each crop; also guards what follows. */
	private final Map<Integer, Optional<String>> pending = new LinkedHashMap<>();
	private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
	private int writing;

	LabelWriter(final LabelFile file, final Path list, final CropCopies copies,
		final List<Crop> crops, final String who, final Clock clock,
		final Watcher watcher)
	{
		this.file = file;
		this.list = list;
		this.copies = copies;
		this.crops = crops;
		this.who = who;
		this.clock = clock;
		this.watcher = watcher;
	}

	/**
	 * @param changes by crop its label now; empty for none
	 * @return done when all of them are on the disk
	 */
	CompletableFuture<Void> write(final Map<Integer, Optional<String>> changes) {
		final CompletableFuture<Void> written = new CompletableFuture<>();
		synchronized (pending) {
			changes.forEach((crop, label) -> {
				// behind those that were given before
				pending.remove(crop);
				pending.put(crop, label);
			});
			waiting.add(written);
		}
		thread.execute(this::drain);
		return written;
	}

	/** @return done when the class has its new name on the disk */
	CompletableFuture<Void> rename(final String from, final String to) {
		final CompletableFuture<Void> written = new CompletableFuture<>();
		synchronized (pending) {
			pending.replaceAll((crop, label) -> label.filter(from::equals).isPresent()
				? Optional.of(to) : label);
		}
		thread.execute(() -> {
			try {
				file.rename(from, to);
				written.complete(null);
				watcher.saved();
			}
			catch (final IOException e) {
				fail(List.of(written), e);
			}
		});
		return written;
	}

	/** @return how many labels are not on the disk */
	int unsaved() {
		synchronized (pending) {
			return pending.size() + writing;
		}
	}

	private void drain() {
		final Map<Integer, Optional<String>> batch;
		final List<CompletableFuture<Void>> futures;
		synchronized (pending) {
			batch = new LinkedHashMap<>(pending);
			futures = List.copyOf(waiting);
			pending.clear();
			waiting.clear();
			writing = batch.size();
		}
		if (batch.isEmpty() && futures.isEmpty()) return;
		final Map<Integer, String> unreadable = new LinkedHashMap<>();
		try {
			bring(batch, unreadable);
			synchronized (pending) {
				writing = 0;
			}
			settle(futures, unreadable);
		}
		catch (final IOException | RuntimeException e) {
			synchronized (pending) {
				writing = 0;
				// what was given meanwhile is newer
				batch.forEach(pending::putIfAbsent);
			}
			fail(futures, e);
			if (!(e instanceof IOException || e instanceof UserFailure))
				throw (RuntimeException) e;
		}
	}

	private void settle(final List<CompletableFuture<Void>> futures,
		final Map<Integer, String> unreadable)
	{
		unreadable.forEach(watcher::unreadable);
		watcher.saved();
		if (unreadable.isEmpty()) futures.forEach(future -> future.complete(null));
		else futures.forEach(future -> future.completeExceptionally(new IOException(
			"Labels of crops that cannot be read are not saved. " + unreadable
				.values().iterator().next())));
	}

	private void fail(final List<CompletableFuture<Void>> futures,
		final Exception trouble)
	{
		final String reason = "Labels could not be saved: " +
			(trouble instanceof final IOException e ? DiskTrouble.reason(e) : trouble
				.getMessage()) +
			". They are kept here and tried again with the next label. Check the " +
			"place, its permissions and the free space.";
		watcher.failed(reason);
		futures.forEach(future -> future.completeExceptionally(new IOException(
			reason, trouble)));
	}

	private void bring(final Map<Integer, Optional<String>> batch,
		final Map<Integer, String> unreadable) throws IOException
	{
		final List<LabelRow> rows = new ArrayList<>();
		final List<String> removed = new ArrayList<>();
		for (final Map.Entry<Integer, Optional<String>> change : batch.entrySet()) {
			final Crop crop = crops.get(change.getKey());
			if (change.getValue().isEmpty()) {
				removed.add(crop.name());
				continue;
			}
			if (place(crop).isEmpty() && copies.needs(crop)) {
				final ItemOutcome<SampleImage> pixels = ItemOutcome.of(crop
					.source()::read);
				if (pixels.isFailed()) {
					unreadable.put(change.getKey(), pixels.reason());
					removed.add(crop.name());
					continue;
				}
				copies.save(crop, pixels.result());
			}
			rows.add(row(crop, change.getValue().get()));
		}
		file.write(rows, removed);
	}

	private LabelRow row(final Crop crop, final String label) {
		final Optional<ImagePlace> place = place(crop);
		return new LabelRow(crop.name(), place.map(p -> ListedPath.of(list, p
			.file())).orElseGet(() -> copies.path(crop)), label, crop.group() == null
				? "" : crop.group(), place.map(p -> plane(crop, p)).orElse(
					ImagePlace.ANY_PLANE), place.map(ImagePlace::region).orElse(null),
			who, DateTimeFormatter.ISO_INSTANT.format(clock.instant().truncatedTo(
				ChronoUnit.SECONDS)));
	}

	/** The only plane of an image needs no number. */
	private static int plane(final Crop crop, final ImagePlace place) {
		return place.plane() == 0 && !crop.name().contains("[1]")
			? ImagePlace.ANY_PLANE : place.plane();
	}

	/** A name with a line break can stand in no list. */
	private static Optional<ImagePlace> place(final Crop crop) {
		return crop.place().filter(place -> Legible.isLine(place.file()
			.toString()));
	}

	/**
	 * Writes what waits, and ends the thread and the claim of the list.
	 *
	 * @throws IOException if labels could not be written
	 */
	void close() throws IOException {
		thread.execute(this::drain);
		thread.shutdown();
		boolean interrupted = false;
		boolean ended = false;
		while (!ended) {
			try {
				ended = thread.awaitTermination(1, TimeUnit.MINUTES);
			}
			catch (final InterruptedException e) {
				// labels come first
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
		file.close();
		if (unsaved() > 0) throw new IOException(unsaved() +
			" labels could not be saved to '" + list + "'");
	}
}
