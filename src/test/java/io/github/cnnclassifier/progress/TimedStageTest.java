
package io.github.cnnclassifier.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class TimedStageTest {

	private long seconds;
	private String shown = "";
	private boolean canceled;

	private final Progress bar = new Progress() {

		@Override
		public void update(final double fraction, final String status) {
			shown = Math.round(100 * fraction) + " " + status;
		}

		@Override
		public void message(final String line) {
			shown = line;
		}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	};

	private final Progress stage = new TimedStage(bar, "Working", 0.5, 0.9,
		() -> TimeUnit.SECONDS.toNanos(seconds));

	private String after(final long time, final double fraction) {
		seconds = time;
		stage.update(fraction, "other words");
		return shown;
	}

	@Test
	void timeLeftFollowsFromTheTimeSoFar() {
		assertEquals("54 Working", after(1, 0.1));
		assertEquals("60 Working, 30 s left", after(10, 0.25));
		assertEquals("52 Working, 3 min left", after(10, 0.05));
		assertEquals("90 Working, 0 s left", after(10, 1));
	}

	@Test
	void messagesAndCancellationPassThrough() {
		stage.message("a line");
		assertEquals("a line", shown);
		canceled = true;
		assertTrue(stage.isCanceled());
	}
}
