
package io.github.cnnclassifier.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;

/** What windows do in the background, and what is told however it ends. */
@Timeout(60)
class DeedsTest {

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
	private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
	private final BlockingQueue<Throwable> logged = new LinkedBlockingQueue<>();
	private final Deeds deeds = new Deeds("deeds of a test", this::tell,
		shown::add);
	private Thread.UncaughtExceptionHandler before;

	private void tell(final String words) {
		told.add(EventQueue.isDispatchThread() || words.endsWith("...") ? words
			: "not on the event thread: " + words);
	}

	@BeforeEach
	void listenToWhatIsLogged() {
		before = Thread.getDefaultUncaughtExceptionHandler();
		Thread.setDefaultUncaughtExceptionHandler((thread, trouble) -> logged.add(
			trouble));
	}

	@AfterEach
	void end() {
		deeds.end();
		Thread.setDefaultUncaughtExceptionHandler(before);
	}

	private static String next(final BlockingQueue<String> queue)
		throws InterruptedException
	{
		return queue.poll(30, TimeUnit.SECONDS);
	}

	@Test
	void whatIsBeingDoneIsToldAndThenWhatWasDone() throws Exception {
		deeds.perform("Writes the report", () -> "It is written.");
		assertEquals("Writes the report...", next(told));
		assertEquals("It is written.", next(told));
		assertNull(shown.poll());
	}

	@Test
	void whatAUserCanMendIsToldAndShownInWords() throws Exception {
		deeds.perform("Looks", () -> {
			throw new UserFailure("There is no test side.");
		});
		assertEquals("Looks...", next(told));
		assertEquals("There is no test side.", next(told));
		assertEquals("There is no test side.", next(shown));
		assertNull(logged.poll());
	}

	@Test
	void aDiskThatFailsIsToldInWords() throws Exception {
		deeds.perform(() -> {
			throw new IOException("disk full");
		});
		assertEquals("It was not done: disk full.", next(told));
		assertEquals("It was not done: disk full.", next(shown));
	}

	@Test
	void aFaultOfTheProgramEndsWhatWasToldAndIsShownAndLogged() throws Exception {
		final RuntimeException fault = new IllegalStateException("a fault");
		deeds.perform("Writes the report", () -> {
			throw fault;
		});
		assertEquals("Writes the report...", next(told));
		final String words = next(told);
		assertEquals("It was not done, by a fault of the program: " + fault +
			". Please report it.", words);
		assertEquals(words, next(shown));
		assertSame(fault, logged.poll(30, TimeUnit.SECONDS));
	}

	@Test
	void aResultThatCannotBeShownIsAFaultToo() throws Exception {
		deeds.tellDoing("Looks");
		deeds.perform(() -> "what was found", found -> {
			throw new IllegalStateException("no room");
		});
		assertEquals("Looks...", next(told));
		assertTrue(next(told).contains("by a fault of the program"));
		assertEquals("no room", logged.poll(30, TimeUnit.SECONDS).getMessage());
	}

	@Test
	void anErrorIsNoEndOfOtherDeeds() throws Exception {
		deeds.perform(() -> {
			throw new OutOfMemoryError("planted");
		});
		deeds.perform(() -> "The next one is done.");
		assertTrue(next(told).startsWith("It was not done: Java's memory is full"));
		assertEquals("The next one is done.", next(told));
		assertEquals("planted", logged.poll(30, TimeUnit.SECONDS).getMessage());
	}

	@Test
	void whatSomebodyStopsIsToldAndNeedsNoDialog() throws Exception {
		deeds.perform(() -> {
			throw new CanceledException();
		});
		assertEquals("It was stopped.", next(told));
		EventQueue.invokeAndWait(() -> {});
		assertNull(shown.poll());
	}

	@Test
	void whoTakesRefusalsHearsOfEveryEnd() throws Exception {
		final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
		deeds.<String> perform(() -> {
			throw new UserFailure("Refused.");
		}, refused::add, refused::add);
		deeds.<String> perform(() -> {
			throw new CanceledException();
		}, refused::add, refused::add);
		deeds.<String> perform(() -> {
			throw new IllegalStateException("a fault");
		}, refused::add, refused::add);
		deeds.perform(() -> "Done.", refused::add, refused::add);
		assertEquals("Refused.", next(refused));
		assertEquals("It was stopped.", next(refused));
		assertTrue(next(refused).contains("a fault of the program"));
		assertEquals("Done.", next(refused));
		assertNull(told.poll());
		assertNull(shown.poll());
	}

	@Test
	void aFaultOfTheLastDeedIsToldToo() throws Exception {
		deeds.end(() -> {
			throw new IllegalStateException("planted");
		});
		final String words = next(told);
		assertTrue(words.contains("by a fault of the program"), words);
		assertEquals(words, next(shown));
	}

	@Test
	void deedsAreDoneInOrderAndTheLastOneIsTheEnd() throws Exception {
		final Semaphore goesOn = new Semaphore(0);
		final BlockingQueue<String> done = new LinkedBlockingQueue<>();
		deeds.perform(() -> {
			goesOn.acquireUninterruptibly();
			done.add("first");
			return "";
		});
		deeds.end(() -> done.add("last"));
		deeds.perform(() -> {
			done.add("too late");
			return "";
		});
		assertTrue(deeds.hasEnded());
		goesOn.release();
		assertEquals("first", next(done));
		assertEquals("last", next(done));
		assertNull(done.poll(200, TimeUnit.MILLISECONDS));
	}
}
