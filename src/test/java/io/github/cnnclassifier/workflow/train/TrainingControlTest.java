
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.CancelWhen;

/** What a person decides of a training. */
class TrainingControlTest {

	private final AtomicBoolean escape = new AtomicBoolean();
	private final TrainingControl control = new TrainingControl("a.zip",
		new CancelWhen(escape::get));

	@Test
	void itIsStoppedByItsButtonAndByTheHost() {
		assertFalse(control.isStopped());
		control.stop();
		assertTrue(control.isStopped());
		final TrainingControl other = new TrainingControl("b.zip", new CancelWhen(
			escape::get));
		escape.set(true);
		assertTrue(other.isStopped());
		assertFalse(other.isDiscarded());
	}

	@Test
	void whatIsToEndDoesNotHoldOnFirst() {
		escape.set(true);
		control.holdOn();
		assertFalse(control.isPaused());
	}
}
