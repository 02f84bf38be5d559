
package io.github.cnnclassifier.command;

import java.io.File;

/** The name of a model file that a training writes. */
final class ModelName {

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
			: new File(model.getPath() + ".zip");
	}
}
