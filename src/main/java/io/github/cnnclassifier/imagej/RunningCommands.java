
package io.github.cnnclassifier.imagej;

import java.awt.Window;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The commands that run now, in the order of their starts.
 * <p>
 * Thread-safe.
 */
final class RunningCommands {

	private final List<RunningCommand> runs = new CopyOnWriteArrayList<>();

	void add(final RunningCommand run) {
		runs.add(run);
	}

	void remove(final RunningCommand run) {
		runs.remove(run);
	}

	List<RunningCommand> of(final StoppableCommand command) {
		return runs.stream().filter(run -> run.isOf(command)).toList();
	}

	boolean isEmpty() {
		return runs.isEmpty();
	}

	boolean containsAll(final List<RunningCommand> sought) {
		return runs.containsAll(sought);
	}

	/** @return those that nobody has told to stop yet */
	List<RunningCommand> going() {
		return runs.stream().filter(run -> !run.isStopped()).toList();
	}

	/**
	 * Whom the Escape key means outside macros.
	 *
	 * @param focus the window where it was pressed; null if unknown
	 * @param shared whether the window is one of all commands, such as ImageJ's
	 *          main window: it means any of them but those that have windows of
	 *          their own for it, unless there is one that stops without a
	 *          question and so takes the key for itself
	 * @return whom to ask about; empty if the key was meant for something else
	 */
	List<RunningCommand> meantBy(final Window focus, final boolean shared) {
		final List<RunningCommand> asked = going().stream().filter(
			RunningCommand::asksFirst).toList();
		final List<RunningCommand> shown = asked.stream().filter(run -> run
			.isShownIn(focus)).toList();
		if (!shown.isEmpty()) return shown;
		return shared && runs.stream().allMatch(RunningCommand::asksFirst) ? asked
			.stream().filter(run -> !run.isStoppedInItsWindowOnly()).toList() : List
				.of();
	}
}
