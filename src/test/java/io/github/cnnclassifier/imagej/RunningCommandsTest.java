
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ij.IJ;

class RunningCommandsTest {

	private final RunningCommands runs = new RunningCommands();

	@AfterEach
	void releaseKeys() {
		IJ.resetEscape();
	}

	@Test
	void theMainWindowMeansTheOnlyRun() {
		final RunningCommand only = run(false, true);
		assertEquals(List.of(only), runs.meantBy(null, true));
	}

	@Test
	void theMainWindowMeansAnyOfSeveralRuns() {
		final RunningCommand first = run(false, true);
		final RunningCommand second = run(false, true);
		assertEquals(List.of(first, second), runs.meantBy(null, true));
	}

	@Test
	void theMainWindowDoesNotMeanARunWithAWindowOfItsOwn() {
		final RunningCommand own = new RunningCommand("Train...", new FakeCommand(
			"a.zip", () -> null)
		{

			@Override
			public boolean isStoppedInItsWindowOnly() {
				return true;
			}
		}, true);
		runs.add(own);
		final RunningCommand other = run(false, true);
		assertEquals(List.of(own), runs.meantBy(null, true), "its window");
		runs.remove(own);
		final RunningCommand elsewhere = new RunningCommand("Train...",
			new FakeCommand("a.zip", null)
			{

				@Override
				public boolean isStoppedInItsWindowOnly() {
					return true;
				}
			}, true);
		runs.add(elsewhere);
		assertEquals(List.of(other), runs.meantBy(null, true));
	}

	@Test
	void aWindowOfARunMeansThatOne() {
		run(false, true);
		final RunningCommand shown = run(true, true);
		assertEquals(List.of(shown), runs.meantBy(null, false));
		assertEquals(List.of(shown), runs.meantBy(null, true));
	}

	@Test
	void anyOtherWindowMeansNone() {
		run(false, true);
		assertEquals(List.of(), runs.meantBy(null, false));
	}

	@Test
	void inTheMainWindowAMacroTakesTheKeyForItself() {
		final RunningCommand asked = run(true, true);
		run(false, false);
		assertEquals(List.of(asked), runs.meantBy(null, false));
		run(true, false);
		runs.remove(asked);
		run(false, true);
		assertEquals(List.of(), runs.meantBy(null, true));
	}

	@Test
	void whoStopsOrHasEndedIsNotMeant() {
		final RunningCommand stopping = run(true, true);
		final RunningCommand ended = run(true, true);
		stopping.stop();
		runs.remove(ended);
		assertEquals(List.of(), runs.meantBy(null, true));
		assertTrue(runs.going().isEmpty());
		assertFalse(runs.isEmpty());
	}

	@Test
	void inAMacroEscapeStopsAtOnceAndForGood() {
		final RunningCommand run = run(false, false);
		assertFalse(run.isStopped());
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertTrue(run.isStopped());
		IJ.resetEscape();
		assertTrue(run.isStopped());
	}

	@Test
	void escapeOfAnEarlierRunDoesNotCount() {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertFalse(run(false, false).isStopped());
	}

	@Test
	void escapeAloneStopsNothingThatIsAskedAboutFirst() {
		final RunningCommand run = run(false, true);
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertFalse(run.isStopped());
	}

	@Test
	void aCanceledCommandIsStopped() {
		final FakeCommand command = new FakeCommand("", null);
		final RunningCommand run = new RunningCommand("Train...", command, true);
		assertFalse(run.isStopped());
		command.cancel(null);
		assertTrue(run.isStopped());
	}

	@Test
	void theNameTellsRunsOfOneCommandApart() {
		assertEquals("Train (cells.zip)", new RunningCommand("Train...",
			new FakeCommand("cells.zip", null), true).name());
		assertEquals("Train", new RunningCommand("Train...", new FakeCommand("",
			null), true).name());
	}

	private RunningCommand run(final boolean shown, final boolean askFirst) {
		final RunningCommand run = new RunningCommand("Train...", new FakeCommand(
			"a.zip", shown ? () -> null : null), askFirst);
		runs.add(run);
		return run;
	}
}
