
package io.github.cnnclassifier.imagej;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import ij.Executer;
import ij.IJ;

/**
 * Starts commands as a click in the menu does, so that both hosts treat them
 * like any other, and the recorder, too. A run can be handed something to begin
 * with, such as what stands in its dialog. That belongs to this run alone and
 * is gone when the run has ended, whatever became of it.
 * <p>
 * Thread-safe.
 */
public final class MenuClick {

	private static final Map<Thread, Object> HANDED = new ConcurrentHashMap<>();

	private MenuClick() {}

	/**
	 * Returns at once.
	 *
	 * @param label of the command in the menu
	 * @param handed what the run is to {@link #take}
	 */
	public static void start(final String label, final Object handed) {
		start(label, handed, () -> {}, () -> {});
	}

	/**
	 * The same, behind a run that is about to end: the recorder knows one command
	 * at a time, and a run may hold the image.
	 *
	 * @param run that ends
	 * @param label of the command in the menu
	 * @param handed what the run is to {@link #take}
	 * @param untaken called on a thread in the background if the run has ended
	 *          and nobody has taken that
	 */
	public static void startBehind(final EndingRun run, final String label,
		final Object handed, final Runnable untaken)
	{
		start(label, handed, run::await, untaken);
	}

	private static void start(final String label, final Object handed,
		final Runnable before, final Runnable untaken)
	{
		new Thread(() -> {
			before.run();
			HANDED.put(Thread.currentThread(), handed);
			try {
				IJ.resetEscape();
				new Executer(label).run();
			}
			finally {
				if (HANDED.remove(Thread.currentThread()) != null) untaken.run();
			}
		}, label).start();
	}

	/**
	 * @param <T> what is sought
	 * @param type what is sought
	 * @return what the run on this thread was handed; empty if it was started in
	 *         another way, was handed something else, or it was taken before
	 */
	public static <T> Optional<T> take(final Class<T> type) {
		for (final Thread thread : WaitingThreads.ofThis()) {
			final Object handed = HANDED.get(thread);
			if (type.isInstance(handed) && HANDED.remove(thread, handed))
				return Optional.of(type.cast(handed));
		}
		return Optional.empty();
	}
}
