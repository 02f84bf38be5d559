
package io.github.cnnclassifier.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

import ij.IJ;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.command.TrainCommand;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.ui.train.TrainWindow;
import io.github.cnnclassifier.ui.train.TrainingCards;

/**
 * Opens the window of training, in both hosts, where else a dialog would be
 * shown: after the values of the last time are known, and before anything asks
 * for others. Whoever gives inputs, a macro, a script and who has no display
 * never sees it.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY +
	0.75)
public final class TrainWindowOpener extends AbstractPreprocessorPlugin {

	/** The window that was opened last; null for none. */
	private static TrainWindow last;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof final TrainCommand training))
			return;
		if (!training.isFromDialog() || MacroInputs.isMacro() || Interpreter
			.isBatchMode()) return;
		final WindowWish wish = WindowWish.take();
		if (wish == null) open(module);
		else if (wish.cards().isEmpty()) begin(module, wish.values());
		else fill(module, training, wish.values(), wish.cards().get());
	}

	private void open(final Module module) {
		// a window is no run: what is recorded is the training that it starts
		Recorder.setCommand(null);
		cancel(null);
		show(new HostedTraining(module.getInfo(), remembered(module)));
		WindowOpening.now().clearStatus();
	}

	private static synchronized void show(final HostedTraining host) {
		if (last == null || !last.isBack()) last = TrainWindow.open(host);
	}

	private static Optional<Path> remembered(final Module module) {
		return module.getInput("images") instanceof final File file && file.exists()
			? Optional.of(file.toPath()) : Optional.empty();
	}

	/** The dialog is shown with what was typed in the window. */
	private void begin(final Module module, final Map<String, String> values) {
		try {
			set(module, values);
		}
		catch (final UserFailure e) {
			// the dialog asks for it again
			IJ.log(module.getInfo().getTitle() + ": " + e.getMessage());
		}
	}

	private static void set(final Module module,
		final Map<String, String> values)
	{
		for (final ModuleItem<?> item : UserInputs.of(module)) {
			final String text = values.get(item.getName());
			if (text != null) module.setInput(item.getName(), InputValue.of(item,
				text));
		}
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
			throw new CanceledException();
		});
		try {
			set(module, values);
		}
		catch (final UserFailure e) {
			cancel(null);
			Recorder.setCommand(null);
			cards.failed(e, InputLabels.in(e.getMessage(), UserInputs.of(module)));
			return;
		}
		module.getInfo().inputs().forEach(item -> module.resolveInput(item
			.getName()));
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
