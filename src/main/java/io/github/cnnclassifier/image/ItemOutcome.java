
package io.github.cnnclassifier.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.HeapRoom.NoRoomNow;
import io.github.cnnclassifier.progress.CanceledException;

/**
 * What became of one of many images, planes or regions: a result, or the reason
 * why there is none. The one rule for all that work through many: whatever goes
 * wrong with one of them ends that one, never the others. Only the user ends
 * them all.
 *
 * @param <T> what is made of an item
 * @param result null if it failed
 * @param reason complete sentences for the user; null if it did not fail
 * @param mends changes of one input each that would mend it; copied
 */
public record ItemOutcome<T>(T result, String reason, List<Mend> mends) {

	/** Copies the mends. */
	public ItemOutcome {
		mends = List.copyOf(mends);
	}

	/**
	 * A result, or a failure that no input mends.
	 *
	 * @param result null if it failed
	 * @param reason complete sentences for the user; null if it did not fail
	 */
	public ItemOutcome(final T result, final String reason) {
		this(result, reason, List.of());
	}

	/**
	 * Makes something of one item. It may be asked twice, so it must be
	 * repeatable.
	 *
	 * @param <T> what is made
	 */
	@FunctionalInterface
	public interface Work<T> {

		/**
		 * @return not null, unless nothing is expected
		 * @throws IOException if a file cannot be read or written
		 */
		T run() throws IOException;
	}

	/** Shared by all who work on items; alone has it who repeats one. */
	private static final ReentrantReadWriteLock MEMORY =
		new ReentrantReadWriteLock();

	/** The memory was full, by this item or by others beside it. */
	private static final class MemoryFull extends Exception {

		private static final long serialVersionUID = 1L;

		MemoryFull(final Throwable cause) {
			super(cause);
		}
	}

	/**
	 * Works on one item, on this thread. An item for which there was no memory is
	 * tried once more while no other is worked on, so that its neighbors do not
	 * decide what becomes of it.
	 *
	 * @param <T> what is made
	 * @param work on the item
	 * @return what came of it
	 * @throws CanceledException if the user stopped the work
	 */
	public static <T> ItemOutcome<T> of(final Work<T> work) {
		if (MEMORY.isWriteLockedByCurrentThread()) return alone(work);
		if (MEMORY.getReadHoldCount() > 0) return part(work);
		MEMORY.readLock().lock();
		try {
			return once(work);
		}
		catch (final MemoryFull e) {
			// repeated below, without this lock
		}
		finally {
			MEMORY.readLock().unlock();
		}
		MEMORY.writeLock().lock();
		try {
			return alone(work);
		}
		finally {
			MEMORY.writeLock().unlock();
		}
	}

	/** Part of an item: whoever works on the whole repeats that. */
	private static <T> ItemOutcome<T> part(final Work<T> work) {
		try {
			return once(work);
		}
		catch (final MemoryFull e) {
			if (e.getCause() instanceof final Error full) throw full;
			throw (NoRoomNow) e.getCause();
		}
	}

	private static <T> ItemOutcome<T> alone(final Work<T> work) {
		try {
			return once(work);
		}
		catch (final MemoryFull e) {
			return new ItemOutcome<>(null, e.getCause() instanceof NoRoomNow ? e
				.getCause().getMessage() : "It is too large for Java's memory of " +
					(FreeHeap.most() >> 20) +
					" MB. Give Java more memory, or cut or shrink the image.");
		}
	}

	private static <T> ItemOutcome<T> once(final Work<T> work) throws MemoryFull {
		try {
			return new ItemOutcome<>(work.run(), null);
		}
		catch (final CanceledException e) {
			throw e;
		}
		catch (final ClosedByInterruptException e) {
			// the host interrupts a run to stop it
			throw new CanceledException();
		}
		catch (final OutOfMemoryError e) {
			throw new MemoryFull(e);
		}
		catch (final IOException | UserFailure e) {
			if (e instanceof NoRoomNow) throw new MemoryFull(e);
			if (e.getCause() instanceof NoRoomNow) throw new MemoryFull(new NoRoomNow(
				e.getMessage()));
			return failed(e);
		}
		catch (final UncheckedIOException e) {
			return failed(e.getCause());
		}
		catch (final RuntimeException | StackOverflowError e) {
			return new ItemOutcome<>(null, "It cannot be used, by a fault of the " +
				"program: " + e + place(e) + ". Please report it with the image.");
		}
	}

	private static <T> ItemOutcome<T> failed(final Exception e) {
		return new ItemOutcome<>(null, Objects.requireNonNullElse(e.getMessage(),
			"It cannot be read."), e instanceof final UserFailure failure ? failure
				.mends() : List.of());
	}

	private static String place(final Throwable e) {
		return e.getStackTrace().length == 0 ? "" : ", at " + e.getStackTrace()[0];
	}

	/**
	 * For the only item, or one without which the others are in vain.
	 *
	 * @return the result
	 * @throws UserFailure if there is none
	 */
	public T orFail() {
		if (isFailed()) throw new UserFailure(reason, mends);
		return result;
	}

	/** @return whether there is no result */
	public boolean isFailed() {
		return reason != null;
	}
}
