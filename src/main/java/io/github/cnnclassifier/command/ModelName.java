
package io.github.cnnclassifier.command;

import java.io.File;

import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.storage.FreeName;

/** The name of a model file that a training writes. */
final class ModelName {

	private static final String ENDING = ".zip";

	private ModelName() {}

	/**
	 * The file chooser adds no ending.
	 *
	 * @param model as it was named
	 * @return with the ending of a model, if it had none; any other one stays,
	 *         and so does the name of a folder
	 */
	static File completed(final File model) {
		return model.getName().contains(".") || model.isDirectory() ? model
			: new File(model.getPath() + ENDING);
	}

	/**
	 * @param model a model file
	 * @return a file beside it with a number in its name, which does not exist
	 */
	static File next(final File model) {
		final String stem = stem(model).replaceFirst(" \\d+$", "");
		return FreeName.numbered(model.getAbsoluteFile().toPath(), stem + " ",
			ENDING, ResumeFile::isTaken).toFile();
	}

	/**
	 * @param model a model file
	 * @return its name without the ending
	 */
	static String stem(final File model) {
		final String name = model.getName();
		return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING
			.length()) : name;
	}
}
