
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.EventQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** ImageJ does not quit while something would be lost. */
class QuitGuardTest {

	@Test
	void onlyQuitIsHeldAndOnlyWhileSomethingWouldBeLost() throws Exception {
		final AtomicBoolean needed = new AtomicBoolean();
		final AtomicInteger asked = new AtomicInteger();
		try (QuitGuard guard = new QuitGuard(needed::get, asked::incrementAndGet)) {
			assertEquals("Quit", guard.commandExecuting("Quit"));
			needed.set(true);
			assertEquals("Open...", guard.commandExecuting("Open..."));
			assertNull(guard.commandExecuting("Quit"));
			EventQueue.invokeAndWait(() -> {});
			assertEquals(1, asked.get());
		}
	}
}
