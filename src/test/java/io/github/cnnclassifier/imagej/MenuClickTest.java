
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import ij.CommandListener;
import ij.Executer;

/** What is handed to a command that is started as by the menu. */
@Timeout(60)
class MenuClickTest {

	private static final long SECONDS = 20;

	private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
	private final BlockingQueue<Optional<String>> taken =
		new LinkedBlockingQueue<>();
	private boolean takes = true;

	/** In the place of a command, which takes what it is handed. */
	private final CommandListener command = label -> {
		begun.add(label);
		if (takes) taken.add(MenuClick.take(String.class));
		return null;
	};

	@BeforeEach
	void listen() {
		Executer.addCommandListener(command);
	}

	@AfterEach
	void listenNoMore() {
		Executer.removeCommandListener(command);
	}

	private Optional<String> taken() throws InterruptedException {
		return taken.poll(SECONDS, TimeUnit.SECONDS);
	}

	@Test
	void theRunItselfTakesItOnce() throws Exception {
		MenuClick.start("Train...", "wish");
		assertEquals(Optional.of("wish"), taken());
		assertEquals("Train...", begun.take());
		assertEquals(Optional.empty(), MenuClick.take(String.class));
	}

	@Test
	void nobodyElseGetsIt() throws Exception {
		takes = false;
		final CountDownLatch ended = new CountDownLatch(1);
		MenuClick.startBehind(EndingRun.now(), "Train...", "wish",
			ended::countDown);
		begun.take();
		assertTrue(ended.await(SECONDS, TimeUnit.SECONDS), "nobody has taken it");
		takes = true;
		new Executer("Train...").run();
		assertEquals(Optional.empty(), taken(), "a click in the menu");
		MenuClick.start("Train...", 7);
		assertEquals(Optional.empty(), taken(), "something else was handed on");
	}

	@Test
	void whatWasTakenIsNotMissed() throws Exception {
		final CountDownLatch missed = new CountDownLatch(1);
		final Thread ends = new Thread(() -> {});
		ends.start();
		MenuClick.startBehind(new EndingRun(ends, System.nanoTime()), "Train...",
			"wish", missed::countDown);
		assertEquals(Optional.of("wish"), taken());
		assertFalse(missed.await(300, TimeUnit.MILLISECONDS));
	}

	@Test
	void itBeginsBehindTheRunThatAsksForIt() throws Exception {
		final CountDownLatch end = new CountDownLatch(1);
		final Thread asking = new Thread(() -> {
			MenuClick.startBehind(EndingRun.now(), "Classify...", "typed", () -> {});
			try {
				end.await();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		asking.start();
		assertEquals(null, begun.poll(300, TimeUnit.MILLISECONDS));
		end.countDown();
		assertEquals(Optional.of("typed"), taken());
		assertFalse(asking.isAlive());
	}
}
