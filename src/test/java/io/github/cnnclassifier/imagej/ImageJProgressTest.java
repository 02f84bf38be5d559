
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ij.IJ;
import io.github.cnnclassifier.progress.CanceledException;

class ImageJProgressTest {

	@AfterEach
	void releaseKeys() {
		IJ.resetEscape();
	}

	@Test
	void escapeCancelsForGood() {
		try (ImageJProgress progress = new ImageJProgress()) {
			assertFalse(progress.isCanceled());
			progress.update(0.5, "half");
			progress.update(Double.NaN, "unknown");
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			assertTrue(progress.isCanceled());
			IJ.resetEscape();
			assertThrows(CanceledException.class, progress::checkCanceled);
		}
	}

	@Test
	void escapeOfAnEarlierRunDoesNotCount() {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		try (ImageJProgress progress = new ImageJProgress()) {
			assertFalse(progress.isCanceled());
		}
	}

	@Test
	void extraFlagCancelsToo() {
		final AtomicBoolean stop = new AtomicBoolean();
		try (ImageJProgress progress = new ImageJProgress(stop::get)) {
			assertFalse(progress.isCanceled());
			stop.set(true);
			assertTrue(progress.isCanceled());
			stop.set(false);
			assertTrue(progress.isCanceled());
		}
	}
}
