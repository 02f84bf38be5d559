
package io.github.cnnclassifier.ui;

import java.awt.Component;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;

/**
 * What takes a moment: done in the background, one after the other, while the
 * window stays awake. However a deed ends, somebody is told, so that nothing
 * looks as if it still went on. Used on the event thread.
 */
public final class Deeds {

	/**
	 * Something that takes a moment, in the background.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	public interface Deed<T> {

		/**
		 * @return what came of it
		 * @throws IOException with a reason for the user
		 * @throws UserFailure with a reason for the user
		 * @throws CanceledException if somebody stopped it
		 */
		T run() throws IOException;
	}

	private static final int IDLE_SECONDS = 10;
	private static final String STOPPED = "It was stopped.";

	private final Consumer<String> told;
	private final Consumer<String> shown;
	private final ThreadPoolExecutor thread;

	/**
	 * @param name of the thread that does them
	 * @param window above which it stands why a deed was not done
	 * @param told gets what is being done, what was done, or why not, on the
	 *          event thread
	 */
	public Deeds(final String name, final Component window,
		final Consumer<String> told)
	{
		this(name, told, reason -> NotDone.show(window, reason));
	}

	/** @param shown gets why a deed was not done, after it was told */
	Deeds(final String name, final Consumer<String> told,
		final Consumer<String> shown)
	{
		this.told = told;
		this.shown = shown;
		thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), work -> {
				final Thread made = new Thread(work, name);
				// what was decided is written, even if ImageJ ends
				made.setDaemon(false);
				return made;
			});
		// not everything that has deeds is closed one day
		thread.allowCoreThreadTimeOut(true);
	}

	/** @param deed with what to tell; done when all before it are */
	public void perform(final Deed<String> deed) {
		perform(deed, told);
	}

	/**
	 * @param doing what is told until it is done
	 * @param deed with what to tell then
	 */
	public void perform(final String doing, final Deed<String> deed) {
		tellDoing(doing);
		perform(deed);
	}

	/**
	 * @param deed done when all before it are; not once this has ended
	 * @param done gets what came of it
	 */
	public <T> void perform(final Deed<T> deed, final Consumer<T> done) {
		perform(deed, done, this::refuse, told);
	}

	/**
	 * @param deed done when all before it are; not once this has ended
	 * @param done gets what came of it
	 * @param refused gets why nothing did, sentences, in the place of those who
	 *          are told otherwise
	 */
	public <T> void perform(final Deed<T> deed, final Consumer<T> done,
		final Consumer<String> refused)
	{
		perform(deed, done, refused, refused);
	}

	/**
	 * @param deed done when all before it are; not once this has ended
	 * @param done gets what came of it
	 * @param refused gets why nothing did, sentences
	 * @param stopped told if somebody stopped it
	 */
	public <T> void perform(final Deed<T> deed, final Consumer<T> done,
		final Consumer<String> refused, final Consumer<String> stopped)
	{
		if (thread.isShutdown()) return;
		thread.execute(() -> {
			try {
				final T result = deed.run();
				EventQueue.invokeLater(() -> accept(result, done, refused));
			}
			catch (final CanceledException e) {
				EventQueue.invokeLater(() -> stopped.accept(STOPPED));
			}
			catch (final IOException | UserFailure e) {
				EventQueue.invokeLater(() -> refused.accept(words(e)));
			}
			catch (final RuntimeException | Error e) {
				EventQueue.invokeLater(() -> refused.accept(words(e)));
				// the thread shows it where ImageJ shows faults
				throw e;
			}
		});
	}

	/** What cannot be shown does not look as if it still went on. */
	private static <T> void accept(final T result, final Consumer<T> done,
		final Consumer<String> refused)
	{
		try {
			done.accept(result);
		}
		catch (final RuntimeException | Error e) {
			refused.accept(words(e));
			throw e;
		}
	}

	/** @param doing what is told until something else is */
	public void tellDoing(final String doing) {
		told.accept(doing + "...");
	}

	/** @param reason why something was not done; told, and shown by itself */
	public void refuse(final String reason) {
		told.accept(reason);
		shown.accept(reason);
	}

	/** @return whether no further deed is done */
	public boolean hasEnded() {
		return thread.isShutdown();
	}

	/** What was asked for before is still done. */
	public void end() {
		thread.shutdown();
	}

	/** @param last done when all before it are; it is the last one */
	public void end(final Runnable last) {
		perform(() -> {
			last.run();
			return "";
		}, done -> {});
		thread.shutdown();
	}

	private static String words(final Throwable trouble) {
		if (trouble instanceof final IOException e) return NotDone.reason(e);
		if (trouble instanceof UserFailure) return trouble.getMessage();
		if (trouble instanceof OutOfMemoryError)
			return "It was not done: Java's memory is full. Close images, or give " +
				"Java more memory.";
		return "It was not done, by a fault of the program: " + trouble +
			". Please report it.";
	}
}
