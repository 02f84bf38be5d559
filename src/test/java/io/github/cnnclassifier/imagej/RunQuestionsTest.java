
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.swing.JDialog;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.gui.ProgressBar;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.DarkLook;
import io.github.cnnclassifier.launch.Reachability;
import io.github.cnnclassifier.launch.Readability;

/** Escape and Quit while commands run; needs a display. */
@Tag("gui")
class RunQuestionsTest {

	private final List<RunningCommand> begun = new ArrayList<>();
	private ImageJ imageJ;
	private Frame plot;

	@BeforeEach
	void start() {
		imageJ = new ImageJ();
		imageJ.exitWhenQuitting(false);
		plot = new Frame("plot");
	}

	@AfterEach
	void quit() throws Exception {
		begun.forEach(RunQuestions::end);
		plot.dispose();
		imageJ.dispose();
		IJ.resetEscape();
	}

	@Test
	void escapeAsksAndTheRunGoesOnMeanwhile() throws Exception {
		final RunningCommand run = begin("a.zip", null);
		EscapeKey.press(imageJ);
		assertNotNull(EscapeKey.question());
		assertTrue(EscapeKey.words().contains("Train (a.zip) is running. " +
			"The best is kept."), EscapeKey.words());
		assertFalse(run.isStopped());
		EscapeKey.answer("Stop and keep");
		assertTrue(run.isStopped());
		assertNull(EscapeKey.question());
	}

	@Test
	void underADarkLookTheQuestionIsReadableAndByKeyboardAlone()
		throws Exception
	{
		begin("a.zip", null);
		begin("b.zip", null);
		try (DarkLook dark = new DarkLook()) {
			EscapeKey.press(imageJ);
			Readability.check(EscapeKey.question());
			Reachability.check(EscapeKey.question());
			EscapeKey.answer("Go on with all");
		}
	}

	@Test
	void goOnAndASecondEscapeStopNothing() throws Exception {
		final RunningCommand run = begin("a.zip", null);
		EscapeKey.press(imageJ);
		EscapeKey.answer("Go on");
		assertNull(EscapeKey.question());
		EscapeKey.press(imageJ);
		final JDialog asked = EscapeKey.question();
		EscapeKey.press(asked);
		assertNull(EscapeKey.question());
		assertFalse(run.isStopped());
	}

	@Test
	void escapeElsewhereIsMeantForSomethingElse() throws Exception {
		final RunningCommand run = begin("a.zip", null);
		EscapeKey.press(plot);
		assertNull(EscapeKey.question());
		assertFalse(run.isStopped());
	}

	@Test
	void theRunWhoseWindowHasTheFocusIsMeant() throws Exception {
		final RunningCommand other = begin("a.zip", null);
		final RunningCommand run = begin("b.zip", plot);
		EscapeKey.press(plot);
		assertTrue(EscapeKey.words().contains("b.zip"), EscapeKey.words());
		EscapeKey.answer("Stop and keep");
		assertTrue(run.isStopped());
		assertFalse(other.isStopped());
	}

	@Test
	void ofSeveralRunsOneIsChosen() throws Exception {
		final RunningCommand first = begin("a.zip", null);
		final RunningCommand second = begin("b.zip", null);
		EscapeKey.press(imageJ);
		EscapeKey.answer("Stop and keep: Train (b.zip)");
		assertTrue(second.isStopped());
		assertFalse(first.isStopped());
	}

	@Test
	void theQuestionGoesWithItsRunAndStaysWhenAnotherEnds() throws Exception {
		final RunningCommand other = begin("a.zip", null);
		final RunningCommand run = begin("b.zip", plot);
		EscapeKey.press(plot);
		final JDialog asked = EscapeKey.question();
		RunQuestions.end(other);
		assertSame(asked, EscapeKey.question());
		RunQuestions.end(run);
		assertNull(EscapeKey.question());
	}

	@Test
	void quitAsksWhileACommandRuns() throws Exception {
		final RunningCommand run = begin("a.zip", null);
		IJ.doCommand("Quit");
		await(() -> EscapeKey.question() != null);
		assertTrue(EscapeKey.words().contains("quits when it has stopped"),
			EscapeKey.words());
		EscapeKey.answer("Go on");
		assertFalse(run.isStopped());
		assertTrue(imageJ.isDisplayable());
	}

	@Test
	void closingTheMainWindowAsksTooAndOtherCommandsGoOn() throws Exception {
		begin("a.zip", null);
		EventQueue.invokeAndWait(() -> imageJ.windowClosing(new WindowEvent(imageJ,
			WindowEvent.WINDOW_CLOSING)));
		await(() -> EscapeKey.question() != null);
		new Executer("Clear Results").run();
		assertTrue(imageJ.isDisplayable());
	}

	@Test
	void imageJQuitsWhenTheStoppedRunHasEnded() throws Exception {
		final RunningCommand run = begin("a.zip", null);
		IJ.doCommand("Quit");
		await(() -> EscapeKey.question() != null);
		EscapeKey.answer("Stop and quit");
		assertTrue(run.isStopped());
		assertTrue(imageJ.isDisplayable());
		RunQuestions.end(run);
		await(() -> !imageJ.isDisplayable());
	}

	@Test
	void workOfAWindowIsStoppedLikeACommand() throws Exception {
		final CompletableFuture<Object> work = CompletableFuture.supplyAsync(() -> {
			try {
				return CommandRun.inWindow("Report", new FakeCommand("a.zip",
					() -> plot), progress -> {
						while (true)
							progress.checkCanceled();
					});
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		});
		await(() -> Executer.getListenerCount() > 0);
		EscapeKey.press(plot);
		assertTrue(EscapeKey.words().contains("Report (a.zip) is running"),
			EscapeKey.words());
		EscapeKey.answer("Go on");
		IJ.doCommand("Quit");
		await(() -> EscapeKey.question() != null);
		EscapeKey.answer("Stop and quit");
		await(work::isCompletedExceptionally);
		await(() -> !imageJ.isDisplayable());
	}

	@Test
	void theQuestionGoesWhileResultsAreOfferedAndComesBackForWhatFollows()
		throws Exception
	{
		final FakeCommand command = new FakeCommand("a.zip", null);
		final List<String> seen = new ArrayList<>();
		CommandRun.run("Train...", command, progress -> {
			EscapeKey.press(imageJ);
			seen.add(asked());
			CommandRun.askWhenDone(command, () -> {
				seen.add(asked());
				EscapeKey.press(imageJ);
				seen.add(asked());
				return true;
			});
			EscapeKey.press(imageJ);
			seen.add(asked());
		}, failure -> false);
		seen.add(asked());
		assertEquals(List.of("asked", "", "", "asked", ""), seen);
	}

	@Test
	void whoReadsWhyItFailedIsAskedNothingAndSeesNoProgress() throws Exception {
		final List<String> seen = new ArrayList<>();
		final List<Integer> tries = new ArrayList<>();
		assertTrue(CommandRun.run("Train...", new FakeCommand("a.zip", null),
			progress -> {
				tries.add(1);
				pauseOfTheBar();
				progress.update(0.5, "half");
				EscapeKey.press(imageJ);
				seen.add(asked() + barIsShown());
				if (tries.size() == 1) throw new UserFailure("Expected a, found b.");
			}, failure -> {
				seen.add(asked() + barIsShown());
				return true;
			}));
		assertEquals(List.of("askedtrue", "false", "askedtrue"), seen);
	}

	/** ImageJ draws no bar so soon after another one. */
	private static void pauseOfTheBar() {
		try {
			Thread.sleep(200);
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	private static String asked() {
		return EscapeKey.question() == null ? "" : "asked";
	}

	/** ImageJ has no question for it. */
	private boolean barIsShown() {
		try {
			final Field shown = ProgressBar.class.getDeclaredField("showBar");
			shown.setAccessible(true);
			return shown.getBoolean(imageJ.getProgressBar());
		}
		catch (final ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void nothingIsAskedWhenNothingRuns() throws Exception {
		final int listeners = Executer.getListenerCount();
		RunQuestions.end(begin("a.zip", null));
		assertEquals(listeners, Executer.getListenerCount());
		EscapeKey.press(imageJ);
		assertNull(EscapeKey.question());
		IJ.doCommand("Quit");
		await(() -> !imageJ.isDisplayable());
	}

	private RunningCommand begin(final String subject, final Window window) {
		final RunningCommand run = new RunningCommand("Train...", new FakeCommand(
			subject, window == null ? null : () -> window), true);
		begun.add(run);
		RunQuestions.begin(run);
		return run;
	}

	private static void await(final BooleanSupplier condition)
		throws InterruptedException
	{
		for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		assertTrue(condition.getAsBoolean());
	}
}
