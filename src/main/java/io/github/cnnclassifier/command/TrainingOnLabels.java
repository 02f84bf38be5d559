
package io.github.cnnclassifier.command;

import java.io.File;
import java.nio.file.Path;

import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

import ij.IJ;

/** The dialog of the training, with its images named already. */
final class TrainingOnLabels {

	private TrainingOnLabels() {}

	/**
	 * Opens it as the menu does, and returns at once.
	 *
	 * @param context of the host
	 * @param list labeled images
	 */
	static void open(final Context context, final Path list) {
		remember(context, list);
		IJ.doCommand(TrainCommand.LABEL);
	}

	/** The dialog begins with what was chosen last. */
	static void remember(final Context context, final Path list) {
		context.service(ModuleService.class).save(context.service(
			CommandService.class).getCommand(TrainCommand.class).getInput("images",
				File.class), list.toFile());
	}
}
