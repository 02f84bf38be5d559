
package io.github.cnnclassifier.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.command.TrainCommand;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.EndingRun;
import io.github.cnnclassifier.imagej.MenuClick;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.ui.train.TrainWindow;
import io.github.cnnclassifier.ui.train.TrainingCards;
import io.github.cnnclassifier.ui.train.TrainingWish;

/**
 * Opens the window of training, in both hosts, where else a dialog would be
 * shown: after the values of the last time are known, and before anything asks
 * for others. Whoever gives inputs, a macro, a script and who has no display
 * never sees it.
 */
@Plugin(type = PreprocessorPlugin.class, priority = TrainWindowOpener.PRIORITY)
public final class TrainWindowOpener extends AbstractPreprocessorPlugin {

	/** What dialogs begin with is known by then, and is not asked for yet. */
	static final double PRIORITY = LastModelPreprocessor.PRIORITY - 0.05;

	/** The window that was opened last; null for none. */
	private static TrainWindow last;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof final TrainCommand training))
			return;
		if (!training.isFromDialog() || MacroInputs.isMacro()) return;
		final WindowWish wish = WindowWish.take();
		if (wish == null) open(module);
		else if (wish.cards().isEmpty()) begin(module, wish.values());
		else fill(module, training, wish.values(), wish.cards().get());
	}

	private void open(final Module module) {
		// a window is no run: what is recorded is the training that it starts
		Recorder.setCommand(null);
		cancel(null);
		show(new HostedTraining(module.getInfo(), remembered(module)), MenuClick
			.take(TrainingWish.class));
		EndingRun.now().clearStatus();
	}

	private static synchronized void show(final HostedTraining host,
		final Optional<TrainingWish> wish)
	{
		if (last == null || !last.isBack(wish)) last = TrainWindow.open(host, wish);
	}

	private static Optional<Path> remembered(final Module module) {
		return module.getInput("images") instanceof final File file && file.exists()
			? Optional.of(file.toPath()) : Optional.empty();
	}

	/** The dialog is shown with what was typed in the window. */
	private void begin(final Module module, final Map<String, String> values) {
		// the window lets nothing through that a field cannot show
		UserInputs.set(module, values).forEach(wrong -> IJ.log(module.getInfo()
			.getTitle() + ": " + wrong.getMessage()));
	}

	private void fill(final Module module, final TrainCommand training,
		final Map<String, String> values, final TrainingCards cards)
	{
		training.setWindow(cards);
		training.setMender(failure -> {
			final String message = InputLabels.in(failure.getMessage(), UserInputs.of(
				module));
			IJ.log(module.getInfo().getTitle() + ": " + failure.getMessage());
			cards.failed(failure, message);
			EndingRun.now().clearStatus();
			throw new CanceledException();
		});
		final List<UserFailure> wrong = UserInputs.set(module, values);
		if (!wrong.isEmpty()) {
			cancel(null);
			Recorder.setCommand(null);
			cards.failed(wrong.get(0), UserInputs.words(wrong, module));
			EndingRun.now().clearStatus();
			return;
		}
		UserInputs.resolveAll(module);
		if (IJ.recording()) record(module);
	}

	/**
	 * At once: the training takes long, other commands are recorded meanwhile,
	 * and the recorder knows one at a time.
	 */
	private static void record(final Module module) {
		if (CommandRecorder.record(module, ChangedInputs.of(module))) Recorder
			.saveCommand();
	}
}
