
package io.github.cnnclassifier.imagej;

import java.util.function.Consumer;

import ij.IJ;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * Runs the work of a command the way an ImageJ user expects: with progress, to
 * be stopped by Escape, failures shown as {@link Hosts#fail} does. In a macro
 * Escape stops it at once, else after a question.
 */
public final class CommandRun {

	private CommandRun() {}

	/**
	 * @param title for dialogs, usually the label of the command
	 * @param command canceled if the work failed or was canceled; its own
	 *          {@code cancel} also stops the work
	 * @param work called once on this thread. It may throw {@link UserFailure};
	 *          anything else it throws is a defect and passes through, after a
	 *          running macro was stopped
	 * @return whether the work was done; if false, the command has no results and
	 *         simply ends
	 * @throws UserFailure if the work failed and neither macro nor display is
	 *           there to be told
	 */
	public static boolean run(final String title, final StoppableCommand command,
		final Consumer<Progress> work)
	{
		final RunningCommand run = new RunningCommand(title, command, Hosts
			.hasWindow() && !IJ.isMacro());
		boolean finished = false;
		try (ImageJProgress progress = new ImageJProgress(run::isStopped)) {
			RunQuestions.begin(run);
			work.accept(progress);
			finished = true;
			return true;
		}
		catch (final CanceledException e) {
			IJ.log(title + ": canceled");
			command.cancel(null);
			finished = true;
			Hosts.stopMacro();
			return false;
		}
		catch (final UserFailure failure) {
			command.cancel(null);
			finished = true;
			Hosts.fail(title, failure);
			return false;
		}
		finally {
			RunQuestions.end(run);
			// else the macro would go on with results that do not exist
			if (!finished) Hosts.stopMacro();
		}
	}
}
