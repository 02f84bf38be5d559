
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;

class ItemOutcomeTest {

	private static String reason(final ItemOutcome.Work<String> work) {
		final ItemOutcome<String> outcome = ItemOutcome.of(work);
		assertNull(outcome.result());
		assertTrue(outcome.isFailed());
		return outcome.reason();
	}

	@Test
	void whatIsMadeIsTheResult() {
		final ItemOutcome<String> made = ItemOutcome.of(() -> "made");
		assertEquals("made", made.result());
		assertFalse(made.isFailed());
	}

	@Test
	void expectedFailuresKeepTheirWords() {
		assertEquals("broken", reason(() -> {
			throw new IOException("broken");
		}));
		assertEquals("too dark", reason(() -> {
			throw new UserFailure("too dark");
		}));
		assertEquals("inner", reason(() -> {
			throw new UncheckedIOException(new IOException("inner"));
		}));
		assertEquals("It cannot be read.", reason(() -> {
			throw new EOFException();
		}));
	}

	@Test
	void whatWouldMendAFailureStaysWithIt() {
		final Mend gray = Mend.of("Convert it to gray", "channels", "gray");
		final ItemOutcome<String> outcome = ItemOutcome.of(() -> {
			throw new UserFailure("in color", List.of(gray));
		});
		final UserFailure failure = assertThrows(UserFailure.class,
			outcome::orFail);
		assertEquals("in color", failure.getMessage());
		assertEquals(List.of(gray), failure.mends());
		assertEquals("made", ItemOutcome.of(() -> "made").orFail());
	}

	@Test
	void aDefectIsAReasonThatNamesItsPlace() {
		final String reason = reason(() -> {
			throw new IllegalStateException("odd");
		});
		assertTrue(reason.contains("fault of the program") && reason.contains(
			"odd") && reason.contains("ItemOutcomeTest"), reason);
	}

	@Test
	void stoppingIsNoReason() {
		assertThrows(CanceledException.class, () -> ItemOutcome.of(() -> {
			throw new CanceledException();
		}));
		assertThrows(CanceledException.class, () -> ItemOutcome.of(() -> {
			throw new ClosedByInterruptException();
		}));
	}

	@Test
	void anItemThatFillsTheMemoryIsTooLarge() {
		final String reason = reason(() -> "" + new long[Integer.MAX_VALUE].length);
		assertTrue(reason.contains("too large for Java's memory"), reason);
	}

	@Test
	void anItemThatMetAFullMemoryIsTriedOnceMoreAlone() throws Exception {
		final AtomicBoolean busy = new AtomicBoolean();
		final CountDownLatch begun = new CountDownLatch(1);
		final Thread neighbor = new Thread(() -> ItemOutcome.of(() -> {
			busy.set(true);
			begun.countDown();
			sleep();
			busy.set(false);
			return "";
		}));
		neighbor.start();
		begun.await();
		final AtomicInteger tries = new AtomicInteger();
		assertEquals("made beside nobody", ItemOutcome.of(() -> {
			if (tries.incrementAndGet() == 1) throw new OutOfMemoryError("full");
			return busy.get() ? "made beside others" : "made beside nobody";
		}).result());
		neighbor.join();
	}

	private static void sleep() {
		try {
			Thread.sleep(50);
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void noRoomAtTheMomentIsTriedAgainAndKeepsItsWords() {
		final AtomicInteger tries = new AtomicInteger();
		final ItemOutcome<String> outcome = ItemOutcome.of(() -> {
			tries.incrementAndGet();
			try {
				throw new HeapRoom.NoRoomNow("The image is too large.");
			}
			catch (final UserFailure e) {
				throw new IOException("Row 3: " + e.getMessage(), e);
			}
		});
		assertEquals("Row 3: The image is too large.", outcome.reason());
		assertEquals(2, tries.get());
	}

	@Test
	void aPartOfAnItemLeavesRepeatingToTheWhole() {
		final AtomicInteger wholes = new AtomicInteger();
		final ItemOutcome<String> outcome = ItemOutcome.of(() -> {
			final boolean first = wholes.incrementAndGet() == 1;
			return ItemOutcome.of(() -> {
				if (first) throw new OutOfMemoryError("full");
				return "made";
			}).result();
		});
		assertEquals("made", outcome.result());
		assertEquals(2, wholes.get());
	}
}
