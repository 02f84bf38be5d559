
package io.github.cnnclassifier.ui;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.github.cnnclassifier.image.ItemOutcome;

/**
 * Pictures that are made in the background when somebody looks where they
 * belong, the last one asked for first. Only so many are kept, and only so many
 * wait: what has been scrolled away meanwhile is not made. Used on the event
 * thread.
 *
 * @param <K> what tells one picture from another, such as the position of an
 *          image
 */
public final class PictureCache<K> {

	/**
	 * Makes a picture, on a thread in the background.
	 *
	 * @param <K> as below
	 */
	@FunctionalInterface
	public interface Source<K> {

		/**
		 * @param image which one
		 * @return its picture
		 * @throws IOException with a reason for the user
		 */
		BufferedImage picture(K image) throws IOException;
	}

	/** More than any screen shows. */
	private static final int MOST_KEPT = 600;
	private static final int MOST_WAITING = 200;
	private static final int THREADS = 2;

	private final Source<K> source;
	private final Consumer<K> made;
	private final Deque<K> waiting = new ArrayDeque<>();
	/** Guarded by the one above. */
	private final Set<K> beingMade = new HashSet<>();
	/** How often all were forgotten; changed on the event thread. */
	private volatile int turn;
	private final Map<K, ItemOutcome<BufferedImage>> pictures =
		new LinkedHashMap<>(16, 0.75f, true)
		{

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(
				final Map.Entry<K, ItemOutcome<BufferedImage>> eldest)
		{
				return size() > MOST_KEPT;
			}
		};
	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS,
		work -> {
			final Thread thread = new Thread(work, "CNN Classifier, makes pictures");
			thread.setDaemon(true);
			return thread;
		});

	/**
	 * @param source makes the pictures
	 * @param made told of each on the event thread
	 */
	public PictureCache(final Source<K> source, final Consumer<K> made) {
		this.source = source;
		this.made = made;
	}

	/**
	 * @param image that somebody looks at
	 * @return its picture, or the reason why there is none; null if it is not
	 *         made yet
	 */
	public ItemOutcome<BufferedImage> of(final K image) {
		final ItemOutcome<BufferedImage> known = pictures.get(image);
		if (known == null) want(image);
		return known;
	}

	private void want(final K image) {
		synchronized (waiting) {
			if (beingMade.contains(image)) return;
			waiting.remove(image);
			waiting.addFirst(image);
			if (waiting.size() > MOST_WAITING) waiting.removeLast();
		}
		if (!threads.isShutdown()) threads.execute(this::makeNext);
	}

	private void makeNext() {
		final K next;
		final int begun = turn;
		synchronized (waiting) {
			next = waiting.pollFirst();
			if (next == null) return;
			beingMade.add(next);
		}
		final ItemOutcome<BufferedImage> outcome = ItemOutcome.of(() -> source
			.picture(next));
		EventQueue.invokeLater(() -> {
			synchronized (waiting) {
				beingMade.remove(next);
			}
			// one that was forgotten is asked for again if somebody looks at it
			if (begun == turn) pictures.put(next, outcome);
			made.accept(next);
		});
	}

	/**
	 * Forgets all, also those that are being made: other pictures are wanted now.
	 */
	public void forget() {
		turn++;
		pictures.clear();
	}

	/** What could not be made is tried once more when somebody looks at it. */
	public void forgetFailed() {
		pictures.values().removeIf(ItemOutcome::isFailed);
	}

	/** Ends the work in the background. */
	public void close() {
		threads.shutdownNow();
	}
}
