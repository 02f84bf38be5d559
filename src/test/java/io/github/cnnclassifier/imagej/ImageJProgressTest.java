
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.CanceledException;

class ImageJProgressTest {

	@Test
	void theWishToStopCancelsForGood() {
		final AtomicBoolean stop = new AtomicBoolean();
		try (ImageJProgress progress = new ImageJProgress(stop::get)) {
			assertFalse(progress.isCanceled());
			progress.update(0.5, "half");
			progress.update(Double.NaN, "unknown");
			stop.set(true);
			assertTrue(progress.isCanceled());
			stop.set(false);
			assertThrows(CanceledException.class, progress::checkCanceled);
		}
	}
}
