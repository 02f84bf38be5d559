
package io.github.cnnclassifier.dataset.split;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.failure.UserFailure;

/** The folder that holds an image, below the folder of its class. */
final class ParentFolder {

	private ParentFolder() {}

	/**
	 * @return the path below the class folder, so that folders of the same name
	 *         in several classes are one group; null if the image lies in the
	 *         class folder itself or in none
	 */
	static String below(final Sample sample) {
		final String path = "/" + sample.name();
		final String classFolder = "/" + sample.statedLabel() + "/";
		final int at = path.indexOf(classFolder);
		final String rest = at < 0 ? sample.name() : path.substring(at + classFolder
			.length());
		final int end = rest.lastIndexOf('/');
		return end < 1 ? null : rest.substring(0, end);
	}

	/**
	 * @return as above, but the name of the class for an image that lies in the
	 *         class folder itself
	 * @throws UserFailure if the image lies in no folder
	 */
	static String ofAny(final Sample sample) {
		final String below = below(sample);
		if (below != null) return below;
		if (sample.name().indexOf('/') > 0) return sample.statedLabel();
		throw new UserFailure("groups=folder expects images in folders, found '" +
			sample.name() + "', which is in none. Use another value for groups.");
	}
}
