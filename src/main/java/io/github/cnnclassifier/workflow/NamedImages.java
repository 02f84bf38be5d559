
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.dataset.source.Sample;

/** Images of a data set, by position, whose classes a person may correct. */
public interface NamedImages {

	/** @return the labeled images: a folder or a file */
	Path source();

	/**
	 * @param position of an image
	 * @return its name, as a list of corrections has it
	 */
	String name(int position);

	/**
	 * @param position of an image
	 * @return the image by which the name is known again, of a stack its first
	 *         plane; empty if it is gone
	 */
	Optional<Sample> first(int position);
}
