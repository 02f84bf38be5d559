
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
import java.util.function.IntConsumer;

import io.github.cnnclassifier.image.ItemOutcome;

/**
 * Pictures that are made in the background when somebody looks where they
 * belong, the last one asked for first. Only so many are kept, and only so many
 * wait: what has been scrolled away meanwhile is not made. Used on the event
 * thread.
 */
public final class PictureCache {

	/** Makes a picture, on a thread in the background. */
	@FunctionalInterface
	public interface Source {

		/**
		 * @param position of an image
		 * @return its picture
		 * @throws IOException with a reason for the user
		 */
		BufferedImage picture(int position) throws IOException;
	}

	/** More than any screen shows. */
	private static final int MOST_KEPT = 600;
	private static final int MOST_WAITING = 200;
	private static final int THREADS = 2;

	private final Source source;
	private final IntConsumer made;
	private final Deque<Integer> waiting = new ArrayDeque<>();
	/** Guarded by the one above. */
	private final Set<Integer> beingMade = new HashSet<>();
	private final Map<Integer, ItemOutcome<BufferedImage>> pictures =
		new LinkedHashMap<>(16, 0.75f, true)
		{

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(
				final Map.Entry<Integer, ItemOutcome<BufferedImage>> eldest)
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
	public PictureCache(final Source source, final IntConsumer made) {
		this.source = source;
		this.made = made;
	}

	/**
	 * @param position of an image that somebody looks at
	 * @return its picture, or the reason why there is none; null if it is not
	 *         made yet
	 */
	public ItemOutcome<BufferedImage> of(final int position) {
		final ItemOutcome<BufferedImage> known = pictures.get(position);
		if (known == null) want(position);
		return known;
	}

	private void want(final int position) {
		synchronized (waiting) {
			if (beingMade.contains(position)) return;
			waiting.remove(position);
			waiting.addFirst(position);
			if (waiting.size() > MOST_WAITING) waiting.removeLast();
		}
		if (!threads.isShutdown()) threads.execute(this::makeNext);
	}

	private void makeNext() {
		final Integer next;
		synchronized (waiting) {
			next = waiting.pollFirst();
			if (next == null) return;
			beingMade.add(next);
		}
		final ItemOutcome<BufferedImage> outcome = ItemOutcome.of(() -> source
			.picture(next));
		EventQueue.invokeLater(() -> {
			pictures.put(next, outcome);
			synchronized (waiting) {
				beingMade.remove(next);
			}
			made.accept(next);
		});
	}

	/** Forgets all, for instance as other pictures are wanted now. */
	public void forget() {
		pictures.clear();
	}

	/** Ends the work in the background. */
	public void close() {
		threads.shutdownNow();
	}
}
