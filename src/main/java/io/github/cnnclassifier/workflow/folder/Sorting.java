
package io.github.cnnclassifier.workflow.folder;

import java.nio.file.Path;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * Where the files of a classified folder are put, one folder per class.
 *
 * @param folder of the class folders
 * @param by how files get there
 */
public record Sorting(Path folder, By by) {

	/** How a file gets into the folder of its class. */
	public enum By {

			/** As a file of its own. */
			COPY("copy"),

			/** As a symbolic link to the image, which takes no room. */
			LINK("link");

		private final String label;

		By(final String label) {
			this.label = label;
		}

		/**
		 * @param text a label
		 * @return what it means
		 * @throws WrongUsage if it means nothing
		 */
		public static By parse(final String text) {
			for (final By by : values()) {
				if (by.label.equals(text)) return by;
			}
			throw new WrongUsage("Expected sortBy to be copy or link, found '" +
				text + "'.");
		}
	}
}
