
package io.github.cnnclassifier.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.cnnclassifier.image.ItemOutcome;

/** Pictures are made once, and only if somebody looks. */
@Timeout(60)
class PictureCacheTest {

	private final List<String> asked = Collections.synchronizedList(
		new ArrayList<>());
	private final BlockingQueue<String> made = new LinkedBlockingQueue<>();
	private final Semaphore goesOn = new Semaphore(1000);
	private volatile int width = 1;
	private volatile boolean fails;
	private final PictureCache<String> pictures = new PictureCache<>(
		this::picture, made::add);

	private BufferedImage picture(final String image) throws IOException {
		asked.add(image);
		final int wide = width;
		goesOn.acquireUninterruptibly();
		if (fails) throw new IOException("no disk");
		return new BufferedImage(wide, 1, BufferedImage.TYPE_INT_RGB);
	}

	@AfterEach
	void close() {
		pictures.close();
	}

	private ItemOutcome<BufferedImage> look(final String image) throws Exception {
		final List<ItemOutcome<BufferedImage>> seen = new ArrayList<>();
		EventQueue.invokeAndWait(() -> seen.add(pictures.of(image)));
		return seen.get(0);
	}

	private void awaitMade(final String image) throws Exception {
		assertEquals(image, made.poll(30, TimeUnit.SECONDS));
	}

	@Test
	void aPictureIsMadeOnceHoweverOftenSomebodyLooks() throws Exception {
		assertNull(look("a"));
		awaitMade("a");
		assertEquals(1, look("a").result().getWidth());
		assertEquals(1, look("a").result().getWidth());
		assertEquals(List.of("a"), asked);
	}

	@Test
	void whatIsForgottenWhileItIsMadeIsMadeAnew() throws Exception {
		goesOn.drainPermits();
		assertNull(look("a"));
		while (asked.isEmpty())
			TimeUnit.MILLISECONDS.sleep(5);
		width = 2;
		EventQueue.invokeAndWait(pictures::forget);
		goesOn.release(10);
		awaitMade("a");
		assertNull(look("a"), "what is seen must not be the former picture");
		awaitMade("a");
		assertEquals(2, look("a").result().getWidth());
	}

	@Test
	void whatFailedIsTriedAgainWhenThatIsAskedFor() throws Exception {
		fails = true;
		assertNull(look("a"));
		awaitMade("a");
		assertTrue(look("a").isFailed());
		fails = false;
		assertTrue(look("a").isFailed(), "not at each look");
		EventQueue.invokeAndWait(pictures::forgetFailed);
		assertNull(look("a"));
		awaitMade("a");
		assertFalse(look("a").isFailed());
		assertEquals(List.of("a", "a"), asked);
	}
}
