
package io.github.cnnclassifier.imagej;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.GoneOnElsewhere;
import io.github.cnnclassifier.progress.Progress;

/**
 * Runs the work of a command the way an ImageJ user expects: with progress, to
 * be stopped by Escape, failures shown as {@link Hosts#fail} does. In a macro
 * Escape stops it at once, else after a question.
 */
public final class CommandRun {

	/**
	 * Work of a window.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	public interface Work<T> {

		/**
		 * @param progress shows and cancels
		 * @return what came of it
		 * @throws IOException if the disk fails
		 */
		T run(Progress progress) throws IOException;
	}

	/** Closed at the end, before anybody is told how it ended. */
	private record Going(RunningCommand run, ImageJProgress progress)
			implements
				AutoCloseable
	{

		static Going begin(final RunningCommand run) {
			final Going going = new Going(run, new ImageJProgress(run::isStopped));
			RunQuestions.begin(run);
			return going;
		}

		@Override
		public void close() {
			progress.close();
			RunQuestions.end(run);
		}
	}

	private CommandRun() {}

	/**
	 * Does work that a person has asked for in a window of ours, behind which no
	 * macro waits: with progress in ImageJ's main window, to be stopped by Escape
	 * after a question; and Quit asks before it is lost. Only where there is a
	 * display.
	 *
	 * @param <T> what comes of it
	 * @param title what it is, for questions
	 * @param command tells what it works on and where it is shown
	 * @param work called once on this thread; what it throws passes through
	 * @return what came of it
	 * @throws CanceledException if it was stopped
	 * @throws IOException if the disk fails
	 */
	public static <T> T inWindow(final String title,
		final StoppableCommand command, final Work<T> work) throws IOException
	{
		try (Going going = Going.begin(new RunningCommand(title, command, true))) {
			return work.run(going.progress());
		}
	}

	/**
	 * Asks what is to become of results. Meanwhile the command does not run: the
	 * progress bar is gone, and neither Escape nor Quit asks about it.
	 *
	 * @param <T> an answer
	 * @param command whose work is done
	 * @param question waits for a person, called once on this thread
	 * @return the answer
	 */
	public static <T> T askWhenDone(final StoppableCommand command,
		final Supplier<T> question)
	{
		final List<RunningCommand> done = RunQuestions.of(command);
		done.forEach(RunQuestions::end);
		ImageJProgress.hide();
		try {
			return question.get();
		}
		finally {
			done.forEach(RunQuestions::begin);
		}
	}

	/**
	 * Does the work. If it fails or is canceled, the macro or script that has
	 * called stops, and no other one.
	 *
	 * @param title for dialogs, usually the label of the command
	 * @param command canceled if the work failed or was canceled; its own
	 *          {@code cancel} also stops the work
	 * @param work called once on this thread. It may throw {@link UserFailure};
	 *          anything else it throws is a defect and passes through, after the
	 *          macro was stopped
	 * @param mender told of such a failure when the run has ended; returns
	 *          whether to do the work once more, may throw
	 *          {@link CanceledException} or {@link UserFailure}
	 * @return whether the work was done; if false, the command has no results and
	 *         simply ends
	 * @throws UserFailure if the work failed and neither macro nor display is
	 *           there to be told
	 */
	public static boolean run(final String title, final StoppableCommand command,
		final Consumer<Progress> work, final Predicate<UserFailure> mender)
	{
		final Caller caller = Caller.now();
		final boolean asksFirst = Hosts.hasWindow() && !caller.isMacro();
		boolean finished = false;
		try {
			while (!succeeds(new RunningCommand(title, command, asksFirst), work,
				mender))
			{
				// with what was mended
			}
			finished = true;
			return true;
		}
		catch (final CanceledException e) {
			// the next dialog may be open already
			if (!(e instanceof GoneOnElsewhere)) CalmLog.log(title + ": canceled");
			command.cancel(null);
			finished = true;
			caller.stop();
			return false;
		}
		catch (final UserFailure failure) {
			command.cancel(null);
			finished = true;
			Hosts.fail(title, failure, caller);
			return false;
		}
		finally {
			// else the macro would go on with results that do not exist
			if (!finished) caller.stop();
		}
	}

	private static boolean succeeds(final RunningCommand run,
		final Consumer<Progress> work, final Predicate<UserFailure> mender)
	{
		try (Going going = Going.begin(run)) {
			work.accept(going.progress());
			return true;
		}
		catch (final UserFailure failure) {
			if (!mender.test(failure)) throw failure;
			return false;
		}
	}
}
