
package io.github.cnnclassifier.imagej;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.swing.SwingUtilities;

import ij.CommandListener;
import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;

/**
 * Listens to the Escape key and to ImageJ's Quit while commands run with a
 * display, and asks before a run is lost. Nothing waits for the answers.
 */
final class RunQuestions implements KeyEventDispatcher, CommandListener {

	private static final RunQuestions INSTANCE = new RunQuestions();

	private final RunningCommands runs = new RunningCommands();
	private boolean listening;
	private boolean quitsAfterwards;

	// for the event dispatch thread
	private StopQuestion question;
	private List<RunningCommand> asked = List.of();
	private Runnable again = () -> {};

	private RunQuestions() {}

	/** @param run starts now, and will {@link #end} */
	static void begin(final RunningCommand run) {
		INSTANCE.add(run);
	}

	/** @param run has ended; what was asked about it is asked no more */
	static void end(final RunningCommand run) {
		INSTANCE.remove(run);
	}

	/** @return the runs of a command that have not ended */
	static List<RunningCommand> of(final StoppableCommand command) {
		return INSTANCE.runs.of(command);
	}

	private synchronized void add(final RunningCommand run) {
		runs.add(run);
		if (listening || !Hosts.hasWindow()) return;
		listening = true;
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(
			this);
		Executer.addCommandListener(this);
	}

	private synchronized void remove(final RunningCommand run) {
		runs.remove(run);
		if (!listening) return;
		EventQueue.invokeLater(this::updateQuestion);
		if (!runs.isEmpty()) return;
		listening = false;
		KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.removeKeyEventDispatcher(this);
		// with a listener left, ImageJ would close its window in another way
		Executer.removeCommandListener(this);
		if (quitsAfterwards) IJ.getInstance().quit();
		quitsAfterwards = false;
	}

	/** Never takes the key from whom it was meant for. */
	@Override
	public boolean dispatchKeyEvent(final KeyEvent e) {
		if (e.getID() != KeyEvent.KEY_PRESSED || e
			.getKeyCode() != KeyEvent.VK_ESCAPE) return false;
		final Component source = e.getComponent();
		final Window focus = source instanceof final Window window ? window
			: SwingUtilities.getWindowAncestor(source);
		final boolean shared = isShared(focus);
		ask(() -> runs.meantBy(focus, shared), about -> stopQuestion(about, focus));
		return false;
	}

	/** The main window, and the log, which opens in front of it. */
	private static boolean isShared(final Window window) {
		return window != null && (window == IJ.getInstance() ||
			window == WindowManager.getWindow("Log"));
	}

	/** All other commands would wait for an answer that is waited for here. */
	@Override
	public String commandExecuting(final String command) {
		if (!"Quit".equals(command) || runs.going().isEmpty()) return command;
		EventQueue.invokeLater(() -> ask(runs::going, this::quitQuestion));
		return null;
	}

	private void ask(final Supplier<List<RunningCommand>> toAsk,
		final Function<List<RunningCommand>, StopQuestion> asking)
	{
		final List<RunningCommand> about = toAsk.get();
		if (about.isEmpty()) return;
		closeQuestion();
		asked = about;
		question = asking.apply(about);
		again = () -> ask(toAsk, asking);
	}

	/** After a run has ended. */
	private void updateQuestion() {
		if (question == null || runs.containsAll(asked)) return;
		final boolean open = question.isOpen();
		closeQuestion();
		if (open) again.run();
	}

	private void closeQuestion() {
		if (question != null) question.close();
		question = null;
	}

	private static StopQuestion stopQuestion(final List<RunningCommand> meant,
		final Window focus)
	{
		if (meant.size() > 1) return new StopQuestion(List.of(
			"Several commands run. Which one is to stop?"), meant.stream().map(
				run -> new StopQuestion.Answer(answer(run) + ": " + run.name(),
					run::stop)).toList(), "Go on with all", focus);
		final RunningCommand run = meant.get(0);
		return new StopQuestion(lines(meant), List.of(new StopQuestion.Answer(
			answer(run), run::stop)), "Go on", focus);
	}

	private StopQuestion quitQuestion(final List<RunningCommand> going) {
		final List<String> lines = new ArrayList<>(lines(going));
		lines.add("ImageJ quits when " + (going.size() == 1 ? "it has"
			: "they have") + " stopped.");
		return new StopQuestion(lines, List.of(new StopQuestion.Answer(
			"Stop and quit", this::stopAllAndQuit)), "Go on", IJ.getInstance());
	}

	private synchronized void stopAllAndQuit() {
		runs.going().forEach(RunningCommand::stop);
		final ImageJ imageJ = IJ.getInstance();
		if (!runs.isEmpty()) quitsAfterwards = true;
		else if (imageJ != null) imageJ.quit();
	}

	private static String answer(final RunningCommand run) {
		return run.kept().isEmpty() ? "Stop" : "Stop and keep";
	}

	private static List<String> lines(final List<RunningCommand> asked) {
		return asked.stream().map(run -> (run.name() + " is running. " + run.kept())
			.strip()).toList();
	}
}
