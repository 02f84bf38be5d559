
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
	/**
	 * In their order; each stays until it is on the disk. They come before the
	 * labels, which are called by the newest names.
	 */
	private final Deque<Renaming> renamings = new ArrayDeque<>();
	private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
	private int writing;

	/** A class that is called differently on the disk. */
	private record Renaming(String from, String to,
			CompletableFuture<Void> written)
	{

		Optional<String> of(final Optional<String> label) {
			return label.filter(from::equals).isPresent() ? Optional.of(to) : label;
		}
	}

	/** What is written at once, and who waits for it. */
	private record Batch(Map<Integer, Optional<String>> labels,
			List<CompletableFuture<Void>> futures)
	{

	}

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
		final Renaming renaming = new Renaming(from, to, new CompletableFuture<>());
		synchronized (pending) {
			pending.replaceAll((crop, label) -> renaming.of(label));
			renamings.add(renaming);
		}
		thread.execute(this::drain);
		return renaming.written();
	}

	/** @return how many labels and new names of classes are not on the disk */
	int unsaved() {
		synchronized (pending) {
			return pending.size() + writing + renamings.size();
		}
	}

	private void drain() {
		synchronized (pending) {
			if (pending.isEmpty() && renamings.isEmpty() && waiting.isEmpty()) return;
		}
		Batch batch = null;
		try {
			final boolean gone = file.isGone();
			if (gone) saveCopiesAgain();
			batch = next();
			final Map<Integer, String> unreadable = new LinkedHashMap<>();
			if (gone || !batch.labels().isEmpty()) bringOrPutBack(batch.labels(),
				unreadable);
			settle(batch.futures(), unreadable);
		}
		catch (final IOException | RuntimeException e) {
			fail(batch == null ? waitingForNames() : batch.futures(), e);
			if (!(e instanceof IOException || e instanceof UserFailure))
				throw (RuntimeException) e;
		}
	}

	/**
	 * Brings all new names to the disk.
	 *
	 * @return the labels that come next, called by these; they count as being
	 *         written
	 */
	private Batch next() throws IOException {
		while (true) {
			final Renaming renaming;
			synchronized (pending) {
				renaming = renamings.peek();
				if (renaming == null) {
					final Batch batch = new Batch(new LinkedHashMap<>(pending), List
						.copyOf(waiting));
					pending.clear();
					waiting.clear();
					writing = batch.labels().size();
					return batch;
				}
			}
			file.rename(renaming.from(), renaming.to());
			synchronized (pending) {
				renamings.remove();
			}
			renaming.written().complete(null);
		}
	}

	/** All that waits comes behind the name that is not on the disk. */
	private List<CompletableFuture<Void>> waitingForNames() {
		synchronized (pending) {
			final List<CompletableFuture<Void>> futures = new ArrayList<>(waiting);
			waiting.clear();
			renamings.forEach(renaming -> futures.add(renaming.written()));
			return futures;
		}
	}

	private void bringOrPutBack(final Map<Integer, Optional<String>> batch,
		final Map<Integer, String> unreadable) throws IOException
	{
		boolean done = false;
		try {
			bring(batch, unreadable);
			done = true;
		}
		finally {
			synchronized (pending) {
				writing = 0;
				if (!done) batch.forEach((crop, label) -> pending.putIfAbsent(crop,
					renamed(label)));
			}
		}
	}

	/** What was given or renamed meanwhile is newer. */
	private Optional<String> renamed(final Optional<String> label) {
		Optional<String> now = label;
		for (final Renaming renaming : renamings)
			now = renaming.of(now);
		return now;
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
		final String reason = "Labels could not be saved: " + words(trouble) +
			". They are kept here and tried again with the next label. Check the " +
			"place, its permissions and the free space.";
		watcher.failed(reason);
		futures.forEach(future -> future.completeExceptionally(new IOException(
			reason, trouble)));
	}

	private static String words(final Exception trouble) {
		if (trouble instanceof final IOException e) return DiskTrouble.reason(e);
		return trouble instanceof UserFailure ? trouble.getMessage()
			: "by a fault of the program, " + trouble;
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

	/**
	 * Somebody has deleted the list, probably with its folder. It is made anew,
	 * and must not name copies that are gone. Of a crop that cannot be read any
	 * more the label stays, and training tells that its file is missing.
	 */
	private void saveCopiesAgain() throws IOException {
		final Set<String> labeled = file.labels().keySet();
		for (final Crop crop : crops) {
			if (!labeled.contains(crop.name()) || place(crop).isPresent() || !copies
				.needs(crop)) continue;
			final ItemOutcome<SampleImage> pixels = ItemOutcome.of(crop
				.source()::read);
			if (!pixels.isFailed()) copies.save(crop, pixels.result());
		}
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
