
package io.github.cnnclassifier.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.command.TrainCommand;
import io.github.cnnclassifier.workflow.models.KnownModels;
import io.github.cnnclassifier.workflow.models.RecentModels;

/**
 * The models that dialogs read: the one that was trained or used last stands in
 * each, whatever dialog that was. Macros and programs know nothing of it.
 */
final class UsedModels {

	/** A table of predictions may stand in the place of a model. */
	private static final String TABLE = ".csv";

	private UsedModels() {}

	/** Whether an input is a model that is read. */
	static boolean isOne(final ModuleItem<?> item) {
		return item.getType() == File.class && item.get(
			ClassifierCommand.KNOWN_MODELS) != null;
	}

	/** In place of what the same dialog had before. */
	static void offerLast(final Module module) {
		final List<ModuleItem<?>> models = UserInputs.unresolved(module).stream()
			.filter(UsedModels::isOne).filter(UsedModels::isAlwaysNeeded).toList();
		if (models.isEmpty()) return;
		final Optional<Path> last = KnownModels.ofUser().last();
		// the second of two is another one
		if (last.isPresent()) module.setInput(models.get(0).getName(), last.get()
			.toFile());
	}

	/** What may be left out stays empty. */
	private static boolean isAlwaysNeeded(final ModuleItem<?> item) {
		return item.isRequired() || item.get(
			ClassifierCommand.DIALOG_DEFAULT) != null;
	}

	/** After a run that was right; the first one was used last. */
	static void remember(final Module module) {
		// what it has trained is the last one, not what it begins with
		if (module.getDelegateObject() instanceof TrainCommand) return;
		final List<ModuleItem<?>> models = UserInputs.of(module).stream().filter(
			UsedModels::isOne).toList();
		for (int i = models.size() - 1; i >= 0; i--) {
			final Object value = models.get(i).getValue(module);
			if (value instanceof final File file && !file.getPath().isBlank() && !file
				.getName().toLowerCase(Locale.ROOT).endsWith(TABLE)) RecentModels
					.ofUser().used(ResumeFile.modelOf(file.toPath()));
		}
	}
}
